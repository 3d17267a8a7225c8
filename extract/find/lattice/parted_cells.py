"""Uprights that a row leaves out although its texts keep to the columns that other rows part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.grid import NEAR_PT, Region, RuledGrid
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk, Line, within
from agendapack.extract.find.page.row_line import OVERLAP

CROSS_PT = 1.0
"""A word must reach this far past an upright on both sides to stand across it."""


def parted_cells(ruled: RuledGrid, lines: Sequence[Line]) -> list[Edge]:
    """Uprights between texts side by side in one cell: a head, or every other row, that has none.

    A heading across the columns stands over an upright; a text in one column and the next beside it do not.
    """
    return [
        Edge(x, ruled.ys[region[0]], ruled.ys[region[0] + region[2]])
        for region in ruled.regions
        if region[3] > 1 and not _holds_rules(ruled, region)
        for x in _cuts(ruled, region, within(lines, ruled.box(region)))
    ]


def _holds_rules(ruled: RuledGrid, region: Region) -> bool:
    """Whether rules run inside the region, those of a table of its own in the cell."""
    box = ruled.box(region)
    inside = (edge for edge in ruled.levels if box.top + NEAR_PT < edge.at < box.bottom - NEAR_PT)
    return any(min(edge.end, box.x1) - max(edge.start, box.x0) > NEAR_PT for edge in inside)


def _cuts(ruled: RuledGrid, region: Region, lines: Sequence[Line]) -> list[float]:
    """The inner uprights of the region that stand in the white between two cells, and in no word."""
    _, column, _, width = region
    inner = ruled.xs[column + 1 : column + width]
    words = [w.box for line in lines for c in line.chunks for w in c.words]
    clear = [x for x in inner if not any(b.x0 + CROSS_PT < x < b.x1 - CROSS_PT for b in words)]
    gaps = [gap for line in lines for gap in pairwise(_level(line, lines))]
    return [x for x in clear if any(_between(a, b, x) and _cells(a, b, ruled.xs) for a, b in gaps)]


def _level(line: Line, lines: Sequence[Line]) -> list[Chunk]:
    """Its texts and those set half a line above or below it, from left to right."""
    level = [k for k in lines if min(k.bottom, line.bottom) - max(k.top, line.top) > OVERLAP * line.size]
    return sorted((chunk for k in level for chunk in k.chunks), key=lambda chunk: chunk.x0)


def _between(left: Chunk, right: Chunk, x: float) -> bool:
    return left.x1 - NEAR_PT <= x <= right.x0 + NEAR_PT


def _cells(left: Chunk, right: Chunk, xs: Sequence[float]) -> bool:
    """Whether the right text is a figure, or each of the two keeps to one column."""
    return right.numeric or all(
        _column(c.x0 + CROSS_PT, xs) == _column(c.x1 - CROSS_PT, xs) for c in (left, right)
    )


def _column(x: float, xs: Sequence[float]) -> int:
    return bisect_right(xs, x)
