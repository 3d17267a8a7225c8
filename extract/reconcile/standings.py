"""Reconcile: a word for how something stands comes in; what it comes to, and what it excludes, goes out."""

from __future__ import annotations

from collections.abc import Mapping

from agendapack.extract.normalise.rag import rag_of_text
from agendapack.schemas import from_words, vocabulary

APART: Mapping[str, frozenset[str]] = {
    "complete": frozenset({"not started", "on track", "off track", "at risk", "paused", "Red", "Amber"}),
    "on track": frozenset({"off track", "at risk", "complete", "not started", "Red", "Amber"}),
    "off track": frozenset({"on track", "complete", "Green"}),
    "not started": frozenset({"complete"}),
    "paused": frozenset({"on track", "complete", "Green"}),
    "Red": frozenset({"Amber", "Green", "complete"}),
    "Amber": frozenset({"Red", "Green", "complete"}),
    "Green": frozenset({"Red", "Amber", "off track"}),
    "accepted": frozenset({"partly accepted", "rejected"}),
    "partly accepted": frozenset({"accepted", "rejected"}),
    "rejected": frozenset({"accepted", "partly accepted"}),
    "low": frozenset({"medium", "high"}),
    "medium": frozenset({"low", "high"}),
    "high": frozenset({"low", "medium"}),
}
"""What cannot stand together: as a text has it, and as its row does."""
LEVELS = frozenset({"low", "medium", "high"})
RESPONSES = frozenset({"accepted", "partly accepted", "rejected"})


def group_of(text: str) -> str:
    """What a way of standing comes to: a rating, a group of the vocabulary, an answer; else nothing."""
    plain = " ".join(text.split()).casefold()
    rating = rag_of_text(text) if len(plain) > 2 or plain.upper() == text.strip() else ""
    return rating or groups().get(plain, "")


@from_words
def groups() -> Mapping[str, str]:
    """Each word for how something stands, and what it comes to."""
    listed = {**vocabulary("status")["responses"], "paused": vocabulary("status")["paused"]}
    listed |= {**vocabulary("status")["levels"], **vocabulary("status")["groups"]}
    return {str(word).casefold(): str(group) for group, words in listed.items() for word in words}
