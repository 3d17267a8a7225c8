"""Workbook: all its sheets with a table, in their order: contents and notes before the data, words behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from agendapack.extract.write.sources import TOOL, SourceFile
from agendapack.extract.write.workbook.rows import data_sheet, pack_names
from agendapack.extract.write.workbook.sheets import Hyperlink, Sheet, SheetColumn, sheet_order, table
from agendapack.schemas.datasets import JOIN, Dataset, dataset

CONTENTS = "Contents"
"""The sheet that lists the others."""
NOTES = (
    ("Empty cells", "Nothing is printed in the pack, or it could not be read; then the Findings say so."),
    (
        "Sheets and columns",
        "Those that would be empty, and those that only programs need, are left out: "
        "the keys of rows and entities, boxes on pages, links. The CSV files have all of them.",
    ),
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
    ("Page", "Opens the pack; most viewers go to the page, some open the first one."),
    (
        "Row ID",
        f"Opens the row on the review page, once the command {TOOL} review has made it; {TOOL} explain "
        "tells how the row came about.",
    ),
)


def sheets(folder: Path, sources: Sequence[SourceFile]) -> Iterator[Sheet]:
    """Contents, notes, the datasets that have rows, and the data dictionary."""
    known = {source.pack_id: source for source in sources}
    names = pack_names(folder)
    data = [(of, data_sheet(of, folder, known, names)) for of in sheet_order()]
    filled = [(of, sheet) for of, sheet in data if sheet.count]
    dictionary = _dictionary(filled)
    notes = table("Notes", "Shorthand and conventions.", (SheetColumn("Note"), SheetColumn("Meaning")), NOTES)
    shown = [notes, *(sheet for _, sheet in filled), dictionary]
    yield _contents(shown)
    yield from shown


def _contents(shown: Sequence[Sheet]) -> Sheet:
    headings = (
        SheetColumn("Sheet", type="link"),
        SheetColumn("What it holds"),
        SheetColumn("Rows", type="integer"),
    )
    listed = [(to_sheet(sheet.name), sheet.about, sheet.count) for sheet in shown]
    return table(CONTENTS, "The sheets of this workbook.", headings, listed)


def to_sheet(name: str, said: str = "") -> Hyperlink:
    """A way to another sheet, by its name or as it is to be called."""
    return Hyperlink(said or name, f"'{name}'!A1", inside=True)


def _dictionary(filled: Iterable[tuple[Dataset, Sheet]]) -> Sheet:
    """Every column that is shown and declared in the schema."""
    titles = ("Sheet", "Column", "Name in CSV", "Type", "Unit", "Always filled", "Meaning", "Allowed values")
    rows = [
        (
            sheet.name,
            column.label,
            column.name,
            f"list of {column.items}s" if column.type == "list" else column.type,
            column.unit,
            "yes" if column.required else "no",
            column.description,
            JOIN.join(column.enum),
        )
        for of, sheet in filled
        for column in of.columns
        if column.name in {heading.name for heading in sheet.headings}
    ]
    return table(
        "Data dictionary", "Every column with type, unit and meaning.", map(SheetColumn, titles), rows
    )
