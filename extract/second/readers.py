"""Second opinion: the tables of a page as camelot or pdfplumber reads and finds them, in our coordinates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Page, union
from agendapack.extract.read.pdfium_file import password_of

HINT = (
    "camelot is not installed, so pdfplumber gives the second opinion, which sees ruled tables only: "
    "pip install 'agendapack[second-opinion]'"
)


@dataclass(frozen=True, slots=True)
class OtherCell:
    """A cell as the other reader has it."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table as the other reader has it."""

    page: int
    box: Box
    rows: int
    columns: int
    cells: tuple[OtherCell, ...]


Reader = Callable[[Path, Mapping[int, Page]], Iterator[OtherTable]]
"""Reads some pages, given by number, of a PDF."""


def second_reader() -> tuple[str, Reader]:
    """Name and function of the best second reader that is installed."""
    if find_spec("camelot"):
        return "camelot", by_camelot
    return "pdfplumber", by_pdfplumber


def by_camelot(path: Path, pages: Mapping[int, Page]) -> Iterator[OtherTable]:
    """The tables that camelot's hybrid finder sees, from vectors and text."""
    from camelot.io import read_pdf  # takes a second to load

    numbers = ",".join(map(str, sorted(pages)))
    found = read_pdf(
        path,
        pages=numbers,
        flavor="hybrid",
        engine="vector",
        suppress_stdout=True,
        password=password_of(path),
    )
    for table in found:
        height = pages[table.page].height
        rows = [
            [OtherCell(cell.text, Box(cell.x1, height - cell.y2, cell.x2, height - cell.y1)) for cell in row]
            for row in table.cells
        ]
        if made := _table(table.page, rows):
            yield made


def by_pdfplumber(path: Path, pages: Mapping[int, Page]) -> Iterator[OtherTable]:
    """The ruled tables that pdfplumber sees."""
    import pdfplumber

    with pdfplumber.open(path, pages=sorted(pages), password=password_of(path)) as document:
        for page in document.pages:
            for table in page.find_tables():
                rows = [
                    [
                        OtherCell(text or "", Box(*edges))
                        for edges, text in zip(row.cells, texts, strict=True)
                        if edges
                    ]
                    for row, texts in zip(table.rows, table.extract(), strict=True)
                ]
                if made := _table(page.page_number, rows):
                    yield made
            page.close()


def _table(page: int, rows: Iterable[list[OtherCell]]) -> OtherTable | None:
    kept = [row for row in rows if row]
    boxes = [cell.box for row in kept for cell in row]
    if not boxes:
        return None
    filled = tuple(cell for row in kept for cell in row if cell.text.strip())
    return OtherTable(page, union(boxes), len(kept), max(map(len, kept)), filled)
