"""Which measure, period and unit the title of a value column names."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.measures import ValueColumn, period_column, value_column


def read(*titles: str, cells: str = "12.5") -> ValueColumn | None:
    """The last column under these header levels."""
    made = table(
        *(f"*Measure | *{title}" for title in titles), f"Berths let | {cells}", f"Boats mended | {cells}"
    )
    header = [row for row in made.rows if row.kind == "header"]
    return value_column(columns_of(made, header, made.rows)[1])


TITLES = [
    # levels, measure, period, first day, last day, unit
    (["Outturn 2030/31"], "outturn", "2030/31", "2030-04-01", "2031-03-31", ""),
    (["Target", "2031/32"], "target", "2031/32", "2031-04-01", "2032-03-31", ""),
    (["2031/32", "Target"], "target", "2031/32", "2031-04-01", "2032-03-31", ""),
    (["2031/32 target (%)"], "target", "2031/32", "2031-04-01", "2032-03-31", "percent"),
    (["Budget 2031/32 £000"], "budget", "2031/32", "2031-04-01", "2032-03-31", "gbp_thousand"),
    (["2030/31"], "actual", "2030/31", "2030-04-01", "2031-03-31", ""),
    (["Baseline"], "baseline", "", "", "", ""),
    (["Forecast 2033"], "forecast", "2033", "2033-01-01", "2033-12-31", ""),
    (["Estimate 2032/33"], "estimate", "2032/33", "2032-04-01", "2033-03-31", ""),
    (["Prev Qtr"], "previous", "", "", "", ""),
    (["Last quarter"], "previous", "", "", "", ""),
    (["Nat. avg."], "benchmark", "", "", "", ""),
    (["England average"], "benchmark", "", "", "", ""),
    (["Floor"], "floor", "", "", "", ""),
    (["Intervention level"], "floor", "", "", "", ""),
    (["Welsh average"], "benchmark", "", "", "", ""),
    (["2031/32", "Family Group"], "benchmark", "2031/32", "2031-04-01", "2032-03-31", ""),
    (["YTD"], "actual", "", "", "", ""),
    (["12 months to Dec 2031"], "actual", "12 months to Dec 2031", "2031-01-01", "2031-12-31", ""),
    # a target is one whatever else the title says
    (["Year-end target 2031/32"], "target", "2031/32", "2031-04-01", "2032-03-31", ""),
    (["Target value"], "target", "", "", "", ""),
    (["Previous result"], "previous", "", "", "", ""),
    (["Expected level"], "target", "", "", "", ""),
    (["Starting level"], "baseline", "", "", "", ""),
    (["Most recent value"], "latest", "", "", "", ""),
    (["Variance from target"], "variance", "", "", "", ""),
    # brackets behind a period, a word of the beginning, a day to come
    (["2030/31 (baseline)"], "baseline", "2030/31", "2030-04-01", "2031-03-31", ""),
    (["2030/31 (Target)"], "target", "2030/31", "2030-04-01", "2031-03-31", ""),
    (["2031 (base year)"], "baseline", "2031", "2031-01-01", "2031-12-31", ""),
    (["2030/31 (provisional)"], "actual", "2030/31", "2030-04-01", "2031-03-31", ""),
    (["2030/31 (previous)"], "actual", "2030/31", "2030-04-01", "2031-03-31", ""),  # says what cells bracket
    (["Base 2031"], "baseline", "2031", "2031-01-01", "2031-12-31", ""),
    (["By 2033"], "target", "2033", "2033-01-01", "2033-12-31", ""),
    (["Ambition by 2033"], "target", "2033", "2033-01-01", "2033-12-31", ""),
    (["Milestone 2033"], "target", "2033", "2033-01-01", "2033-12-31", ""),
    (["Expected performance"], "target", "", "", "", ""),
    (["Minimum performance"], "floor", "", "", "", ""),
    (["Tgt"], "target", "", "", "", ""),
    (["Last yr"], "previous", "", "", "", ""),
    # years in short at either end
    (["Target 31-32"], "target", "31-32", "2031-04-01", "2032-03-31", ""),
    (["31-32 target"], "target", "31-32", "2031-04-01", "2032-03-31", ""),
    (["Target 31-35"], "target", "", "", "", ""),
    (["Target 31-32 (all quays)"], "target", "31-32", "2031-04-01", "2032-03-31", ""),
    # what was reached of what the level above names
    (["Baseline", "2031", "Value"], "baseline", "2031", "2031-01-01", "2031-12-31", ""),
    (["Target", "Value"], "target", "", "", "", ""),
    (["Previous year", "Actual"], "previous", "", "", "", ""),
    (["Target", "Actual"], "actual", "", "", "", ""),
    (["Previous year", "Target"], "target", "", "", "", ""),
    (["Quays", "Value"], "actual", "", "", "", ""),
    (["Trend", "2030/31"], "actual", "2030/31", "2030-04-01", "2031-03-31", ""),
]


@pytest.mark.parametrize(("levels", "measure", "period", "start", "end", "unit"), TITLES)
def test_value_columns(levels: list[str], measure: str, period: str, start: str, end: str, unit: str) -> None:
    found = read(*levels)
    assert found is not None
    days = found.period and (str(found.period.start or ""), str(found.period.end or ""))
    assert (found.measure, found.period.text if found.period else "") == (measure, period)
    assert (days or ("", ""), found.unit) == ((start, end), unit)


@pytest.mark.parametrize(
    "title",
    [
        "Comments",
        "Frequency",
        "Data source",
        "Officer",
        "Ward",
        "Colour",
        "Rank (of 32)",
        "Rank 2031",
        "Quartile",
    ],
)
def test_columns_that_hold_no_values(title: str) -> None:
    assert read(title) is None


@pytest.mark.parametrize(("cells", "holds"), [("High", False), ("Good", False), ("A+", True), ("TBC", True)])
def test_words_are_no_values_but_grades_are(cells: str, holds: bool) -> None:
    assert (read("Performance", cells=cells) is not None) == holds


def test_a_column_of_periods_dates_the_values_of_its_row() -> None:
    made = table(
        "*Measure | *Baseline year | *Period", "Berths let | 2029 | Q2 2031/32", "Boats | 2030 | May 2031"
    )
    header = [row for row in made.rows if row.kind == "header"]
    _, baseline, period = (period_column(c) for c in columns_of(made, header, made.rows))
    assert baseline and period
    assert (baseline.measure, period.measure) == ("baseline", "")


def test_a_year_over_text_is_no_value_column() -> None:
    assert read("2031/32", cells="The quays were swept and the lamps lit") is None


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("Aim", "target"),
        ("Ambition 2035", "target"),
        ("Full year", "actual"),
        ("Stat. neighbours", "benchmark"),
        ("Score", "score"),
        ("Target score", "target"),
        ("Previous score", "previous"),
    ],
)
def test_titles_that_name_a_measure_over_figures_only(title: str, measure: str) -> None:
    over = read(title)
    assert over is not None
    assert over.measure == measure


def test_titles_over_words_name_no_measure_of_figures() -> None:
    assert read("Aim", cells="Keep the quays safe") is None


@pytest.mark.parametrize(
    ("title", "cells", "is_value"),
    [
        ("2031 position", "7.4%", True),
        ("2031 position", "17th of 42", False),
        ("Position", "17", False),
        ("2031 rank", "17", False),
    ],
)
def test_a_position_is_a_value_where_it_has_its_time_and_is_no_place(
    title: str, cells: str, is_value: bool
) -> None:
    assert (read(title, cells=cells) is not None) == is_value


@pytest.mark.parametrize(
    "title", ["Change from baseline", "Change since last quarter", "Movement on target", "Trend"]
)
def test_a_title_of_change_names_no_value(title: str) -> None:
    assert read(title) is None


def test_a_measure_in_brackets_is_that_of_bracketed_cells() -> None:
    """ "88 (90)" under "2030/31 (target)" is a result with its target behind it."""
    found = read("2030/31 (target)", cells="88 (90)")
    assert found is not None and found.measure == "actual"


def test_words_under_an_abbreviation_are_no_values() -> None:
    assert read("Act", cells="Harbours Act") is None
    assert read("By", cells="the quay master") is None
