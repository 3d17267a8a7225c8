"""Finds tables drawn with ruling lines: a lattice of edges becomes a grid of cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.find.edges import Edge, Lattice, positions
from extract.model import Box

COVER = 0.6
"""Share of a cell's side that must be ruled for the side to count."""
NEAR_PT = 4.0
"""How far a rule may lie from the grid position it belongs to."""

Region = tuple[int, int, int, int]
"""row, column, row span, column span"""


class RuledGrid:
    """Grid positions of a lattice and the cells its rules enclose."""

    def __init__(self, lattice: Lattice) -> None:
        ends = [x for e in lattice.levels for x in (e.start, e.end)]
        tips = [y for e in lattice.uprights for y in (e.start, e.end)]
        self.xs = positions([e.at for e in lattice.uprights] + _outer(ends, [e.at for e in lattice.uprights]))
        self.ys = positions([e.at for e in lattice.levels] + _outer(tips, [e.at for e in lattice.levels]))
        self.levels, self.uprights = lattice.levels, lattice.uprights
        self.regions = self._regions() if self.rows > 0 and self.columns > 0 else []

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    def box(self, region: Region) -> Box:
        row, column, row_span, column_span = region
        return Box(self.xs[column], self.ys[row], self.xs[column + column_span], self.ys[row + row_span])

    def _regions(self) -> list[Region]:
        """Join elementary cells that no rule parts; each joined area is its bounding rectangle."""
        right = _sides(self.uprights, self.xs, self.ys)
        below = _sides(self.levels, self.ys, self.xs)
        owner = [[r * self.columns + c for c in range(self.columns)] for r in range(self.rows)]
        for r in range(self.rows):
            for c in range(self.columns):
                if c + 1 < self.columns and not right[c + 1][r]:
                    _merge(owner, owner[r][c], owner[r][c + 1])
                if r + 1 < self.rows and not below[r + 1][c]:
                    _merge(owner, owner[r][c], owner[r + 1][c])
        while _square_up(owner):
            pass
        return _rectangles(owner)


def _outer(ends: Sequence[float], known: Sequence[float]) -> list[float]:
    """Ends of the crossing rules that reach past the outermost known line: an open border."""
    if not ends:
        return []
    low, high = min(ends), max(ends)
    outer = []
    if not known or low < min(known) - NEAR_PT:
        outer.append(low)
    if not known or high > max(known) + NEAR_PT:
        outer.append(high)
    return outer


def _sides(edges: Sequence[Edge], lines: Sequence[float], cuts: Sequence[float]) -> list[list[bool]]:
    """For each line and each interval between cuts: whether a rule covers it."""
    table = []
    for line in lines:
        mine = [e for e in edges if abs(e.at - line) <= NEAR_PT]
        row = []
        for a, b in pairwise(cuts):
            covered = sum(max(0.0, min(e.end, b) - max(e.start, a)) for e in mine)
            row.append(covered >= COVER * (b - a))
        table.append(row)
    return table


def _merge(owner: list[list[int]], a: int, b: int) -> None:
    if a != b:
        for row in owner:
            for c, value in enumerate(row):
                if value == b:
                    row[c] = a


def _square_up(owner: list[list[int]]) -> bool:
    """Grow every area to its bounding rectangle; true when something changed."""
    for row, column, row_span, column_span in _rectangles(owner):
        mine = owner[row][column] if owner[row][column] >= 0 else None
        inside = {owner[r][c] for r in range(row, row + row_span) for c in range(column, column + column_span)}
        if mine is not None and len(inside) > 1:
            for other in inside - {mine}:
                _merge(owner, mine, other)
            return True
    return False


def _rectangles(owner: list[list[int]]) -> list[Region]:
    """Bounding rectangle of each area, in reading order of its top-left cell."""
    bounds: dict[int, list[int]] = {}
    for r, row in enumerate(owner):
        for c, value in enumerate(row):
            b = bounds.setdefault(value, [r, c, r, c])
            b[1], b[2], b[3] = min(b[1], c), r, max(b[3], c)
    return [(r0, c0, r1 - r0 + 1, c1 - c0 + 1) for r0, c0, r1, c1 in sorted(bounds.values())]
