"""Workbook: the file itself, row by row, after the Analysis Function's checklist.

Every text is written as text: nothing from a PDF becomes a formula, a number or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_range, xl_range_abs
from xlsxwriter.workbook import Workbook

from agendapack.extract.write.sources import TOOL, SourceFile
from agendapack.extract.write.workbook.contents import CONTENTS, sheets, to_sheet
from agendapack.extract.write.workbook.formats import (
    A3,
    A4,
    LINE_PT,
    RATINGS,
    Formats,
    formats_of,
    lines_of,
    shown,
)
from agendapack.extract.write.workbook.sheets import Cell, Sheet, SheetColumn
from agendapack.extract.write.workbook.streamed import StreamedSheet
from agendapack.extract.write.workbook.summary import summary
from agendapack.extract.write.workbook.summary_sheet import write_summary
from agendapack.schemas.datasets import version

CREATED = datetime(2000, 1, 1)
"""The same in every workbook, so that the same packs give the same bytes."""
MAX_ROWS = 1_048_576
"""What a sheet can hold in Excel."""
HEAD_ROW = 3
"""The table's header row, counted from 0: a title, a sentence and the way back stand above."""
MIN_WIDTH, MAX_WIDTH = 8, 60
"""Column widths in characters; longer text is wrapped."""
SAMPLE = 400
"""Rows from which the widths of columns are taken."""
RATED = ("rag", "previous_rag", "status")
FIGURES = ("integer", "number")
"""Types of columns that are set to the right."""
WIDEST_A4 = 150
"""Characters across that can be read on A4."""
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(path: Path, folder: Path, sources: Sequence[SourceFile]) -> None:
    """Write the workbook from the canonical CSV files of a folder."""
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        book.set_properties(
            {"title": "Datasets read from council agenda packs", "author": TOOL, "created": CREATED}
        )
        book.set_custom_property("schema version", version())
        book.set_size(2400, 1600)
        formats = formats_of(book)
        write_summary(book, summary(folder), formats, sources)
        for sheet in sheets(folder, sources):
            _sheet(book, sheet, formats)


def _sheet(book: Workbook, sheet: Sheet, formats: Formats) -> None:
    page = book.add_worksheet(sheet.name, StreamedSheet)
    rows = min(sheet.count, MAX_ROWS - HEAD_ROW - 1)
    page.write_string(0, 0, sheet.title, formats["title"])
    page.write_string(1, 0, _sentence(sheet, rows), formats["plain"])
    page.put_link(2, 0, to_sheet(CONTENTS, "Back to contents"), formats)
    widths = _widths(sheet)
    _set_up(page, widths)
    page.set_row(HEAD_ROW, LINE_PT * lines_of([h.title for h in sheet.headings], widths))
    for column, heading in enumerate(sheet.headings):
        page.write_string(HEAD_ROW, column, heading.title, formats[_head(heading)])
    put = [page.column(number, heading.type, formats) for number, heading in enumerate(sheet.headings)]
    for number, row in enumerate(islice(sheet.rows(), rows), HEAD_ROW + 1):
        # not every program fits rows to wrapped text when it opens a file
        lines = lines_of(row, widths)
        page.put_row(number, row, put, LINE_PT * lines if lines > 1 else 0)
    _mark_up(book, page, sheet, max(1, rows), formats)


def _set_up(page: StreamedSheet, widths: Sequence[int]) -> None:
    """Paper, widths, and the head that stays in sight."""
    page.set_landscape()
    page.set_paper(A3 if sum(widths) > WIDEST_A4 else A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW)
    page.freeze_panes(HEAD_ROW + 1, 0)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)


def _sentence(sheet: Sheet, shown_rows: int) -> str:
    some = f" Only the first {shown_rows} of {sheet.count} rows fit." if shown_rows < sheet.count else ""
    return f"{sheet.about} This sheet contains one table. Empty cells: see Notes.{some}"


def _mark_up(book: Workbook, page: StreamedSheet, sheet: Sheet, rows: int, formats: Formats) -> None:
    """Name the table, give it filters, and colour the ratings in it."""
    last, right = HEAD_ROW + rows, len(sheet.headings) - 1
    page.autofilter(HEAD_ROW, 0, last, right)
    place = f"='{sheet.name}'!{xl_range_abs(HEAD_ROW, 0, last, right)}"
    book.define_name(f"{sheet.name.replace(' ', '_')}_table", place)
    # refs and periods are text on purpose: no green corner needs to say so
    page.ignore_errors({"number_stored_as_text": xl_range(HEAD_ROW, 0, last, right)})
    for column, heading in enumerate(sheet.headings):
        if heading.name in RATED:
            for word in RATINGS:
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": formats[word]}
                page.conditional_format(HEAD_ROW + 1, column, last, column, rule)


def _head(heading: SheetColumn) -> str:
    return "figure head" if heading.type in FIGURES else "head"


def _widths(sheet: Sheet) -> list[int]:
    sample = list(islice(sheet.rows(), SAMPLE))
    return [_width(h, [row[column] for row in sample]) for column, h in enumerate(sheet.headings)]


def _width(heading: SheetColumn, cells: Iterable[Cell]) -> int:
    """Room for nine cells in ten on one line, within bounds, and for the longest word of the title."""
    lengths = sorted(len(shown(cell)) for cell in cells if cell not in (None, ""))
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    # the button of the filter stands beside the title
    title = max(map(len, heading.title.split())) + 4
    return max(MIN_WIDTH, title, min(MAX_WIDTH, usual + 2))
