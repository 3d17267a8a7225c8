"""Rows of a striped table that goes on at the top of the next page: each band and each white space is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise

from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.model import Box, Colour, Grid

MIN_ROWS = 3
"""Rows whose colours show that they take turns."""
WIDE = 0.9
"""Share of the table's width that a band covers."""


def is_striped(last: Grid) -> bool:
    """Whether the last rows of a table are coloured by turns."""
    fills: dict[int, set[Colour | None]] = defaultdict(set)
    for cell in last.cells:
        if cell.text:
            fills[cell.row].add(cell.fill)
    coloured = [None not in fills[row] for row in sorted(fills)]
    rows = coloured[-MIN_ROWS:]
    return len(rows) == MIN_ROWS and all(a != b for a, b in pairwise(rows))


def by_stripes(groups: Sequence[Sequence[RowLine]], bands: Sequence[Box]) -> list[list[RowLine]]:
    """The groups of lines, those together that stand on one band, or in the white above or below one."""
    edges = sorted({y for band in bands for y in (band.top, band.bottom)})
    spaces = groupby(groups, key=lambda group: sum(y <= (group[0].top + group[0].bottom) / 2 for y in edges))
    return [[line for group in some for line in group] for _, some in spaces]


def bands_across(areas: Sequence[Box], left: float, right: float) -> list[Box]:
    """The coloured areas of one level that together go from one side to the other, each as one."""
    levels: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for area in areas:
        levels[round(area.top), round(area.bottom)].append(area)
    return [
        Box(left, some[0].top, right, some[0].bottom)
        for some in levels.values()
        if sum(max(0.0, min(a.x1, right) - max(a.x0, left)) for a in some) >= WIDE * (right - left)
    ]
