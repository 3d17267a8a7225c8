"""Each limit of the folder on both sides: what lies just within it is read, what lies beyond it is not."""

from __future__ import annotations

from datetime import date

import pytest

from agendapack.extract.model import Colour
from agendapack.extract.normalise.broken_refs import rejoined_refs
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.entries import split_line
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.rag import rag_of_colour
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.normalise.ref_tokens import between, tokens
from agendapack.extract.normalise.status import groups_of_legend, status_group
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.normalise.years import full_year


@pytest.mark.parametrize(("before", "whole"), [(11, True), (12, False)])
def test_a_list_shows_its_letters_to_a_number_near_enough(before: int, whole: bool) -> None:
    known = {f"QX A{n:02d}" for n in range(1, 30)}
    text = "QX " + ", ".join(f"A{n:02d}" for n in range(1, before + 1)) + ", A1 9"
    assert rejoined_refs(text, known).endswith("A19") == whole


@pytest.mark.parametrize(("dots", "kind"), [(75, "ongoing"), (76, "date")])
def test_words_before_a_date_speak_of_it_when_they_are_near(dots: int, kind: str) -> None:
    assert parse_due(f"Ongoing from{'.' * dots} 1 May 2031").kind == kind


@pytest.mark.parametrize(("persons", "entries"), [(101, 101), (102, 1)])
def test_a_line_of_more_persons_than_anybody_prints_is_not_weighed(persons: int, entries: int) -> None:
    assert len(split_line(", ".join(["Jane Roe"] * persons), ())) == entries


@pytest.mark.parametrize(
    ("colour", "rating"),
    [
        ((255, 240, 240), None),  # a cream that guides the eye
        ((255, 230, 230), "Red"),
        ((60, 0, 0), None),  # black to the eye
        ((70, 0, 0), "Red"),
    ],
)
def test_colours_that_are_hardly_any(colour: Colour, rating: str | None) -> None:
    assert rag_of_colour(colour) == rating


@pytest.mark.parametrize(("letters", "read"), [(200, True), (201, False)])
def test_what_is_longer_says_more_than_a_rating(letters: int, read: bool) -> None:
    assert (rating_of("4 x 5 = 20".ljust(letters)) is not None) == read


@pytest.mark.parametrize(("ref", "found"), [("Aim 2 - 1.4.a.b", True), ("Aim 2 - 1.4.a.b.c", False)])
def test_a_reference_has_a_few_words(ref: str, found: bool) -> None:
    assert bool(tokens([ref]).find(f"See {ref} for more")) == found


@pytest.mark.parametrize(("last", "count"), [("QA 121", 120), ("QA 122", 0)])
def test_a_range_is_not_endless(last: str, count: int) -> None:
    assert len(between("QA 1", last)) == count


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The contractor says that all of the works on the quay are now complete", "complete"),
        ("The contractor says that all of the works on the north quay are now complete", ""),
    ],
)
def test_in_a_long_text_a_status_may_be_that_of_something_else(text: str, group: str) -> None:
    assert status_group(text) == group


@pytest.mark.parametrize(
    ("legend", "ratings"),
    [("Green: complete, Red: not started", {"Green", "Red"}), ("Green: complete", set())],
)
def test_a_legend_explains_more_than_one_rating(legend: str, ratings: set[str]) -> None:
    assert set(groups_of_legend((legend,))) == ratings


@pytest.mark.parametrize(("text", "number"), [("<10", None), ("<11", 11)])
def test_a_small_number_of_people_is_hidden(text: str, number: int | None) -> None:
    assert parse_value(text)[0].value == number


@pytest.mark.parametrize(("text", "unit"), [("12 elm", "count"), ("12 ox", "")])
def test_a_word_says_what_is_counted(text: str, unit: str) -> None:
    assert parse_value(text)[0].unit == unit


@pytest.mark.parametrize(("letters", "status"), [(1500, "reported"), (1501, "not_parsed")])
def test_a_page_of_text_is_no_value(letters: int, status: str) -> None:
    assert parse_value("12".ljust(letters))[0].status == status


def test_a_post_may_run_over_several_lines() -> None:
    printed = "Strategic\nDirector\nAdult\nSocial\nCare\nServices"
    assert split_officers(printed) == ["Strategic Director", "Adult Social Care Services"]


@pytest.mark.parametrize(("printed", "year"), [("79", 2079), ("80", 1980), ("'99", 1999)])
def test_two_digits_of_a_year(printed: str, year: int) -> None:
    assert full_year(printed) == year
    assert parse_due(f"1 May {printed}").date == date(year, 5, 1)
