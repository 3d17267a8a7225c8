"""Whether a text consists mostly of letters, as running text and titles do."""

from __future__ import annotations

LETTERS = 0.6
"""Share of letters among the characters of such a text."""


def mostly_letters(text: str) -> bool:
    """Whether the text reads as words, not as figures, codes and marks."""
    return sum(map(str.isalpha, text)) > LETTERS * len(text)
