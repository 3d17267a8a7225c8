"""The last row of a table whose every other row is coloured, where it is a white one."""

from __future__ import annotations

from extract.find.crown import BAND_COVER, CLOSE_EM, MAX_LINES, MIN_COLUMNS, TOUCH_PT, fits_columns
from extract.find.edges import Edge, Lattice
from extract.find.evidence import Evidence
from extract.find.ruled import RuledGrid


def footed(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with the white row below it, where white and coloured rows take turns."""
    bottom = _bottom(ruled, seen) if _takes_turns(ruled, seen) else None
    if bottom is None:
        return ruled
    frame = ruled.frame
    uprights = [Edge(x, frame.bottom, bottom) for x in ruled.xs]
    return RuledGrid(Lattice((*ruled.levels, Edge(bottom, frame.x0, frame.x1)), (*ruled.uprights, *uprights)))


def _takes_turns(ruled: RuledGrid, seen: Evidence) -> bool:
    """Whether the last row is coloured, the one before it white and the one before that coloured."""
    if len(ruled.ys) < 4:
        return False
    rows = list(zip(ruled.ys[-4:], ruled.ys[-3:], strict=False))
    return [_coloured(ruled, seen, (top + bottom) / 2) for top, bottom in rows] == [True, False, True]


def _coloured(ruled: RuledGrid, seen: Evidence, y: float) -> bool:
    frame = ruled.frame
    here = [a for a in seen.areas if a.top <= y <= a.bottom]
    return sum(min(a.x1, frame.x1) - max(a.x0, frame.x0) for a in here) >= BAND_COVER * frame.width


def _bottom(ruled: RuledGrid, seen: Evidence) -> float | None:
    """The foot of the lines close below that stand in the columns, the first of them in several."""
    frame = ruled.frame
    bottom, found = frame.bottom, 0
    for line in [line for line in seen.lines if line.top >= frame.bottom - TOUCH_PT][:MAX_LINES]:
        if line.top - bottom > CLOSE_EM * line.size or not fits_columns(ruled, line):
            break
        if not found and len(line.chunks) < MIN_COLUMNS:
            break
        bottom, found = line.bottom, found + 1
    return bottom + 1 if found else None
