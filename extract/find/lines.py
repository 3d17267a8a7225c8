"""Upright words as printed lines, each cut into chunks at gaps too wide for a word space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.model import Box, Word, union

BASELINE_EM = 0.3
"""Words whose baselines differ less than this, in their own size, share a line."""
DESCENT_EM = 0.21
"""A word's box reaches this far below its baseline."""
CHUNK_GAP_EM = 0.95
"""A gap this wide ends a chunk; a word space is 0.25 em, in justified text rarely above 0.8."""
NUMBER_GAP_EM = 0.5
"""Between two figures a narrower gap does; a space inside a number ("1 234") is below 0.35 em."""
NUMBER = re.compile(r"^[(\[<>≥≤~+\-–—−£$€*]*\d[\d,.:/\-–—−]*[%)\]*†‡§a-dpmkKMxX£$€+]{0,3}$|^(?:[-–—−*†‡#]{1,5}|\.\.|…)$|^\(?(?:n/?a|N/?A|NA|X|x)\)?$")
"""A figure, or what stands in its place."""
BULLET = re.compile(r"^[^\w\s$£€%(]$|^o$")
"""A list mark set apart from its text."""
DOTS = re.compile(r"^[.…]+$")
"""Dots that lead to the next column."""
TYPED_RULE = re.compile(r"^[-_=–—]{6,}$")
"""A ruling line typed with dashes."""
CURRENCY = frozenset("$£€")


def is_number(text: str) -> bool:
    """Whether a word is a figure or a sign for a missing one."""
    return NUMBER.match(text) is not None


@dataclass(frozen=True)
class Chunk:
    """Words of a line with nothing but word spaces between them."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        return union(w.box for w in self.words)

    @property
    def x0(self) -> float:
        return self.box.x0

    @property
    def x1(self) -> float:
        return self.box.x1

    @cached_property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @cached_property
    def numeric(self) -> bool:
        """Whether it reads as a value: every word a figure or a sign."""
        return all(is_number(w.text) or w.text in CURRENCY or w.text in "%±–-" for w in self.words)

    @property
    def size(self) -> float:
        return max(w.size for w in self.words)


@dataclass(frozen=True)
class Line:
    """A printed line."""

    chunks: tuple[Chunk, ...]
    base: float
    """y of the baseline."""

    @cached_property
    def box(self) -> Box:
        return union(c.box for c in self.chunks)

    @cached_property
    def size(self) -> float:
        return max(c.size for c in self.chunks)

    @property
    def top(self) -> float:
        return self.box.top

    @property
    def bottom(self) -> float:
        return self.box.bottom


def printed_lines(words: Iterable[Word]) -> list[Line]:
    """The upright words as lines, from top to bottom."""
    upright = sorted((w for w in words if w.turn == 0), key=baseline)
    groups: list[list[Word]] = []
    for word in upright:
        if groups and baseline(word) - baseline(groups[-1][0]) <= BASELINE_EM * max(word.size, 1.0):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Line(tuple(chunked(g)), baseline(g[0])) for g in _marks_joined(groups)]


def cut_at(lines: Iterable[Line], uprights: Sequence[tuple[float, float, float]]) -> list[Line]:
    """The lines with chunks cut where an upright rule (x, top, bottom) stands between two words."""
    return [Line(tuple(p for c in line.chunks for p in _cut(c, uprights)), line.base) for line in lines]


def _cut(chunk: Chunk, uprights: Sequence[tuple[float, float, float]]) -> list[Chunk]:
    parts = [[chunk.words[0]]]
    for word in chunk.words[1:]:
        left, right, y = parts[-1][-1].box.mid_x, word.box.mid_x, word.box.mid_y
        if any(left < x < right and top <= y <= bottom for x, top, bottom in uprights):
            parts.append([word])
        else:
            parts[-1].append(word)
    return [Chunk(tuple(p)) for p in parts] if len(parts) > 1 else [chunk]


def side(line: Line, x: float, left: bool) -> Line | None:
    """The part of the line on one side of x, if any."""
    chunks = tuple(c for c in line.chunks if (c.box.mid_x < x) == left)
    return Line(chunks, line.base) if chunks else None


def typed_rule(word: Word) -> bool:
    """Whether the word is a row of dashes that stands for a ruling line."""
    return TYPED_RULE.match(word.text) is not None


def baseline(word: Word) -> float:
    """y of the line the word stands on; a raised mark stands where its line does."""
    return word.box.bottom - DESCENT_EM * word.size


def _marks_joined(groups: list[list[Word]]) -> list[list[Word]]:
    """Put lines that hold only raised marks with the line just below."""
    joined: list[list[Word]] = []
    held: list[Word] = []
    for group in groups:
        if all(w.superscript for w in group):
            held += group
            continue
        reach = max(w.size for w in group)
        near = [w for w in held if baseline(group[0]) - baseline(w) <= reach]
        if joined:
            joined[-1] += [w for w in held if w not in near]
        elif len(near) < len(held):
            joined.append([w for w in held if w not in near])
        joined.append(group + near)
        held = []
    if held:
        joined.append(held)
    return joined


def chunked(words: Sequence[Word]) -> list[Chunk]:
    """The words of one line, cut where a gap is wider than a word space can be."""
    ordered = sorted(words, key=lambda w: w.box.x0)
    chunks: list[list[Word]] = []
    for word in ordered:
        if chunks and not _parts(chunks[-1], word):
            chunks[-1].append(word)
        else:
            chunks.append([word])
    return [Chunk(tuple(c)) for c in chunks]


def _parts(chunk: Sequence[Word], word: Word) -> bool:
    """Whether the gap before the word ends the chunk."""
    last = chunk[-1]
    gap = word.box.x0 - max(w.box.x1 for w in chunk)
    em = max(last.size, word.size)
    if len(chunk) == 1 and (BULLET.match(last.text) and not is_number(word.text)):
        return gap > 3 * CHUNK_GAP_EM * em
    if last.text in CURRENCY:
        return gap > 6 * CHUNK_GAP_EM * em
    if DOTS.match(last.text) and not DOTS.match(word.text):
        return True
    if is_number(last.text) and is_number(word.text):
        return gap > NUMBER_GAP_EM * em
    return gap > CHUNK_GAP_EM * em
