"""Both sides of the bounds by which numbers, titles and columns of an agenda's lines are told."""

from __future__ import annotations

import pytest
from outline.typeset import put
from sheets import table

from agendapack.extract.model import Box, Cell
from agendapack.extract.outline.centred_numbers import _beside, _Number, _stand_first
from agendapack.extract.outline.decisions import _goes_on
from agendapack.extract.outline.entries import Entry
from agendapack.extract.outline.item_numbers import with_running_numbers
from agendapack.extract.outline.lines import TextLine, lines_of, make_line
from agendapack.extract.outline.page_columns import _gutters
from agendapack.extract.outline.side_columns import _flush, side_columns
from agendapack.extract.outline.surroundings import above
from agendapack.extract.outline.tabular_agenda import _role_of

SIZE = 11.0


def line(x: float, top: float, text: str) -> TextLine:
    return make_line(1, put(x, top, text))


@pytest.mark.parametrize(("off", "beside"), [(0.8, True), (0.9, False)], ids=["NEAR_EM", "NEAR_EM more"])
def test_a_number_half_a_line_off_stands_beside_its_title(off: float, beside: bool) -> None:
    assert _beside(line(60, 100, "4."), line(100, 100 + off * SIZE, "Winter plan")) is beside


@pytest.mark.parametrize(("more", "first"), [(0.25, True), (0.15, False)], ids=["WIDER_PT", "WIDER_PT less"])
def test_rows_are_further_apart_than_their_lines(more: float, first: bool) -> None:
    """Numbers on the first lines of rows of two; the rows between them would begin a line later."""
    tops, top = [], 100.0
    for n in range(8):
        tops.append(top)
        top += SIZE + 2 + (more if n % 2 else 0)
    pieces = [line(100, at, "Winter plan") for at in tops]
    numbers = [_Number(tuple(put(60, at, "4.")), ()) for at in tops[::2]]
    assert _stand_first(numbers, [1, 3, 5, 7], pieces) is first


@pytest.mark.parametrize(("white", "on"), [(0.7, True), (0.9, False)], ids=["GAP_EM", "GAP_EM more"])
def test_two_lines_of_a_title_stand_close(white: float, on: bool) -> None:
    assert _goes_on(line(60, 100, "Decisions of"), line(60, 100 + SIZE * (1 + white), "the Board")) is on


@pytest.mark.parametrize(
    ("off", "counted"), [(8.5, True), (10.0, False)], ids=["SAME_COLUMN_PT", "SAME_COLUMN_PT more"]
)
def test_numbers_that_count_on_begin_in_one_column(off: float, counted: bool) -> None:
    said = (f"{4107 + n} Petitions" for n in range(3))
    lines = [line(60 + (off if n == 2 else 0), 100 + 20 * n, text) for n, text in enumerate(said)]
    (first, *_) = with_running_numbers({1: lines})[1]
    assert first.text.startswith("4107.") is counted


@pytest.mark.parametrize(("white", "strips"), [(1.2, 1), (0.9, 0)], ids=["GUTTER_EM", "GUTTER_EM less"])
def test_white_between_columns_is_as_wide_as_the_letters_are_high(white: float, strips: int) -> None:
    left = put(60, 100, "Members")
    right = put(left[-1].box.x1 + white * SIZE, 100, "AGENDA")
    (agenda,) = lines_of(1, right)
    assert len([*_gutters([make_line(1, left), agenda], agenda)]) == strips


@pytest.mark.parametrize(("off", "one"), [(1.3, True), (1.8, False)], ids=["FLUSH_PT", "FLUSH_PT more"])
def test_stretches_of_one_column_begin_in_one_place(off: float, one: bool) -> None:
    assert _flush(line(400, 100, "To follow"), line(400 + off, 120, "12")) is one


@pytest.mark.parametrize(("cells", "shown"), [(4, True), (3, False)], ids=["MOST", "MOST less"])
def test_a_column_has_cells_of_most_entries(cells: int, shown: bool) -> None:
    entries = []
    for n in range(7):
        title = line(80, 100 + 20 * n, "Winter plan")
        rest = (title, line(400, 100 + 20 * n, "Verbal")) if n < cells else (title,)
        entries.append(Entry(str(n + 1), rest, title))
    assert (side_columns(entries) is not None) is shown


@pytest.mark.parametrize(
    ("into", "over"),
    [(1.5, ["Berths of the quay"]), (2.5, [])],
    ids=["STILL_ABOVE_PT", "STILL_ABOVE_PT more"],
)
def test_a_line_that_reaches_into_a_table_still_stands_above_it(into: float, over: list[str]) -> None:
    made = table("*Quay | *Berths", "North | 4", top=200.0)
    printed = {1: [line(60, 200 + into - SIZE / 2, "Berths of the quay")]}
    assert [each.text for each in above(made, None, printed)] == over


@pytest.mark.parametrize(("pages", "role"), [(3, "pages"), (2, "")], ids=["MOST", "MOST less"])
def test_a_column_of_an_agenda_is_what_most_of_its_cells_are(pages: int, role: str) -> None:
    texts = [f"{7 + 4 * n} - {9 + 4 * n}" if n < pages else "Tabled by hand" for n in range(5)]
    cells = [
        Cell(
            n,
            0,
            text,
            1,
            Box(400, 100 + 20 * n, 480, 115 + 20 * n),
            words=tuple(put(400, 100 + 20 * n, text)),
        )
        for n, text in enumerate(texts)
    ]
    assert _role_of(cells) == role
