"""Is it a figure: one answer for all stages, by three questions."""

from __future__ import annotations

import pytest

from agendapack.extract.normalise.figures import is_figure, is_measured, is_ordinal, stands_for_figure

FIGURES = [
    "12",
    "1,204",
    "£1.2bn",
    "£3m",
    "45%",
    "(45)",
    "(1,204.5)",
    "-3.4",
    "−3",
    "≤ 5",
    "4.5*",
    "3rd",
    "45k",
]
MEASURED = ["12 weeks", "c. 300", "£14.2m", "8 of 12", "17 days late"]
WORDS = ["", "–", "n/a", "KPI 3", "High", "Ref 12", "weeks", "a 3"]
STANDING = ["–", "n/a", "↑", "..", "12/13", "5.6a", "X"]


@pytest.mark.parametrize("text", FIGURES)
def test_figures(text: str) -> None:
    assert is_figure(text) and is_measured(text)


@pytest.mark.parametrize("text", MEASURED)
def test_figures_with_a_unit(text: str) -> None:
    assert is_measured(text)


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    assert not is_figure(text) and not is_measured(text)


@pytest.mark.parametrize(("letters", "measured"), [("abcdefgh", True), ("abcdefghi", False)])
def test_a_unit_has_few_letters(letters: str, measured: bool) -> None:
    assert is_measured(f"12 {letters}") is measured


@pytest.mark.parametrize("word", [*STANDING, "12", "£3m", "(45)"])
def test_what_stands_in_the_place_of_a_figure(word: str) -> None:
    assert stands_for_figure(word)


@pytest.mark.parametrize("word", ["High", "KPI", "weeks", "text", "A1"])
def test_what_does_not(word: str) -> None:
    assert not stands_for_figure(word)


@pytest.mark.parametrize(
    ("text", "place"), [("17th", True), ("3rd of 42", True), ("17", False), ("third", False)]
)
def test_places_in_an_order(text: str, place: bool) -> None:
    assert is_ordinal(text) is place
