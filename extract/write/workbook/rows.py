"""Workbook: the rows of a dataset as its sheet shows them, read from the canonical CSV one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

from agendapack.extract.write.csv import cells_of, read_rows
from agendapack.extract.write.sources import SourceFile
from agendapack.extract.write.words import in_words
from agendapack.extract.write.workbook.sheets import (
    LAST,
    Cell,
    Hyperlink,
    Sheet,
    SheetColumn,
    sheet_name,
    spoken,
)
from agendapack.schemas.cells import text
from agendapack.schemas.datasets import JOIN, Dataset, DatasetColumn, dataset, provenance

SHORTHAND = {
    "not_available": "[x]",
    "not_applicable": "[z]",
    "suppressed": "[c]",
    "provisional": "[p]",
    "revised": "[r]",
    "estimate": "[e]",
}
"""GOV.UK's marks by what is said of a figure or instead of it."""
REVIEW_PAGE = "review/index.html"
_USUAL = re.compile(r"[\w.:-]*", re.ASCII).fullmatch
KEPT = ("row_id", "confidence", "review")
"""Of the provenance, what people use: the others are for programs, or told by the link to the page."""

Made = Callable[[Mapping[str, str]], Cell]
"""What a column shows of a row of the CSV file."""


def pack_names(folder: Path) -> dict[str, str]:
    """Packs by id as people speak of them: who met and when; with the file where that is not enough."""
    said, files = dict[str, str](), dict[str, str]()
    for pack in read_rows(folder / f"{LAST}.csv", dataset(LAST)):
        key = text(pack["pack_id"])
        meeting = (text(pack["council"]), text(pack["committee"]), spoken(pack["meeting_date"]))
        said[key], files[key] = ", ".join(filter(None, meeting)), text(pack["source_name"])
    often = Counter(said.values())
    return {
        key: files[key] if not name else name if often[name] == 1 else f"{name} ({files[key]})"
        for key, name in said.items()
    }


def data_sheet(of: Dataset, folder: Path, known: Mapping[str, SourceFile], names: Mapping[str, str]) -> Sheet:
    """The dataset's columns that hold anything and that people use, and the ways to page and review."""
    file = folder / f"{of.name}.csv"
    columns = {heading: made for heading, made in _columns(of, known, names)}
    count, filled = _survey(file, columns)
    shown = {heading: made for heading, made in columns.items() if heading in filled}

    def rows() -> Iterator[list[Cell]]:
        makers = list(shown.values())
        for _, row in cells_of(file):
            yield [make(row) for make in makers]

    return Sheet(sheet_name(of), of.title, of.description, tuple(shown), count, rows)


def _survey(file: Path, columns: Mapping[SheetColumn, Made]) -> tuple[int, set[SheetColumn]]:
    """How many rows there are, and which columns hold anything."""
    empty, count = dict(columns), 0
    for _, row in cells_of(file):
        count += 1
        for heading in [heading for heading, make in empty.items() if make(row) not in (None, "")]:
            del empty[heading]
    return count, {*columns} - {*empty}


def _columns(
    of: Dataset, known: Mapping[str, SourceFile], names: Mapping[str, str]
) -> Iterator[tuple[SheetColumn, Made]]:
    own = of.columns[: -len(provenance())]
    for column in own:
        if not column.name.endswith("_id"):
            yield SheetColumn(column.label, column.name, column.type), _plain(column)
    if any(column.name == "no_value" for column in own):
        yield SheetColumn("Notes"), lambda row: SHORTHAND.get(row["no_value"] or row["value_status"])
    if of.name != LAST:
        yield SheetColumn("Pack"), lambda row: names.get(row["pack_id"])
    yield SheetColumn("Page", "page", "link"), lambda row: _page(row, known)
    for name in KEPT:
        column = of.column(name)
        # what is over all packs stands on no page that could be checked against it
        linked = name == "row_id" and not of.over_packs
        yield SheetColumn(column.label, name, column.type), _to_review if linked else _plain(column)


def _page(row: Mapping[str, str], known: Mapping[str, SourceFile]) -> Cell:
    source, page = known.get(row["pack_id"]), row["page"]
    number = int(page or 1)
    return Hyperlink(f"page {number}", source.link(number)) if source else page


def _to_review(row: Mapping[str, str]) -> Cell:
    row_id = row["row_id"]
    return Hyperlink(row_id, f"{REVIEW_PAGE}#{_quoted(row_id)}")


def _quoted(row_id: str) -> str:
    """The ID as it stands in an address; those that we make are quoted at once."""
    return row_id.replace(":", "%3A") if _USUAL(row_id) else quote(row_id)


def _plain(column: DatasetColumn) -> Made:
    """Numbers and dates as they are, all else as words."""
    name, read = column.name, _READ.get(column.type)
    if read is None:
        return lambda row: row.get(name)
    return lambda row: read(cell) if (cell := row.get(name)) else None


_READ: dict[str, Callable[[str], Cell]] = {
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "object": lambda cell: JOIN.join(in_words(cell)),
    "array": lambda cell: JOIN.join(in_words(cell)),
}
