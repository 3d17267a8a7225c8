"""The roles that columns play, and what the vocabulary says of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agendapack.schemas import from_words, vocabulary

DATASETS = ("actions", "indicators", "risks")


OTHER = "other"
"""What a column means that says nothing of what the datasets hold."""
STAGES = ("inherent_", "target_")
MEANINGS = {
    ("indicators", "rag"): "status",
    ("indicators", "commentary"): "progress",
    ("indicators", "policy"): "objective",
    ("risks", "description"): "risk",
    ("risks", "name"): "risk",
    ("risks", "event"): "risk",
    ("risks", "trend"): "direction",
    ("risks", "review_method"): "frequency",
    ("risks", "previous"): "score",
    ("risks", "exposure"): "resources",
    ("actions", "source"): "category",
    ("actions", "outcome"): "success",
    ("actions", "other_plans"): "parent_refs",
}
"""What columns of these roles mean, where other datasets have such columns under another name."""


def meaning_of(dataset: str, role: str) -> str:
    """What a column of the role means, whatever dataset its table is."""
    plain = next((role.removeprefix(s) for s in STAGES if role.startswith(s)), role)
    return MEANINGS.get((dataset, role), plain)


@dataclass(frozen=True, slots=True)
class Role:
    """A column's role, with the reason."""

    column: int
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What the vocabulary says of a role."""

    words: tuple[str, ...]
    only: tuple[str, ...]
    shaped: tuple[str, ...]
    vague: frozenset[str]
    must: bool
    ordered: bool


@from_words
def rules_of_all() -> dict[str, dict[str, Rule]]:
    """The rules of all roles, by dataset and role."""
    return {
        dataset: {name: _rule(said) for name, said in vocabulary("tables")[dataset]["roles"].items()}
        for dataset in DATASETS
    }


def _rule(said: Mapping[str, Any]) -> Rule:
    words, only, shaped, vague = (
        tuple(map(str, said.get(key, ()))) for key in ("words", "only", "shaped", "vague")
    )
    return Rule(
        (*words, *vague),
        only,
        shaped,
        frozenset(vague),
        bool(said.get("must")),
        bool(said.get("ordered")),
    )
