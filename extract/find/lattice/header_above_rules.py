"""Finds the lines of a header that stand above the first rule of a table without upright rules."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.page.prose import is_prose, parted
from agendapack.extract.model import Box

MAX_LINES = 4
"""Printed lines of such a header."""
NEAR_EM = 1.2
"""White between the header and the first row, and between its lines, in font sizes."""
RIVER_EM = 0.5
"""Gaps of the header and of a row share this much where they are one river."""
MIN_HEADS = 3
"""Headings in one line, at least."""
EDGE_EM = 1.0
"""How far a heading may reach beyond the rows."""


def header_lines_above(lines: Sequence[Line], frame: Box, printed: Sequence[Line]) -> list[Line]:
    """The lines of a header right above these in their frame, if there are any: headings over the columns."""
    first = lines[0]
    above = sorted((line for line in printed if line.bottom <= first.top), key=lambda line: -line.bottom)
    found: list[Line] = []
    below = first
    count = 0
    for line in above[:MAX_LINES]:
        if below.top - line.bottom > NEAR_EM * line.size or not _within(line, frame) or _is_text(line):
            break
        found.append(line)
        below = line
        if len(line.chunks) >= MIN_HEADS and _shares_rivers(line, lines):
            count = len(found)
    return found[:count][::-1]


def _within(line: Line, frame: Box) -> bool:
    slack = EDGE_EM * line.size
    return line.x0 >= frame.x0 - slack and line.x1 <= frame.x1 + slack


def _is_text(line: Line) -> bool:
    return any(is_prose(c) for c in line.chunks) or sum(c.numeric for c in line.chunks) * 2 > len(line.chunks)


def _shares_rivers(line: Line, lines: Sequence[Line]) -> bool:
    """Whether every gap between the headings is one of the rows too, or beyond their text."""
    rows = [k for k in lines if parted(k)]
    last = max((k.x1 for k in rows), default=line.x1)
    gaps = [(a.x1, b.x0) for a, b in pairwise(line.chunks)]
    em = RIVER_EM * line.size
    return bool(rows) and all(
        end > last
        or any(min(b.x0, end) - max(a.x1, start) >= em for k in rows for a, b in pairwise(k.chunks))
        for start, end in gaps
    )
