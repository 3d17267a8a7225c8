"""Refs that two tables use for different things by design are no contradiction."""

from __future__ import annotations

import pytest
from reconcile.invented import LOWER, UPPER, action, indicator, told, value

SHARED = ("Dredge the inner basin", "Paint the bollards of the fish quay", "Train pilots for ice")
OTHERS = ("Let the sail loft to makers", "Count the seals each spring", "Print a guide to the lights")
CROSS = {"different_wording", "different_due", "different_value", "shifted_period", "repeated_ref"}


def checks_of(*rows: object) -> set[str]:
    return {name for name, _ in told(*rows)} & CROSS


def numbered(texts: tuple[str, ...], plan: str, letters: str = "", **more: object) -> list[object]:
    return [indicator(f"{letters}{n}", text, plan, **more) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize("letters", ["", "R", "HB "])
def test_tables_that_number_their_own_rows(letters: str) -> None:
    upper = numbered(SHARED, UPPER, letters)
    lower = numbered(OTHERS, LOWER, letters, table="t9")
    values = [value(f"{letters}1", "target", "5%"), value(f"{letters}1", "target", "9%", plan=LOWER)]
    assert "different_wording" not in checks_of(*upper, *lower, *values)


def test_one_odd_text_among_the_same_is_told() -> None:
    changed = (*SHARED[:2], "Count the seals each spring")
    assert checks_of(*numbered(SHARED, UPPER, "HB "), *numbered(changed, LOWER, "HB ", table="t9")) == {
        "different_wording"
    }


def test_numbers_that_begin_again_under_each_heading() -> None:
    rows = [action(str(n), text) for texts in (SHARED, OTHERS) for n, text in enumerate(texts, 1)]
    assert checks_of(*rows) == set()


def test_a_number_printed_twice_weighs_less_than_a_ref() -> None:
    rows = [action(str(n), f"Mend lock {n} of canal {n * 7}") for n in range(1, 9)]
    ((name, finding),) = told(*rows, action("8", "Count the seals each spring"))
    assert (name, finding.severity) == ("repeated_ref", "warning")
