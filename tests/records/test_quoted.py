"""Figures of indicators that an action quotes."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records
from agendapack.extract.records.draft import DraftRows


def made(*measures: str) -> DraftRows:
    printed = (
        f"Repair the {harbour} quay wall | Quay Master | March 2032 | {measure}"
        for harbour, measure in zip(("north", "south", "west", "east"), measures, strict=False)
    )
    sheet = table("*Action | *Led by | *Timescale | *KPI", *printed)
    return records(recognise([sheet]), lambda _: Around("Quays plan"))


def quoted(measure: str) -> list[tuple[str, str, str, str, float | None, str]]:
    found = made(measure, "KPI 90", "KPI 91").indicator_values
    return [(v.indicator_ref, v.definition, v.measure, v.text, v.value, v.unit) for v in found]


@pytest.mark.parametrize(
    ("text", "name", "reached", "change"),
    [
        (
            "KPI 7: % of crews who are content 56% (+0.1p.p.)",
            "% of crews who are content",
            ("56%", 56, "percent"),
            ("(+0.1p.p.)", 0.1, "percentage_points"),
        ),
        (
            "KPI 7 – Ships cleared in time: 91.5% (-2 pp).",
            "Ships cleared in time",
            ("91.5%", 91.5, "percent"),
            ("(-2 pp)", -2, "percentage_points"),
        ),
        (
            "KPI 7: Average days lost to storms 8.24 (0.0)",
            "Average days lost to storms",
            ("8.24", 8.24, "days"),
            ("(0.0)", 0, "days"),
        ),
        (
            "KPI 7: Calls answered within 20 seconds 81% (−3%)",
            "Calls answered within 20 seconds",
            ("81%", 81, "percent"),
            ("(−3%)", -3, "percent"),
        ),
        (
            "KPI 7: Number of berths let 1,204 (+31)",
            "Number of berths let",
            ("1,204", 1204, "count"),
            ("(+31)", 31, "count"),
        ),
    ],
)
def test_a_figure_with_its_change_is_what_was_reached(
    text: str, name: str, reached: tuple[str, float, str], change: tuple[str, float, str]
) -> None:
    assert quoted(text) == [("KPI 7", name, "actual", *reached), ("KPI 7", name, "change", *change)]


@pytest.mark.parametrize(
    "text",
    [
        "KPI 7: % of crews who are content 56%",  # may be what is to be reached
        "KPI 7: % of crews who are content (+0.1 p.p.)",
        "KPI 7: Ships cleared in time 56% (2031)",
        "KPI 7: Ships cleared in time 56% (target 60%)",
        "KPI 7: Ships cleared in time 56% (12)",
        "KPI 7: Quays repaired, 3 of 12 (+1)",
        "KPI 7: Cut the days lost to 5 (-2)",
        "KPI 7",
        "% of crews who are content 56% (+0.1p.p.)",  # names no indicator
    ],
)
def test_other_texts_quote_nothing(text: str) -> None:
    assert not quoted(text)


def test_each_entry_of_a_cell_has_its_own() -> None:
    cell = (
        "KPI 9: Berths let 75.4% / (+0.5 p.p.) / KPI 2: Crews / trained 10% (-2 p.p.) / KPI 4: Nets mended 3"
    )
    assert [(r, t) for r, _, _, t, _, _ in quoted(cell)] == [
        ("KPI 9", "75.4%"),
        ("KPI 9", "(+0.5 p.p.)"),
        ("KPI 2", "10%"),
        ("KPI 2", "(-2 p.p.)"),
    ]


def test_the_action_stays_as_it_is_and_no_indicator_is_made() -> None:
    found = made("KPI 7: Berths let 75% (+5%)", "KPI 8: Crews trained 10% (-2%)", "KPI 9")
    assert [a.indicator_refs for a in found.actions] == [("KPI 7",), ("KPI 8",), ("KPI 9",)]
    assert not found.indicators
    assert found.owners == [None] * 4
