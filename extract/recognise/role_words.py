"""The roles that columns play, and what the vocabulary says of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agendapack.extract.light_dataclass import dataclass
from agendapack.schemas import from_words, vocabulary
from agendapack.schemas.heads import kinds

OTHER = "other"
"""What a column means that says nothing of what the datasets hold."""


@dataclass(frozen=True, slots=True)
class Role:
    """A column's role, with the reason."""

    column: int
    name: str
    reason: str
    score: float = 0.0
    """How much likelier the role is than none; nothing where other than likelihoods tell it."""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What the vocabulary says of a role."""

    words: tuple[str, ...]
    only: tuple[str, ...]
    shaped: tuple[str, ...]
    vague: frozenset[str]
    must: bool
    ordered: bool


@from_words
def words_of_roles() -> dict[str, dict[str, RoleWords]]:
    """The rules of all roles, by dataset and role."""
    return {
        dataset: {name: _words(said) for name, said in vocabulary("tables")[dataset]["roles"].items()}
        for dataset in kinds()
    }


def _words(said: Mapping[str, Any]) -> RoleWords:
    words, only, shaped, vague = (
        tuple(map(str, said.get(key, ()))) for key in ("words", "only", "shaped", "vague")
    )
    return RoleWords(
        (*words, *vague),
        only,
        shaped,
        frozenset(vague),
        bool(said.get("must")),
        bool(said.get("ordered")),
    )
