"""Runs of lines that may be a table without vertical rules, cut from the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.find.edges import Edge
from extract.find.lines import Chunk, Line

PROSE_WORDS = 8
"""A line of so many words with nothing but word spaces between them is running text."""
MAX_PAUSE_EM = 3.2
"""White between two lines of one table, in font sizes; roomy tables have 2."""
MAX_PITCHES = 3.4
"""White between two lines of one table, in the block's own line pitches."""
AGREE_EM = 0.5
"""Gaps of two lines must share this much to be one river."""
RECENT = 4
"""Earlier lines with several chunks that a new line is held against."""
RULE_COVER = 0.6
"""Share of the block's width a rule must cover to part it."""
ITEM = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]?$|^[^\w\s$£€%(]$")
"""A paragraph number, list letter or bullet."""
MIN_LINES = 3
"""Lines of a table without vertical rules, its header among them."""


@dataclass
class Block:
    """Consecutive lines, and the level rules that lie among them."""

    lines: list[Line] = field(default_factory=list)
    rules: list[Edge] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return min(line.box.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        return max(line.box.x1 for line in self.lines)


def parted(line: Line) -> bool:
    """Whether the line has cells side by side, not merely a numbered or bulleted text."""
    if len(line.chunks) < 2:
        return False
    first, second = line.chunks[0], line.chunks[1]
    listed = len(line.chunks) == 2 and ITEM.match(first.text) and not second.numeric
    return not (listed and len(second.words) > 1)


def is_prose(chunk: Chunk) -> bool:
    """Whether the chunk reads as a line of running text."""
    return len(chunk.words) >= PROSE_WORDS and sum(c.isalpha() for c in chunk.text) > 0.6 * len(chunk.text)


def blocks(lines: Sequence[Line], rules: Sequence[Edge]) -> list[Block]:
    """Runs of lines in which lines with several chunks follow one another."""
    found: list[Block] = []
    run: list[Line] = []
    held: list[Line] = []
    for line in lines:
        if run and (_pause(run, held, line, rules) or _alien(run, line)):
            _close(found, run, held)
            run, held = [], []
        if parted(line):
            run += [*held, line] if run else [line]
            held = []
        elif run and not _breaks(run, line):
            held.append(line)
        elif run:
            _close(found, run, held)
            run, held = [], []
    if run:
        _close(found, run, held)
    return found


def _close(found: list[Block], run: list[Line], held: list[Line]) -> None:
    if len(run) >= 2:
        found.append(Block(list(run)))


def _pause(run: Sequence[Line], held: Sequence[Line], line: Line, rules: Sequence[Edge]) -> bool:
    """Whether the white above the line is too high for one table."""
    last = held[-1] if held else run[-1]
    white = line.top - last.bottom
    em = max(line.size, last.size)
    if white > MAX_PAUSE_EM * em:
        return True
    pitches = [b.base - a.base for a, b in pairwise(run)]
    return len(pitches) >= 4 and line.base - last.base > MAX_PITCHES * median(pitches)


def _alien(run: Sequence[Line], line: Line) -> bool:
    """Whether a line with several chunks shares no river with the lines above it."""
    if not parted(line):
        return False
    recent = [r for r in run if parted(r)][-RECENT:]
    em = AGREE_EM * line.size
    gaps = [(a.x1, b.x0) for a, b in pairwise(line.chunks)]
    for other in recent:
        for a, b in pairwise(other.chunks):
            if any(min(b.x0, g1) - max(a.x1, g0) >= em for g0, g1 in gaps):
                return False
    return True


def _breaks(run: Sequence[Line], line: Line) -> bool:
    """Whether a line of one chunk is text between tables: it prints over the run's rivers."""
    chunk = line.chunks[0]
    if len(line.chunks) > 1:
        return True
    if not is_prose(chunk):
        return False
    recent = [r for r in run if parted(r)][-RECENT:]
    crossed = sum(any(chunk.x0 < a.x1 and chunk.x1 > b.x0 for a, b in pairwise(r.chunks)) for r in recent)
    return crossed * 2 > len(recent)
