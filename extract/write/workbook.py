"""Write: the workbook, one marked-up table a sheet, after the Analysis Function's checklist.

Every text is written as text: nothing from a PDF becomes a formula, a number or a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from agendapack.extract.write.record import Records
from agendapack.extract.write.sheets import Cell, Heading, Link, Sheet, cover, sheets
from agendapack.extract.write.sources import TOOL, SourceFile
from agendapack.schemas.datasets import version

CREATED = datetime(2000, 1, 1)
"""The same in every workbook, so that the same packs give the same bytes."""
MAX_CHARS, MAX_ROWS = 32_767, 1_048_576
"""What a cell and a sheet can hold in Excel."""
MAX_LINKS, MAX_ADDRESS = 65_530, 2_079
"""What Excel takes of links on a sheet, and of characters in one."""
CUT = " … [cut: the whole text is in the CSV file]"
HEAD_ROW = 3
"""The table's header row, counted from 0: a title, a sentence and the way back stand above."""
MIN_WIDTH, MAX_WIDTH, COVER_WIDTH = 8, 60, 76
"""Column widths in characters; longer text is wrapped."""
LINE_PT, MAX_LINES = 15, 27
"""Height of a line, and the lines of the tallest row that Excel allows (409 points)."""
TABLE_STYLE = "Table Style Light 15"
RATINGS = {"Red": ("#FFC7CE", "#9C0006"), "Amber": ("#FFEB9C", "#7A4B00"), "Green": ("#C6EFCE", "#006100")}
"""Behind and of the word, at contrasts above 4.5 : 1."""
RATED = ("rag", "previous_rag", "status")
FIGURES = ("integer", "number")
"""Types of columns that are set to the right."""
A4, A3 = 9, 8
"""Numbers of paper sizes."""
WIDEST_A4 = 150
"""Characters across that can be read on A4."""
_NOT_BEFORE = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: earlier days are written as text."""


def write_workbook(path: Path, records: Records, sources: Sequence[SourceFile]) -> None:
    """Write the workbook."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties(
            {"title": "Datasets read from council agenda packs", "author": TOOL, "created": CREATED}
        )
        book.set_custom_property("schema version", version())
        book.set_size(2400, 1600)
        formats = _formats(book)
        _cover(book.add_worksheet("Cover"), cover(records, sources), formats)
        for sheet in sheets(records, sources):
            _sheet(book, sheet, formats)


def _formats(book: Workbook) -> dict[str, Format]:
    cell = {"text_wrap": True, "valign": "top"}
    link = cell | {"font_color": "#0B3D91", "underline": 1}
    # figures end a little before the edge, so that they do not touch the words of the next column
    figure = cell | {"align": "right", "indent": 1}
    head = cell | {"bold": True, "bottom": 2}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "plain": book.add_format({"valign": "top"}),
        "wrapped": book.add_format(cell),
        "string": book.add_format(cell | {"num_format": "@"}),
        "integer": book.add_format(figure | {"num_format": "0"}),
        "number": book.add_format(figure),
        "date": book.add_format(cell | {"num_format": "d mmm yyyy", "align": "left"}),
        "link": book.add_format(link),
        "head": book.add_format(head),
        "figure head": book.add_format(head | {"align": "right", "indent": 1}),
    } | {
        word: book.add_format({"bg_color": behind, "font_color": ink})
        for word, (behind, ink) in RATINGS.items()
    }


def _cover(page: Worksheet, lines: Sequence[str], formats: Mapping[str, Format]) -> None:
    page.set_column(0, 0, COVER_WIDTH)
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    for number, line in enumerate(lines):
        page.set_row(number, LINE_PT * (_lines([line], [COVER_WIDTH]) if number else 2))
        page.write_string(number, 0, _fitting(line), formats["wrapped" if number else "title"])


def _sheet(book: Workbook, sheet: Sheet, formats: Mapping[str, Format]) -> None:
    page = book.add_worksheet(sheet.name)
    rows = sheet.rows[: MAX_ROWS - HEAD_ROW - 1]
    page.write_string(0, 0, sheet.title, formats["title"])
    page.write_string(1, 0, _sentence(sheet, len(rows)), formats["plain"])
    page.write_url(2, 0, "internal:'Contents'!A1", formats["link"], "Back to contents")
    widths = [_width(h, [row[column] for row in rows]) for column, h in enumerate(sheet.headings)]
    page.set_landscape()
    page.set_paper(A3 if sum(widths) > WIDEST_A4 else A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.set_row(HEAD_ROW, LINE_PT * _lines([h.title for h in sheet.headings], widths))
    links = 0
    for number, row in enumerate(rows, HEAD_ROW + 1):
        # not every program fits rows to wrapped text when it opens a file
        page.set_row(number, LINE_PT * _lines(row, widths))
        for column, (heading, cell) in enumerate(zip(sheet.headings, row, strict=True)):
            links += isinstance(cell, Link)
            _write(page, (number, column), heading, cell, formats, linked=links < MAX_LINKS)
    _mark_up(page, sheet, max(1, len(rows)), formats)


def _sentence(sheet: Sheet, shown: int) -> str:
    some = f" Only the first {shown} of {len(sheet.rows)} rows fit." if shown < len(sheet.rows) else ""
    none = " The packs print none." if not sheet.rows else ""
    return f"{sheet.about} This sheet contains one table. Empty cells: see Notes.{none}{some}"


def _mark_up(page: Worksheet, sheet: Sheet, rows: int, formats: Mapping[str, Format]) -> None:
    """Make the cells a table with a header row, and colour the ratings in it."""
    last = HEAD_ROW + rows
    page.add_table(
        HEAD_ROW,
        0,
        last,
        len(sheet.headings) - 1,
        {
            "name": sheet.name.replace(" ", "_"),
            "style": TABLE_STYLE,
            "autofilter": False,
            "columns": [{"header": h.title, "header_format": formats[_head(h)]} for h in sheet.headings],
        },
    )
    # refs and periods are text on purpose: no green corner needs to say so
    page.ignore_errors({"number_stored_as_text": xl_range(HEAD_ROW, 0, last, len(sheet.headings) - 1)})
    for column, heading in enumerate(sheet.headings):
        if heading.name in RATED:
            for word in RATINGS:
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": formats[word]}
                page.conditional_format(HEAD_ROW + 1, column, last, column, rule)


def _head(heading: Heading) -> str:
    return "figure head" if heading.type in FIGURES else "head"


def _write(
    page: Worksheet,
    at: tuple[int, int],
    heading: Heading,
    cell: Cell,
    formats: Mapping[str, Format],
    *,
    linked: bool,
) -> None:
    match cell:
        case None | "":
            page.write_blank(*at, None, formats["string"])
        case Link():
            address = f"{'internal' if cell.inside else 'external'}:{cell.address}"
            if not cell.address or not linked or len(address) > MAX_ADDRESS:
                page.write_string(*at, cell.text, formats["string"])
            else:
                page.write_url(*at, address, formats["link"], cell.text)
        case int() | float():
            page.write_number(*at, cell, formats[heading.type])
        case date() if cell >= _NOT_BEFORE:
            page.write_datetime(*at, datetime(cell.year, cell.month, cell.day), formats["date"])
        case _:
            page.write_string(*at, _fitting(str(cell)), formats["string"])


def _fitting(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= MAX_CHARS else text[: MAX_CHARS - len(CUT)] + CUT


def _width(heading: Heading, cells: Sequence[Cell]) -> int:
    """Room for nine cells in ten on one line, within bounds, and for the longest word of the title."""
    lengths = sorted(len(_shown(cell)) for cell in cells if cell not in (None, ""))
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    title = max(map(len, heading.title.split())) + 2
    return max(MIN_WIDTH, title, min(MAX_WIDTH, usual + 2))


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Lines of the tallest cell; a line of wrapped words is seldom full."""
    tallest = max(
        sum(1 + len(part) // (width - 1) for part in _shown(cell).split("\n")) if cell else 1
        for cell, width in zip(cells, widths, strict=True)
    )
    return min(tallest, MAX_LINES)


def _shown(cell: Cell) -> str:
    return cell.text if isinstance(cell, Link) else "30 Sep 2000" if isinstance(cell, date) else str(cell)
