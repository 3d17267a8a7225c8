"""A grid of several tables side by side under the same headings, parted."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Box, Grid

MIN_COLUMNS = 2
"""Columns of one of the tables."""


def split_at_repeated_headers(grid: Grid) -> list[Grid]:
    """The tables of a grid whose headings come again and again; else the grid itself."""
    head = {c.column: c.text for c in grid.cells if c.row == 0 and c.column_span == 1}
    names = [head.get(i, "") for i in range(grid.columns)]
    for width in range(MIN_COLUMNS, grid.columns // 2 + 1):
        if (
            grid.columns % width == 0
            and all(names[:width])
            and names == names[:width] * (grid.columns // width)
        ):
            if len(set(names[:width])) < width or any(
                c.column // width != (c.column + c.column_span - 1) // width for c in grid.cells
            ):
                return [grid]
            return [_table(grid, first, width) for first in range(0, grid.columns, width)]
    return [grid]


def _table(grid: Grid, first: int, width: int) -> Grid:
    cells = [c for c in grid.cells if first <= c.column < first + width]
    box = Box(min(c.box.x0 for c in cells), grid.box.top, max(c.box.x1 for c in cells), grid.box.bottom)
    return replace(
        grid,
        box=box,
        columns=width,
        cells=tuple(replace(c, column=c.column - first) for c in cells),
        reason=f"{grid.reason}; the same headings come again beside it",
        left_over=tuple(w for w in grid.left_over if box.holds(w.box.mid_x, w.box.mid_y)),
    )
