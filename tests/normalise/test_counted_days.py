"""Days that are counted from others, weeks, terms and years that are named in part."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.dates import parse_due

DAYS = st.dates(date(1990, 1, 1), date(2079, 12, 31))

COUNTED = [
    ("6 weeks from 21/01/2025", date(2025, 3, 4)),
    ("Within three months of 30 November 2025", date(2026, 2, 28)),
    ("1 year after 29 February 2028", date(2029, 2, 28)),
    ("30 calendar days following 1 March 2025", date(2025, 3, 31)),
    ("w/c 3 November 2025", date(2025, 11, 3)),
    ("Week commencing 3rd November 2025", date(2025, 11, 3)),
    ("1st week of November 2025", date(2025, 11, 7)),
    ("Last week in February 2028", date(2028, 2, 29)),
    ("Second week of June", date(2031, 6, 14)),
    ("Second week of January", date(2032, 1, 14)),
    ("Spring term 2025/26", date(2026, 4, 30)),
    ("Summer Term 2025-26", date(2026, 7, 31)),
    ("Autumn term 2025/26", date(2025, 12, 31)),
    ("Winter 2025/26", date(2026, 2, 28)),
    ("October half term 2025", date(2025, 10, 31)),
    ("Academic year 2025/26", date(2026, 8, 31)),
    ("FY26", date(2026, 3, 31)),
    ("End of FY2026", date(2026, 3, 31)),
]
NOT_SAID = [
    "Not before April 2026",
    "No earlier than 1 May 2026",
    "10 working days from 1 May 2025",
    "2 weeks from May 2025",
    "Q3 FY26",
    "After 1 May 2026",
    "Spring 2025/26",
    "999 years from 1 May 9999",
]


@pytest.mark.parametrize(("text", "day"), COUNTED)
def test_days_counted_from_others(text: str, day: date) -> None:
    due = parse_due(text, plan_year=2031)
    assert (due.date, due.kind) == (day, "date")


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_does_not_say_by_when(text: str) -> None:
    due = parse_due(text, plan_year=2031)
    assert (due.date, due.kind) == (None, "unparsed")


@given(
    DAYS, st.integers(1, 99), st.sampled_from([("days", 1), ("weeks", 7)]), st.sampled_from(["from", "after"])
)
def test_days_and_weeks_are_added(day: date, many: int, unit: tuple[str, int], word: str) -> None:
    name, length = unit
    due = parse_due(f"{many} {name} {word} {day:%d/%m/%Y}")
    assert due.date == day + timedelta(days=many * length)


@given(DAYS, st.integers(1, 36))
def test_months_are_added_within_the_month(day: date, many: int) -> None:
    due = parse_due(f"{many} months from {day:%d/%m/%Y}").date
    assert due is not None
    assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == many
    assert due.day == day.day or (due + timedelta(days=1)).day == 1


@given(DAYS)
def test_what_is_due_in_a_week_is_due_on_the_day_that_is_printed(day: date) -> None:
    assert parse_due(f"w/c {day:%d/%m/%Y}").date == day
