"""Records listed on a card are for the record of the card: a column of theirs cites it."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role


def serving(inner: Recognised, card: Recognised, column: int) -> Recognised | None:
    """What cards list, its column of the cards' own references cited; None where it serves no such card."""
    role = KINDS[inner.kind].serves(card.kind) if inner.kind in KINDS else ""
    if not role or inner.reading is None:
        return None
    others = (other for other in inner.reading.roles if other.name != role)
    roles = (*others, Role(column, role, "the card that it stands on"))
    return replace(inner, reading=replace(inner.reading, roles=roles, beside=role))
