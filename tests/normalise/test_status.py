"""How actions stand, in words and ratings of many kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.normalise.status import groups_of_legend, status_group
from agendapack.schemas import vocabulary

GROUPS = {word: group for group, words in vocabulary("status")["groups"].items() for word in words}
SAID = {
    "Complete": "complete",
    "COMPLETED – May 2031": "complete",
    "100% complete": "complete",
    "60% complete": "",
    "Not complete": "off track",
    "3 of 5 complete": "",
    "5 of 5 complete": "complete",
    "To be completed by March 2031": "",
    "Will be completed in June": "",
    "Expected to complete in March": "",
    "Not yet delivered": "",
    "Nearly complete": "on track",
    "Not fully implemented": "at risk",
    "Achieved in part": "at risk",
    "Will not be achieved": "off track",
    "Unlikely to be met": "off track",
    "Could not be fully delivered": "off track",
    "Not at all complete": "off track",
    "Not one word is said of it: complete": "complete",
    "Not one word is said but it is complete": "complete",
    "Not yet under way": "not started",
    "Ahead of schedule": "on track",
    "Once the lease is signed; completed": "complete",
    "Not yet started": "not started",
    "In progress": "on track",
    "On track, to be completed by June": "on track",
    "Work is behind schedule": "off track",
    "Behind schedule but closed in part": "off track",
    "The first stage is done and the second delayed": "",
    "Partially implemented": "at risk",
    "No longer required": "cancelled",
    "Green": "on track",
    "R": "off track",
    "Amber": "at risk",
    "Open": "",
    "": "",
}


@pytest.mark.parametrize(("text", "group"), SAID.items())
def test_groups(text: str, group: str) -> None:
    assert status_group(text) == group


@given(st.sampled_from(sorted(GROUPS)), st.sampled_from(["{}", " {}.", "{}: see the note of March"]))
def test_a_text_that_begins_with_a_status_has_its_group(word: str, form: str) -> None:
    assert status_group(form.format(word.upper())) == GROUPS[word]


@given(st.text(max_size=60))
def test_any_text_has_one_group_or_none(text: str) -> None:
    assert status_group(text) in {"", *vocabulary("status")["groups"]}


@pytest.mark.parametrize(
    ("legend", "meaning"),
    [
        (
            "Key: Green = complete, Amber = on track, Red = not started",
            ("complete", "on track", "not started"),
        ),
        (
            "Blue: completed. Green: on target. Amber: some slippage. Red: behind",
            ("on track", "at risk", "off track"),
        ),
        ("The green belt is on track", (None, None, None)),
    ],
)
def test_a_legend_says_what_ratings_stand_for(legend: str, meaning: tuple[str | None, ...]) -> None:
    found = groups_of_legend((legend,))
    assert tuple(found.get(rating) for rating in ("Green", "Amber", "Red")) == meaning
