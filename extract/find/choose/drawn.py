"""What rules and colours say of a proposed table."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.choose.cells import filled, share
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import within
from agendapack.extract.model import Box, Cell, Grid

NEAR_PT = 3.0
"""A rule this near to a cell's border is on it."""
GAP_PT = 6.0
"""White between two tables side by side."""
COVER = 0.5
"""Share of a text that a rule or colour covers, to part it from the rest of its cell."""


def rules_crossed(grid: Grid, seen: Evidence) -> float:
    """Cells through which a rule runs."""
    cells = filled(grid)
    levels = [e for e in seen.levels if grid.box.top < e.at < grid.box.bottom]
    uprights = [e for e in seen.uprights if grid.box.x0 < e.at < grid.box.x1]
    return share(sum(_parted(spread, levels, uprights) for spread in _spreads(cells)), len(cells))


def rules_ignored(grid: Grid, seen: Evidence) -> float:
    """Level rules among its rows that run through a cell."""
    levels = [
        e
        for e in seen.levels
        if grid.box.top < e.at < grid.box.bottom and _meet(e.start, e.end, grid.box.x0, grid.box.x1)
    ]
    spreads = _spreads(filled(grid)) if levels else []
    return share(sum(any(_parted(spread, [e], []) for spread in spreads) for e in levels), len(levels))


def rows_unframed(grid: Grid, seen: Evidence) -> float:
    """Rows that none of the uprights between its columns reaches, where some reach others."""
    box = grid.box
    uprights = [
        e for e in seen.uprights if box.x0 < e.at < box.x1 and _meet(e.start, e.end, box.top, box.bottom)
    ]
    middles = {c.row: c.box.mid_y for c in filled(grid) if c.row_span == 1}
    free = [row for row, y in middles.items() if not any(e.start <= y <= e.end for e in uprights)]
    return share(len(free), len(middles)) if uprights else 0.0


def gaps_bridged(grid: Grid, seen: Evidence) -> float:
    """Whether all level rules and colours among its rows end at one gap: it is two tables."""
    box = grid.box
    spans = sorted(
        (e.start, e.end)
        for e in (*seen.levels, *seen.band_levels)
        if box.top < e.at < box.bottom and _meet(e.start, e.end, box.x0, box.x1)
    )
    reach = max((end for _, end in spans[:1]), default=0.0)
    for start, end in spans:
        if start > reach + GAP_PT:
            return 1.0
        reach = max(reach, end)
    return 0.0


def framed_missed(grid: Grid, seen: Evidence) -> float:
    """Words beside or between its rules that it does not hold: the table is larger."""
    box = grid.box
    spans = [(e.start, e.end) for e in seen.levels if box.top < e.at < box.bottom]
    heights = [(e.start, e.end) for e in seen.uprights if box.x0 < e.at < box.x1]
    x0, x1 = _hull([s for s in spans if _meet(*s, box.x0, box.x1)], box.x0, box.x1)
    top, bottom = _hull([h for h in heights if _meet(*h, box.top, box.bottom)], box.top, box.bottom)
    return _missed(box, [Box(x0, top, x1, bottom)], seen)


def cells_ruled(grid: Grid, seen: Evidence) -> float:
    """Cells with a rule on their left and one on top."""
    cells = filled(grid)
    ruled = sum(
        any(abs(e.at - c.box.x0) <= NEAR_PT and e.start <= c.box.mid_y <= e.end for e in seen.uprights)
        and any(abs(e.at - c.box.top) <= NEAR_PT and e.start <= c.box.mid_x <= e.end for e in seen.levels)
        for c in cells
    )
    return share(ruled, len(cells))


def coloured_missed(grid: Grid, seen: Evidence) -> float:
    """Words that it does not hold on the coloured areas inside it, or right above or below it and as wide."""
    return _missed(
        grid.box, [a for a in seen.areas if a.overlap(grid.box) > 0 or _stands_on(a, grid.box)], seen
    )


def colours_crossed(grid: Grid, seen: Evidence) -> float:
    """Cells one line of which stands on a colour and another does not."""
    areas = [a for a in seen.areas if a.overlap(grid.box) > 0]
    cells = filled(grid)
    return share(sum(_two_grounds(c, areas) for c in cells), len(cells)) if areas else 0.0


def by_rules(grid: Grid, seen: Evidence) -> float:
    """Whether rules enclose it."""
    return float(grid.method == "ruled")


def by_colours(grid: Grid, seen: Evidence) -> float:
    """Whether colours enclose it."""
    return float(grid.method in ("bands", "stripes"))


def _stands_on(area: Box, box: Box) -> bool:
    """Whether an area touches the table from above or below, from its left end to its right one."""
    ends = max(abs(area.x0 - box.x0), abs(area.x1 - box.x1))
    return ends <= NEAR_PT and min(abs(area.bottom - box.top), abs(area.top - box.bottom)) <= NEAR_PT


def _meet(start: float, end: float, low: float, high: float) -> bool:
    return start < high and end > low


def _hull(spans: Sequence[tuple[float, float]], low: float, high: float) -> tuple[float, float]:
    return min([low, *(a for a, _ in spans)]), max([high, *(b for _, b in spans)])


def _missed(box: Box, reach: Sequence[Box], seen: Evidence) -> float:
    """Of the words in reach, the share outside the box."""
    inside = [w for area in reach for line in within(seen.lines, area) for c in line.chunks for w in c.words]
    held = sum(box.holds(w.box.mid_x, w.box.mid_y) for w in inside)
    return share(len(inside) - held, len(inside))


def _spreads(cells: Sequence[Cell]) -> list[Box]:
    """For each cell of several words, from the first to the last of their middles across and down."""
    found = []
    for cell in (cell for cell in cells if len(cell.words) > 1):
        xs = [w.box.mid_x for w in cell.words]
        ys = [w.box.mid_y for w in cell.words]
        found.append(Box(min(xs), min(ys), max(xs), max(ys)))
    return found


def _parted(spread: Box, levels: Sequence[Edge], uprights: Sequence[Edge]) -> bool:
    """Whether a rule runs between the words of a cell."""
    left, right, top, bottom = spread.x0, spread.x1, spread.top, spread.bottom
    across = [e for e in levels if top < e.at < bottom]
    along = [e for e in uprights if left < e.at < right]
    return any(_covers(e, left, right) for e in across) or any(_covers(e, top, bottom) for e in along)


def _covers(edge: Edge, start: float, end: float) -> bool:
    """Whether it runs along most of the way from start to end, or all of a single line."""
    return min(edge.end, end) - max(edge.start, start) >= COVER * (end - start)


def _two_grounds(cell: Cell, areas: Sequence[Box]) -> bool:
    grounds = {
        next((i for i, a in enumerate(areas) if a.holds(w.box.mid_x, w.box.mid_y)), -1) for w in cell.words
    }
    return len(grounds) > 1
