"""Periods as printed in cells and column heads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.period_forms import shapes, shapes_of
from agendapack.extract.normalise.periods import find_period, parse_period

PERIODS = {
    "2007/08": ("2007-04-01", "2008-03-31"),
    "2007-08": ("2007-04-01", "2008-03-31"),
    "2024/2025": ("2024-04-01", "2025-03-31"),
    "Q3 2024/25": ("2024-10-01", "2024-12-31"),
    "Quarter 4 2024/25": ("2025-01-01", "2025-03-31"),
    "Q1 23/24": ("2023-04-01", "2023-06-30"),
    "Q1-Q3 2024/25": ("2024-04-01", "2024-12-31"),
    "H2 2024/25": ("2024-10-01", "2025-03-31"),
    "Dec-24": ("2024-12-01", "2024-12-31"),
    "February 2024": ("2024-02-01", "2024-02-29"),
    "April - June 2024": ("2024-04-01", "2024-06-30"),
    "Academic year 2006/07": ("2006-09-01", "2007-08-31"),
    "2006/07 academic year": ("2006-09-01", "2007-08-31"),
    "12 months to March 2024": ("2023-04-01", "2024-03-31"),
    "2023": ("2023-01-01", "2023-12-31"),
    "Q3 24-25": ("2024-10-01", "2024-12-31"),
    "Q1 & Q2 2024/25": ("2024-04-01", "2024-09-30"),
    "Apr - Sep 24/25": ("2024-04-01", "2024-09-30"),
    "AY 2023/24": ("2023-09-01", "2024-08-31"),
    "FY 24-25": ("2024-04-01", "2025-03-31"),
    "12 month rolling to Dec 24": ("2024-01-01", "2024-12-31"),
    "Year ending 31 March 2024": ("2023-04-01", "2024-03-31"),
    "YE Mar 24": ("2023-04-01", "2024-03-31"),
    "May 12, 2031": ("2031-05-12", "2031-05-12"),
    "2020/21-2022/23": ("2020-04-01", "2023-03-31"),
    "2020-22": ("2020-01-01", "2022-12-31"),
    "2021 to 2023": ("2021-01-01", "2023-12-31"),
    "Half Year 1 2031/32": ("2031-04-01", "2031-09-30"),
    "HY2 31/32": ("2031-10-01", "2032-03-31"),
    "Second half of 2031/32": ("2031-10-01", "2032-03-31"),
    "Mid-year 2031/32": ("2031-04-01", "2031-09-30"),
    "Half year report 2031/32": ("2031-04-01", "2031-09-30"),
    "Half year to September 2031": ("2031-04-01", "2031-09-30"),
    "Six months to 31 March 2032": ("2031-10-01", "2032-03-31"),
    "9 months ended 31 December 2031": ("2031-04-01", "2031-12-31"),
    "3 months to February 2032": ("2031-12-01", "2032-02-29"),
    "Quarter three 2024/25": ("2024-10-01", "2024-12-31"),
    "2030/31 (to September)": ("2030-04-01", "2030-09-30"),
    "1 April 2030 to 30 September 2030": ("2030-04-01", "2030-09-30"),
    "1 October – 31 March 2031": ("2030-10-01", "2031-03-31"),
    "01/10/30 - 31/03/31": ("2030-10-01", "2031-03-31"),
    "Week ending 5 May 2030": ("2030-04-29", "2030-05-05"),
    "w/c 29/04/2030": ("2030-04-29", "2030-05-05"),
    "Quarter ended 31 December 2030": ("2030-10-01", "2030-12-31"),
    "three years to 2030/31": ("2028-04-01", "2031-03-31"),
    # of which year, is not said
    "Q1 – Q4 2030": ("None", "None"),
    "Q1 to Q2": ("None", "None"),
    "Q3 last year": ("None", "None"),
    "Apr–Jun": ("None", "None"),
    "w/e 12 Jan": ("None", "None"),
    # how far it goes, is not said
    "Apr 2030 to date": ("None", "None"),
    "P6 2030/31": ("None", "None"),
    "Term 1": ("None", "None"),
    "M9": ("None", "None"),
    "Q3 2024": ("None", "None"),
    "2024 Q3": ("None", "None"),
    "FY25": ("None", "None"),
    "Autumn term 2024": ("None", "None"),
    "Wave 7": ("None", "None"),
    "Quarter 1": ("None", "None"),
    "+3 Years": ("None", "None"),
}


@pytest.mark.parametrize(("text", "days"), PERIODS.items())
def test_period(text: str, days: tuple[str, str]) -> None:
    period = parse_period(text)
    assert period and period.text == text
    assert (str(period.start), str(period.end)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    {
        "Q2 Jul–Sep 2031": ("2031-07-01", "2031-09-30"),
        "Q1 & Q2": ("2030-04-01", "2030-09-30"),
        "Apr–Jun": ("2030-04-01", "2030-06-30"),
        "Q1 – Q4 2029": ("None", "None"),
        "Q3 last year": ("None", "None"),
    }.items(),
)
def test_the_year_of_the_context_is_taken_only_where_none_is_said(text: str, days: tuple[str, str]) -> None:
    period = find_period(text, context="Results 2030/31")
    assert period and (str(period.start), str(period.end)) == days


def test_words_around_a_period_are_not_part_of_it() -> None:
    assert getattr(parse_period("As at 31 March 2024"), "text", "") == "31 March 2024"
    assert getattr(parse_period("Year end 2023/24"), "text", "") == "2023/24"


@pytest.mark.parametrize(
    "text", ["", "Actual", "45%", "Target 2008/09", "2024/29", "12", "Year to date", "1,2008"]
)
def test_no_period(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Outturn 2007/08 (or latest available e.g. academic year 2006/07)", "2007/08"),
        ("Target (2008/09)", "2008/09"),
        ("Q3 Actual", "Q3"),
        ("2023/24 Quarter 1 Actual", "Quarter 1 2023/24"),
        ("Performance at 31/12/2024", "31/12/2024"),
    ],
)
def test_period_of_a_column_head(head: str, text: str) -> None:
    assert getattr(find_period(head), "text", None) == text


def test_the_context_gives_the_year() -> None:
    period = find_period("Quarter 1", context="Measures 2023/24")
    assert period and (period.text, str(period.start)) == ("Quarter 1 2023/24", "2023-04-01")


@given(st.text(max_size=60))
def test_first_day_comes_first(text: str) -> None:
    period = find_period(text)
    if period and period.start:
        assert period.end and period.start <= period.end


@given(st.integers(1990, 2060))
def test_a_financial_year_has_a_year(year: int) -> None:
    period = parse_period(f"{year}/{(year + 1) % 100:02d}")
    assert period and period.start and period.end and (period.end - period.start).days in (364, 365)


PERIOD_WORDS = [
    "first",
    "Q",
    "quarter",
    "qtr",
    "June",
    "May",
    "to",
    "year ending",
    "academic year",
    "AY",
    "H",
]
PERIOD_WORDS += [
    "twelve months to",
    "FY",
    "spring term",
    "of",
    "week",
    "/",
    "-",
    "(",
    "+",
    "rolling",
    "year to",
]


@given(st.lists(st.sampled_from([*PERIOD_WORDS, "2024/25", "3", "31", "2025"]), max_size=6).map(" ".join))
def test_a_shape_that_fits_a_text_is_one_that_it_may_have(text: str) -> None:
    assert {name for name, pattern in shapes() if pattern.search(text)} <= {
        name for name, _ in shapes_of(text)
    }
