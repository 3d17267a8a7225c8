"""Stage 2, find: a `Page` goes in, the tables on it come out as `Grid` values."""

from __future__ import annotations

import logging

from agendapack.extract.find.accept.confidence import as_parts
from agendapack.extract.find.accept.repeated_headers import unfolded
from agendapack.extract.find.lattice.finder import banded_grids, ruled_grids
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.stream.finder import aligned_grids
from agendapack.extract.find.tiles import tile_grids
from agendapack.extract.garbage import uncollected
from agendapack.extract.model import Grid, Page

log = logging.getLogger(__name__)

__all__ = ["find_grids"]

SAME_PLACE = 0.25
"""Share of the smaller of two grids that the other may cover; more, and only the first is kept."""


@uncollected
def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from top to bottom.

    What rules enclose is looked for first, then what colours enclose, then boxes of one size, then
    what only the alignment of words shows; each finder sees the words and edges that the others left.
    """
    seen = evidence(page)
    found: list[Grid] = []
    for finder in (ruled_grids, banded_grids, tile_grids, aligned_grids):
        for grid in finder(seen.without(found)):
            if not any(_same_place(grid, other) for other in found):
                found.append(grid)
    strips = [strip for grid in as_parts(found) for strip in unfolded(grid)]
    _account(page, strips)
    return sorted(strips, key=lambda g: (g.box.top, g.box.x0))


def _account(page: Page, grids: list[Grid]) -> None:
    """Log how many of the words inside the page's tables stand in their cells."""
    if not grids or not log.isEnabledFor(logging.DEBUG):
        return
    placed = sum(len(cell.words) for grid in grids for cell in grid.cells)
    over = sum(len(grid.left_over) for grid in grids)
    rate = 100 * placed / max(placed + over, 1)
    text = "page %d: %d tables, %.1f %% of their words in cells (%d; %d left over, %d hidden on the page)"
    log.debug(text, page.number, len(grids), rate, placed, over, len(page.hidden))


def _same_place(a: Grid, b: Grid) -> bool:
    return a.box.overlap(b.box) > SAME_PLACE * min(a.box.area, b.box.area)
