"""Labels around a chart: short texts in a painted box, some of which happen to stand over one another."""

from __future__ import annotations

from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import within
from agendapack.extract.find.page.shading import MAX_SHARE
from agendapack.extract.model import Box, Grid

MAX_ROWS = 4
"""Rows that labels around a chart happen to make."""
MAX_PART = 0.4
"""Share of the box's height that they take; the chart takes the rest."""
MAX_WORDS = 4
"""Words of a label."""
MIN_OTHERS = 2
"""Labels elsewhere in the box."""


def labels_chart(grid: Grid, seen: Evidence) -> bool:
    """Whether the grid is a few of the labels in the box of a chart: nothing else is printed there."""
    if grid.rows > MAX_ROWS:
        return False
    limit = MAX_SHARE * seen.page.width * seen.page.height
    around = [
        f.box
        for f in seen.page.fills
        if f.box.area <= limit and grid.box.height <= MAX_PART * f.box.height and _holds(f.box, grid.box)
    ]
    return any(_only_labels(box, grid, seen) for box in around)


def _holds(box: Box, inner: Box) -> bool:
    return box.holds(inner.x0, inner.top) and box.holds(inner.x1, inner.bottom)


def _only_labels(box: Box, grid: Grid, seen: Evidence) -> bool:
    texts = [c for line in within(seen.lines, box) for c in line.chunks]
    others = [c for c in texts if not grid.box.holds(c.mid_x, (c.top + c.bottom) / 2)]
    return len(others) >= MIN_OTHERS and all(len(c.words) <= MAX_WORDS for c in texts)
