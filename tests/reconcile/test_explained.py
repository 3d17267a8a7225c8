"""What is told once, and what weighs less."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reconcile.cases import moving, rated, series
from reconcile.explained_bounds import named
from reconcile.invented import indicator, told, value

from agendapack.extract.reconcile import Passage

BOARD, ODD = "Harbour Board of Upper Oxmouth", "Harbour Board for Upper Oxmouth"


def test_a_name_and_a_longer_one_with_the_same_slip_are_told_once() -> None:
    said = (*named(f"Oxmouth Port and {BOARD}", f"Oxmouth Port and {ODD}"), *named(BOARD, ODD))
    (finding,) = (finding for name, finding in told(*said) if name == "phrase_variants")
    assert finding.refs == (BOARD, ODD) and len(finding.places) == 3


@pytest.mark.parametrize(("now", "severity"), [(79, "info"), (78, "warning")])
def test_a_direction_against_the_least_step_weighs_less(now: int, severity: str) -> None:
    rows = (*moving("HB 1", 40, 50), *moving("HB 2", 60, 70), *moving("HB 3", 80, now))
    (finding,) = (finding for name, finding in told(*rows) if name == "direction_against_values")
    assert finding.severity == severity


def test_a_target_is_held_against_the_target_and_not_against_what_was_reached() -> None:
    rows = (indicator("HB 1"), value("HB 1", "actual", "15.6%"), value("HB 1", "target", "20%"))
    said = Passage(2, "HB 1 reached 15.6% against the target of 15%.")
    (finding,) = (finding for name, finding in told(*rows, said) if name == "quoted_with_target")
    assert "15% for HB 1, the table has 20%" in finding.detail


@pytest.mark.parametrize(("last", "severity"), [(20, "warning"), (19, "info")])
def test_of_a_list_of_which_more_is_left_out_a_part_may_be_printed(last: int, severity: str) -> None:
    rows = series(*(n for n in range(1, last + 1) if n not in (4, 9)))
    found = [finding for name, finding in told(*rows) if name == "sequence_gap"]
    assert [finding.severity for finding in found] == [severity] * 2


@pytest.mark.parametrize(("before", "severity"), [(20, "info"), (9, "warning")])
def test_a_count_of_a_quarter_may_be_rated_by_what_the_year_makes(before: int, severity: str) -> None:
    lost = {"definition": "Complaints received about berths"}
    undated = {"period": "", "period_start": None, "period_end": None}
    counts = (replace(value("HB 9", "actual", str(n), **lost), **undated) for n in (before, 16))
    quarters = (replace(row, period=q, span="quarter") for row, q in zip(counts, ("Q1", "Q2"), strict=True))
    target = replace(value("HB 9", "target", "30", **lost), **undated)
    rows = (*rated("Green", "Green", "Green", "Green", floor=False), *quarters, target)
    rating = indicator("HB 9", lost["definition"], rag="Red", table="t4")
    (finding,) = (finding for name, finding in told(*rows, rating) if name == "rag_against_value")
    assert finding.refs == ("HB 9",) and finding.severity == severity


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((1, 2, 4, 5), "3 is missing"), ((1, 2, 3, 4, 7, 8, 9), "5 and HD A006 are missing")],
)
def test_what_is_left_out_is_told_in_a_sentence(numbers: tuple[int, ...], said: str) -> None:
    (found,) = (finding for name, finding in told(*series(*numbers)) if name == "sequence_gap")
    assert said in found.detail
