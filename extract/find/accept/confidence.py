"""How far a found grid is believed: cheap evidence, scaled to what true tables bear out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Grid

LONE_ROW = 0.4
"""Rows of doubt that rows with cells side by side must outweigh: one such row leaves two sevenths."""
MOST = 0.98
"""No table is certain: a missing head or column leaves no trace in the cells that were found."""
ENOUGH_BESIDE = 0.33
"""Share of a ruled table's rows with cells side by side, at least; bands and notes have one cell."""
ENOUGH_FILLED = 0.33
"""Share of its cells that are filled, at least; columns to be filled in later stand empty."""
CUT_ROW = 0.6
"""Confidence in the end of a row at the top of a page: a single filled cell is all that can be there."""
LEAST = 0.2
"""Confidence in a frame that rules enclose without any cells side by side."""
ENOUGH_ACROSS = 0.7
"""Share of an aligned table's columns that its fullest row fills, at least; less, and the columns are
rather ragged text, such as a contents list without dots."""
TOUCHING_LINES = 1.5
"""White between two parts of one table, in lines of its text, at most;"""
SAME_WIDTH = 0.8
"""and the share of the narrower that stands over or under the wider, at least."""


def ruled_confidence(cells: Sequence[Cell], placed: int, left_over: int) -> float:
    """Confidence in a grid that rules or colours enclose: rows of cells side by side, not all too empty."""
    filled = _filled(cells)
    if len({c.row for c in cells}) == 1 and filled.total() == 1:
        return CUT_ROW
    rowed = _rowed(filled)
    evidence = (
        rowed
        / (rowed + LONE_ROW)
        * min(1.0, rowed / (ENOUGH_BESIDE * max(len(filled), 1)))
        * min(1.0, filled.total() / (ENOUGH_FILLED * max(len(cells), 1)))
    )
    return _scaled(max(LEAST, evidence), placed, left_over)


def aligned_confidence(cells: Sequence[Cell], columns: int, left_over: int) -> float:
    """Confidence in a grid that no rules enclose: rows of cells side by side, one at least in all columns."""
    filled = _filled(cells)
    rowed = _rowed(filled)
    across = max(filled.values(), default=0) / columns
    evidence = rowed / (rowed + LONE_ROW) * (1.0 if across >= ENOUGH_ACROSS else across**2)
    return _scaled(evidence, sum(len(c.words) for c in cells), left_over)


def tiles_confidence(cells: Sequence[Cell], left_over: int) -> float:
    """Confidence in boxes of one size with labelled figures: the more there are, the more they mean."""
    evidence = len(cells) / (len(cells) + LONE_ROW)
    return _scaled(evidence, sum(len(c.words) for c in cells), left_over)


def as_parts(grids: Sequence[Grid]) -> list[Grid]:
    """The grids of a page; what looks like the part of a table is believed for its share of the rows.

    Where rules or colours end and aligned rows go on right below them, as under a boxed heading, the two
    are hardly two tables.
    """
    return [_as_part(grid, grids) for grid in grids]


def _as_part(grid: Grid, grids: Sequence[Grid]) -> Grid:
    rows = max((o.rows for o in grids if o.method != grid.method and _touching(grid, o)), default=0)
    if not rows:
        return grid
    confidence = round(grid.confidence * grid.rows / (grid.rows + rows), 3)
    return replace(grid, confidence=confidence, reason=f"{grid.reason}; {rows} rows of another kind touch it")


def _touching(a: Grid, b: Grid) -> bool:
    """Whether one stands right over the other with nothing but a line's white between."""
    upper, lower = (a, b) if a.box.top <= b.box.top else (b, a)
    beside = min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)
    if beside < SAME_WIDTH * min(a.box.width, b.box.width):
        return False
    line = min((w.box.height for g in (a, b) for c in g.cells for w in c.words), default=0.0)
    return lower.box.top - upper.box.bottom <= TOUCHING_LINES * line


def _filled(cells: Sequence[Cell]) -> Counter[int]:
    """How many cells of each row hold something."""
    return Counter(c.row for c in cells if c.text or c.glyphs)


def _rowed(filled: Counter[int]) -> int:
    """Rows with cells side by side."""
    return sum(n > 1 for n in filled.values())


def _scaled(evidence: float, placed: int, left_over: int) -> float:
    """The evidence for the words in cells, less the share of those that reached none."""
    return round(min(MOST, evidence) * placed / max(placed + left_over, 1), 3)
