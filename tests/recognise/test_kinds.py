"""What a kind says of itself fits the words of its roles and the other kinds."""

from __future__ import annotations

import pytest

from agendapack.extract.recognise.kinds import KINDS, RecordKind
from agendapack.extract.recognise.role_words import words_of_roles


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_roles_that_cite_are_roles_of_the_kind(kind: RecordKind) -> None:
    assert set(kind.cites.values()) <= words_of_roles()[kind.name].keys()
    assert {*kind.cites, *kind.on_cards_of, kind.over} - {""} <= KINDS.keys()


@pytest.mark.parametrize(
    ("listed", "card", "role"),
    [
        ("actions", "risks", "risk_refs"),
        ("actions", "actions", "parent_refs"),
        ("actions", "indicators", ""),
        ("risks", "actions", ""),
        ("indicators", "risks", ""),
    ],
)
def test_actions_on_a_card_are_for_its_record(listed: str, card: str, role: str) -> None:
    assert KINDS[listed].serves(card) == role
