"""Workbook: a worksheet that takes its rows ready written.

XlsxWriter keeps each cell of a row and writes it in a dozen calls, which takes most of the time of
a large workbook. Here a cell becomes text at once, as XlsxWriter writes it when it streams.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from agendapack.extract.write.workbook.formats import Formats, fitting
from agendapack.extract.write.workbook.links import Links
from agendapack.extract.write.workbook.sheets import Cell, Hyperlink

SHORT, MOST_KNOWN = 80, 5_000
"""Characters and number of the texts of a column that are remembered as they are written."""
_SPECIAL = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_|^\s|\s$")
"""What a text has that cannot stand in a sheet as it is."""
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)")
_NOT_BEFORE, _DAY_0 = date(1900, 3, 1), date(1899, 12, 30)
"""Excel takes 1900 for a leap year: earlier days are written as text."""

Put = Callable[[int, Cell], str]
"""A cell of a column as it stands in a row."""


class StreamedSheet(Worksheet):  # type: ignore[misc]  # it has no types
    """A worksheet of a workbook in constant memory; rows come in order."""

    def __init__(self) -> None:
        super().__init__()
        self._links = Links()

    def put_row(self, row: int, cells: Sequence[Cell], put: Sequence[Put], height: float = 0) -> None:
        """Write a row; columns without a cell are left out."""
        written = "".join(
            [column(row, c) for column, c in zip(put, cells, strict=True) if c not in (None, "")]
        )
        self._check_dimensions(row, len(cells) - 1)
        self._write_single_row(row)  # the row before, where it was written cell by cell
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        self.fh.write(f'<row r="{row + 1}"{tall}>{written}</row>')

    def _xml_rich_inline_string(self, string: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        """A text that looks like XlsxWriter's rich text is a text all the same."""
        self._xml_inline_string(string, False, attributes)

    def put_link(self, row: int, column: int, link: Hyperlink, formats: Formats) -> None:
        """Write a cell that leads somewhere; one that cannot is text."""
        leads = self._links.add(xl_rowcol_to_cell(row, column), link)
        style = "string" if not leads else "way" if link.inside else "link"
        self.write_string(row, column, fitting(link.text), formats[style])

    def _write_hyperlinks(self) -> None:
        if self._links.written:
            self.external_hyper_links += self._links.files
            self.rel_count += len(self._links.files)
            self.fh.write(f"<hyperlinks>{''.join(self._links.written)}</hyperlinks>")

    def column(self, number: int, kind: str, formats: Formats) -> Put:
        """How cells of a column are written: as what they are, and whatever else stands there as text."""
        name = xl_col_to_name(number)
        text = _text_in(name, formats["string"])
        linked = _text_in(name, formats["link"])
        leads = self._links.add
        own = f'" s="{_number_of(formats.get(kind, formats["string"]))}"><v>'

        def put(row: int, cell: Cell) -> str:
            match cell:
                case str():
                    return text(row, cell)
                case Hyperlink():
                    return (linked if leads(f"{name}{row + 1}", cell) else text)(row, cell.text)
                case int() | float() if math.isfinite(cell):
                    return f'<c r="{name}{row + 1}{own}{cell:.16G}</v></c>'
                case date() if cell >= _NOT_BEFORE:
                    return f'<c r="{name}{row + 1}{own}{(cell - _DAY_0).days}</v></c>'
                case _:
                    return text(row, str(cell))

        return put


def _number_of(style: Format) -> int:
    number: int = style._get_xf_index()
    return number


def _text_in(column: str, style: Format) -> Callable[[int, str], str]:
    number = _number_of(style)
    # columns say a few things again and again
    known: dict[str, str] = {}

    def put(row: int, text: str) -> str:
        written = known.get(text)
        if written is None:
            written = _inline(text, number)
            if len(text) <= SHORT and len(known) < MOST_KNOWN:
                known[text] = written
        return f'<c r="{column}{row + 1}{written}'

    return put


def _inline(text: str, style: int) -> str:
    """A cell with a text, from behind the number of its row."""
    text, kept = fitting(text), ""
    if _SPECIAL.search(text):
        text = _UNREADABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
        kept = ' xml:space="preserve"' if text != text.strip() else ""
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'" s="{style}" t="inlineStr"><is><t{kept}>{text}</t></is></c>'
