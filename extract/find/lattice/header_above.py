"""Headers that stand above a ruled table without rules of their own.

Where uprights show the columns, its texts stand each over one of them; where none do, its gaps are those of
the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.lattice.stripes import by_cells
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.find.page.prose import is_prose, parted
from agendapack.extract.model import Box

CLOSE_EM = 0.7
"""White between the header and a table with uprights, and between the lines of the header."""
NEAR_EM = 1.2
"""The same where the table has no uprights: below its first rule its rows have room of their own."""
BAND_COVER = 0.9
"""Share of the table's width that a coloured band on top of it must cover."""
TOUCH_PT = 3.0
"""A band this near to the table stands on it."""
MIN_COLUMNS = 3
"""Headings side by side of an uncoloured header; with two, a numbered heading looks the same."""
RIVER_EM = 0.5
"""Gaps of the header and of a row share this much where they are one river."""
EDGE_EM = 1.0
"""How far a heading may reach beyond the rows."""


def with_header_above(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with a header row on top, where text over its columns calls for one."""
    top = _band_top(ruled, seen) or _text_top(ruled, seen)
    if top is None:
        return ruled
    frame = ruled.frame
    above = within(seen.lines, Box(frame.x0, top, frame.x1, frame.top))
    chunks = [c for line in above for c in by_cells(line, ruled.xs).chunks]
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
    return top if within(seen.lines, Box(frame.x0, top, frame.x1, frame.top)) else None


def _text_top(ruled: RuledGrid, seen: Evidence) -> float | None:
    """The top of lines close above the table whose texts each stand over one column."""
    frame = ruled.frame
    if ruled.columns < MIN_COLUMNS:
        return None

    def belongs(line: Line) -> bool:
        inside = frame.x0 - TOUCH_PT <= line.x0 and line.x1 <= frame.x1 + TOUCH_PT
        return inside and not _among_rules(line, seen) and fits_columns(ruled, by_cells(line, ruled.xs))

    found = _right_above(seen.lines, frame.top, CLOSE_EM, belongs)
    return found[-1].top - 1 if any(len(line.chunks) >= MIN_COLUMNS for line in found) else None


def header_lines_above(lines: Sequence[Line], frame: Box, printed: Sequence[Line]) -> list[Line]:
    """The lines of a header right above these in their frame, if there are any: headings over the columns."""

    def belongs(line: Line) -> bool:
        return _within(line, frame) and not _is_text(line)

    found = _right_above(printed, lines[0].top, NEAR_EM, belongs)
    whole = [n for n, k in enumerate(found, 1) if len(k.chunks) >= MIN_COLUMNS and _shares_rivers(k, lines)]
    return found[: whole[-1]][::-1] if whole else []


def _right_above(
    lines: Sequence[Line], top: float, gap_em: float, belongs: Callable[[Line], bool]
) -> list[Line]:
    """The lines above a height, the nearest first, as far as they follow closely and belong to a header."""
    found: list[Line] = []
    above = sorted((line for line in lines if line.bottom <= top + TOUCH_PT), key=lambda k: -k.bottom)
    for line in above:
        if top - line.bottom > gap_em * line.size or not belongs(line):
            break
        found.append(line)
        top = line.top
    return found


def _among_rules(line: Line, seen: Evidence) -> bool:
    """Whether an upright runs through the line: it is of what rules enclose there."""
    return any(e.start < line.top and line.bottom < e.end and line.x0 < e.at < line.x1 for e in seen.uprights)


def fits_columns(ruled: RuledGrid, line: Line) -> bool:
    """Whether each text of the line stands within one column."""
    return all(any(a - 1 <= c.x0 and c.x1 <= b + 1 for a, b in pairwise(ruled.xs)) for c in line.chunks)


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
