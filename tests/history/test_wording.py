"""When two texts say the same."""

from __future__ import annotations

import pytest

from agendapack.extract.history.wording import content, other_names


def test_short_words_say_nothing() -> None:
    assert content("let the berth at quay two") == {"berth", "quay"}


@pytest.mark.parametrize(
    ("place", "other"),
    [("Lowick", False), ("Lowiick", False), ("Howick", True), ("Marfleet", True)],
    ids=["the same", "misspelt", "much alike", "another"],
)
def test_names_of_other_places(place: str, other: bool) -> None:
    assert (
        other_names("Fund the crossing patrols of Lowick", f"Fund the crossing patrols of {place}") == other
    )
