"""Headers that stand on top of a ruled table without rules of their own."""

from __future__ import annotations

from itertools import pairwise

from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.model import Box

CLOSE_EM = 0.7
"""White between the header and the table, and between the lines of the header."""
MAX_LINES = 8
"""Lines of a header."""
BAND_COVER = 0.9
"""Share of the table's width that a coloured band on top of it must cover."""
TOUCH_PT = 3.0
"""A band this near to the table stands on it."""
MIN_COLUMNS = 3
"""Columns of a table that an uncoloured header may crown; with two, a numbered heading looks the same."""


def with_header_above(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with a header row on top, where text over its columns calls for one."""
    top = _band_top(ruled, seen) or _text_top(ruled, seen)
    if top is None:
        return ruled
    frame = ruled.frame
    chunks = [c for line in within(seen.lines, Box(frame.x0, top, frame.x1, frame.top)) for c in line.chunks]
    if len({_column(ruled, c.mid_x) for c in chunks}) < 2:
        return ruled
    uprights = [Edge(x, top, frame.top) for x in ruled.xs if not any(c.x0 + 1 < x < c.x1 - 1 for c in chunks)]
    return RuledGrid(Lattice((*ruled.levels, Edge(top, frame.x0, frame.x1)), (*ruled.uprights, *uprights)))


def _column(ruled: RuledGrid, x: float) -> int:
    return sum(x >= at for at in ruled.xs)


def _band_top(ruled: RuledGrid, seen: Evidence) -> float | None:
    """The top of a coloured band that stands on the table and is as wide."""
    frame = ruled.frame
    band = [a for a in seen.areas if abs(a.bottom - frame.top) <= TOUCH_PT and a.height < frame.height]
    if sum(min(a.x1, frame.x1) - max(a.x0, frame.x0) for a in band) < BAND_COVER * frame.width:
        return None
    top = max(a.top for a in band)
    return top if 0 < len(within(seen.lines, Box(frame.x0, top, frame.x1, frame.top))) <= MAX_LINES else None


def _text_top(ruled: RuledGrid, seen: Evidence) -> float | None:
    """The top of lines close above the table whose texts each stand over one column."""
    frame = ruled.frame
    if ruled.columns < MIN_COLUMNS:
        return None
    above = [line for line in seen.lines if line.bottom <= frame.top + TOUCH_PT][-MAX_LINES:]
    top, found = frame.top, []
    for line in reversed(above):
        inside = frame.x0 - TOUCH_PT <= line.x0 and line.x1 <= frame.x1 + TOUCH_PT
        close = top - line.bottom <= CLOSE_EM * line.size and not _among_rules(line, seen)
        if not inside or not close or not fits_columns(ruled, line):
            break
        found.append(line)
        top = line.top
    return top - 1 if any(len(line.chunks) >= MIN_COLUMNS for line in found) else None


def _among_rules(line: Line, seen: Evidence) -> bool:
    """Whether an upright runs through the line: it is of what rules enclose there."""
    return any(e.start < line.top and line.bottom < e.end and line.x0 < e.at < line.x1 for e in seen.uprights)


def fits_columns(ruled: RuledGrid, line: Line) -> bool:
    """Whether each text of the line stands within one column."""
    return all(any(a - 1 <= c.x0 and c.x1 <= b + 1 for a, b in pairwise(ruled.xs)) for c in line.chunks)
