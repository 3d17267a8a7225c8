"""Levels inside a ruled row that only colours show: the borders of its stripes."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.lattice.grid import NEAR_PT, RuledGrid
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.find.page.shading import MAX_AREAS
from agendapack.extract.model import Box

COVER = 0.6
"""Share of the table's width that a stripe covers; its first column may have a colour of its own."""
MIN_COLUMNS = 2
"""Columns with a text on each side of a level."""


def with_coloured_levels(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with the borders of stripes as levels, where rows of texts stand on both sides."""
    lines = within(seen.lines, ruled.frame)
    ys = [y for y in _borders(ruled, seen.areas) if _parts_rows(ruled, y, lines)]
    whole = {(r, c) for r, c, height, _ in ruled.regions if height == 1}
    levels = [
        Edge(y, ruled.xs[c], ruled.xs[c + width])
        for y in ys
        for r, c, _, width in ruled.regions
        if (r, c) in whole and ruled.ys[r] < y < ruled.ys[r + 1]
    ]
    return RuledGrid(Lattice((*ruled.levels, *levels), ruled.uprights)) if levels else ruled


def _borders(ruled: RuledGrid, areas: Sequence[Box]) -> list[float]:
    """The heights at which stripes of the table begin and end, where no rule is near."""
    frame = ruled.frame
    stripes: dict[tuple[int, int], list[Box]] = {}
    for area in areas if len(areas) <= MAX_AREAS else ():
        if area.height < frame.height - NEAR_PT and area.overlap(frame) > 0:
            stripes.setdefault((round(area.top), round(area.bottom)), []).append(area)
    wide = [
        some
        for some in stripes.values()
        if sum(min(a.x1, frame.x1) - max(a.x0, frame.x0) for a in some) >= COVER * frame.width
    ]
    ys = sorted({y for some in wide for y in (some[0].top, some[0].bottom)})
    return [
        y for n, y in enumerate(ys)
        if all(abs(y - at) > NEAR_PT for at in ruled.ys) and (n == 0 or y - ys[n - 1] > NEAR_PT)
    ]  # fmt: skip


def _parts_rows(ruled: RuledGrid, y: float, lines: Sequence[Line]) -> bool:
    """Whether rows of texts stand above and below in one ruled row, and none on the level."""
    row = max(i for i, at in enumerate(ruled.ys) if at < y) if y > ruled.ys[0] else 0
    mine = [line for line in lines if ruled.ys[row] <= line.mid_y <= ruled.ys[row + 1]]
    above = [line for line in mine if line.mid_y < y]
    below = [line for line in mine if line.mid_y > y]
    if any(line.bottom > y + 1 for line in above) or any(line.top < y - 1 for line in below):
        return False
    return all(max((len(k.chunks) for k in some), default=0) >= MIN_COLUMNS for some in (above, below))
