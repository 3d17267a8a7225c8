"""Tables whose columns are the indicators: names over them, periods or measures down the side."""

from __future__ import annotations

import pytest
from sheets import table, texts

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.transposed import transposed
from agendapack.extract.records import records

SERIES = (
    " | *Berths let by the season | *Ferries that left on time | *Days to mend a boat",
    "2029/30 | 81% | 71% | 12",
    "2030/31 | 85% | 75% | 11",
    "Target | 90% | | 9",
)


def test_each_column_becomes_a_row() -> None:
    made = transposed(table(*SERIES))
    assert made
    assert texts(made.rows, made.columns) == [
        " | 2029/30 | 2030/31 | Target",
        "Berths let by the season | 81% | 85% | 90%",
        "Ferries that left on time | 71% | 75% | ",
        "Days to mend a boat | 12 | 11 | 9",
    ]


def test_its_indicators_have_their_values() -> None:
    made = records(recognise([table(*SERIES)]), lambda _: Around())
    assert [i.definition for i in made.indicators] == [
        "Berths let by the season",
        "Ferries that left on time",
        "Days to mend a boat",
    ]
    assert [(v.measure, v.period, v.value) for v in made.indicator_values[:3]] == [
        ("actual", "2029/30", 81.0),
        ("actual", "2030/31", 85.0),
        ("target", "", 90.0),
    ]


@pytest.mark.parametrize(
    "printed",
    [
        (" | *Berths let by the season | *Ferries on time", "2030/31 | 81% | 85%", "Target | 71% | 75%"),
        (
            " | *Berths let | *Ferries on time | *Boats mended",
            "2030/31 | 8 | 9 | none",
            "Target | 8 | all | 7",
        ),
    ],
)
def test_two_rows_of_two_columns_are_enough_and_some_texts_do_no_harm(printed: tuple[str, ...]) -> None:
    assert transposed(table(*printed))


OTHERS = [
    ("as many texts", (" | *Berths let | *Ferries on time", "2030/31 | 8 | late", "Target | all | 9")),
    ("names down the side", (" | *2029/30 | *2030/31", "Berths let | 81% | 85%", "Boats mended | 71% | 75%")),
    ("measures both ways", (" | *Target | *Actual", "2029/30 | 81% | 85%", "2030/31 | 71% | 75%")),
    ("texts, no figures", (" | *Berths | *Ferries", "2029/30 | All let | On time", "2030/31 | Some | Late")),
    ("one row", (" | *Berths let | *Ferries on time", "2029/30 | 81% | 85%")),
    ("one column", (" | *Berths let", "2029/30 | 81%", "2030/31 | 85%")),
    ("a row of something else", (*SERIES, "Harbour master | 1 | 2 | 3")),
    ("statistics by year", (*SERIES[:3], "2031/32 | 86% | 75% | 9")),
    ("merged names", (" | *Berths let by the season | <", "2029/30 | 81% | 85%", "2030/31 | 71% | 75%")),
]


@pytest.mark.parametrize("printed", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_other_tables_stay(printed: tuple[str, ...]) -> None:
    assert transposed(table(*printed)) is None
