"""Another reader's tables beside ours: what agrees, what differs, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from agendapack.extract.model import Box, Cell, Grid, Page
from agendapack.extract.second import second_opinion
from agendapack.extract.second.compare import MAX_NOTES, PageGrids, folded
from agendapack.extract.second.readers import OtherCell, OtherTable, by_pdfplumber

PACK = Path("pack.pdf")


def box(row: int, column: int, columns: int = 1) -> Box:
    return Box(50 + 100 * column, 100 + 20 * row, 50 + 100 * (column + columns), 120 + 20 * row)


def sheet(rows: list[list[str]]) -> PageGrids:
    cells = tuple(
        Cell(r, c, text, 1, box(r, c)) for r, row in enumerate(rows) for c, text in enumerate(row) if text
    )
    frame = Box(50, 100, 50 + 100 * len(rows[0]), 100 + 20 * len(rows))
    return Page(1, 595, 842), [Grid(1, frame, len(rows), len(rows[0]), cells, "aligned", "rivers", 0.8)]


def heard(
    ours: PageGrids, theirs: list[list[str]], *, table_off: float = 0.0, cells_off: float = 0.0
) -> tuple[Grid, list[str]]:
    """Our table and what is noted, when another reader sees `theirs` in the same place, or so far off."""

    def read(_path: Path, _pages: Mapping[int, Page]) -> Iterator[OtherTable]:
        placed = [(t, box(r, c)) for r, row in enumerate(theirs) for c, t in enumerate(row) if t]
        cells = [OtherCell(t, Box(b.x0, b.top + cells_off, b.x1, b.bottom + cells_off)) for t, b in placed]
        left = 50 + table_off
        frame = Box(left, 100, left + 100 * len(theirs[0]), 100 + 20 * len(theirs))
        yield OtherTable(1, frame, len(theirs), len(theirs[0]), tuple(cells))

    ((page, (grid,)),) = second_opinion(PACK, [ours], ("other", read))
    assert all(note.kind == "low_confidence" and note.page == 1 and note.box for note in page.notes)
    return grid, [note.detail for note in page.notes]


BUDGET = [["Service", "Spent"], ["Parks", "1,150"], ["Roads", "-12"], ["Total", "1,138"]]


def test_agreement_raises_belief() -> None:
    grid, said = heard(
        sheet(BUDGET), [["Ser vice", "Spent"], ["Parks", "1,150"], ["Roads", "\u221212"], ["Total", "1,138"]]
    )
    assert grid.confidence == pytest.approx(0.9) and said == []


def test_a_cell_read_differently_is_named_with_both_readings_and_ours_is_kept() -> None:
    grid, said = heard(sheet(BUDGET), [["Service", "Spent"], ["Parks", "7,150"], *BUDGET[2:]])
    assert len(said) == 1 and "'1,150'" in said[0] and "'7,150'" in said[0]
    assert grid.cells[3].text == "1,150" and grid.confidence == 0.8


def test_another_grid_altogether_is_said_once() -> None:
    glued = [[f"{a} {b}", ""] for a, b in BUDGET]
    grid, said = heard(sheet(BUDGET), glued)
    assert len(said) == 1 and "4 rows and 2 columns here" in said[0]
    assert grid.confidence == 0.8


def test_notes_of_one_table_come_to_an_end() -> None:
    ours = [[f"Row {i}", "same", "same"] for i in range(3 * MAX_NOTES)]
    _, said = heard(sheet(ours), [[f"Line {row[0]}", *row[1:]] for row in ours])
    assert len(said) == MAX_NOTES


@pytest.mark.parametrize("change", [{"turned": 90}, {"reader": "ocr"}])
def test_pages_the_other_reader_sees_otherwise_are_left_alone(change: dict[str, object]) -> None:
    page, grids = sheet(BUDGET)
    page = replace(page, **change)  # type: ignore[arg-type]

    def read(_path: Path, _pages: Mapping[int, Page]) -> Iterator[OtherTable]:
        raise AssertionError("asked")

    assert second_opinion(PACK, [(page, grids)], ("other", read)) == [(page, grids)]


def test_a_failing_reader_costs_nothing_but_its_opinion(caplog: pytest.LogCaptureFixture) -> None:
    def read(_path: Path, _pages: Mapping[int, Page]) -> Iterator[OtherTable]:
        raise RuntimeError("no such font")

    ours = sheet(BUDGET)
    assert second_opinion(PACK, [ours], ("other", read)) == [ours]
    assert "no such font" in caplog.text


def test_white_space_dashes_and_quotes_make_no_difference() -> None:
    assert folded("the \u2018A\u2019\n\u2013 B") == folded("the'A'-B")


def test_pdfplumber_gives_its_cells_in_our_coordinates(tmp_path: Path) -> None:
    from agendapack.extract.batch.warm import _content, _pdf
    from agendapack.extract.find import find_grids
    from agendapack.extract.read import read_pages

    path = tmp_path / "page.pdf"
    path.write_bytes(_pdf(_content()))
    sheets: list[PageGrids] = [(page, find_grids(page)) for page in read_pages(path)]
    ((_, (grid,)),) = second_opinion(path, sheets, ("pdfplumber", by_pdfplumber))
    assert "a second reader agrees" in grid.reason


@pytest.mark.parametrize(
    ("off", "heard_of"), [(0.45, True), (0.55, False)], ids=["SAME_TABLE", "SAME_TABLE less"]
)
def test_tables_that_cover_half_of_each_other_are_one(off: float, heard_of: bool) -> None:
    grid, said = heard(sheet(BUDGET), BUDGET, table_off=200 * off)
    assert (grid.confidence > 0.8) is heard_of and not said


@pytest.mark.parametrize(("off", "heard_of"), [(0.45, True), (0.55, False)], ids=["INSIDE", "INSIDE less"])
def test_cells_that_cover_half_of_each_other_are_one(off: float, heard_of: bool) -> None:
    grid, said = heard(sheet(BUDGET[1:2]), BUDGET[1:2], cells_off=20 * off)
    assert (grid.confidence > 0.8) is heard_of and not said


@pytest.mark.parametrize(("alike", "notes"), [(5, 3), (3, 1)], ids=["OTHER_GRID", "OTHER_GRID less"])
def test_where_few_cells_are_alike_the_table_is_named_and_not_they(alike: int, notes: int) -> None:
    theirs = [
        [text if 2 * r + c < alike else f"{text} x" for c, text in enumerate(row)]
        for r, row in enumerate(BUDGET)
    ]
    _, said = heard(sheet(BUDGET), theirs)
    assert len(said) == notes and ("differ on this table" in said[0]) is (notes == 1)


@pytest.mark.parametrize(
    ("length", "whole"), [(120, True), (121, False)], ids=["QUOTE_CHARS", "QUOTE_CHARS more"]
)
def test_long_texts_are_quoted_in_part(length: int, whole: bool) -> None:
    ours = [["Service", "Spent"], ["o" * length, "1,150"], *BUDGET[2:]]
    _, (said,) = heard(sheet(ours), [["Service", "Spent"], ["Parks", "1,150"], *BUDGET[2:]])
    assert ("o" * length in said) is whole and ("o" * 120 in said)
