"""Columns of references that other tables define cite them, whatever stands over the column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sheets import table

from agendapack.extract.model import Action
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.cited import _cites, _numbers
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.records import records

RISKS = (
    "*Risk ref | *Risk description | *Existing controls | *Likelihood | *Impact",
    *(f"QR{n} | The lock gates fail in storm {n} | Yearly survey {n} | 3 | {n}" for n in range(1, 6)),
)
TASKS = ("Dredge the inner basin", "Paint the crane", "Mend the lock", "Buy a ferry", "Sell the tug")


def actions(cited: Sequence[str], *, title: str = "Feeds", numbers: Sequence[str] = ()) -> list[Action]:
    """The actions of a plan beside a register of risks, the last column of which cites."""
    number = numbers or ["1", "2", "3", "4", "5"]
    plan = (
        f"*No. | *Action | *Lead officer | *Due date | *{title}",
        *(f"{number[n]} | {TASKS[n]} | Jo Kerr | May 203{n} | {text}" for n, text in enumerate(cited)),
    )
    tables = [table(*RISKS, number=1), table(*plan, number=2, page=2)]
    return records(recognise(tables), lambda _: Around()).actions


@pytest.mark.parametrize("title", ["Feeds", "Hazard", "Ref", "Entry"])
def test_a_column_that_cites_risks_is_no_number_of_actions(title: str) -> None:
    made = actions(["QR1", "QR2, QR3", "QR4", "QR1", "–"], title=title)
    assert [a.action_ref for a in made] == ["1", "2", "3", "4", "5"]
    assert [a.risk_refs for a in made] == [("QR1",), ("QR2", "QR3"), ("QR4",), ("QR1",), ()]


@pytest.mark.parametrize(
    ("cited", "cites"),
    [
        (["QR1", "QR2", "QR8", "QR9"], True),
        (["QR1", "QR7", "QR8", "QR9"], False),
        (["QR1", "QR2", "QR3", "QR4", "see the board's minute"], True),
        (["QR1", "QR2", "QR3", "see the minute", "see the board's minute"], False),
    ],
    ids=["CITED_SHARE", "one of four", "REFS_SHARE", "three of five"],
)
def test_so_many_cells_cite(cited: list[str], cites: bool) -> None:
    made = actions(cited, title="Weather")
    assert bool(made[0].risk_refs) is cites


@pytest.mark.parametrize(
    ("cells", "cites"),
    [
        (["QR1", "", ""], False),
        (["QR1", "QR2", ""], True),
        (["QR1", "QR2", "QR8", "QR9"], True),
        (["QR1", "QR2", "QR7", "QR8", "QR9"], False),
    ],
    ids=["MIN_CITED", "two", "CITED_SHARE", "two of five"],
)
def test_one_cell_shows_no_column_of_what_is_cited(cells: list[str], cites: bool) -> None:
    printed = table("*Action | *Weather", *(f"{TASKS[n]} | {cell}" for n, cell in enumerate(cells)))
    column = columns_of(printed, printed.rows[:1], printed.rows[1:])[1]
    assert _cites(column, {"QR1", "QR2"}, ()) is cites


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        (("1", "2", "3", "4", "Quay"), True),
        (("1", "2", "3", "Mole", "Quay"), False),
        (("1", "2", "3", "4", "4"), False),
    ],
    ids=["REFS_SHARE", "three of five", "twice the same"],
)
def test_what_numbers_records(items: Sequence[str], numbers: bool) -> None:
    printed = table("*Item | *Action", *(f"{item} | {TASKS[n]}" for n, item in enumerate(items)))
    columns = columns_of(printed, printed.rows[:1], printed.rows[1:])
    assert bool(_numbers(columns, (Role(1, "action", ""),), 1)) is numbers


def test_what_no_table_defines_cites_nothing() -> None:
    made = actions([f"ZX{n}" for n in range(5)])
    assert not any(a.risk_refs for a in made)


@pytest.mark.parametrize(
    ("title", "cites"), [("Linked promises", True), ("Category", True), ("Score", False)]
)
def test_a_column_of_any_meaning_cites_but_a_rating(title: str, cites: bool) -> None:
    plan = ("*Ref | *Action | *Due date", *(f"B{n} | {TASKS[n]} | May 203{n}" for n in range(1, 5)))
    register = (
        f"*Risk ref | *Risk description | *Existing controls | *Likelihood | *Impact | *{title}",
        *(f"QR{n} | The lock gates fail in storm {n} | Survey {n} | 3 | {n} | B{n}" for n in range(1, 5)),
    )
    tables = [table(*plan, number=1), table(*register, number=2, page=2)]
    made = records(recognise(tables), lambda _: Around()).risks
    assert [r.action_refs for r in made] == [(f"B{n}",) if cites else () for n in range(1, 5)]


@pytest.mark.parametrize(("last", "cites"), [(10, True), (9, True), (8, False)])
def test_a_reference_printed_twice_still_names_rows(last: int, cites: bool) -> None:
    numbers = [min(n, last) for n in range(1, 11)]
    register = (
        *RISKS[:1],
        *(f"QR{n} | The gates fail in storm {at} | Survey {at} | 3 | 4" for at, n in enumerate(numbers)),
    )
    plan = (
        "*No. | *Action | *Lead officer | *Due date | *Feeds",
        *(f"{n} | {TASKS[n]} | Jo Kerr | May 203{n} | QR{n + 1}" for n in range(4)),
    )
    tables = [table(*register, number=1), table(*plan, number=2, page=2)]
    made = records(recognise(tables), lambda _: Around()).actions
    assert bool(made[0].risk_refs) is cites
