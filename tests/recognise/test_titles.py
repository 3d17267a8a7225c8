"""How well a printed column title fits a phrase: whole, at its end, inside, misprinted, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.recognise.titles import Groups, Phrases, best_fits, fit, fits_only, folded

FITS = [
    # title, phrase, least fit
    ("Due date", "due date", 1.0),
    ("DUE DATE:", "due date", 1.0),
    ("Responsible Officer(s)", "responsible officer", 0.55),
    ("Date to be\nCompleted", "date to be completed", 1.0),
    ("Timescal e", "timescale", 0.95),
    ("Council's actions", "actions", 0.65),
    ("Name of the risk", "risk", 0.65),
    ("Risk description and cause", "risk description", 0.55),
    ("Responsable officer", "responsible officer", 0.85),
]
MISFITS = [
    ("Reaction", "action"),
    ("Due", "due date"),
    ("Officer responsible", "responsible officer"),
    ("Dates", "rates"),  # short words alike in most letters
    ("", "action"),
    ("Action", ""),
]


@pytest.mark.parametrize(("title", "phrase", "least"), FITS)
def test_fits(title: str, phrase: str, least: float) -> None:
    assert fit(title, phrase) >= least


@pytest.mark.parametrize(("title", "phrase"), MISFITS)
def test_does_not_fit(title: str, phrase: str) -> None:
    assert fit(title, phrase) == 0.0


@pytest.mark.parametrize(
    ("title", "surer", "than"),
    [
        ("Public health indicator", "indicator", "health"),  # a title ends in what it is
        ("Risk register reference", "risk register reference", "reference"),
        ("Key risk", "key risk", "risk"),
    ],
)
def test_the_telling_phrase_fits_better(title: str, surer: str, than: str) -> None:
    assert fit(title, surer) > fit(title, than) > 0


def test_the_best_fit_names_the_phrase() -> None:
    roles = Groups.of({"who": ("officer", "lead officer", "who"), "when": ("by",)})
    assert best_fits(("Lead officer",), roles) == {"who": (1.0, "lead officer")}
    assert best_fits(("Weather",), roles) == {}


def test_a_part_of_a_title_counts_less_than_the_whole() -> None:
    target = Groups.of({"target": ("target",)})
    whole, part = (
        best_fits(titles, target)["target"][0] for titles in (("Target",), ("Target 2031/32", "Target"))
    )
    assert whole > part > fit("Target 2031/32", "target")


def test_groups_know_the_phrases_that_are_a_whole_title() -> None:
    roles = Groups.of({"due": ("by", "on"), "owner": ("by",), "note": ("on", "say")})
    assert roles.named(("By:", "on")) == {"due": "by", "owner": "by", "note": "on"}
    assert roles.named(("Seen by", "")) == {}


def test_fits_only_wants_the_whole_title() -> None:
    assert fits_only("By:", "by")
    assert not fits_only("Seen by", "by")
    words = Phrases(("of", "by"))
    assert (words.only("By:"), words.only("Seen by"), words.only("")) == ("by", "", "")


def test_small_words_alone_stay() -> None:
    assert folded("For the") == ("for", "the")


@given(st.text(max_size=40), st.text(max_size=20))
def test_a_fit_is_a_share(title: str, phrase: str) -> None:
    assert 0.0 <= fit(title, phrase) <= 1.0


@given(st.text(alphabet="abc de", min_size=1, max_size=20))
def test_a_phrase_fits_itself(text: str) -> None:
    assert fit(text, text) == (1.0 if text.strip() else 0.0)


@pytest.mark.parametrize(
    "title",
    [
        "Lead officer",
        "Responsible officer",
        "officer lead",
        "Due  date",
        "Duedate",
        "Responsibel officer",
        "—",
    ],
)
def test_best_fits_are_those_of_all_phrases_one_by_one(title: str) -> None:
    roles = {
        "when": ("due date", "of the", ""),
        "who": ("officer", "lead officer", "lead", "responsible officer"),
    }
    best = {name: max(fit(title, phrase) for phrase in phrases) for name, phrases in roles.items()}
    found = best_fits((title,), Groups.of(roles))
    assert {name: fitting for name, (fitting, _) in found.items()} == {n: f for n, f in best.items() if f > 0}


WORDS = st.sampled_from(
    ["responsible", "responsibel", "officer", "officers", "lead", "due", "date", "the", "-"]
)


@given(
    st.lists(WORDS, max_size=4).map(" ".join), st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=6)
)
def test_phrases_compared_at_once_fit_as_they_do_one_by_one(title: str, phrases: list[str]) -> None:
    one_by_one = [(at, score) for at, phrase in enumerate(phrases) if (score := fit(title, phrase)) > 0]
    assert Phrases(tuple(phrases)).fits(title) == one_by_one
