"""Units of values, counts or percentages, and what tells values of one measure apart."""

from __future__ import annotations

import pytest
from records.reading import read, values
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records

COUNTS = {
    "Boats on the slip": ("1,204", "980", "count"),
    "Sails mended": ("104", "98", "count"),
    "Ropes mended in time": ("104", "98", ""),  # so many of a hundred, perhaps
    "Average wait at the lock": ("104", "98", ""),
    "Berths let": ("97", "98", ""),
    "Depth at low water": ("104.5", "98", ""),
}


@pytest.mark.parametrize(("definition", "printed"), COUNTS.items())
def test_whole_numbers_without_a_unit_are_counts(definition: str, printed: tuple[str, str, str]) -> None:
    made = values(
        "*Ref | *Indicator | *Actual | *Target", f"KPI 4 | {definition} | {printed[0]} | {printed[1]}"
    )
    assert [unit for *_, unit in made] == [printed[2], printed[2]]


@pytest.mark.parametrize(("other", "unit"), [("81%", "count"), ("81", "")])
def test_small_whole_numbers_are_counts_where_percentages_print_their_sign(other: str, unit: str) -> None:
    made = read(
        table(
            "*Ref | *Indicator | *Actual | *Target",
            f"KPI 4 | Ferries that left on time | {other} | {other}",
            "KPI 5 | Boats in the harbour overnight | 38 | 40",
        )
    )
    assert {v.unit for v in made.indicator_values if v.indicator_ref == "KPI 5"} == {unit}


def test_a_numerator_is_counted_in_a_unit_of_its_own() -> None:
    head = "*Indicator | *Numerator | *Actual | *Target"
    made = values(head, "Percentage of berths let | 98 | 81 | 85")
    assert [unit for *_, unit in made] == ["", "percent", "percent"]


def test_benchmarks_of_one_period_say_whose_they_are() -> None:
    columns = read(
        table(
            "*Ref | *Indicator | *Target 2031/32 | *England average 2030/31 | *Regional average 2030/31",
            "KPI 4 | Berths let by the season | 85% | 81% | 79%",
        )
    )
    rows = read(
        table(
            "*Ref | *Indicator | *Measure | *Q1 2031/32",
            "KPI 4 | Berths let by the season | Actual | 84%",
            "^ | ^ | England | 81%",
            "^ | ^ | North East | 79%",
        )
    )
    boxes = read(
        table("*KPI 4 Berths let by the season | <", "Latest: 84% | ", "England: 81% | North East: 79%")
    )
    said = [[(v.measure, v.label, v.text) for v in made.indicator_values] for made in (columns, rows, boxes)]
    assert said == [
        [
            ("target", "", "85%"),
            ("benchmark", "England average", "81%"),
            ("benchmark", "Regional average", "79%"),
        ],
        [("actual", "", "84%"), ("benchmark", "England", "81%"), ("benchmark", "North East", "79%")],
        [("latest", "", "84%"), ("benchmark", "England", "81%"), ("benchmark", "North East", "79%")],
    ]


@pytest.mark.parametrize(
    ("heads", "labels"),
    [
        (("Target", "Stretch target"), ["", "Stretch target"]),
        (("Target 2031/32", "Target 2032/33"), ["", ""]),
        (("2031/32 Boys", "2031/32 Girls"), ["Boys", "Girls"]),
        (("Benchmark", "Actual"), ["", ""]),
    ],
)
def test_values_of_one_measure_and_period_are_told_apart(heads: tuple[str, str], labels: list[str]) -> None:
    head = " | *".join(("*Ref", "Performance indicator", *heads))
    made = read(table(head, "KPI 4 | Berths let by the season | 85% | 81%"))
    assert [v.label for v in made.indicator_values] == labels


def test_areas_over_columns_of_figures_tell_the_values_apart() -> None:
    made = read(
        table(
            "*Indicator | *North quay | *South quay | *England",
            "Adults who row (%) | 14.2 | 11.1 | 13.0",
            "Adults who swim (%) | 79.1 | 81.4 | 81.1",
            "Adults who walk (%) | 61.2 | 59.9 | 63.1",
        )
    )
    assert [i.indicator_ref for i in made.indicators] == ["", "", ""]
    assert [(v.measure, v.label, v.value) for v in made.indicator_values[:3]] == [
        ("actual", "North quay", 14.2),
        ("actual", "South quay", 11.1),
        ("benchmark", "England", 13.0),
    ]


@pytest.mark.parametrize(
    ("definition", "values", "others", "unit"),
    [
        ("Boats waiting over 12 months for a berth", "1,912 | 1,460", ("Fees paid", "Berths let"), "count"),
        ("Boats waiting more than a year", "412 | 388", ("Fees paid", "Berths let"), "count"),
        ("Boats let by months", "412 | 388", ("Fees paid", "Berths let"), ""),
        ("Requests in the month", "19 | 14", ("Fees paid (%)", "Berths let (%)"), "count"),
        ("Requests in the month", "19 | 14", ("Fees paid (%)", "Berths let"), ""),
        ("Share of boats let", "19 | 14", ("Fees paid (%)", "Berths let (%)"), ""),
    ],
)
def test_whole_numbers_beside_percentages_are_counts(
    definition: str, values: str, others: tuple[str, str], unit: str
) -> None:
    rows = (f"{definition} | {values}", *(f"{other} | 85 | 81" for other in others))
    made = records(recognise([table("*Measure | *Target | *Actual", *rows)]), lambda _: Around())
    own = [v for v in made.indicator_values if v.definition == definition]
    assert [v.unit for v in own] == [unit, unit]


@pytest.mark.parametrize(
    ("heads", "measures"),
    [
        (
            ("*Measure | *Latest months | < | < | *Target", "^ | *Oct 2031 | *Nov 2031 | *Dec 2031 | ^"),
            ["actual", "actual", "actual"],
        ),
        (
            ("*Measure | *Previous | *Latest | *Target", "^ | *Nov 2031 | *Dec 2031 | ^"),
            ["previous", "latest"],
        ),
    ],
)
def test_several_periods_under_latest_are_a_series(heads: tuple[str, ...], measures: list[str]) -> None:
    cells = " | ".join(["12", "14", "15"][: len(measures)])
    rows = (f"{name} | {cells} | 20" for name in ("Berths let by the season", "Boats counted"))
    made = records(recognise([table(*heads, *rows)]), lambda _: Around())
    assert [v.measure for v in made.indicator_values] == [*measures, "target"] * 2
