"""Ruling lines as the finder needs them: snapped, joined, and grouped into lattices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Rule

SNAP_PT = 3.0
"""Rules this close together are one line (double borders, cell edges drawn twice)."""
JOIN_PT = 4.0
"""Pieces of one line may be this far apart (corner squares, rounded corners)."""
TOUCH_PT = 4.0
"""A rule may end this far from the one it meets."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight line at `at`, from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Lattice:
    """Horizontal and vertical edges that hang together."""

    levels: tuple[Edge, ...]
    """Horizontal edges; `at` is y."""
    uprights: tuple[Edge, ...]
    """Vertical edges; `at` is x."""

    @property
    def box(self) -> Box:
        xs = [e.at for e in self.uprights] + [x for e in self.levels for x in (e.start, e.end)]
        ys = [e.at for e in self.levels] + [y for e in self.uprights for y in (e.start, e.end)]
        return Box(min(xs), min(ys), max(xs), max(ys))


def rule_edges(rules: Iterable[Rule], horizontal: bool) -> list[Edge]:
    """Rules of one direction."""
    return [
        Edge(r.box.mid_y, r.box.x0, r.box.x1) if horizontal else Edge(r.box.mid_x, r.box.top, r.box.bottom)
        for r in rules
        if r.horizontal == horizontal
    ]


def joined(raw: Iterable[Edge], reach: float = JOIN_PT, near: float = SNAP_PT) -> list[Edge]:
    """Edges with collinear pieces joined: up to `near` apart across, over gaps up to `reach`."""
    edges: list[Edge] = []
    group: list[Edge] = []
    for edge in sorted(raw, key=lambda e: e.at):
        if group and edge.at - group[0].at > near:
            edges += _join(group, reach)
            group = []
        group.append(edge)
    return edges + _join(group, reach)


def _join(group: Sequence[Edge], reach: float) -> list[Edge]:
    """Join near-collinear pieces that overlap or almost touch."""
    edges: list[Edge] = []
    for edge in sorted(group, key=lambda e: e.start):
        last = edges[-1] if edges else None
        if last and edge.start - last.end <= reach:
            weight = last.length + edge.length
            at = (last.at * last.length + edge.at * edge.length) / weight if weight else last.at
            edges[-1] = Edge(at, last.start, max(last.end, edge.end))
        else:
            edges.append(edge)
    return edges


def lattices(levels: Sequence[Edge], uprights: Sequence[Edge]) -> list[Lattice]:
    """Groups of edges that touch or cross, from the top of the page down."""
    parent = list(range(len(levels) + len(uprights)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(levels)), key=lambda i: levels[i].at)
    ys = [levels[i].at for i in order]
    for j, upright in enumerate(uprights):
        low = _first_at_least(ys, upright.start - TOUCH_PT)
        for k in range(low, len(order)):
            level = levels[order[k]]
            if level.at > upright.end + TOUCH_PT:
                break
            if level.start - TOUCH_PT <= upright.at <= level.end + TOUCH_PT:
                parent[root(order[k])] = root(len(levels) + j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for i, edge in enumerate(levels):
        groups.setdefault(root(i), ([], []))[0].append(edge)
    for j, edge in enumerate(uprights):
        groups.setdefault(root(len(levels) + j), ([], []))[1].append(edge)
    found = [Lattice(tuple(a), tuple(b)) for a, b in groups.values() if a or b]
    return sorted(found, key=lambda lattice: (lattice.box.top, lattice.box.x0))


def _first_at_least(values: Sequence[float], wanted: float) -> int:
    low, high = 0, len(values)
    while low < high:
        mid = (low + high) // 2
        if values[mid] < wanted:
            low = mid + 1
        else:
            high = mid
    return low


def positions(values: Iterable[float], near: float = SNAP_PT) -> list[float]:
    """Cluster coordinates that lie close together; the mean of each cluster."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] <= near:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(c) / len(c) for c in clusters]
