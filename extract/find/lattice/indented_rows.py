"""Rows that begin farther in than the headings over them: their rules stop before the table's side does."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.lattice.grid import NEAR_PT, Region, RuledGrid
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line, within


def indented_rows(ruled: RuledGrid, lines: Sequence[Line]) -> list[Edge]:
    """Levels carried on through the white before indented rows, to the side of the cell that holds them.

    A heading that begins farther out has no rule between itself and that white, nor has the white between
    rows: what no rule parts would be one cell from the first heading to the last row, over all rules inside.
    """
    return [
        edge
        for region in ruled.regions
        if region[2] > 1 and region[3] > 1
        for edge in _carried(ruled, region, lines)
    ]


def _carried(ruled: RuledGrid, region: Region, lines: Sequence[Line]) -> list[Edge]:
    """Levels that come into the region from beside it and stop inside, where no text stands in their way."""
    box = ruled.box(region)
    row, _, height, _ = region
    inner = ruled.ys[row + 1 : row + height]
    entering = [e for e in ruled.levels if _enters(e, box.x0, box.x1) and box.top < e.at < box.bottom]
    ys = [y for y in inner if any(abs(e.at - y) <= NEAR_PT for e in entering)]
    mine = within(lines, box) if ys else []
    return [Edge(y, box.x0, box.x1) for y in ys if not any(k.top < y - 1 and y + 1 < k.bottom for k in mine)]


def _enters(level: Edge, x0: float, x1: float) -> bool:
    """Whether a level comes from beside the span and ends inside it."""
    from_left = level.start < x0 - NEAR_PT and x0 + NEAR_PT < level.end < x1 - NEAR_PT
    from_right = x1 + NEAR_PT < level.end and x0 + NEAR_PT < level.start < x1 - NEAR_PT
    return from_left or from_right
