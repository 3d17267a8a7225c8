"""Records: the risks of a pack's cards and of its lists go in; each risk comes out once, with its actions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from agendapack.extract.model import Action, Risk


def acted_upon(risks: Sequence[Risk], card: str, actions: Sequence[Action]) -> list[Risk]:
    """The risks, that of a card with the actions which a table of the card lists."""
    refs = tuple(action.action_ref for action in actions if action.action_ref)
    return [
        replace(risk, action_refs=tuple(dict.fromkeys((*risk.action_refs, *refs))))
        if refs and risk.source.table_id == card
        else risk
        for risk in risks
    ]


def apart_from_cards(risks: Sequence[Risk], cards: Collection[str]) -> tuple[list[Risk], list[Risk]]:
    """The risks, and apart the rows of lists whose risk has a card of its own, by reference and words."""
    on_cards = {_known_by(risk) for risk in risks if risk.source.table_id in cards and risk.risk_ref}
    repeated = [risk.source.table_id not in cards and _known_by(risk) in on_cards for risk in risks]
    kept = [risk for risk, again in zip(risks, repeated, strict=True) if not again]
    return kept, [risk for risk, again in zip(risks, repeated, strict=True) if again]


def _known_by(risk: Risk) -> tuple[str, str]:
    return risk.risk_ref, "".join(filter(str.isalnum, risk.description.casefold()))
