"""How far a found grid is believed: cheap evidence, scaled to what true tables bear out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.model import Cell

LONE_ROW = 0.5
"""Rows of doubt that rows with cells side by side must outweigh: one such row leaves a third."""
ENOUGH_BESIDE = 0.6
"""Share of a ruled table's rows with cells side by side, at least; bands and notes have one cell."""
ENOUGH_FILLED = 0.6
"""Share of its cells that are filled, at least."""
CUT_ROW = 0.6
"""Belief in the end of a row at the top of a page: a single filled cell is all that can be there."""
LEAST = 0.2
"""Belief in a frame that rules enclose without any cells side by side."""
REGULAR, BASE = 0.3, 0.7
"""Belief in a grid that alignment shows: all of it when every cell is filled and no text spans, this base
when none is; nine of ten such tables hold all their cells in the right place."""


def ruled_belief(cells: Sequence[Cell], rows: int, placed: int, left_over: int) -> float:
    """Belief in a grid that rules or colours enclose: rows of cells side by side, mostly filled."""
    filled = Counter(c.row for c in cells if c.text or c.glyphs)
    if rows == 1 and filled.total() == 1:
        return CUT_ROW
    rowed = sum(n > 1 for n in filled.values())
    evidence = (
        rowed
        / (rowed + LONE_ROW)
        * min(1.0, rowed / (ENOUGH_BESIDE * max(len(filled), 1)))
        * min(1.0, filled.total() / (ENOUGH_FILLED * max(len(cells), 1)))
    )
    return round(max(LEAST, evidence) * placed / max(placed + left_over, 1), 3)


def aligned_belief(cells: Sequence[Cell], rows: int, columns: int, left_over: int) -> float:
    """Belief in a grid that no rules enclose: regular rows, texts in one column each, no word left over."""
    alone = sum(c.column_span == 1 for c in cells) / len(cells)
    filled = min(1.0, len(cells) / (rows * columns))
    words = sum(len(c.words) for c in cells)
    return round((BASE + REGULAR * alone * filled) * words / max(words + left_over, 1), 3)
