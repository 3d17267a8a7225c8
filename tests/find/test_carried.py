"""Rows that go on with the table of the page before: in its columns where they stand there, or as found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from find.drawn import lattice, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Grid, Page, Rule, Word

XS = (50.0, 90.0, 250.0, 300.0, 400.0, 470.0)
HEAD = ("No.", "What is done", "Entry", "Carried by", "Before", "State")
ROW = ("A1", "Replace the devices", "BAF-05", "Digital Officer", "30/09/2025", "In hand")
CUT = (
    ("A8", "Replace unsupported", "BAF-05,", "Chief Digital", "30/09/2025", "Delivered"),
    ("", "devices in the eleven", "BAF-04", "Officer", "", ""),
    ("", "practices", "", "", "", ""),
)


def lines(rows: Sequence[Sequence[str]], top: float, pitch: float, xs: Sequence[float] = XS) -> list[Word]:
    return [
        w for i, row in enumerate(rows) for x, cell in zip(xs, row, strict=False)
        for w in words(cell, x, top + pitch * i)
    ]  # fmt: skip


def second(text: list[Word], rules: Sequence[Rule] = ()) -> Page:
    return replace(page(text, rules), number=2)


def before(*, ruled: bool = False, xs: Sequence[float] = XS) -> list[Grid]:
    """A page that ends in a table of six columns."""
    rows = [(f"A{n}", *ROW[1:]) for n in range(1, 6)]
    text = lines([HEAD, *rows], 600, 20, xs)
    rules = lattice([x - 4 for x in (*xs, 530)], [586.0 + 20 * i for i in range(7)]) if ruled else []
    return find_grids(page(text, rules))


@pytest.mark.parametrize("ruled", [True, False])
def test_a_lone_row_of_several_lines_has_the_columns_of_the_table_before(ruled: bool) -> None:
    rest = second(lines(CUT, 60, 11))
    (grid,) = find_grids(rest, before(ruled=ruled))
    want = [" ".join(row[i] for row in CUT if row[i]) for i in range(6)]
    assert texts(grid) == [want]
    assert "of the table on the page before" in grid.reason


def test_rows_below_the_heading_of_a_group_are_rows_of_the_table() -> None:
    text = words("Outcome 4: places", 50, 50) + lines([ROW, ("A2", *ROW[1:])], 70, 20)
    found = find_grids(second(text), before())
    assert [row for grid in found for row in texts(grid)][-2:] == [[*ROW], ["A2", *ROW[1:]]]


def test_a_table_of_its_own_below_the_rows_is_found_by_itself() -> None:
    accounts = [("Grant", "5,610", "2,805"), ("Fees", "188", "81"), ("Parks", "740", "512")]
    text = lines([ROW, ("A2", *ROW[1:])], 60, 20)
    text += words("Money of the year", 50, 130, 14, bold=True)
    text += lines([("", "Budget", "Actual"), *accounts], 150, 14, (50, 200, 275))
    rows, other = find_grids(second(text), before())
    assert texts(rows) == [[*ROW], ["A2", *ROW[1:]]]
    assert other.columns == 3
    assert texts(other)[-1] == [*accounts[-1]]


@pytest.mark.parametrize(
    "text",
    [
        lines(CUT, 60, 11, (50, 110, 200, 330, 380, 450)),
        words("This page begins with a text that goes over all of the columns there are", 50, 60)
        + words("and then", 50, 72) + lines(CUT, 84, 11),
        lines([HEAD, ROW, ("A2", *ROW[1:])], 60, 20),
        lines([("A2", "Replace")], 60, 20),
    ],
    ids=["at other places", "under a text", "under the head again", "in two columns"],
)  # fmt: skip
def test_other_rows_are_left_as_they_are_found(text: list[Word]) -> None:
    assert find_grids(second(text), before()) == find_grids(second(text))


def test_no_row_is_carried_over_a_page_without_tables() -> None:
    rest = replace(page(lines(CUT, 60, 11)), number=3)
    assert find_grids(rest, before()) == find_grids(rest)


def test_what_rules_enclose_keeps_its_own_columns() -> None:
    rules = lattice([46, 296, 530], [48, 70, 90])
    rest = second(lines([ROW, ("A2", *ROW[1:])], 62, 20), rules)
    assert find_grids(rest, before()) == find_grids(rest)


def test_a_number_in_a_wide_column_stays_in_it_beside_a_word_space() -> None:
    """A word that happens to begin where a column does, one word space behind another, is not cut off."""
    row = ("A2", "Replace the devices", "", "", "30/09/2025", "In hand")
    text = [w for x, cell in zip(XS, row, strict=True) if x != 90 for w in words(cell, x, 60)]
    text += words("Replace the devices held for", 297.5, 60, right=True) + words("Chief use", 300, 60)
    found = find_grids(second(text), before())
    assert not any(cell.text.startswith("Chief") for grid in found for cell in grid.cells)


def carried(text: list[Word], tables: list[Grid] | None = None) -> bool:
    """Whether rows of a page are read in the columns of the table before."""
    grids = find_grids(second(text), tables or before())
    return any("of the table on the page before" in grid.reason for grid in grids)


@pytest.mark.parametrize(("above", "read"), [(2, True), (3, False)], ids=["MAX_ABOVE", "three lines"])
def test_few_lines_stand_above_the_first_row(above: int, read: bool) -> None:
    text = [w for n in range(above) for w in words("Outcome 4: places", 50, 60 + 25 * n)]
    assert carried(text + lines(CUT, 60 + 25 * above, 11)) is read


@pytest.mark.parametrize(("filled", "read"), [(4, True), (3, False)], ids=["FULL", "half of them"])
def test_a_row_fills_most_columns(filled: int, read: bool) -> None:
    assert carried(lines([row[:filled] for row in CUT], 60, 11)) is read


@pytest.mark.parametrize(("off", "read"), [(1, True), (2, False)], ids=["STANDING", "four of six"])
def test_most_texts_stand_at_the_edges_of_their_columns(off: int, read: bool) -> None:
    xs = [x + 7 if 0 < n <= off else x for n, x in enumerate(XS)]
    assert carried(lines([CUT[0]], 60, 11, xs)) is read


@pytest.mark.parametrize(("beside", "read"), [(1.5, True), (1.6, False)], ids=["NEAR_PT", "further"])
def test_texts_of_a_column_stand_near_to_each_other(beside: float, read: bool) -> None:
    assert carried(lines([CUT[0]], 60, 11, [x + beside for x in XS])) is read


@pytest.mark.parametrize(("there", "read"), [(2, True), (1, False)], ids=["OFTEN", "once of six"])
def test_an_edge_is_where_texts_of_a_column_often_begin(there: int, read: bool) -> None:
    rows = [HEAD, *((f"A{n}", *ROW[1:]) for n in range(1, 6))]
    text = []
    for n, row in enumerate(rows):
        xs = [x if i not in (1, 2) or n < there else x + 9 for i, x in enumerate(XS)]
        text += lines([row], 600 + 20 * n, 20, xs)
    table = find_grids(page(text))
    assert [grid.columns for grid in table] == [6]
    assert carried(lines([CUT[0]], 60, 11), table) is read


@pytest.mark.parametrize(("white", "parts"), [(4.1, True), (3.9, False)], ids=["GAP_EM", "a word space"])
def test_white_parts_a_text_where_a_column_begins(white: float, parts: bool) -> None:
    row = ("A8", "", "B", "Chief Digital", "30/09/2025", "Delivered")
    text = lines([row], 60, 11) + words("Replace unsupported", 250 - white, 60, right=True)
    cells = [cell.flat for grid in find_grids(second(text), before()) for cell in grid.cells]
    assert ("Replace unsupported" in cells) is parts


def test_a_text_that_fits_no_column_is_parted_where_another_begins() -> None:
    row = ("A8", "", "BAF-05,", "Chief Digital", "30/09/2025", "Delivered")
    text = lines([row], 60, 11) + words("Replace unsupported", 247.5, 60, right=True)
    (grid,) = find_grids(second(text), before())
    assert [cell.flat for cell in grid.cells][:3] == ["A8", "Replace unsupported", "BAF-05,"]


def test_a_text_alone_below_the_rows_ends_them() -> None:
    below = words("Replace what is said above with the help of the fishers and of all who sail", XS[0], 72)
    (grid,) = find_grids(second(lines([CUT[0]], 60, 11) + below), before())
    assert (grid.rows, grid.columns) == (1, 6)


def test_the_head_again_over_a_row_stays_a_row_by_itself() -> None:
    text = lines([HEAD], 60, 11) + lines([CUT[0]], 75, 11)
    (grid,) = find_grids(second(text), before())
    assert [cell.flat for cell in grid.cells if cell.row == 0] == [*HEAD]


def test_the_first_lines_of_a_head_are_not_carried_on() -> None:
    """Its other lines would join the row below."""
    head = (("No.", "What is", "Entry", "Carried", "Before", "State"), ("", "done", "", "by", "", ""))
    found = find_grids(second(lines(head, 60, 11) + lines([CUT[0]], 90, 11)), before())
    assert not any("of the table on the page before" in grid.reason for grid in found)
