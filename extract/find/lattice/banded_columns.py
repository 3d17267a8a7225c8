"""Columns coloured by turns, cell by cell: the levels of their rows go on over the white columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.stripes import NEAR_PT
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.find.page.shading import MAX_AREAS
from agendapack.extract.model import Box

MIN_ROWS = 2
"""Rows of coloured cells beside the same white columns."""
Row = list[Box]
"""Coloured cells of one height, from left to right."""


def across_columns(seen: Evidence) -> list[Edge]:
    """The levels between coloured cells of one row carried over the white cells beside them."""
    columns: dict[tuple[int, int], list[Box]] = {}
    for row in _rows(seen.areas if len(seen.areas) <= MAX_AREAS else ()):
        for cell in _white_cells(row, seen.levels):
            columns.setdefault((round(cell.x0), round(cell.x1)), []).append(cell)
    cells = [cell for column in columns.values() if _is_column(column, seen.lines) for cell in column]
    return [Edge(y, cell.x0, cell.x1) for cell in cells for y in (cell.top, cell.bottom)]


def _rows(areas: Sequence[Box]) -> list[Row]:
    """The coloured areas of one height and place, from the top down."""
    rows: dict[tuple[int, int], Row] = {}
    for area in sorted(areas, key=lambda a: (a.top, a.x0)):
        rows.setdefault((round(area.top), round(area.bottom)), []).append(area)
    return [sorted(row, key=lambda a: a.x0) for row in rows.values() if len(row) > 1]


def _white_cells(row: Row, rules: Sequence[Edge]) -> Iterator[Box]:
    """The places between the cells, and those between them and the ends of the rules over them all."""
    first, last = row[0], row[-1]
    wide = [e for e in rules if e.start <= first.x0 + NEAR_PT and e.end >= last.x1 - NEAR_PT]
    left = min((e.start for e in wide), default=first.x0)
    right = max((e.end for e in wide), default=last.x1)
    ends = [(left, first.x0), *((a.x1, b.x0) for a, b in pairwise(row)), (last.x1, right)]
    return (Box(x0, first.top, x1, first.bottom) for x0, x1 in ends if x1 - x0 > NEAR_PT)


def _is_column(cells: Sequence[Box], lines: Sequence[Line]) -> bool:
    """Whether white cells stand on each other, and texts in them rather than over their borders."""
    stacked = sum(abs(a.bottom - b.top) <= NEAR_PT for a, b in pairwise(cells))
    filled = [within(lines, cell) for cell in cells]
    inside = all(
        cell.top - 1 <= line.top and line.bottom <= cell.bottom + 1
        for cell, mine in zip(cells, filled, strict=True)
        for line in mine
    )
    return stacked >= MIN_ROWS - 1 and inside and 2 * sum(map(bool, filled)) > len(cells)
