"""Striped tables that go on at the top of a page: each band and each white space there is one row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.carried.stripes import bands_across, by_stripes, is_striped
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.model import Box, Cell, Colour, Fill, Grid, Page, Word

XS = [50.0, 150.0, 330.0, 430.0, 540.0]
SHADE = (238, 243, 248)
LONG = ("Paint the hull", "Before the regatta", "In the spring", "Once dried")
BELOW = ("And its mast", "Or right after it", "At low tide", "Twice over")


def lines(rows: list[tuple[str, ...]], top: float, pitch: float = 12.0) -> list[Word]:
    return [
        w
        for n, row in enumerate(rows)
        for x, text in zip(XS, row, strict=False)
        for w in words(text, x + 4, top + n * pitch)
    ]


def band(top: float, bottom: float) -> list[Fill]:
    return [Fill(Box(a, top, b, bottom), SHADE) for a, b in zip(XS[:-1], XS[1:], strict=True)]


def first() -> list[Grid]:
    """A page with a striped table of rows of one line each, the last coloured."""
    text = [
        w
        for n in range(7)
        for w in lines([tuple(f"{word} {n}" for word in ("Berth", "Hull", "May", "Tern"))], 612 + 20 * n)
    ]
    fills = [f for n in (2, 4, 6) for f in band(600 + 20 * n, 620 + 20 * n)]
    return find_grids(page(text, fills=fills))


def second(text: list[Word], fills: list[Fill] | None = None) -> Page:
    return replace(page(text, fills=fills or []), number=2)


def test_lines_without_a_band_are_the_next_white_row() -> None:
    (grid,) = find_grids(second(lines([LONG, BELOW], 60)), first())
    assert texts(grid) == [[f"{a} {b}" for a, b in zip(LONG, BELOW, strict=True)]]


def test_an_empty_line_in_a_cell_of_a_band_ends_no_row() -> None:
    text = lines([("Slip 1", "Sweep it", "May 2031", "A. Tern"), LONG, ("", "After a storm")], 60, 24)
    (grid,) = find_grids(second(text, band(72, 116)), first())
    assert texts(grid)[-1] == [LONG[0], f"{LONG[1]} After a storm", *LONG[2:]]


def table(coloured: str) -> Grid:
    """Rows, those with an x coloured."""
    fills: list[Colour | None] = [SHADE if mark == "x" else None for mark in coloured]
    cells = tuple(Cell(n, 0, "text", 1, Box(0, 0, 1, 1), fill=fill) for n, fill in enumerate(fills))
    return Grid(1, Box(0, 0, 1, 1), len(fills), 1, cells, "stripes")


@pytest.mark.parametrize(
    ("coloured", "striped"), [("x-x", True), ("-x-", True), ("xxx-x-", True), ("-x", False), ("-xx", False)]
)
def test_colours_that_take_turns_in_three_rows_make_stripes(coloured: str, striped: bool) -> None:
    assert is_striped(table(coloured)) == striped


@pytest.mark.parametrize(("end", "count"), [(91, 1), (89, 0)])
def test_a_band_goes_nearly_all_the_way_across(end: float, count: int) -> None:
    cells = [Box(0, 10, 40, 30), Box(40, 10, end, 30)]
    assert len(bands_across(cells, 0, 100)) == count


def test_groups_on_one_band_and_those_between_two_are_a_row_each() -> None:
    at = [RowLine(y, y + 10, y + 8, 10) for y in (0, 12, 24, 36, 48)]
    rows = by_stripes([[line] for line in at], [Box(0, 11, 100, 35), Box(0, 47, 100, 60)])
    assert rows == [at[:1], at[1:3], at[3:4], at[4:]]
