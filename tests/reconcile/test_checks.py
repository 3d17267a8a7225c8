"""Every check against its cases: it finds the fault, leaves sound rows alone, and says where."""

from __future__ import annotations

import pytest
from reconcile.cases import JUNE, MARCH, MEETING, Case, Rows
from reconcile.every_case import CASES
from reconcile.invented import action, lines, pack, tables

from agendapack.extract.reconcile.registry import checks
from agendapack.extract.reconcile.subject import Subject


def found(check: str, rows: Rows) -> set[str]:
    """The refs of all that one check finds in the rows."""
    subject = Subject(pack(*rows, meeting=MEETING), tables(*rows), lines(*rows))
    examine = next(c.examine for c in checks() if c.name == check)
    return {ref for hit in examine(subject) for ref in hit.refs}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_finds_the_fault(case: Case) -> None:
    assert case.refs <= found(case.check, case.faulty)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_leaves_sound_rows_alone(case: Case) -> None:
    assert found(case.check, case.sound) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_names_a_place_and_fills_its_message(case: Case) -> None:
    check = next(c for c in checks() if c.name == case.check)
    subject = Subject(pack(*case.faulty, meeting=MEETING), tables(*case.faulty), lines(*case.faulty))
    for hit in check.examine(subject):
        assert hit.places and all(place.page and place.quote for place in hit.places)
        assert "{" not in check.message.format(**hit.facts)


def test_every_check_has_a_case() -> None:
    assert {case.check for case in CASES} == {check.name for check in checks()}


def test_an_action_printed_again_in_another_table_of_its_plan_with_another_date() -> None:
    first, again = action("HD A001", due=MARCH), action("HD A001", due=JUNE, page=4, table="t2")
    assert found("different_due", (first, again)) == {"HD A001"}
    assert found("different_due", (first, action("HD A001", due=JUNE))) == set()
