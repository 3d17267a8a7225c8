"""Reconcile: rows, paragraphs and raw tables come in; every text that may say something goes out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import PackResult, Place
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.texts import RowText

SHORTEST = 6
"""Characters of a text in which a date or a ref with a word may stand: "31 Jun"."""

FIGURE = re.compile(r"\d")

LISTS = ("actions", "indicators", "risks")
"""Kinds of tables whose texts are those of their rows."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A text, wherever it is printed."""

    name: str
    """What a reader would call the row it stands in; empty for a paragraph."""
    text: str
    place: Place


def statements(
    result: PackResult, texts: Iterable[RowText], sheets: Iterable[FigureSheet], lines: Iterable[Passage]
) -> Iterator[Statement]:
    """The texts of rows, of tables that list no rows, and of paragraphs."""
    for text in texts:
        source = text.source
        yield Statement(text.name, text.text, Place(source.page, source.box, source.row_id, text.text))
    listed = {entry.source.table_id for entry in result.tables if entry.kind in LISTS}
    for sheet in sheets:
        if sheet.entry.source.table_id not in listed:
            yield from _cells(sheet)
    for line in lines:
        yield Statement("", line.text, Place(line.page, line.box, "", line.text))


def _cells(sheet: FigureSheet) -> Iterator[Statement]:
    for row, cells in enumerate(sheet.rows):
        label = sheet.label(row)
        for text in (cell for cell in cells if len(cell) >= SHORTEST):
            yield Statement(label, text, sheet.place(row, text))
