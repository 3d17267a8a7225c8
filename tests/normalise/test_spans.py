"""How long a stretch of time a period is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.spans import is_to_date, span_of, year_to_date

SPANS = [
    ("31 March 2025", "point"),
    ("Dec-24", "month"),
    ("Q3 2024/25", "quarter"),
    ("H1 2024/25", "half"),
    ("2024/25", "year"),
    ("2024", "year"),
    ("Year to March 2025", "year"),
    ("Q1-Q3 2024/25", "ytd"),
    ("April - December 2024", "ytd"),
    ("July - November 2024", ""),
    ("Quarter 2", "quarter"),
    ("FY26", ""),
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_spans(text: str, span: str) -> None:
    period = find_period(text)
    assert period is not None
    assert span_of(period) == span


@given(st.integers(2000, 2060), st.integers(1, 4))
def test_the_year_to_date_begins_with_the_financial_year(year: int, quarter: int) -> None:
    period = find_period(f"Q{quarter} {year}/{(year + 1) % 100:02d}")
    assert period is not None
    whole = year_to_date(period)
    assert (whole.start, whole.end) == (date(year, 4, 1), period.end)


@pytest.mark.parametrize(
    ("title", "told"), [("YTD Q3 2024/25", True), ("Cumulative actual", True), ("Actual Q3", False)]
)
def test_titles_that_say_that_figures_are_of_the_year_so_far(title: str, told: bool) -> None:
    assert is_to_date(title) is told
