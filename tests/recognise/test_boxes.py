"""Indicators set as boxes: a title, a rating, and under them labels with their values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.boxes import KpiBox, boxes_of


def read(*printed: str) -> list[KpiBox]:
    return boxes_of(table(*printed))


def said(box: KpiBox) -> list[tuple[str, str]]:
    return [(pair.name, pair.text) for pair in box.pairs]


BOXES = [
    (
        "labels and values in cells side by side",
        ["*KPI 4 Berths let by the season | < | Green", "Latest: | 97% | ", "Target: | 95% | "],
        ("KPI 4", "Berths let by the season"),
        [("latest", "97%"), ("target", "95%")],
    ),
    (
        "labels and values in one cell",
        ["*Berths let by the season | Green", "Latest: 97% | Previous: 91%", "Target: 95% | "],
        ("", "Berths let by the season"),
        [("latest", "97%"), ("previous", "91%"), ("target", "95%")],
    ),
    (
        "several in one cell, one without its colon",
        ["*Berths let by the season | < ", "Target: 95%, Floor 90% | Latest: 97%"],
        ("", "Berths let by the season"),
        [("target", "95%"), ("floor", "90%"), ("latest", "97%")],
    ),
    (
        "roles among the labels",
        [
            "*Ferries that left on time | <",
            "Latest: 88% | Target: 95%",
            "Lead officer: Pat Voss | Trend: Improving",
        ],
        ("", "Ferries that left on time"),
        [("latest", "88%"), ("target", "95%"), ("officers", "Pat Voss"), ("direction", "Improving")],
    ),
]


@pytest.mark.parametrize(("printed", "title", "pairs"), [c[1:] for c in BOXES], ids=[c[0] for c in BOXES])
def test_boxes(printed: list[str], title: tuple[str, str], pairs: list[tuple[str, str]]) -> None:
    (box,) = read(*printed)
    assert box.ref_and_definition == title
    assert said(box) == pairs


def test_boxes_one_below_the_other() -> None:
    first, second = read(
        "*Berths let by the season | Green",
        "Latest: 97% | Target: 95%",
        "*Ferries that left on time | Amber",
        "Latest: 93% | Target: 95%",
    )
    assert [b.ref_and_definition[1] for b in (first, second)] == [
        "Berths let by the season",
        "Ferries that left on time",
    ]
    assert [c.text for b in (first, second) for c in b.beside] == ["Green", "Amber"]
    assert said(second) == [("latest", "93%"), ("target", "95%")]


def test_boxes_side_by_side_with_figures_that_have_no_label() -> None:
    first, second = read(
        "*Berths let by the season | *Days to mend a boat",
        "97% | 34 days",
        "Target: 95% | Target: 28 days",
        "Status: Green | Status: Red",
    )
    assert [b.ref_and_definition[1] for b in (first, second)] == [
        "Berths let by the season",
        "Days to mend a boat",
    ]
    assert said(first) == [("latest", "97%"), ("target", "95%"), ("rag", "Green")]
    assert said(second) == [("latest", "34 days"), ("target", "28 days"), ("rag", "Red")]


@pytest.mark.parametrize("head", ["Latest | Target | Status", "*Latest | *Target | *Status"])
def test_labels_over_their_values_under_titles(head: str) -> None:
    first, second = read(
        "Berths let by the season | < | <",
        head,
        "97% | 95% | Green",
        "Ferries that left on time | < | <",
        "Latest | Target | Status",
        "93% | 95% | Amber",
    )
    assert [b.ref_and_definition[1] for b in (first, second)] == [
        "Berths let by the season",
        "Ferries that left on time",
    ]
    assert said(second) == [("latest", "93%"), ("target", "95%"), ("rag", "Amber")]


@pytest.mark.parametrize(
    ("caption", "printed", "titles"),
    [
        ("Berths let by the season", ["Latest | Target", "97% | 95%"], ["Berths let by the season"]),
        ("Berths let by the season", ["Latest: 97% | Target: 95%"], ["Berths let by the season"]),
        ("Berths let by the season", ["Latest | 97%", "Target | 95%"], ["Berths let by the season"]),
        ("The harbour has let its berths as follows:", ["Latest: 97% | Target: 95%"], []),
        ("Harbour dues", ["Outturn | Budget", "£97m | £95m"], []),
        (
            "Harbour scorecard",
            ["*PI | *Measure | *2031", "Berths let | Latest | 97%", "^ | Target | 95%"],
            [],
        ),
        ("Berths let by the season", ["Latest | Target", "97% | 95%", "91% | 92%"], []),
    ],
)
def test_a_title_above_the_box(caption: str, printed: list[str], titles: list[str]) -> None:
    made = table(*printed)
    above = replace(made.rows[0].cells[0], text=caption)
    assert [b.title.flat for b in boxes_of(replace(made, caption=above))] == titles


@pytest.mark.parametrize(
    ("tile", "title"),
    [
        ("97%/Berths let/by the season/Target 95%", "Berths let by the season"),
        ("97%/Berths let/by the season/Target: 95%", "Berths let by the season"),
        ("Berths let/by the season/97%/Target 95%", "Berths let by the season"),
    ],
)
def test_tiles_with_their_figure_over_or_under_the_name(tile: str, title: str) -> None:
    made = table("x | x", "x | x")
    rows = [
        replace(row, cells=tuple(replace(c, text=tile.replace("/", "\n")) for c in row.cells))
        for row in made.rows
    ]
    found = recognise([replace(made, rows=tuple(rows))])[0]
    assert (found.kind, len(found.boxes)) == ("indicators", 4)
    assert found.boxes[0].title.flat == title
    assert said(found.boxes[0]) == [("latest", "97%"), ("target", "95%")]


NO_BOXES = [
    ("one measure only", ["*Berths let by the season | ", "Latest: 97% | "]),
    ("no title", ["Latest: 97% | Target: 95%"]),
    ("a table of meetings", ["*Venue of the meeting | Quay House", "Date: 4 May | Time: 7pm"]),
    ("prose with colons", ["*About the harbour | ", "The target: more boats. The result: more noise. | "]),
]


@pytest.mark.parametrize("printed", [c[1] for c in NO_BOXES], ids=[c[0] for c in NO_BOXES])
def test_what_is_no_box(printed: list[str]) -> None:
    assert read(*printed) == []


def test_a_table_of_boxes_lists_indicators() -> None:
    (found,) = recognise([table("*Berths let by the season | Green", "Latest: 97% | Target: 95%")])
    assert (found.kind, len(found.boxes), found.reading) == ("indicators", 1, None)


def test_the_figures_along_a_chart_are_no_title() -> None:
    found = read(
        "*Berths let by the season | Green",
        "100 98 96 94 Sep-23 Dec-23 Mar-24 Jun-24 Actual Target | ",
        "Latest: 97% | Target: 97%, Floor 90%",
    )
    assert [box.title.flat for box in found] == ["Berths let by the season"]
    assert found[0].measures == {"latest", "target", "floor"}


def test_a_remark_between_boxes_is_no_title() -> None:
    boxes = read(
        "*Ferries that left on time | < | Amber",
        "Latest: 88% | Target: 95% | Previous: 91%",
        "No figures for March at the time of writing | < | <",
        "*Berths let by the season | < | Green",
        "Latest: 97% | Target: 95% | Previous: 91%",
        "No figures for March at the time of writing | < | <",
    )
    assert [b.title.flat for b in boxes] == ["Ferries that left on time", "Berths let by the season"]


def test_a_label_without_a_mark_before_it() -> None:
    (box,) = read("*Ferries that left on time | < ", "Latest: 88 | Target: 95 Floor: 80")
    assert said(box) == [("latest", "88"), ("target", "95"), ("floor", "80")]


def test_a_head_whose_labels_name_periods_is_no_box() -> None:
    head = "*Q1 2031/32 | *Target 2031/32 | *Same quarter last year | *Status"
    assert read("*Berths let by the season | < | < | <", head, "38 | 140 | 55 | On target") == []
