"""Workbook: how cells look, what fits into them and how much room they take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from agendapack.extract.write.workbook.sheets import Cell, Hyperlink

MAX_CHARS = 32_767
"""What a cell can hold in Excel."""
CUT = " … [cut: the whole text is in the CSV file]"
LINE_PT, MAX_LINES = 15, 27
"""Height of a line, and the lines of the tallest row that Excel allows (409 points)."""
RATINGS = {"Red": ("#FFC7CE", "#9C0006"), "Amber": ("#FFEB9C", "#7A4B00"), "Green": ("#C6EFCE", "#006100")}
"""Behind and of the word, at contrasts above 4.5 : 1."""
RULE, BAND = "#D0D0D0", "#E7EEF7"
"""Lines between rows, and what is behind the heads."""
A4, A3 = 9, 8
"""Numbers of paper sizes."""

Formats = Mapping[str, Format]


def formats_of(book: Workbook) -> Formats:
    """The formats by the type of what they are for."""
    cell = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": RULE}
    link = cell | {"font_color": "#0B3D91", "underline": 1}
    # figures end a little before the edge, so that they do not touch the words of the next column
    figure = cell | {"align": "right", "indent": 1}
    head = {"text_wrap": True, "valign": "top", "bold": True, "bottom": 2, "bg_color": BAND}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "block": book.add_format({"bold": True, "font_size": 13, "valign": "top"}),
        "plain": book.add_format({"valign": "top"}),
        "way": book.add_format({"font_color": "#0B3D91", "underline": 1}),
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


def fitting(text: str) -> str:
    """The text as a cell can hold it; what is too long says that it is cut."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) <= MAX_CHARS // 2:  # Excel counts in halves of UTF-16: most texts are short either way
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MAX_CHARS:
        return text
    return units[: 2 * (MAX_CHARS - len(CUT))].decode("utf-16-le", "ignore") + CUT


def shown(cell: Cell) -> str:
    """About what a cell shows, for the room that it takes."""
    return (
        cell.text if isinstance(cell, Hyperlink) else "30 Sep 2000" if isinstance(cell, date) else str(cell)
    )


def lines_of(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Lines of the tallest cell; a line of wrapped words is seldom full."""
    tallest = 1
    for cell, width in zip(cells, widths, strict=True):
        if isinstance(cell, str) and (len(cell) >= width or "\n" in cell):
            wrapped = sum(1 + len(part) // (width - 1) for part in cell.split("\n"))
            tallest = max(tallest, wrapped)
    return min(tallest, MAX_LINES)
