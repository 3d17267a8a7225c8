"""Coloured areas or frames apart from each other that are one table: cards in a row, columns left white."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.edges import SNAP_PT, Edge, Lattice, positions
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.model import Box

MAX_GAP_PT = 30.0
"""White between two cards, or the width of an uncoloured column, at most."""
_Placed = tuple[Lattice, Box]


def together(lattices: Sequence[Lattice], lines: Sequence[Line]) -> list[Lattice]:
    """The lattices, those joined that stand beside each other with all levels at the same heights.

    Of two tables that happen to have their rows at the same heights each has columns, and white between.
    """
    rows: list[list[_Placed]] = []
    for placed in sorted(((k, k.box) for k in lattices), key=lambda p: p[1].x0):
        row = next((row for row in rows if _goes_on(row[-1], placed, lines)), None)
        if row is None:
            rows.append([placed])
        else:
            row.append(placed)
    return [_joined(row) if len(row) > 1 else row[0][0] for row in rows]


def _goes_on(left: _Placed, right: _Placed, lines: Sequence[Line]) -> bool:
    """Whether the right one stands close beside the left one as its next card or column."""
    a, b = left[1], right[1]
    if not 0 < b.x0 - a.x1 <= MAX_GAP_PT or not _near([a.top, a.bottom], [b.top, b.bottom]):
        return False
    if not _near(*(positions(e.at for e in k.levels) for k, _ in (left, right))):
        return False
    cards = all(len(positions(e.at for e in k.uprights)) <= 2 for k, _ in (left, right))
    return cards or bool(within(lines, Box(a.x1, a.top, b.x0, a.bottom)))


def _near(ys: Sequence[float], others: Sequence[float]) -> bool:
    return len(ys) == len(others) and all(abs(y - z) <= SNAP_PT for y, z in zip(ys, others, strict=True))


def _joined(row: Sequence[_Placed]) -> Lattice:
    """One lattice, its levels carried on over the gaps."""
    gaps = [Edge(y, a[1].x1, b[1].x0) for a, b in pairwise(row) for y in positions(e.at for e in a[0].levels)]
    levels = [e for k, _ in row for e in k.levels]
    return Lattice((*levels, *gaps), tuple(e for k, _ in row for e in k.uprights))
