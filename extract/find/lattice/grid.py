"""Finds tables drawn with ruling lines: a lattice of edges becomes a grid of cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from agendapack.extract.find.page.edges import Edge, Lattice, positions
from agendapack.extract.model import Box

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

    @property
    def frame(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box(self, region: Region) -> Box:
        row, column, row_span, column_span = region
        return Box(self.xs[column], self.ys[row], self.xs[column + column_span], self.ys[row + row_span])

    def _regions(self) -> list[Region]:
        """Join elementary cells that no rule parts; each joined area is its bounding rectangle."""
        right = _sides(self.uprights, self.xs, self.ys)
        below = _sides(self.levels, self.ys, self.xs)
        areas = _Areas(self.rows, self.columns)
        for r in range(self.rows):
            for c in range(self.columns):
                if c + 1 < self.columns and not right[c + 1][r]:
                    areas.join((r, c), (r, c + 1))
                if r + 1 < self.rows and not below[r + 1][c]:
                    areas.join((r, c), (r + 1, c))
        return areas.rectangles()


class _Areas:
    """Elementary cells joined into areas (union-find), grown until each area is a rectangle."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.parent = list(range(rows * columns))

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a: tuple[int, int], b: tuple[int, int]) -> None:
        first, second = sorted((self.root(a[0] * self.columns + a[1]), self.root(b[0] * self.columns + b[1])))
        self.parent[second] = first

    def rectangles(self) -> list[Region]:
        while True:
            bounds: dict[int, list[int]] = {}
            for i in range(len(self.parent)):
                r, c = divmod(i, self.columns)
                b = bounds.setdefault(self.root(i), [r, c, r, c, 0])
                b[1], b[2], b[3], b[4] = min(b[1], c), r, max(b[3], c), b[4] + 1
            uneven = [b for b in bounds.values() if (b[2] - b[0] + 1) * (b[3] - b[1] + 1) != b[4]]
            if not uneven:
                return [(r0, c0, r1 - r0 + 1, c1 - c0 + 1) for r0, c0, r1, c1, _ in sorted(bounds.values())]
            for r0, c0, r1, c1, _ in uneven:
                for r in range(r0, r1 + 1):
                    for c in range(c0, c1 + 1):
                        self.join((r0, c0), (r, c))


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
    last = len(cuts) - 1
    for line in lines:
        covered = [0.0] * last
        for e in edges:
            if abs(e.at - line) > NEAR_PT:
                continue
            start, end = e.start, e.end
            i = max(bisect_right(cuts, start) - 1, 0)
            while i < last and cuts[i] < end:
                a, b = cuts[i], cuts[i + 1]
                covered[i] += max(0.0, (end if end < b else b) - (start if start > a else a))
                i += 1
        table.append([covered[i] >= COVER * (cuts[i + 1] - cuts[i]) for i in range(last)])
    return table


def slot_of(cuts: Sequence[float], at: float) -> int:
    """The interval between cuts that holds a position; the outermost holds what lies beyond."""
    i, last = bisect_right(cuts, at) - 1, len(cuts) - 2
    return 0 if i < 0 else last if i > last else i
