"""Records: figures that a page shows and no table holds, in boxes and as bars drawn in cells, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from agendapack.extract.model import Box, Cell, Finding, Grid, Page, Place, Source, Word, union
from agendapack.extract.normalise.figures import is_figure
from agendapack.extract.outline.lines import held

MIN_BOXES = 2
"""Boxes with a figure that make a set: one alone may be anything."""
MAX_SHARE = 0.25
"""Share of the page that such a box takes at most."""
MAX_WORDS = 30
"""Words of a box that shows a figure; more are text."""
LENGTHS_PT = 2.0
"""Bars whose lengths differ by more show something; others are one sign."""
BAR_SHARE = 0.95
"""Share of its cell that a bar takes at most across and down; a fill that takes all is the cell's ground."""
MIN_BAR_PT = 2.0
"""Height of a bar; a thinner one is a line."""
QUOTE_CHARS = 200


def drawings(pages: Sequence[Page], grids: Sequence[Grid]) -> tuple[Finding, ...]:
    """The findings, page by page."""
    found: list[Finding] = []
    for page in pages:
        mine = [grid for grid in grids if grid.page == page.number]
        found += _boxed(page, mine)
        found += (one for grid in mine for one in _bars(page, grid))
    return tuple(found)


def _boxed(page: Page, grids: Sequence[Grid]) -> Iterator[Finding]:
    """Boxes outside all tables in each of which a figure is set larger than what it counts."""
    tables = [grid.box for grid in grids]
    free = [w for w in page.words if not held(w.box, tables)] if page.fills or page.pictures else []
    shown = [(box, inside) for box, inside in _contents(page, free) if _shows_a_figure(inside)]
    if len(shown) >= MIN_BOXES:
        quotes = [" ".join(w.text for w in inside)[:QUOTE_CHARS] for _, inside in shown]
        detail = f"figures in {len(shown)} boxes that no table holds are not read: {'; '.join(quotes)}"
        places = [Place(page.number, box, quote=quote) for (box, _), quote in zip(shown, quotes, strict=True)]
        yield _unread(detail, places)


def _contents(page: Page, words: Sequence[Word]) -> Iterator[tuple[Box, list[Word]]]:
    """Each coloured box and picture with the words in it; of boxes in one place the first."""
    taken: set[int] = set()
    placed = [(w, w.box.mid_x, w.box.mid_y) for w in words]
    for box in (*(fill.box for fill in page.fills), *(picture.box for picture in page.pictures)):
        if box.area > MAX_SHARE * page.width * page.height:
            continue
        x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
        inside = [w for w, x, y in placed if x0 <= x <= x1 and top <= y <= bottom and id(w) not in taken]
        if inside:
            taken.update(map(id, inside))
            yield box, inside


def _shows_a_figure(words: Sequence[Word]) -> bool:
    largest = max(words, key=lambda w: w.size)
    others = [w for w in words if w.text[:1].isalpha()]
    larger = bool(others) and largest.size > max(w.size for w in others)
    return larger and len(words) <= MAX_WORDS and is_figure(largest.text)


def _bars(page: Page, grid: Grid) -> Iterator[Finding]:
    """Columns whose cells show bars of different lengths and print nothing."""
    for column in range(grid.columns):
        cells = [c for c in grid.cells if c.column == column]
        bars = [(cell, bar) for cell in cells if not cell.text for bar in _shortest_bar(page, cell)]
        lengths = sorted(bar.width for _, bar in bars)
        if bars and lengths[-1] - lengths[0] > LENGTHS_PT:
            title = next((c.flat for c in sorted(cells, key=lambda c: c.row) if c.text), "")
            named = f"the column {title!r}" if title else f"column {column + 1}"
            detail = f"bars are drawn in {len(bars)} cells of {named}; what they show is not read"
            yield _unread(detail, [Place(page.number, cell.box, quote=title) for cell, _ in bars])


def _shortest_bar(page: Page, cell: Cell) -> Iterable[Box]:
    """The bar of a cell, as a list of none or one: before its track, the lighter bar it is measured by."""
    within = cell.box.grown(1.0)
    inside = [f.box for f in page.fills if _is_bar(f.box, cell.box, within)]
    return [min(inside, key=lambda box: box.width)] if inside else []


def _is_bar(bar: Box, cell: Box, within: Box) -> bool:
    if not within.holds(bar.x0, bar.top) or not within.holds(bar.x1, bar.bottom):
        return False
    small = bar.width < BAR_SHARE * cell.width and bar.height < BAR_SHARE * cell.height
    return small and bar.height >= MIN_BAR_PT


def _unread(detail: str, places: Sequence[Place]) -> Finding:
    source = Source(page=places[0].page, box=union(place.box for place in places if place.box))
    return Finding(source, "unread_text", "info", (), detail, "tables", tuple(places))
