"""Tables under a heading that names one indicator."""

from __future__ import annotations

import pytest
from outline.typeset import put
from sheets import table

from agendapack.extract.model import Word
from agendapack.extract.normalise.leading_ref import Led
from agendapack.extract.outline.lines import lines_of
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.single_indicator import named_above
from agendapack.extract.records import DraftRows, records
from agendapack.extract.records.doubts import table_doubts

ROWS = (
    " | *22-23 Actuals | *2023-24 Budget | *2023-24 Forecast",
    "Berths on lease | 17.7 | 16.8 | 17.5",
    "Harbour loans | 71.8 | 71.5 | 71.9",
    "Total | 89.5 | 88.3 | 89.4",
)


def read(heading: str, *rows: str) -> DraftRows:
    place = Around("Quays plan", (heading, "Figures are rounded."))
    return records(recognise([table(*rows)], lambda _: place), lambda _: place)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Performance Indicator 3: Berths let", Led("Performance Indicator 3", "Berths let")),
        ("KPI 14a – Berths let", Led("KPI 14a", "Berths let")),
        ("Measure no. 2 : Berths let", Led("Measure no. 2", "Berths let")),
        ("Core output indicator 2 - Berths let", Led("Core output indicator 2", "Berths let")),
        ("Indicator H1: Berths let", Led("Indicator H1", "Berths let")),
        ("Monitoring indicator 4.2: Berths let", Led("Monitoring indicator 4.2", "Berths let")),
        ("KPI 3 Berths let to the fishing fleet", Led("KPI 3", "Berths let to the fishing fleet")),
        ("QXC-HB01 Berths let", Led("QXC-HB01", "Berths let")),
        ("QXC-HB01 % of berths let", Led("QXC-HB01", "% of berths let")),
        ("QXC-HB01 and others", None),
        ("KPI 3 below", None),
        ("Berths let", None),
        ("See indicator 3: berths let", None),
        ("Indicator 3", None),
    ],
)
def test_the_name_in_a_heading(heading: str, name: Led | None) -> None:
    assert named_above(table(*ROWS), Around("", (heading, "Figures are rounded."))) == name


def test_the_rows_are_what_the_values_are_of() -> None:
    made = read("Prudential Indicator 3: Debt of the harbour (£m)", *ROWS)
    (indicator,) = made.indicators
    assert (indicator.indicator_ref, indicator.definition) == (
        "Prudential Indicator 3",
        "Debt of the harbour (£m)",
    )
    assert len(made.indicator_values) == 9
    first = made.indicator_values[0]
    assert (first.component, first.measure, first.period) == ("Berths on lease", "actual", "22-23")
    assert (first.value, first.unit) == (17.7, "gbp_million")
    assert made.indicator_values[-1].component == "Total"


@pytest.mark.parametrize(
    "rows",
    [
        (
            "*Indicator | *2022/23 | *2023/24",
            "Berths let | 17 | 18",
            "Ships at anchor | 7 | 8",
            "Cranes | 3 | 4",
        ),
        (" | *Who | *2023/24", "Berths let | Jo Kerr | 18", "Ships at anchor | Pat Voss | 8"),
    ],
    ids=["a list of indicators", "something else beside the values"],
)
def test_other_tables_are_read_by_themselves(rows: tuple[str, ...]) -> None:
    assert all(i.indicator_ref != "KPI 3" for i in read("KPI 3: Berths let", *rows).indicators)


BLOCK = "*Q1 2031/32 | *Q2 2031/32 | *Target 2031/32 | *Same quarter last year | *Status"


def blocks(*headings: str, second_row: str = "") -> DraftRows:
    """A table of a row under each of these headings."""
    tables = [
        table(BLOCK, "38 | 71 | 140 | 55 | Red", *filter(None, [second_row]), number=n, title=heading)
        for n, heading in enumerate(headings, 1)
    ]
    return records(recognise(tables), lambda _: Around("Quays plan"))


def test_rows_under_headings_are_those_of_what_the_headings_name() -> None:
    made = blocks("Berths let to visitors", "KPI 4 Cranes in use")
    assert [(i.indicator_ref, i.definition, i.rag) for i in made.indicators] == [
        ("", "Berths let to visitors", "Red"),
        ("KPI 4", "Cranes in use", "Red"),
    ]
    assert [(v.definition, v.measure, v.period, v.value) for v in made.indicator_values[:4]] == [
        ("Berths let to visitors", "actual", "Q1 2031/32", 38),
        ("Berths let to visitors", "actual", "Q2 2031/32", 71),
        ("Berths let to visitors", "target", "2031/32", 140),
        ("Berths let to visitors", "previous", "", 55),
    ]


def test_one_such_row_needs_a_heading_that_names_a_measure() -> None:
    assert blocks("Number of berths let").indicators
    assert not blocks("How the quays did").indicators


def test_two_rows_are_not_of_one_indicator() -> None:
    made = blocks("Berths let to visitors", "Cranes in use", second_row="40 | 75 | 150 | 60 | Green")
    assert not made.indicators


@pytest.mark.parametrize(("words", "named"), [(30, True), (31, False)])
def test_a_heading_of_many_words_is_a_text(words: int, named: bool) -> None:
    heading = "Number of " + " ".join(["berths"] * (words - 2))
    assert bool(blocks(heading).indicators) is named


SERIES = ("*Period | *Result | *Target", "Q1 2031/32 | 31 | 28", "Q2 2031/32 | 36 | 28")


def test_a_column_of_periods_dates_all_values_of_the_one_indicator() -> None:
    made = read("QXC-HB01 Days that boats wait", *SERIES)
    assert [(v.measure, v.period, v.value) for v in made.indicator_values] == [
        ("actual", "Q1 2031/32", 31),
        ("target", "Q1 2031/32", 28),
        ("actual", "Q2 2031/32", 36),
        ("target", "Q2 2031/32", 28),
    ]


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        (("*Period | *Result | *Target", "Q1 2031/32 | 31 | ", "Q2 2031/32 | 36 | "), [31, 36]),
        (("*Period | *Result | *Remarks", "Q1 2031/32 | 31 | ", "Q2 2031/32 | 36 | "), []),
        (("*Year | *Result | *Aim", "2030/31 | 31 | 28", "2031/32 | 36 | 29"), [31, 28, 36, 29]),
    ],
    ids=["targets not set yet", "nothing of a measure", "a column of years"],
)
def test_what_else_stands_in_the_series_of_one_indicator(rows: tuple[str, ...], values: list[int]) -> None:
    assert [v.value for v in read("QXC-HB01 Days that boats wait", *rows).indicator_values] == values


def card(*lines: list[Word]) -> DraftRows:
    """What is read of a series below these lines of a page."""
    printed = tuple(lines_of(1, [word for line in lines for word in line]))
    place = Around("Quays plan", beside=printed)
    return records(recognise([table(*SERIES)], lambda _: place), lambda _: place)


NAME = put(50, -90, "QXC-HB01 Days that boats wait", "b", 12)
BESIDE = (
    put(50, -66, "Accountable |260 Direction"),
    put(50, -60, "|130 Harbour Master |350 Improving", "b"),
    put(50, -54, "officer |260 of travel"),
    put(50, -36, "Rating this |260 Target for"),
    put(50, -30, "|136 Amber |350 28 days", "b"),
    put(50, -24, "quarter |260 the year"),
)


def test_labels_beside_values_say_more_of_the_indicator_named_above() -> None:
    made = card(NAME, *BESIDE)
    (indicator,) = made.indicators
    said = (indicator.officers, indicator.rag, indicator.direction)
    assert said == (("Harbour Master",), "Amber", "improving")
    assert [(v.measure, v.period, v.text) for v in made.indicator_values][0] == ("target", "", "28 days")


def test_labels_above_values_say_so_too() -> None:
    below = [
        put(50, -70 + 26 * n + 12 * k, text, "" if k else "b", 11 if k else 8)
        for n, pair in enumerate(
            [("Owner", "Harbour Master"), ("Status", "Red"), ("Polarity", "Low is good")]
        )
        for k, text in enumerate(pair)
    ]
    (indicator,) = card(NAME, *below).indicators
    assert (indicator.officers, indicator.rag) == (("Harbour Master",), "Red")


@pytest.mark.parametrize(("lines", "rag"), [(6, "Amber"), (3, "")], ids=["MIN_LABELLED", "MIN_LABELLED less"])
def test_so_many_labels_make_a_card(lines: int, rag: str) -> None:
    few = (
        BESIDE
        if lines == 6
        else (put(50, -36, "Rating this"), put(50, -30, "|136 Amber", "b"), put(50, -24, "quarter"))
    )
    assert card(NAME, *few).indicators[0].rag == rag


def test_the_name_may_stand_as_close_as_the_labels() -> None:
    """Name and labels in letters of one kind are one block of lines."""
    labels = zip(("Owner", "Status", "Direction"), ("Harbour Master", "Red", "Improving"), strict=True)
    rows = [put(50, -60 + 12 * n, f"{label} |150 {value}", "b") for n, (label, value) in enumerate(labels)]
    (indicator,) = card(put(50, -72, "QXC-HB01 Days that boats wait", "b"), *rows).indicators
    assert (indicator.officers, indicator.rag) == (("Harbour Master",), "Red")


def test_what_stands_over_the_name_is_of_another() -> None:
    made = card(*BESIDE, put(50, -12, "QXC-HB02 Boats let", "b", 12))
    (indicator,) = made.indicators
    assert (indicator.indicator_ref, indicator.rag) == ("QXC-HB02", "")


@pytest.mark.parametrize(
    ("heading", "rows", "read_so"),
    [
        ("KPI 3 Berths let", ROWS, True),
        ("QXC-HB01 Berths let", ROWS, False),
        ("QXC-HB01 Berths let", ("*2022-23 Actual | *2023-24 Budget", "17.7 | 16.8"), True),
        ("QXC-HB01 Berths let", ("*2022-23 Actual | *2023-24 Budget", "17.7 | 16.8", "1.2 | 3.1"), False),
    ],
    ids=["called so", "rows of other things", "one row", "two rows"],
)
def test_a_reference_alone_names_what_has_one_row_or_periods(
    heading: str, rows: tuple[str, ...], read_so: bool
) -> None:
    refs = [indicator.indicator_ref for indicator in read(heading, *rows).indicators]
    assert (refs == [" ".join(heading.split()[:-2])]) is read_so


@pytest.mark.parametrize(
    ("heading", "figures", "guess"),
    [
        ("KPI 3 Days that boats wait", ("3", "4", "5", "6"), "indicators"),
        ("KPI 3 Days that boats wait", ("3", "4", "5", ""), ""),
        ("QXC-HB01 Days that boats wait", ("3", "4", "5", "6"), ""),
        ("Days that boats wait", ("3", "4", "5", "6"), ""),
    ],
    ids=["named", "MIN_FIGURES less", "a reference alone", "nothing is named"],
)
def test_figures_under_an_indicator_s_name_are_in_doubt_at_least(
    heading: str, figures: tuple[str, ...], guess: str
) -> None:
    rows = (f"Slip | {figures[0]} | Long | {figures[1]}", f"Mole | {figures[2]} | Short | {figures[3]}")
    (found,) = recognise([table("Slip 2 | Quay | Pier | Wharf", *rows)], lambda _: Around("", (heading,)))
    assert (found.kind, found.guess) == ("", guess)
    told = [finding.detail for finding in table_doubts([found])]
    assert told == [] if not guess else ["names KPI 3" in told[0], "% likely" in told[0]] == [True, False]
