"""Reconcile: the words and sets the checks go by, out of schemas/vocabulary/."""

from __future__ import annotations

from agendapack.schemas import from_words, vocabulary


@from_words
def _sets() -> dict[tuple[str, str], frozenset[str]]:
    """The sets made so far; forgotten when a user's words are added."""
    return {}


def words(file: str, key: str) -> frozenset[str]:
    """A list of the file as a set of lower-case words."""
    made = _sets()
    if (file, key) not in made:
        made[file, key] = frozenset(str(word).lower() for word in vocabulary(file)[key])
    return made[file, key]


def numbers(file: str, key: str) -> dict[str, int]:
    """A mapping of the file from name to whole number."""
    return {str(name): int(number) for name, number in vocabulary(file)[key].items()}


def ordered(file: str, key: str) -> tuple[str, ...]:
    """A list of the file in its own order."""
    return tuple(str(word) for word in vocabulary(file)[key])
