"""How long names and places may be, on both sides of each limit."""

from __future__ import annotations

import pytest
from outline.typeset import put

from agendapack.extract.outline.bodies import body_named, place_named
from agendapack.extract.outline.councils import names_a_council
from agendapack.extract.outline.edition import edition_said
from agendapack.extract.outline.file_metadata import value
from agendapack.extract.outline.lines import make_line


@pytest.mark.parametrize(("words", "named"), [(14, True), (15, False)])
def test_a_committee(words: int, named: bool) -> None:
    assert bool(body_named(" ".join(["Harbour"] * (words - 1)) + " Committee")) == named


@pytest.mark.parametrize(("words", "named"), [(22, True), (23, False)])
def test_a_place_of_meeting(words: int, named: bool) -> None:
    assert bool(place_named(" ".join(["Harbour"] * (words - 2)) + " Town Hall")) == named


@pytest.mark.parametrize(("words", "named"), [(16, True), (17, False)])
def test_a_council_in_two_languages(words: int, named: bool) -> None:
    text = " ".join(["Cyngor"] * (words - 4)) + " Marlowe Vale Borough Council"
    assert names_a_council(text) == named


@pytest.mark.parametrize(("words", "edition"), [(40, "supplement"), (41, "")])
def test_a_cover_calls_its_pack_a_supplement_in_a_line(words: int, edition: str) -> None:
    text = "Supplementary agenda " + " ".join(["papers"] * (words - 2))
    assert edition_said([make_line(1, put(60, 60, text))]) == edition


def test_a_property_longer_than_any_title_is_cut() -> None:
    assert len(value({"Title": "x" * 400}, "title")) == 300
