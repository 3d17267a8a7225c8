"""Outline: printed text goes in, what the vocabulary says about it comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from agendapack.schemas import remembered, vocabulary


@remembered
def words_of(name: str, *keys: str) -> tuple[str, ...]:
    """A list of the vocabulary, reached by its keys."""
    found = vocabulary(name)
    for key in keys:
        found = found[key]
    return tuple(str(word) for word in found)


@lru_cache(maxsize=8192)
def squashed(text: str) -> str:
    """Letters and digits only, lower case: letter-spaced and broken words compare as they read."""
    return "".join(filter(str.isalnum, text)).casefold()


@cache
def squashed_words(words: tuple[str, ...]) -> frozenset[str]:
    """The words squashed, to look a whole text up."""
    return frozenset(squashed(word) or word for word in words)


def is_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether the text is one of the words, spaces and marks aside."""
    return (squashed(text) or text.strip()) in squashed_words(words)


@cache
def leading(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the words, the longest first, at the beginning of a text."""
    return re.compile(rf"\W*(?:{_either(words)})(?!\w)", re.IGNORECASE)


@cache
def anywhere(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the words as whole words."""
    return re.compile(rf"(?<!\w)(?:{_either(words)})(?!\w)", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
