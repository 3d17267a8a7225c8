"""Finds the text right above a table, which may be the title of what stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.model import Cell, Grid, union
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.surroundings import blocks

MAX_GAP_PT = 20.0
"""White between a title and its table."""
OVERLAP_PT = 2.0
"""How far a caption may reach into its table."""
EDGE_PT = 6.0
"""A title stands over its table, give or take this much at the sides."""


def caption(grid: Grid, text: Sequence[TextLine]) -> Cell | None:
    """The lines of one look right above the grid and no wider than it, as one cell."""
    over = [part for line in text for part in line.parts if _is_over(part, grid)]
    if not over:
        return None
    block = blocks(sorted(over, key=lambda part: part.box.top))[-1]
    if grid.box.top - block[-1].box.bottom > MAX_GAP_PT:
        return None
    return Cell(
        row=0,
        column=0,
        text="\n".join(part.text for part in block),
        page=grid.page,
        box=union(part.box for part in block),
        words=tuple(word for part in block for word in part.words),
    )


def _is_over(part: TextLine, grid: Grid) -> bool:
    inside = part.box.x0 >= grid.box.x0 - EDGE_PT and part.box.x1 <= grid.box.x1 + EDGE_PT
    return inside and part.box.bottom <= grid.box.top + OVERLAP_PT
