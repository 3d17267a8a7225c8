"""Rows that are written as they stand are those that XlsxWriter would have written, cell by cell."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.write.workbook.formats import MAX_CHARS, formats_of
from agendapack.extract.write.workbook.links import MAX_ADDRESS, MAX_LINKS
from agendapack.extract.write.workbook.sheets import Cell, Hyperlink
from agendapack.extract.write.workbook.streamed import StreamedSheet

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1)
CELLS = (
    TEXTS
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False)
)
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
KINDS = {str: "string", int: "integer", float: "number", date: "date"}


def written(cells: Sequence[Cell], streamed: bool) -> str:
    """The rows of a sheet with one row, with a row above it that is written cell by cell."""
    with TemporaryDirectory() as folder:
        with xlsxwriter.Workbook(f"{folder}/book.xlsx", {"constant_memory": True}) as book:
            formats = formats_of(book)
            page = book.add_worksheet("Rows", StreamedSheet)
            for style in formats.values():  # they are numbered by their first use
                style._get_xf_index()
            page.write_string(0, 0, "above", formats["title"])
            kinds = [KINDS[type(cell)] for cell in cells]
            if streamed:
                page.put_row(1, cells, [page.column(n, kind, formats) for n, kind in enumerate(kinds)], 45)
            else:
                page.set_row(1, 45)
                for column, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
                    by_kind(page, column, cell, formats[kind])
        return ZipFile(f"{folder}/book.xlsx").read("xl/worksheets/sheet1.xml").decode()


def by_kind(page: StreamedSheet, column: int, cell: Cell, style: object) -> None:
    match cell:
        case str():
            page.write_string(1, column, cell, style)
        case date():
            page.write_datetime(1, column, datetime(cell.year, cell.month, cell.day), style)
        case _:
            page.write_number(1, column, cell, style)


@given(st.lists(CELLS | DAYS, min_size=1, max_size=4))
def test_a_row_is_what_xlsxwriter_writes(cells: list[Cell]) -> None:
    assert written(cells, streamed=True) == written(cells, streamed=False)


@pytest.mark.parametrize(
    "text",
    [
        "<r><t>not rich</t></r>",
        "a & b",
        " kept ",
        "_x0041_",
        "\x01\x1f",
        "=1+1",
        "\ufffe",
        "two\nlines",
        "a\r\nb",
    ],
)
def test_no_text_is_anything_but_text(tmp_path: Path, text: str) -> None:
    book = page_of(tmp_path, [[text]])
    cell = book.active["A1"]
    assert cell.data_type in ("s", "inlineStr")
    plain = re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), cell.value)
    assert plain == text.replace("\r\n", "\n")


def test_nor_is_one_that_is_written_cell_by_cell(tmp_path: Path) -> None:
    text = "<r><t>a & b</t></r>"
    with xlsxwriter.Workbook(str(tmp_path / "book.xlsx"), {"constant_memory": True}) as book:
        book.add_worksheet("Rows", StreamedSheet).write_string(0, 0, text)
    assert openpyxl.load_workbook(tmp_path / "book.xlsx").active["A1"].value == text


def page_of(folder: Path, rows: Sequence[Sequence[Cell]]) -> openpyxl.Workbook:
    """The rows in a sheet, as a program reads them."""
    with xlsxwriter.Workbook(str(folder / "book.xlsx"), {"constant_memory": True}) as book:
        page = book.add_worksheet("Rows", StreamedSheet)
        put = [page.column(n, "string", formats_of(book)) for n in range(len(rows[0]))]
        for number, row in enumerate(rows):
            page.put_row(number, row, put)
    return openpyxl.load_workbook(folder / "book.xlsx")


@pytest.mark.parametrize("cell", [math.inf, -math.inf, math.nan, date(1897, 6, 22), True])
def test_what_a_sheet_has_no_form_for_stands_as_text(tmp_path: Path, cell: Cell) -> None:
    assert page_of(tmp_path, [[cell]]).active["A1"].value in (str(cell), 1)


@pytest.mark.parametrize("letter", ["x", "\U0001f600"])
def test_a_text_is_cut_by_what_excel_counts(tmp_path: Path, letter: str) -> None:
    value = page_of(tmp_path, [[letter * 40_000]]).active["A1"].value
    assert len(value.encode("utf-16-le")) // 2 in (MAX_CHARS, MAX_CHARS - 1)
    assert value.endswith("is in the CSV file]")


def test_links_end_where_excel_holds_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendapack.extract.write.workbook.links.MAX_LINKS", 3)
    assert MAX_LINKS > 3
    rows = [[Hyperlink(f"page {n}", f"../pack.pdf#page={n}"), Hyperlink("nowhere", "")] for n in range(5)]
    sheet = page_of(tmp_path, rows).active
    assert [bool(sheet.cell(n, 1).hyperlink) for n in range(1, 6)] == [True, True, True, False, False]
    assert [sheet.cell(n, 1).value for n in (1, 5)] == ["page 0", "page 4"]
    assert not sheet["B1"].hyperlink and sheet["B1"].value == "nowhere"


def test_links_are_those_that_xlsxwriter_writes(tmp_path: Path) -> None:
    """Though many lead to one file, which stands in the workbook once."""
    many = [f"../in/a%20b.pdf#page={n}" for n in (1, 2, 1)]
    places = [*many, "c.pdf", "c.pdf#a/b", "d.pdf#\"<&>'", "/in/e%23.pdf#page=9"]
    own = page_of(tmp_path, [[Hyperlink("x", place)] for place in places]).active
    with xlsxwriter.Workbook(str(tmp_path / "usual.xlsx")) as book:
        page = book.add_worksheet()
        for row, place in enumerate(places):
            page.write_url(row, 0, f"external:{place}", None, "x")
    usual = openpyxl.load_workbook(tmp_path / "usual.xlsx").active
    for row in range(1, len(places) + 1):
        one, other = own.cell(row, 1).hyperlink, usual.cell(row, 1).hyperlink
        assert (one.target, one.location) == (other.target, other.location)
    related = ZipFile(tmp_path / "book.xlsx").read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert related.count("<Relationship ") == 4


@pytest.mark.parametrize(("length", "leads"), [(MAX_ADDRESS, True), (MAX_ADDRESS + 1, False)])
def test_an_address_longer_than_excel_takes_is_none(tmp_path: Path, length: int, leads: bool) -> None:
    sheet = page_of(tmp_path, [[Hyperlink("x", "a" * length)]]).active
    assert bool(sheet["A1"].hyperlink) is leads and sheet["A1"].value == "x"
