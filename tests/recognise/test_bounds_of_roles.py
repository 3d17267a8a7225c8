"""Both sides of what decides which role a column plays, and what a table lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import listed
from agendapack.extract.recognise.boxes import KpiBox
from agendapack.extract.recognise.card_packs import are_many
from agendapack.extract.recognise.decide import Judged, Proposal, proposals
from agendapack.extract.recognise.headed_row import _is_one_row
from agendapack.extract.recognise.key_value_cards import cards_as_rows
from agendapack.extract.recognise.listed import as_list, best
from agendapack.extract.recognise.model import learned
from agendapack.extract.recognise.pool import _tells
from agendapack.extract.recognise.role_words import OTHER
from agendapack.extract.recognise.roles import _scored
from agendapack.extract.recognise.transposed import transposed

NOTHING = {"actions": 0.0, "indicators": 0.0, "risks": 0.0, "none": 1.0}


def judged(
    *columns: Mapping[str, float], kinds: Mapping[str, float] = NOTHING, head: str = "*Quay | *Slip"
) -> Proposal:
    """A table whose columns mean as likely as said one thing or another."""
    made = next(proposals(table(head, "North | Long", "South | Short"), Around()))
    classes = learned()["columns"].classes
    chances = np.zeros((2, len(classes)))
    for number, said in enumerate(columns):
        for meaning, chance in said.items():
            chances[number, classes.index(meaning)] = chance
    return replace(made, pooled=Judged(chances, {**NOTHING, **kinds}, 2))


def plays(role: str, **likely: float) -> bool:
    """Whether a column of actions may play a role, by what it means with which probability."""
    left = 1.0 - sum(likely.values())
    proposal = judged({**likely, OTHER: left}, {OTHER: 1.0})
    return any(
        name == role and score > 0 for name, _, score in _scored("actions", proposal.columns[0], proposal)
    )


@pytest.mark.parametrize(
    ("role", "likely", "played"),
    [
        pytest.param("due", {"due": 0.28}, True, id="IN_KIND"),
        pytest.param("due", {"due": 0.26}, False, id="IN_KIND less likely"),
        pytest.param("due", {"due": 0.11, "action": 0.89}, True, id="RIVALS"),
        pytest.param("due", {"due": 0.09, "action": 0.91}, False, id="RIVALS less likely"),
        pytest.param("due", {"last_review": 0.44}, True, id="ALSO_SHARE"),
        pytest.param("due", {"last_review": 0.41}, False, id="ALSO_SHARE less likely"),
    ],
)
def test_roles_that_a_column_may_play(role: str, likely: Mapping[str, float], played: bool) -> None:
    assert plays(role, **likely) is played


@pytest.mark.parametrize(
    ("chance", "guess"), [(0.31, "risks"), (0.29, "")], ids=["DOUBTFUL", "DOUBTFUL less likely"]
)
def test_what_a_table_may_be_is_told(chance: float, guess: str) -> None:
    proposal = judged({"risk": 1.0}, {"officers": 1.0}, kinds={"risks": chance})
    assert as_list(proposal.table, proposal).guess == guess


@pytest.mark.parametrize(
    ("better", "head"), [(0.021, "second"), (0.019, "first")], ids=["CLEARER", "CLEARER hardly"]
)
def test_another_choice_of_the_head_is_clearly_better(
    better: float, head: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = [
        SimpleNamespace(listing=0.3, header=("first",), titles_apart=0),
        SimpleNamespace(listing=0.3 + better, header=("second",), titles_apart=0),
    ]
    monkeypatch.setattr(listed, "proposals", lambda *_: tried)
    assert best(table("Quay | Slip"), Around()).header == (head,)


@pytest.mark.parametrize(
    ("head", "tells"),
    [((("quay",), ("slip",)), True), ((("quay",), ()), False)],
    ids=["MIN_TITLES", "MIN_TITLES one"],
)
def test_a_head_of_two_titles_tells_its_like(head: tuple[tuple[str, ...], ...], tells: bool) -> None:
    assert _tells(head) is tells


@pytest.mark.parametrize(
    ("columns", "one"), [((1, 2), True), ((1,), False)], ids=["MIN_VALUES", "MIN_VALUES one"]
)
def test_a_row_of_values_under_its_indicators_name(columns: tuple[int, ...], one: bool) -> None:
    values = [SimpleNamespace(column=number, telling=True) for number in columns]
    row = table("2031/32 | 71% | 75%").rows
    assert _is_one_row(row, SimpleNamespace(values=values)) is one


def cards(said: int) -> SimpleNamespace:
    """Three cards that say so many things each."""
    roles = [SimpleNamespace(name=f"role {n}") for n in range(said)]
    body = [SimpleNamespace(kind="body")] * 3
    return SimpleNamespace(reading=SimpleNamespace(roles=roles, values=()), table=SimpleNamespace(rows=body))


@pytest.mark.parametrize(("said", "many"), [(3, True), (2, False)], ids=["MIN_SAID", "MIN_SAID less"])
def test_many_cards_that_say_much(said: int, many: bool) -> None:
    assert are_many(cards(said)) is many


@pytest.mark.parametrize(
    ("known", "is_card"),
    [("Status | On track", True), ("Slip | Long", False)],
    ids=["KNOWN_SHARE", "KNOWN_SHARE less"],
)
def test_half_of_the_labels_are_known_where_a_value_is_bold_too(known: str, is_card: bool) -> None:
    made = table(f"*Ref | QA 1 | *{known}", "*Wharf | *North | *Crane | Old")
    assert (cards_as_rows(made) is not None) is is_card


@pytest.mark.parametrize(
    ("sides", "names", "series"),
    [
        (("2030/31", "Target"), 2, True),
        (("Target",), 2, False),
        (("2030/31", "Target"), 1, False),
    ],
    ids=["MIN_LABELS", "MIN_LABELS one row", "MIN_LABELS one name"],
)
def test_a_series_has_two_rows_and_two_names(sides: tuple[str, ...], names: int, series: bool) -> None:
    titles = ("*Berths let by the season", "*Ferries on time")[:names]
    made = table(" | ".join(["", *titles]), *(" | ".join([side, *["71%"] * names]) for side in sides))
    assert (transposed(made) is not None) is series


@pytest.mark.parametrize(
    ("title", "ref"),
    [("CM - 8 Berths let", "CM - 8"), ("CM / HR /4 Berths let", "")],
    ids=["MAX_REF_WORDS", "MAX_REF_WORDS more"],
)
def test_the_reference_of_a_box_has_three_words_at_most(title: str, ref: str) -> None:
    (row,) = table("Berths let").rows
    assert KpiBox(replace(row.cells[0], text=title), row).ref_and_definition[0] == ref
