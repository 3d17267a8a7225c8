"""Second opinion: our tables beside another reader's; agreement raises belief, disagreement is noted."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from agendapack.extract.model import Cell, Grid, Note, Page
from agendapack.extract.second.readers import OtherCell, OtherTable, Reader, second_reader

log = logging.getLogger(__name__)

SAME_TABLE = 0.5
"""Share of the smaller of two tables that the other covers when both are one."""
INSIDE = 0.5
"""Share of the smaller of two cells that the other covers when they hold the same text."""
AGREED = 0.9
"""Share of cells alike from which two readers agree on a table."""
DOUBT_LEFT = 0.5
"""Part of the doubt in a table that is left when an independent reader agrees."""
OTHER_GRID = 0.5
"""With a smaller share of cells alike, the tables differ as a whole, and one note says so."""
MAX_NOTES = 20
"""Cells of one table that are named."""
QUOTE_CHARS = 120
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d`", "''\"\"'")
_BLANK = re.compile(r"[\s\u200b\ufeff\x00-\x1f•]+")
"""White space, and bullets: some are drawn, and not every reader reads drawings."""

PageGrids = tuple[Page, Collection[Grid]]
"""A page and the tables on it."""


def second_opinion(
    path: Path, sheets: Sequence[PageGrids], reader: tuple[str, Reader] | None = None
) -> list[PageGrids]:
    """The pages and tables with another reader's opinion: belief raised, differences among the notes.

    Pages that were turned upright, or read by OCR, are left as they are: the other reader sees them lying,
    or not at all.
    """
    name, read = reader or second_reader()
    asked = {
        page.number: page for page, grids in sheets if grids and not page.turned and page.reader != "ocr"
    }
    if not asked:
        return list(sheets)
    try:
        others = list(read(path, asked))
    except Exception as error:  # another library's failure must not cost ours
        log.warning("%s: %s gives no second opinion (%s: %s)", path.name, name, type(error).__name__, error)
        return list(sheets)
    return [_heard(sheet, others, name) if sheet[0].number in asked else sheet for sheet in sheets]


def _heard(sheet: PageGrids, others: Iterable[OtherTable], name: str) -> PageGrids:
    page, grids = sheet
    here = [table for table in others if table.page == page.number]
    judged = [_judged(grid, here, name) for grid in grids]
    notes = [note for _, some in judged for note in some]
    return replace(page, notes=(*page.notes, *notes)), [grid for grid, _ in judged]


def _judged(grid: Grid, others: Iterable[OtherTable], name: str) -> tuple[Grid, list[Note]]:
    """The table with its new belief, and the notes on what the other reads differently."""
    other = max(others, key=lambda o: o.box.overlap(grid.box), default=None)
    if other is None or not _one_place(grid, other):
        return grid, []
    pairs = [(cell, _beside(cell, other)) for cell in grid.cells if cell.text]
    pairs = [(cell, cells) for cell, cells in pairs if cells]
    if not pairs:
        return grid, []
    differ = [(cell, cells) for cell, cells in pairs if not _alike(cell, cells)]
    share = 1 - len(differ) / len(pairs)
    log.debug("page %d: %s agrees on %.0f %% of %d cells", grid.page, name, 100 * share, len(pairs))
    if share < OTHER_GRID:
        return grid, [_whole(grid, other, share, differ[0], name)]
    notes = [_note(cell, cells, name) for cell, cells in differ[:MAX_NOTES]]
    return (_trusted(grid) if share >= AGREED else grid), notes


def _trusted(grid: Grid) -> Grid:
    """The table believed more, now that two readers agree on it."""
    belief = 1 - DOUBT_LEFT * (1 - grid.confidence)
    return replace(grid, confidence=round(belief, 3), reason=f"{grid.reason}; a second reader agrees")


def _one_place(grid: Grid, other: OtherTable) -> bool:
    return other.box.overlap(grid.box) >= SAME_TABLE * min(other.box.area, grid.box.area)


def _beside(cell: Cell, other: OtherTable) -> list[OtherCell]:
    """The other's filled cells in the place of a cell, in reading order."""
    found = [o for o in other.cells if o.box.overlap(cell.box) >= INSIDE * min(o.box.area, cell.box.area) > 0]
    return sorted(found, key=lambda o: (round(o.box.top), o.box.x0))


def _alike(cell: Cell, cells: Sequence[OtherCell]) -> bool:
    """Whether the other's cells, each or together, print the same text, white space aside."""
    ours = {folded(cell.text), folded(f"{cell.text}{''.join(cell.marks)}")}
    theirs = [folded(o.text) for o in cells]
    letters = sorted("".join(theirs))  # a footnote mark may stand at another place in the other's text
    return any(text in ours for text in theirs) or any(sorted(text) == letters for text in ours)


def folded(text: str) -> str:
    """The text without white space, its dashes and quotes plain."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).translate(_QUOTES)
    return _BLANK.sub("", plain)


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= QUOTE_CHARS else f"{flat[:QUOTE_CHARS]}…")


def _note(cell: Cell, cells: Sequence[OtherCell], name: str) -> Note:
    theirs = " | ".join(o.text for o in cells)
    said = f"{_quoted(cell.text)} here, {_quoted(theirs)} by {name}"
    detail = f"two readers differ: {said}; the first was taken"
    return Note("low_confidence", cell.page, cell.box, detail)


def _whole(
    grid: Grid, other: OtherTable, share: float, first: tuple[Cell, Sequence[OtherCell]], name: str
) -> Note:
    cell, cells = first
    theirs = " | ".join(o.text for o in cells)
    detail = (
        f"two readers differ on this table: {grid.rows} rows and {grid.columns} columns here, "
        f"{other.rows} and {other.columns} by {name}, {share:.0%} of the cells alike, and for example "
        f"{_quoted(cell.text)} here, {_quoted(theirs)} by {name}; the first was taken"
    )
    return Note("low_confidence", grid.page, grid.box, detail)
