"""Stage 2, find: a `Page` goes in, the tables on it come out as `Grid` values."""

from __future__ import annotations

import logging
from collections.abc import Collection
from itertools import combinations

from agendapack.extract.find.accept.confidence import as_parts
from agendapack.extract.find.accept.repeated_headers import split_at_repeated_headers
from agendapack.extract.find.boxes.frames import framed_cards
from agendapack.extract.find.boxes.tiles import tile_grids
from agendapack.extract.find.carried.finder import carried_on
from agendapack.extract.find.choose.best import chosen
from agendapack.extract.find.choose.propose import proposals
from agendapack.extract.find.page.evidence import Evidence, evidence
from agendapack.extract.model import Grid, Page
from agendapack.extract.without_gc import uncollected

log = logging.getLogger(__name__)

__all__ = ["find_grids"]


@uncollected
def find_grids(page: Page, before: Collection[Grid] = ()) -> list[Grid]:
    """The tables of a page, from top to bottom.

    Every finder proposes tables; of those in one place the set is taken that has most to speak for it.
    The table that ends the page `before`, where its tables are given, says where its columns go on.
    """
    seen = evidence(page)
    framed = _no_tiles(framed_cards(seen), seen)
    free = seen.without(framed)
    found = [*framed, *carried_on(free, before, chosen(proposals(free), free))]
    parts = [part for grid in as_parts(found) for part in split_at_repeated_headers(grid)]
    _account(page, parts)
    return sorted(parts, key=lambda g: (g.box.top, g.box.x0))


def _no_tiles(cards: list[Grid], seen: Evidence) -> list[Grid]:
    """The cards, unless they are boxes of labelled figures abreast: these are cells of one table."""
    abreast = any(a.box.top < b.box.bottom and b.box.top < a.box.bottom for a, b in combinations(cards, 2))
    tiles = tile_grids(seen) if abreast else ()
    return [] if any(tile.box.overlap(card.box) > 0 for tile in tiles for card in cards) else cards


def _account(page: Page, grids: list[Grid]) -> None:
    """Log how many of the words inside the page's tables stand in their cells, and how each was found."""
    if not grids or not log.isEnabledFor(logging.DEBUG):
        return
    placed = sum(len(cell.words) for grid in grids for cell in grid.cells)
    over = sum(len(grid.left_over) for grid in grids)
    rate = 100 * placed / max(placed + over, 1)
    text = "page %d: %d tables, %.1f %% of their words in cells (%d; %d left over, %d hidden on the page)"
    log.debug(text, page.number, len(grids), rate, placed, over, len(page.hidden))
    for grid in grids:
        size = f"{grid.rows} by {grid.columns}"
        log.debug("page %d: %s at %.0f pt, %s: %s", page.number, grid.method, grid.box.top, size, grid.reason)
