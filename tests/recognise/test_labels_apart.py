"""Cards in any words whose labels stand in the cells of their values, and lists that are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outline.typeset import put
from sheets import table, texts

from agendapack.extract.model import Box, Cell, Row, Table
from agendapack.extract.recognise.card_lists import sheaves
from agendapack.extract.recognise.labels_apart import MIN_AGAIN, labels_in_cells

ASKED = ("Nr", "Steward", "How grave", "Worry")
RECORDS = (
    ("CR1", "Harbour Master", "4", "The quay wall fails"),
    ("CR2", "Head of Quays", "4", "Too few pilots"),
    ("CR3", "Treasurer", "5", "Fuel spills: the oyster beds"),
)
HEAD = " | ".join(ASKED)
ROWS = [" | ".join(record) for record in RECORDS]


def inline(record: Sequence[str]) -> list[str]:
    first, second, third, last = (f"{label}: {text}" for label, text in zip(ASKED, record, strict=True))
    return [f"{first} | {second} | {third}", f"{last} | < | <"]


def listed(*printed: Sequence[str], joined: bool = False) -> list[str]:
    """The rows of the one list that cards stand for, each in a table of its own or all in one."""
    rows = [[row for each in printed for row in each]] if joined else printed
    tables: list[Table] = [table(*each, number=n, top=90.0 * n) for n, each in enumerate(rows, 1)]
    whole = [sheaf.whole for sheaf in sheaves(tables)]
    return texts(whole[0].rows, whole[0].columns) if whole else []


@pytest.mark.parametrize("joined", [False, True])
def test_labels_before_their_values(joined: bool) -> None:
    assert listed(*map(inline, RECORDS), joined=joined) == [HEAD, *ROWS]


def test_bold_first_lines_are_labels_of_what_stands_below() -> None:
    cells = [
        [
            Cell(
                0,
                c,
                f"{label}\n{text}",
                1,
                Box(50 + 150 * c, 100, 190 + 150 * c, 130),
                words=(*put(50, 100, label, "b"), *put(50, 114, text)),
            )
            for c, (label, text) in enumerate(zip(ASKED, record, strict=True))
        ]
        for record in RECORDS
    ]
    tables = [
        replace(table("a", number=n), rows=(Row(tuple(row), 1, row[0].box),), columns=4)
        for n, row in enumerate(cells, 1)
    ]
    (sheaf,) = sheaves(tables)
    assert texts(sheaf.whole.rows, sheaf.whole.columns) == [HEAD, *ROWS]


def test_a_label_of_others_in_the_midst_of_a_cell_is_one() -> None:
    """Where two cells were taken for one."""
    merged = [inline(record) for record in RECORDS] + [inline(("CR4", "Pilot", "2", "Payroll moves late"))]
    merged[-1][0] = f"{ASKED[0]}: CR4 {ASKED[1]}: Pilot | < | {ASKED[2]}: 2"
    assert listed(*merged) == [HEAD, *ROWS, "CR4 | Pilot | 2 | Payroll moves late"]


@pytest.mark.parametrize("number", [MIN_AGAIN - 1, MIN_AGAIN])
def test_so_often_a_text_shows_that_it_is_a_label(number: int) -> None:
    assert bool(listed(*map(inline, RECORDS[:number]))) is (number >= MIN_AGAIN)


@pytest.mark.parametrize(
    ("times", "texts"),
    [(3, ["Worry", "The lock fails", "Steward", "Jo"]), (2, ["Worry", "The lock fails Steward: Jo"])],
)
def test_so_often_a_text_begins_a_cell_that_is_a_label_in_the_midst_of_others(
    times: int, texts: list[str]
) -> None:
    begun = (f"Steward: Pilot {n} | Nr: {n}" for n in range(times))
    (*_, row) = labels_in_cells([table(*begun, "Worry: The lock fails Steward: Jo | x")])[0]
    assert [cell.flat for cell in row][:-1] == texts


@given(st.lists(st.integers(2, 4), min_size=3, max_size=5))
def test_lists_under_the_same_head_are_no_cards(lengths: list[int]) -> None:
    """One of several rows has records that no row of labels stands over."""
    plans = [
        ["*Owner | *What we will do | *By when", *(f"Jo Kerr | Task {n} {m} | May 2032" for m in range(rows))]
        for n, rows in enumerate(lengths)
    ]
    assert not listed(*plans)
