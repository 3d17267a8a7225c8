"""Whether a line of a cell was put there by the width of its column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.model import Box, Cell, Word
from agendapack.extract.recognise.columns import Column, columns_of
from agendapack.extract.records.hard_breaks import after_hard_breaks


def officers(*cells: str) -> Column:
    made = table("*Action | *Lead", *(f"Paint the crane on quay {i} | {c}" for i, c in enumerate(cells)))
    return columns_of(made, made.rows[:1], made.rows[1:])[1]


def test_a_word_that_fitted_above_was_not_wrapped() -> None:
    column = officers("Housing / Planning", "Head of Harbours and Quays and Ferries")
    assert after_hard_breaks(column.cells[0], column) == {1}


def test_a_word_without_room_above_may_have_been_wrapped() -> None:
    column = officers("Ferries and / Harbours / Board", "Jo Kerr")
    assert after_hard_breaks(column.cells[0], column) == set()


def test_a_column_that_is_wider_on_another_page_lends_no_room() -> None:
    column = officers("Housing / Planning", "Head of Harbours and Quays and Ferries")
    cell, box = column.cells[0], column.cells[0].box
    narrow = replace(cell, box=replace(box, x1=box.x0 + 12))
    assert after_hard_breaks(narrow, column) == set()


def test_what_is_drawn_around_a_cell_shows_its_room() -> None:
    column = officers("Harbour Staff / Quay Staff")
    assert after_hard_breaks(column.cells[0], column) == set()
    assert after_hard_breaks(column.cells[0], column, walled=True) == {1}


@pytest.mark.parametrize(("width", "fits"), [(35.0, True), (36.2, False)])
def test_a_word_fits_with_a_space_before_it_and_some_room_behind(width: float, fits: bool) -> None:
    def word(text: str, x0: float, x1: float, top: float) -> Word:
        return Word(text, Box(x0, top, x1, top + 10), 10.0)

    box = Box(0, 0, 200, 40)
    wide = Cell(1, 1, "Head", 1, box, words=(word("Head", 0, 100, 2),))
    cell = Cell(
        2, 1, "Harbour\nBoard", 1, box, words=(word("Harbour", 0, 60, 2), word("Board", 0, width, 14))
    )
    assert after_hard_breaks(cell, Column(1, (), (wide, cell))) == ({1} if fits else set())
