"""Rows that seem to be something else: a last row that is no note, a heading set over the first columns."""

from __future__ import annotations

import pytest
from find.drawn import level, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import chunk_of
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.rows import row_groups
from agendapack.extract.model import Word

XS = (50.0, 80.0, 300.0, 400.0, 470.0)
TIGHT = "Report to each of the boards on moves to one"
"""A text that ends under one em before the next column."""


def programme(*last: tuple[float, str]) -> list[Word]:
    """A head with a rule below it, three rows, and a last line of texts."""
    head = ("Ref", "Activity", "Lead", "Start", "End")
    rows = [(f"C{n}", f"Choose the liners {n}", "Brent BC", "Mar 2025", "Jun 2026") for n in (1, 2, 3)]
    made = [
        w
        for i, row in enumerate([head, *rows])
        for x, cell in zip(XS, row, strict=True)
        for w in words(cell, x, 100 + 18 * i)
    ]
    return made + [w for x, cell in last for w in words(cell, x, 172)]


def test_a_last_row_whose_text_runs_close_to_the_next_column_is_no_note() -> None:
    last = tuple(zip(XS, ("C4", TIGHT, "Brent BC", "Feb 2026", "Jul 2026"), strict=True))
    (grid,) = find_grids(page(programme(*last), [level(105, 50, 520)]))
    assert texts(grid)[-1] == ["C4", TIGHT, "Brent BC", "Feb 2026", "Jul 2026"]


@pytest.mark.parametrize("beside", [(), ((400.0, "see page two"),), ((390.0, "see page"), (470.0, "two"))])
def test_a_note_below_the_last_row_is_no_row(beside: tuple[tuple[float, str], ...]) -> None:
    note = (50.0, "These dates were set before the review of all the boards and may")
    (grid,) = find_grids(page(programme(note, *beside), [level(105, 50, 520)]))
    assert grid.rows == 4


def test_two_texts_right_where_columns_begin_make_it_one() -> None:
    last = ((50.0, "Report to each of the boards on the moves"), (300.0, "Brent BC"), (400.0, "in May"))
    (grid,) = find_grids(page(programme(*last), [level(105, 50, 520)]))
    assert grid.rows == 5


def lines(heading: str, *, italic: bool = False, bold: bool = False, size: float = 9.0) -> list[RowLine]:
    """A heading over two columns between rules, a row below it, and a row by itself."""
    one = [Word(w.text, w.box, size, bold, italic) for w in words(heading, 50, 100, 9)]
    rows = [
        RowLine(base - 7, base + 2, base, 9.0, {
            (n, n): [chunk_of(words(text, x, base, 9))]
            for n, (x, text) in enumerate(((50, f"{base / 100:.1f}"), (90, "Thefts of a kind"), (250, "2")))
        })
        for base in (115.0, 135.0)
    ]  # fmt: skip
    return [RowLine(93, 102, 100, size, {(0, 1): [chunk_of(one)]}), *rows]


@pytest.mark.parametrize(
    ("style", "rows"),
    [({"italic": True}, 3), ({"bold": True}, 3), ({"size": 10.0}, 3), ({}, 2)],
    ids=["slanted", "bold", "larger", "in the letters of the row"],
)
def test_a_heading_in_other_letters_is_a_row_by_itself_between_rules(
    style: dict[str, bool], rows: int
) -> None:
    columns = [(50.0, 70.0), (90.0, 240.0), (250.0, 270.0)]
    rules = [Edge(at, 45, 280) for at in (85.0, 120.0, 140.0)]
    more = [
        RowLine(r.top + 40, r.bottom + 40, r.base + 40, r.size, r.cells) for r in lines("Two columns")[1:]
    ]
    rules.append(Edge(160, 45, 280))
    found = row_groups([*lines("Aim 1 – A county safe by night", **style), *more], columns, rules)
    assert len(found) == rows + 2
