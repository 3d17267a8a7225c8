"""Says which grids are tables and which are frames, forms' boxes or drawings."""

from __future__ import annotations

from extract.model import Grid

MIN_FILLED = 2
"""Cells with text a ruled grid must have; fewer is a box around a heading or a picture frame."""

MIN_CUT_ROW_COLUMNS = 3
"""A grid with a single filled cell is the rest of a row when it has this many columns."""


def is_table(grid: Grid) -> bool:
    """Whether a found grid holds a table."""
    filled = sum(1 for cell in grid.cells if cell.text or cell.glyphs)
    # the last words of a row can stand alone in their grid at the top of the next page
    return filled >= MIN_FILLED or (filled == 1 and grid.columns >= MIN_CUT_ROW_COLUMNS)


def is_aligned_table(grid: Grid) -> bool:
    """Whether a grid found by alignment alone holds a table."""
    filled = [c for c in grid.cells if c.text]
    return grid.rows >= 2 and grid.columns >= 2 and len(filled) >= 4
