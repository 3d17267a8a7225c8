"""Matches the columns of a table's parts, which drift or go missing from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Grid, Row

Interval = tuple[float, float]
EDGE_PT = 40.0
"""The left edge of a table without rules may move this much between its parts."""


def intervals(grid: Grid) -> list[Interval]:
    """Left and right edge of every column, in points."""
    found: dict[int, Interval] = {}
    for cell in sorted(grid.cells, key=lambda c: c.column_span):
        if cell.column_span == 1:
            x0, x1 = found.get(cell.column, (cell.box.x0, cell.box.x1))
            found[cell.column] = (min(x0, cell.box.x0), max(x1, cell.box.x1))
    for cell in sorted(grid.cells, key=lambda c: c.column_span):
        first, last = cell.column, cell.column + cell.column_span - 1
        if first not in found:
            found[first] = (cell.box.x0, found.get(first + 1, (cell.box.x1, 0))[0])
        if last not in found:
            found[last] = (found.get(last - 1, (0, cell.box.x0))[1], cell.box.x1)
    left = grid.box.x0
    for column in range(grid.columns):
        found.setdefault(column, (found.get(column - 1, (left, left))[1],) * 2)
    return [found[c] for c in range(grid.columns)]


Mapping = list[tuple[int, int]]
"""For each column of a part: first and last column of the table."""


def match(part: Sequence[Interval], base: Sequence[Interval]) -> Mapping | None:
    """Where each column of a part belongs in the base; None when they do not fit together.

    A part may lack columns of the base, and its columns may reach over several of them.
    """
    if len(part) > len(base) or abs(part[0][0] - base[0][0]) > EDGE_PT and part[0][0] < base[0][0]:
        return None
    mapping: Mapping = []
    for x0, x1 in part:
        inside = [i for i, (b0, b1) in enumerate(base) if _shared(x0, x1, b0, b1) > 0.5 * max(b1 - b0, 1.0)]
        if not inside:
            return None
        mapping.append((inside[0], inside[-1]))
    if any(b[0] <= a[1] for a, b in zip(mapping, mapping[1:], strict=False)):
        return None
    return mapping


def one_to_one(mapping: Mapping) -> bool:
    """Whether every column of the part is one column of the base."""
    return all(first == last for first, last in mapping)


def _shared(a0: float, a1: float, b0: float, b1: float) -> float:
    return max(0.0, min(a1, b1) - max(a0, b0))


def remap(rows: Sequence[Row], mapping: Mapping) -> list[Row]:
    """The rows with their cells moved to the table's columns; a cell stays one value in all its rows."""
    if mapping == [(column, column) for column in range(len(mapping))]:
        return list(rows)
    moved: dict[int, Cell] = {}

    def at_home(cell: Cell) -> Cell:
        return moved.setdefault(id(cell), _moved(cell, mapping))

    return [
        replace(row, cells=tuple(map(at_home, row.cells)), above=tuple(map(at_home, row.above)))
        for row in rows
    ]


def _moved(cell: Cell, mapping: Mapping) -> Cell:
    first = mapping[cell.column][0]
    last = mapping[min(cell.column + cell.column_span, len(mapping)) - 1][1]
    return replace(cell, column=first, column_span=last - first + 1)
