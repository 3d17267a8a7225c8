"""Roles that cells tell whatever the title says: ratings, references, statuses, dates."""

from __future__ import annotations

import pytest
from recognise.recognised import read, roles
from sheets import table

from agendapack.extract.recognise import recognise


def test_the_column_of_text_without_a_telling_title_is_found_by_elimination() -> None:
    found = read(
        "*Topic | *Target | *Actual | *Trend | *RAG",
        "Ferries that left on time | 95% | 93% | ↑ | Amber",
        "Berths let by the season | 90% | 91% | ↑ | Green",
        "Complaints answered in ten days | 90% | 71% | ↓ | Red",
    )
    assert found.kind == "indicators"
    assert roles(found)[0] == "definition"


def test_colours_under_any_title_are_the_rating() -> None:
    found = read(
        "*Indicator | *Q2 actual | *Q2 target | *Performance",
        "Berths let by the season | 61% | 60% | {green} On or above target",
        "Boats mended on the slip | 88% | 100% | {red} Below target",
    )
    assert roles(found) == {0: "definition", 1: "actual", 2: "target", 3: "rag"}


def test_amounts_are_no_references_whatever_their_title() -> None:
    found = read(
        "*Indicator | *Target | *Actual | *No fixed date",
        "Lent to the harbour bank beyond the year | £40m | £38m | £12.5m",
        "Lent to the ferry company beyond the year | £25m | £31m | £9m",
    )
    assert roles(found) == {0: "definition", 1: "target", 2: "actual"}


def test_a_column_of_colours_is_the_rating() -> None:
    found = read(
        "*Measure | *Target | *Actual | *Status",
        "Ferries that left on time | 95% | 96% | {green}",
        "Berths let by the season | 90% | 86% | {amber}",
        "Complaints answered in ten days | 90% | 71% | {red}",
    )
    assert roles(found)[3] == "rag"


TICKED = [
    (
        "due",
        [
            "*Ref | *Action | *Lead officer | *Short | *Medium | *Long",
            "QA 1 | Dredge the inner basin before the season | Jo Kerr | X | | ",
            "QA 2 | Paint the loading crane on the north quay | Pat Voss | | | X",
        ],
        ((3, "Short"), (4, "Medium"), (5, "Long")),
    ),
    (
        "rag",
        [
            "*Ref | *Indicator | *Target | *Red | *Amber | *Green",
            "KPI 4 | Berths let by the season | 85% | | ✓ | ",
            "KPI 5 | Ferries that left on time | 95% | | | ✓",
        ],
        ((3, "Red"), (4, "Amber"), (5, "Green")),
    ),
]


@pytest.mark.parametrize(("role", "printed", "titles"), TICKED)
def test_ticked_columns_say_one_thing(
    role: str, printed: list[str], titles: tuple[tuple[int, str], ...]
) -> None:
    found = read(*printed)
    assert found.reading
    assert [(m.role, m.titles) for m in found.reading.marked] == [(role, titles)]


def test_a_target_that_is_no_day_is_no_due_date() -> None:
    found = read(
        "*Ref | *Action | *Owner | *Target | *Timescale",
        "QA 1 | Dredge the inner basin before the season | Jo Kerr | 40% | Mar 2032",
        "QA 2 | Paint the loading crane on the north quay | Pat Voss | 2 cranes | Apr 2032",
    )
    assert {n for n, role in roles(found).items() if role == "due"} == {4}


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (("On track", "Complete"), "status"),
        (("The dredger came in May and left again", "It is painted on one side only"), "progress"),
    ],
)
def test_an_update_is_a_status_where_it_says_one(cells: tuple[str, str], role: str) -> None:
    found = read(
        "*Ref | *Action | *Due date | *Owner | *Update",
        f"QA 1 | Dredge the inner basin | Mar 2032 | Jo Kerr | {cells[0]}",
        f"QA 2 | Paint the loading crane | Mar 2032 | Jo Kerr | {cells[1]}",
    )
    assert roles(found)[4] == role


def test_a_baseline_and_a_forecast_date_are_when_it_was_and_is_due() -> None:
    found = read(
        "*Ref | *Milestone | *Baseline date | *Forecast date | *Owner",
        "M1 | Outline business case approved | 30 Jun 31 | 31 Aug 31 | Jo Kerr",
        "M2 | Work on the quay starts | 1 Oct 31 | 1 Dec 31 | Pat Voss",
    )
    assert roles(found) == {0: "ref", 1: "action", 2: "first_due", 3: "due", 4: "officers"}


def test_numbers_under_no_title_are_references() -> None:
    found = read(
        " | *Action | *Who | *When",
        "1 | Open the fish market on Sundays in summer | Markets Manager | June 2031",
        "2 | Lend tools to the allotment societies | Parks Manager | August 2031",
    )
    assert roles(found)[0] == "ref"


@pytest.mark.parametrize(
    ("first", "second", "third", "status"),
    [("Q1 RAG", "Q2 RAG", "Q3 RAG", 4), ("Q4 RAG", "Q1 RAG", "Q2 RAG", 4), ("Q2 RAG", "Q1 RAG", "Q4 RAG", 3)],
)
def test_of_several_statuses_the_newest_that_says_something(
    first: str, second: str, third: str, status: int
) -> None:
    found = read(
        f"*Ref | *Commitment | *Lead | *{first} | *{second} | *{third}",
        "QA 1 | Dredge the inner basin before the season | Jo Kerr | Green | Amber | ",
        "QA 2 | Paint the loading crane on the north quay | Pat Voss | Red | Amber | ",
    )
    assert {n: r for n, r in roles(found).items() if r == "status"} == {status: "status"}


def test_a_column_of_references_is_no_status_whatever_its_title() -> None:
    found = recognise(
        [
            table(
                "*Action | *Lead | *Timescale | *Shared outcome",
                "Dredge the inner basin before the season | Jo Kerr | May 2032 | PO2, PO3",
                "Paint the loading crane on the north quay | Pat Voss | June 2032 | PO6, P / O7",
                "Publish the tide tables for next season | Jo Kerr | July 2032 | PO1, PO2",
            )
        ]
    )[0]
    assert found.reading is not None
    assert {r.column: r.name for r in found.reading.roles}.get(3) != "status"


@pytest.mark.parametrize(
    ("title", "cells", "column"),
    [
        ("Outcome", ("Safer passage", "Fair prices", "No accidents"), None),
        ("Outcome", ("Complete", "On track", "Complete"), 3),
        ("Status", ("Complete", "On track", "Complete"), 3),
    ],
)
def test_an_outcome_is_a_status_only_if_its_cells_are(
    title: str, cells: tuple[str, ...], column: int | None
) -> None:
    texts = ("Dredge the inner basin", "Review the ferry contract", "Train all pilots")
    rows = (f"{a} | Jo Kerr | May 2032 | {b}" for a, b in zip(texts, cells, strict=True))
    (found,) = recognise([table(f"*Activity | *Lead | *Timeline | *{title}", *rows)])
    assert found.kind == "actions" and found.reading
    assert found.reading.column("status") == column


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("Actions | Sell all shares in coal firms | Set up a fund for loans | Put panels on all roofs", None),
        ("Ref | Harbour KPI 1 | Harbour KPI 2 | Harbour KPI 3", 0),
    ],
)
def test_sentences_are_no_references(cells: str, column: int | None) -> None:
    title, *texts = cells.split(" | ")
    measures = ("% of shares in coal firms", "Sum of money lent", "kWh made on roofs")
    rows = (f"{a} | By 2035 | {b} | annual" for a, b in zip(texts, measures, strict=True))
    (found,) = recognise([table(f"*{title} | *Target | *KPI | *Frequency", *rows)])
    assert found.reading and found.reading.column("ref") == column
