"""Normalise: whether a text is a figure; the ways of asking it, for all stages."""

from __future__ import annotations

import re
from functools import lru_cache

MAX_UNIT_LETTERS = 6
"""Letters of a unit behind a figure ("12 weeks") that do not make it a text."""
_FIGURE = re.compile(
    r"[<>≤≥~+\-–—−(£$€]*\s?\d[\d,.]*\s?(?:%|[km]|mn|bn|million|billion|st|nd|rd|th)?[)%]*[*†‡¹²³]*",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"[<>≤≥~c.(£$€+\-–−\s]*\d")
_WORD = re.compile(
    r"[(\[<>≥≤~+\-–—−£$€*]*\d[\d,.:/\-–—−]*[%)\]*†‡§a-dpmkKMxX£$€+]{0,3}|(?:[-–—−*†‡#]{1,5}|\.\.|…|[↑↓→←])|\(?(?:n/?a|N/?A|NA|X|x)\)?"
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b.*", re.IGNORECASE)


def is_figure(text: str) -> bool:
    """Whether a text is a figure and nothing else: "£1.2bn", "(45)", "4.5*", "3rd"."""
    return _FIGURE.fullmatch(text) is not None


def is_measured(text: str) -> bool:
    """Whether a text begins with a figure and has little more than a unit beside it: "12 weeks"."""
    if not _BEGINS.match(text):
        return False
    return sum(map(str.isdigit, text)) >= sum(map(str.isalpha, text)) - MAX_UNIT_LETTERS


@lru_cache(maxsize=8192)
def stands_for_figure(word: str) -> bool:
    """Whether a printed word is a figure, a part of one, or what is printed in its place: "–", "n/a", "↑"."""
    return _WORD.fullmatch(word) is not None


def is_ordinal(text: str) -> bool:
    """Whether a text is a place in a ranking: "17th", "3rd of 42"."""
    return _ORDINAL.fullmatch(text) is not None


def number_in(text: str) -> float | None:
    """The number of a figure as axes and columns print it, "1,200" or "45%"; None for any other text."""
    try:
        return float(text.strip("%£$€").replace(",", ""))
    except ValueError:
        return None
