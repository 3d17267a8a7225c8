"""Rows of recognised tables become indicators and their values: ratings, units, periods."""

from __future__ import annotations

from datetime import date

import pytest
from records.reading import indicators, read, values
from sheets import table

MEASURES = (
    "*Ref | *Indicator | *Outturn 2030/31 | *Target 2031/32 | *Owner",
    "KPI 4 | Berths let by the season | 81.5% | 85% | Jo Kerr",
    "KPI 5 | Pupils of 11 who can swim | Girls 64% Boys 61.5% | 70% (milestone figure) | Pat Voss",
    "KPI 6 | Days from application to licence | NA | | Pat Voss",
)


def test_indicators_and_their_values() -> None:
    made = read(table(*MEASURES))
    assert [(i.indicator_ref, i.definition, i.officers) for i in made.indicators] == [
        ("KPI 4", "Berths let by the season", ("Jo Kerr",)),
        ("KPI 5", "Pupils of 11 who can swim", ("Pat Voss",)),
        ("KPI 6", "Days from application to licence", ("Pat Voss",)),
    ]
    found = [
        (v.indicator_ref, v.measure, v.period, v.component, v.text, v.value, v.unit)
        for v in made.indicator_values
    ]
    assert found == [
        ("KPI 4", "outturn", "2030/31", "", "81.5%", 81.5, "percent"),
        ("KPI 4", "target", "2031/32", "", "85%", 85.0, "percent"),
        ("KPI 5", "outturn", "2030/31", "Girls", "64%", 64.0, "percent"),
        ("KPI 5", "outturn", "2030/31", "Boys", "61.5%", 61.5, "percent"),
        ("KPI 5", "target", "2031/32", "", "70% (milestone figure)", 70.0, "percent"),
        ("KPI 6", "outturn", "2030/31", "", "NA", None, ""),
    ]
    assert {v.period_end for v in made.indicator_values if v.measure == "target"} == {date(2032, 3, 31)}


def test_a_value_is_placed_in_its_own_cell() -> None:
    made = table(*MEASURES)
    values = read(made).indicator_values
    assert values[0].source.box == made.rows[1].at(2).box
    assert values[1].source.box == made.rows[1].at(3).box


RATINGS = [
    ("the column's words", "*Measure | *Target | *Actual | *RAG", "95% | 88% | Amber", "Amber", ""),
    ("its letters", "*Measure | *Target | *Actual | *RAG", "95% | 88% | A", "Amber", ""),
    ("its colours", "*Measure | *Target | *Actual | *RAG", "95% | 88% | {amber}", "Amber", ""),
    (
        "its word before its colour",
        "*Measure | *Target | *Actual | *RAG",
        "95% | 88% | {green} Red",
        "Red",
        "",
    ),
    (
        "colour of the newest value",
        "*Measure | *Target | *Actual Q1 | *Actual Q2",
        "95% | {red} 88% | {green} 96%",
        "Green",
        "Red",
    ),
    (
        "a target's colour rates nothing",
        "*Measure | *Target | *Actual Q1 | *Actual Q2",
        "{red} 95% | 88% | 96%",
        "",
        "",
    ),
]


@pytest.mark.parametrize(
    ("head", "cells", "rag", "before"), [c[1:] for c in RATINGS], ids=[c[0] for c in RATINGS]
)
def test_ratings(head: str, cells: str, rag: str, before: str) -> None:
    made = indicators(head, f"Ferries that left on time | {cells}", f"Berths let by the season | {cells}")
    assert {(i.rag, i.previous_rag) for i in made} == {(rag, before)}


def test_a_box_makes_an_indicator_with_its_values() -> None:
    made = read(table("*KPI 4 Berths let by the season | Green", "Latest: 97% | Target: 95%"))
    (indicator,) = made.indicators
    assert (indicator.indicator_ref, indicator.definition, indicator.rag) == (
        "KPI 4",
        "Berths let by the season",
        "Green",
    )
    assert [(v.measure, v.value) for v in made.indicator_values] == [("latest", 97.0), ("target", 95.0)]


def test_ratings_by_quarter_give_the_newest_and_the_one_before() -> None:
    head = (
        "*Measure | *Q1 2031/32 | < | *Q2 2031/32 | < | *Q3 2031/32 | <",
        "^ | *Value | *Status | *Value | *Status | *Value | *Status",
    )
    rated, waiting = indicators(
        *head,
        "Berths let by the season | 81% | Green | 82% | Amber | 70% | Red",
        "Boats mended on the slip | 8% | Green | 9% | Amber | | ",
    )  # fmt: skip
    assert (rated.rag, rated.previous_rag) == ("Red", "Amber")
    assert (waiting.rag, waiting.previous_rag) == ("", "Amber")


def test_a_status_in_other_words_rates_by_the_colour_of_its_cell_alone() -> None:
    head = "*Indicator | *Latest | *Target | *Status"
    first, second, third = indicators(
        head,
        "Berths let by the season | 81% | 80% | {green} On target",
        "Boats mended on the slip | 8% | 9% | Below target",
        "{green} Quays swept | {green} 8% | {green} 9% | {green} Below target",
    )
    assert (first.rag, first.extra) == ("Green", ())
    assert (second.rag, second.extra) == ("", (("Status", "Below target"),))
    assert third.rag == ""


def test_a_rating_beyond_the_three_stays_as_printed() -> None:
    (first,) = indicators(
        "*Indicator | *Latest | *Target | *BRAG", "Berths let by the season | 81% | 80% | Blue"
    )
    assert (first.rag, first.extra) == ("", (("BRAG", "Blue"),))


def test_the_period_of_a_row_belongs_to_its_newest_value() -> None:
    head = "*Measure | *Baseline | *Baseline year | *Latest | *Period | *Target"
    assert values(
        head, "Berths let by the season | 71% | 2029 | 74% | 12 months to Dec 2031 | 78% by 2035"
    ) == [
        ("baseline", "2029", "71%", "percent"),
        ("latest", "12 months to Dec 2031", "74%", "percent"),
        ("target", "", "78% by 2035", "percent"),
    ]


@pytest.mark.parametrize("below", ["^ | ^", " | "], ids=["merged cells", "empty cells"])
def test_rows_labelled_by_their_measure_belong_to_one_indicator(below: str) -> None:
    made = read(
        table(
            "*Ref | *Measure | | *Apr 2031 | *May 2031 | *Jun 2031",
            "KPI 4 | Percentage of berths let | Actual | 81% | 82% | 83%",
            f"{below} | Target | 80% | 80% | 85%",
            "KPI 5 | Number of boats mended | Actual | 8 | 9 | 4",
            f"{below} | Target | 5 | 5 | 5",
        )
    )
    assert [i.indicator_ref for i in made.indicators] == ["KPI 4", "KPI 5"]
    assert [(v.indicator_ref, v.measure, v.period, v.text) for v in made.indicator_values[2:5]] == [
        ("KPI 4", "actual", "Jun 2031", "83%"),
        ("KPI 4", "target", "Apr 2031", "80%"),
        ("KPI 4", "target", "May 2031", "80%"),
    ]


def test_indicators_that_are_numbered_in_one_cell_and_heads_that_come_again() -> None:
    rows = indicators(
        "*Policies | *Targets | *Indicators (by district) | *Sources",
        "HP 1 | a) Build 40 homes on both quays by the end of 2033 |"
        " 1) Homes built / on quays / 2) Berths let | Land Registry",
        "Policies | Targets | Indicators | Source",
        "HP 2 | b) Keep the water of both basins clean all the year round |"
        " 3) Oil spills / 4) Booms in use | Port log",
    )
    assert [(r.indicator_ref, r.definition) for r in rows] == [
        ("1", "Homes built on quays"), ("2", "Berths let"), ("3", "Oil spills"), ("4", "Booms in use")
    ]  # fmt: skip


def test_an_indicator_without_values_is_one_where_others_have_none_either() -> None:
    rows = indicators(
        "*Indicator | *Target 2031/32 | *Actual 2031/32",
        "Ferries that left on time | |",
        "Berths let by the season | 80% | 71%",
        "Cranes in use | | ",
        "Ships at anchor in the bay | |",
    )
    assert "Ships at anchor in the bay" in [r.definition for r in rows]


def test_a_column_of_arrows_tells_the_direction_whatever_its_title() -> None:
    rows = indicators(
        "*Ref | *Measure | *Target | *Actual | *Quarter 1",
        "KPI 1 | Ferries that left on time | 95% | 96% | ↑",
        "KPI 2 | Berths let by the season | 80% | 71% | ↓",
        below="Arrows: up is better than the quarter before, down is worse.",
    )
    assert [r.direction for r in rows] == ["improving", "worsening"]


def test_places_in_a_ranking_are_no_references() -> None:
    found = indicators(
        "*Measure | *Target | *Oct 2031 | *Nov 2031 | *Position",
        "Ships cleared within four hours | 78% | 71.4% | 72.9% | 17th",
        "Containers stacked on the day | 95% | 91% | 92% | 1st",
        "Average time at the berth in days | 5 | 6 | 7 | 3rd of 16",
    )
    assert [i.indicator_ref for i in found] == ["", "", ""]


def test_a_row_without_values_is_an_indicator_where_there_is_one_column_of_them() -> None:
    rows = indicators(
        *(
            row.rpartition(" | ")[0]
            for row in (
                "*Measure | *Oct-31 | *",
                "Ferries and piers | | ",
                "Ferries that left on time | 91% | ",
                "Berths let by the season | 71% | ",
                "Cranes in use | 61% | ",
            )
        )
    )
    assert "Ferries and piers" in [row.definition for row in rows]


LISTING = "*Policy | *Indicators | *Trigger for review | *Result 2031/32"


@pytest.mark.parametrize(
    ("said", "count"),
    [("Fewer berths were let than in any year before", 2), ("Not measured in this year", 1)],
    ids=["a sentence", "a value in words"],
)
def test_sentences_speak_of_all_indicators_of_a_row(said: str, count: int) -> None:
    first = f"Let more berths | 1. Number of berths let / 2. Ferries that left on time | Fewer | {said}"
    second = f"Keep the cranes | 3. Number of cranes mended / 4. Days without a crane | Fewer | {said}"
    assert len(read(table(LISTING, first, second)).indicators) == 2 * count
