"""Normalise: lists of words from the vocabulary as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST_VALUE = 1500
"""Characters of the longest text that is read as dates, figures or people; a longer one is prose."""


class Taken:
    """The places of a text that something was read from."""

    def __init__(self, text: str) -> None:
        self._marks = bytearray(len(text))

    def take(self, start: int, end: int) -> None:
        """Mark a place."""
        self._marks[start:end] = b"\x01" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any of a place is taken."""
        return any(self._marks[start:end])


def any_of(words: Iterable[str]) -> str:
    """A pattern that finds any of the words, the longest first, blanks matching any white space."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    if not ordered:
        return "(?!)"
    return "(?:" + "|".join(r"\s+".join(map(re.escape, w.split())) for w in ordered) + ")"


def whole_words(words: Iterable[str]) -> str:
    """As `any_of`, not beginning or ending inside another word."""
    return rf"(?<!\w){any_of(words)}(?!\w)"


def flat(text: str) -> str:
    """The text on one line; the same object where it is on one already, as most are."""
    line = " ".join(text.split())
    return text if line == text else line
