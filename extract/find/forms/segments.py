"""The texts of a page as a form shows them: parted by white, rules, another type and colons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from agendapack.extract.find.page.edges import rule_edges
from agendapack.extract.find.page.lines import BULLET, Line, printed_lines
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour, Fill, Page, Word, union
from agendapack.extract.normalise.rag import rag_of_text

MAX_LABEL_WORDS = 8
"""A longer text is no label."""
WHITE: Colour = (255, 255, 255)
BESIDE = 0.5
"""Share of its height that a line has beside another one."""
OTHER_SIZE = 1.15
"""Letters so much larger or smaller are another type."""
Looks = tuple[bool, int, Colour | None]
"""Whether a text is bold, the size of its letters in half points, and the colour behind it."""
Key = tuple[tuple[str, ...], tuple[bool, int] | None]
"""A text as a label: its words in small letters, and its type where no colon tells it."""
NO_KEY: Key = ((), None)


@dataclass(frozen=True, eq=False)
class Segment:
    """Words of one type on one line."""

    words: tuple[Word, ...]
    page: int
    line: int
    """Lines of the page are counted from 0 at the top."""
    colon: bool = False
    """Whether it stands before a colon."""
    fill: Colour | None = None
    """The colour behind it; None where that is white."""

    @cached_property
    def box(self) -> Box:
        """Where it stands."""
        return union(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)

    @property
    def looks(self) -> Looks:
        """How it is set."""
        return self.words[0].bold, round(2 * self.words[0].size), self.fill

    @cached_property
    def key(self) -> Key:
        """What it is as a label; nothing where it can be none."""
        words = tuple(self.text.casefold().rstrip(": ").split())
        if not 0 < len(words) <= MAX_LABEL_WORDS or not any(map(str.isalpha, "".join(words))):
            return NO_KEY
        if rag_of_text(self.text) or BULLET.match(self.words[0].text):
            return NO_KEY
        return words, None if self.colon else self.looks[:2]


def words_of(key: Key) -> tuple[str, ...]:
    """The words of a label."""
    return key[0]


def segments_of(page: Page) -> list[Segment]:
    """The texts of a page from top to bottom, each line from left to right."""
    lines = printed_lines(page.words, rule_edges(page.rules, False))
    segments = [
        segment
        for n, line in _numbered(sorted(lines, key=lambda line: line.base))
        for chunk in line.chunks
        for segment in _parted(chunk.words, page.number, n)
    ]
    colours = _colours(page.fills, segments)
    return [replace(segment, fill=colour) for segment, colour in zip(segments, colours, strict=True)]


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The lines with their numbers; one beside the line before, in larger or smaller letters, shares its."""
    number, before = -1, None
    for line in lines:
        if before is None or not _is_beside(before, line):
            number += 1
        yield number, line
        before = line


def _is_beside(one: Line, other: Line) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = one.x1 <= other.x0 or other.x1 <= one.x0
    return apart and shared > BESIDE * min(one.bottom - one.top, other.bottom - other.top)


def _colours(fills: Sequence[Fill], segments: Sequence[Segment]) -> Sequence[Colour | None]:
    """The colour of the smallest area behind each text."""
    if not fills or not segments:
        return [None] * len(segments)
    x0, top, x1, bottom = np.array([(f.box.x0, f.box.top, f.box.x1, f.box.bottom) for f in fills]).T
    x, y = np.array([(s.box.mid_x, s.box.mid_y) for s in segments]).T[:, :, None]
    behind = (x0 <= x) & (x <= x1) & (top <= y) & (y <= bottom)
    areas = np.where(behind, (x1 - x0) * (bottom - top), np.inf)
    found = [
        fills[n].colour if area[n] < np.inf else None
        for n, area in zip(areas.argmin(axis=1), areas, strict=True)
    ]
    return [None if colour == WHITE else colour for colour in found]


def _parted(words: Sequence[Word], page: int, line: int) -> Iterator[Segment]:
    """The words, parted where their type changes and behind their first colon."""
    run: list[Word] = []
    begun = True
    for word in words:
        if run and _is_other_type(run[-1], word):
            yield Segment(tuple(run), page, line)
            run = []
        run.append(word)
        if begun and word.text.endswith(":") and len(run) <= MAX_LABEL_WORDS:
            yield Segment(tuple(run), page, line, colon=True)
            run, begun = [], False
    if run:
        yield Segment(tuple(run), page, line)


def _is_other_type(one: Word, other: Word) -> bool:
    if one.superscript or other.superscript:
        return False
    larger, smaller = max(one.size, other.size), max(min(one.size, other.size), 1.0)
    return one.bold != other.bold or larger / smaller >= OTHER_SIZE
