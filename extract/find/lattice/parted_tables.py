"""Two tables in one lattice: the second follows without white, under a head of its own, in other columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.grid import NEAR_PT
from agendapack.extract.find.page.edges import Edge, Lattice, positions
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import within
from agendapack.extract.find.page.shading import BEHIND
from agendapack.extract.model import Box

LISTED = 3
"""Rows of the second: labels over a single row of values are the next fields of a card."""


def parted_tables(lattice: Lattice, seen: Evidence) -> list[Lattice]:
    """The lattice cut where all its inner uprights end and others begin under a head; else itself.

    It has a head itself: what stands under the fields of a card is of the card.
    """
    ys, box = positions(e.at for e in lattice.levels), lattice.box
    cuts = range(2, len(ys) - LISTED)  # below a head and a row
    if not cuts or not _heads(box, ys[:3], seen):
        return [lattice]
    inner = [e for e in lattice.uprights if box.x0 + NEAR_PT < e.at < box.x1 - NEAR_PT]
    for i in cuts:
        if _all_change(inner, ys[i]) and _heads(box, ys[i : i + 3], seen):
            below = _cut(lattice, ys[i], ys[-1])
            return [_cut(lattice, ys[0], ys[i]), *parted_tables(below, seen)]
    return [lattice]


def _all_change(inner: Sequence[Edge], y: float) -> bool:
    """Whether no upright goes on below the height, and others begin there."""
    above = [e for e in inner if e.end <= y + NEAR_PT]
    below = [e for e in inner if e.start >= y - NEAR_PT]
    goes_on = any(abs(a.at - b.at) <= NEAR_PT for a in above for b in below)
    return bool(above and below) and len(above) + len(below) == len(inner) and not goes_on


def _heads(box: Box, ys: Sequence[float], seen: Evidence) -> bool:
    """Whether the row between the first two heights is a head: titles bold or coloured as the next is not."""
    head, row = (Box(box.x0, top, box.x1, bottom) for top, bottom in pairwise(ys))
    titles = any(len(line.chunks) > 1 for line in within(seen.lines, head))
    return titles and any(looks(head, seen) and not looks(row, seen) for looks in (_is_bold, _is_coloured))


def _is_bold(row: Box, seen: Evidence) -> bool:
    words = [w for line in within(seen.lines, row) for chunk in line.chunks for w in chunk.words]
    return bool(words) and all(word.bold for word in words)


def _is_coloured(row: Box, seen: Evidence) -> bool:
    return sum(area.overlap(row) for area in seen.areas) >= BEHIND * row.area


def _cut(lattice: Lattice, top: float, bottom: float) -> Lattice:
    """What of the lattice lies between two of its levels."""
    levels = tuple(e for e in lattice.levels if top - NEAR_PT <= e.at <= bottom + NEAR_PT)
    uprights = [e for e in lattice.uprights if e.start < bottom - NEAR_PT and e.end > top + NEAR_PT]
    return Lattice(levels, tuple(Edge(e.at, max(e.start, top), min(e.end, bottom)) for e in uprights))
