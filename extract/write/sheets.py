"""Write: what stands on each sheet of the workbook, in words and values that Excel can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.sources import TOOL, SourceFile, tool_version
from agendapack.extract.write.words import in_words
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import JOIN, Column, Dataset, dataset, datasets, provenance, version

FIRST = (
    "actions",
    "indicators",
    "indicator_values",
    "risks",
    "agenda_items",
    "plans",
    "links",
    "findings",
    "tables",
)
"""Datasets in the order of their sheets; those not named follow, the sources last."""
LAST = "packs"
NAMES = {"packs": "Sources"}
SHORTHAND = {
    "not_available": "[x]",
    "not_applicable": "[z]",
    "suppressed": "[c]",
    "provisional": "[p]",
    "revised": "[r]",
    "estimate": "[e]",
}
"""GOV.UK's marks by what is said of a figure or instead of it."""
HOW_READ = {"partial": ", read in part", "failed": ", not read"}
NOTES = (
    ("Empty cells", "Nothing is printed in the pack, or it could not be read; then the Findings say so."),
    ("Notes", "A column for the marks below, so that none stands among the figures."),
    ("[x]", "The pack says that the value is not available."),
    ("[z]", "The pack says that a value is not applicable."),
    ("[c]", "The pack hides a small number."),
    ("[p]", "The pack calls the value provisional."),
    ("[r]", "The pack calls the value revised."),
    ("[e]", "The pack calls the value an estimate."),
    ("Colours", "Red, Amber and Green cells always hold the word too; no meaning is in colour alone."),
    ("Text", "Refs, periods and values as printed are text: nothing in them is worked out or rounded."),
    ("Confidence", dataset("actions").column("confidence").description),
    ("Open PDF page", "Opens the pack; most viewers go to the page, some open the first one."),
    ("Review page", f"Opens the row on the review page, once the command {TOOL} review has made it."),
)
REVIEW_PAGE = "review/index.html"


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to a place outside the workbook or to another sheet."""

    text: str
    address: str
    inside: bool = False


Cell = Value | Link


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column; `name` is the schema's, empty where the workbook adds the column."""

    title: str
    name: str = ""
    type: str = "string"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet with one table."""

    name: str
    title: str
    about: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet_order() -> list[Dataset]:
    """All datasets in the order of their sheets."""
    others = (of.name for of in datasets() if of.name not in (*FIRST, LAST))
    return [dataset(name) for name in (*FIRST, *others, LAST)]


def cover(records: Records, sources: Sequence[SourceFile]) -> tuple[str, ...]:
    """The lines of the cover sheet, its title first."""
    packs = [_named(pack) for pack in records["packs"]]
    return (
        "Datasets read from council agenda packs",
        f"Read from {len(packs)} PDF file(s) by {TOOL} {tool_version()}, schema version {version()}.",
        "Every row names the page and the place on it where it is printed. Where two pages contradict"
        " each other, or a reading is in doubt, the sheet Findings says so.",
        "The sheet Contents lists the sheets, Notes explains shorthand, Data dictionary every column.",
        "Packs:",
        *packs,
    )


def _named(pack: Record) -> str:
    """A pack as people speak of it: who met and when, what it is called, and which file that is."""
    day = pack["meeting_date"]
    meeting = (pack["council"], pack["committee"], f"{day.day} {day:%B %Y}" if isinstance(day, date) else "")
    words = ", ".join(str(part) for part in (*meeting, pack["title"]) if part)
    file = f"{pack['source_name']}, {pack['pages'] or 0} pages{HOW_READ.get(str(pack['status']), '')}"
    return f"{words} ({file})" if words else file


def sheets(records: Records, sources: Sequence[SourceFile]) -> Iterator[Sheet]:
    """Contents, notes, datasets and the data dictionary, in their order."""
    known = {source.pack_id: source for source in sources}
    data = [_data_sheet(of, records[of.name], known) for of in sheet_order()]
    yield _contents(data)
    yield Sheet("Notes", "Notes", "Shorthand and conventions.", (Heading("Note"), Heading("Meaning")), NOTES)
    yield from data
    yield _dictionary()


def _contents(data: Sequence[Sheet]) -> Sheet:
    headings = (Heading("Sheet", type="link"), Heading("What it holds"), Heading("Rows", type="integer"))
    listed: list[tuple[Cell, ...]] = [(_to("Notes"), "Shorthand and conventions.", len(NOTES))]
    listed += [(_to(sheet.name), sheet.about, len(sheet.rows)) for sheet in data]
    listed.append((_to("Data dictionary"), "Every column with type, unit and meaning.", _columns()))
    return Sheet("Contents", "Contents", "The sheets of this workbook.", headings, tuple(listed))


def _to(sheet: str) -> Link:
    return Link(sheet, f"'{sheet}'!A1", inside=True)


def _columns() -> int:
    return sum(len(of.columns) for of in datasets())


def _dictionary() -> Sheet:
    titles = ("Sheet", "Column", "Name in CSV", "Type", "Unit", "Always filled", "Meaning", "Allowed values")
    rows = tuple(
        (
            sheet_name(of),
            column.label,
            column.name,
            f"list of {column.items}s" if column.type == "list" else column.type,
            column.unit,
            "yes" if column.required else "no",
            column.description,
            JOIN.join(column.enum),
        )
        for of in sheet_order()
        for column in of.columns
    )
    about = "Every column with type, unit and meaning."
    return Sheet("Data dictionary", "Data dictionary", about, tuple(map(Heading, titles)), rows)


def sheet_name(of: Dataset) -> str:
    """The name of the dataset's sheet."""
    return NAMES.get(of.name, of.title)


def _data_sheet(of: Dataset, rows: Sequence[Record], known: Mapping[str, SourceFile]) -> Sheet:
    """The dataset's own columns, what the workbook adds, then the provenance."""
    own = len(of.columns) - len(provenance())
    heads = [Heading(c.label, c.name, c.type) for c in of.columns]
    added: tuple[Heading, ...] = (Heading("Open PDF page", type="link"), Heading("Review page", type="link"))
    if _has_shorthand(of):
        added = (Heading("Notes"), *added)
    cells = []
    for row in rows:
        values = [_cell(c, row[c.name]) for c in of.columns]
        cells.append((*values[:own], *_added(of, row, known), *values[own:]))
    return Sheet(sheet_name(of), of.title, of.description, (*heads[:own], *added, *heads[own:]), tuple(cells))


def _has_shorthand(of: Dataset) -> bool:
    return any(c.name == "no_value" for c in of.columns)


def _added(of: Dataset, row: Record, known: Mapping[str, SourceFile]) -> Iterator[Cell]:
    if _has_shorthand(of):
        yield SHORTHAND.get(str(row["no_value"] or row["value_status"]))
    source, page = known.get(str(row["pack_id"])), row["page"]
    number = page if isinstance(page, int) else 1
    yield Link(f"page {number}", source.link(number)) if source else None
    # what is over all packs stands on no page that could be checked against it
    yield None if of.over_packs else Link("review", f"{REVIEW_PAGE}#{quote(str(row['row_id']))}")


def _cell(column: Column, value: Value) -> Cell:
    """Numbers and dates as they are, all else as words."""
    match column.type:
        case "object" | "array" if value:
            return JOIN.join(in_words(str(value)))
        case "integer" | "number" | "date" if isinstance(value, int | float | date):
            return value
        case _:
            return text(value) or None
