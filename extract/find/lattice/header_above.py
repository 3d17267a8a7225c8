"""Headers without rules of their own above a table: a coloured band, or texts each over one column."""

from __future__ import annotations

from itertools import pairwise

from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.lattice.stripes import by_cells
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.model import Box

CLOSE_EM = 0.7
"""White between the header and the table, and between the lines of the header."""
BAND_COVER = 0.9
"""Share of the table's width that a coloured band on top of it must cover."""
TOUCH_PT = 3.0
"""A band this near to the table stands on it."""
MIN_COLUMNS = 3
"""Headings side by side of an uncoloured header; with two, a numbered heading looks the same."""


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
    if ruled.columns < MIN_COLUMNS:
        return None
    frame, found = ruled.frame, list[Line]()
    top = frame.top
    above = sorted((k for k in seen.lines if k.bottom <= top + TOUCH_PT), key=lambda k: -k.bottom)
    for line in above:
        inside = frame.x0 - TOUCH_PT <= line.x0 and line.x1 <= frame.x1 + TOUCH_PT
        fits = inside and not _among_rules(line, seen) and fits_columns(ruled, by_cells(line, ruled.xs))
        if top - line.bottom > CLOSE_EM * line.size or not fits:
            break
        found.append(line)
        top = line.top
    return found[-1].top - 1 if any(len(line.chunks) >= MIN_COLUMNS for line in found) else None


def _among_rules(line: Line, seen: Evidence) -> bool:
    """Whether an upright runs through the line: it is of what rules enclose there."""
    return any(e.start < line.top and line.bottom < e.end and line.x0 < e.at < line.x1 for e in seen.uprights)


def fits_columns(ruled: RuledGrid, line: Line) -> bool:
    """Whether each text of the line stands within one column."""
    return all(any(a - 1 <= c.x0 and c.x1 <= b + 1 for a, b in pairwise(ruled.xs)) for c in line.chunks)
