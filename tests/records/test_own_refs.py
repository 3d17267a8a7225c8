"""The references by which the rows of a pack are known are one set for all cells that are read."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.records.fields import Fields
from agendapack.extract.records.own_refs import OwnRefs, own_refs


def test_what_is_known_is_one_set_for_all_rows() -> None:
    (found,) = recognise(
        [table("*Ref | *Action | *Due", "QA 1 | Dredge | Mar 2032", "QA 2 | Mend | Jun 2032")]
    )
    refs = own_refs([found])
    assert refs == {"QA 1": "actions", "QA 2": "actions"}
    first, second = (Fields(row, found, refs).known for row in found.table.rows[-2:])
    assert first is second and first == {"QA 1", "QA 2"}


PACK = OwnRefs({"SP 1.2": "indicators", "SRR/01": "risks", "SRR/02": "risks", "A1": "actions", "7": "risks"})


@pytest.mark.parametrize("column", ["indicators", "risks"])
def test_a_column_for_both_gives_each_its_own(column: str) -> None:
    found = PACK.sorted_by_kind({"indicators": (), "risks": (), column: ("SP 1.2", "SRR/01", "SRR/99")})
    assert found == {"indicators": ("SP 1.2",), "risks": ("SRR/01", "SRR/99")}


@pytest.mark.parametrize("ref", ["7", "A1", "QA 3"])
def test_a_column_keeps_numbers_and_what_is_of_neither(ref: str) -> None:
    assert PACK.sorted_by_kind({"indicators": (ref,), "risks": ()})["indicators"] == (ref,)


def test_a_family_of_two_kinds_tells_nothing() -> None:
    both = OwnRefs(PACK | {"SRR/03": "indicators"})
    assert both.sorted_by_kind({"indicators": ("SRR/01",), "risks": ()})["indicators"] == ("SRR/01",)


def test_a_reference_of_two_kinds_of_rows_tells_none() -> None:
    plan = table("*Ref | *Action | *Due", "QA 1 | Dredge | Mar 2032", "QA 2 | Mend | Jun 2032")
    risks = table(
        "*Risk ref | *Risk description | *Likelihood | *Impact",
        "QA 2 | The lock gates fail | 3 | 4",
        "QA 3 | The ferry is lost | 2 | 4",
        number=2,
    )
    assert own_refs(recognise([plan, risks])) == {"QA 1": "actions", "QA 2": "", "QA 3": "risks"}


@pytest.mark.parametrize(("last", "known"), [(5, 5), (4, 0)], ids=["no period", "quarters, by their looks"])
def test_letters_of_periods_are_a_family_where_they_count_further(last: int, known: int) -> None:
    rows = [f"Q{n} | Households in berths of kind {n} | {n}0% | {n}5%" for n in range(1, last + 1)]
    found = recognise([table("*Ref | *Indicator | *Target | *Actual", *rows)])
    assert len(own_refs(found)) == known
