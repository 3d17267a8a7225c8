"""Reconcile: the words and sets the checks go by, out of schemas/vocabulary/."""

from __future__ import annotations

import re

from agendapack.extract.normalise.words import any_of
from agendapack.schemas import from_words, remembered, vocabulary


@remembered
def words(file: str, key: str) -> frozenset[str]:
    """A list of the file as a set of lower-case words."""
    return frozenset(str(word).lower() for word in vocabulary(file)[key])


@remembered
def numbers(file: str, key: str) -> dict[str, int]:
    """A mapping of the file from name to whole number."""
    return {str(name): int(number) for name, number in vocabulary(file)[key].items()}


def ordered(file: str, key: str) -> tuple[str, ...]:
    """A list of the file in its own order."""
    return tuple(str(word) for word in vocabulary(file)[key])


@from_words
def taken_out() -> re.Pattern[str]:
    """Words that say that a row is there no more."""
    return re.compile(rf"\b{any_of(words('status', 'taken_out'))}\b", re.IGNORECASE)
