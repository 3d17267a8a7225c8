"""Whether a line of a cell was put there by the width of its column."""

from __future__ import annotations

from dataclasses import replace

from sheets import table

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
