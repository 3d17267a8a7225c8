"""Labels beside values, or over them, on a page outside its tables."""

from __future__ import annotations

import pytest
from outline.typeset import put

from agendapack.extract.outline.lines import lines_of
from agendapack.extract.recognise.labelled_lines import labelled_lines

PAIRS = {"Owner": "Harbour Master", "Status": "Amber", "Direction": "Improving"}
SAID = {"officers": "Harbour Master", "rag": "Amber", "direction": "Improving"}


def read(pairs: dict[str, str], off: float = 0.0, over: float = 150.0) -> dict[str, str]:
    """What labels and values say that are set so far below each other and apart."""
    words = []
    for n, (label, value) in enumerate(pairs.items()):
        words += put(50, 100 + 60 * n, label) + put(50 + over, 100 + 60 * n + off, value, "b")
    return labelled_lines(lines_of(1, words))


@pytest.mark.parametrize(("off", "said"), [(16.0, SAID), (17.0, {})], ids=["APART_EM", "APART_EM more"])
def test_a_value_beside_its_label_is_level_with_it(off: float, said: dict[str, str]) -> None:
    assert read(PAIRS, off) == said


@pytest.mark.parametrize(("off", "said"), [(16.0, SAID), (17.0, {})], ids=["APART_EM", "APART_EM more"])
def test_a_value_below_its_label_is_close_to_it(off: float, said: dict[str, str]) -> None:
    assert read(PAIRS, off, over=0.0) == said


@pytest.mark.parametrize(
    ("label", "known"),
    [("Lead officer", True), ("Lead officer now", False), ("Lead officer of the other wharf", False)],
    ids=["FIT", "FIT less", "FIT far less"],
)
def test_a_label_is_a_title_of_the_role_and_hardly_more(label: str, known: bool) -> None:
    others = {"Status": "Amber", "Direction": "Improving", "Trend": "Up"}
    assert ("officers" in read(others | {label: "Harbour Master"})) is known


def test_a_figure_under_no_role_is_of_the_measure_that_its_label_names() -> None:
    assert read(PAIRS | {"Target for the year": "28 days"})["target"] == "28 days"
    assert "target" not in read(PAIRS | {"Target for the year": "to be set"})


@pytest.mark.parametrize(("value", "role"), [("65%", "target"), ("High is good", "polarity")])
def test_a_figure_is_of_a_measure_before_its_label_is_a_role(value: str, role: str) -> None:
    assert read(PAIRS | {"Aim": value}).get(role) == value


def test_a_figure_is_nobody() -> None:
    """The scale of a chart stands beside the labels, their values below them."""
    words = []
    for n, (label, value) in enumerate(PAIRS.items()):
        words += (
            put(50, 100 + 40 * n, label) + put(50, 114 + 40 * n, value, "b") + put(250, 104 + 40 * n, f"{n}0")
        )
    assert labelled_lines(lines_of(1, words)) == SAID
