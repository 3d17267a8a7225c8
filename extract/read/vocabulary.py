"""Knows words: those the pack itself prints unbroken, and an English list with counts."""

from __future__ import annotations

import calendar
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from math import log10
from pathlib import Path

PACK_COUNT = 3
"""A word the pack prints this often is one of its words (a name, a term, an abbreviation)."""
COMMON = 400
"""Occurrences in the English list from which a short word (up to three letters) counts;
the list gives rare and dubious ones a floor of 50."""
UNKNOWN_COST = 8.5
"""Cost of a word nobody knows, in powers of ten; the rarest English words come to about 7."""
LETTER_COST = 0.25
"""And this for each of its letters: one long unknown word costs more than a short one."""
PACK_COST = 5.0
"""Cost of a word only the pack knows."""

_MONTHS = frozenset(name.lower() for name in calendar.month_abbr if name) | {"sept"}
"""Short forms of dates, which the list counts as rare."""
_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")


@cache
def english() -> dict[str, int]:
    """English words and how often they occur (loaded once, when a broken line is met)."""
    # the package's list without its code, which would count the words once more
    package = find_spec("spellchecker")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyspellchecker is not installed")
    with gzip.open(Path(package.origin).parent / "resources" / "en.json.gz") as file:
        counts: dict[str, int] = json.load(file)
    return counts


@cache
def _total() -> float:
    return float(sum(english().values()))


class Vocabulary:
    """What counts as a word in this pack."""

    def __init__(self, words: Iterable[str]) -> None:
        """Count the words the pack prints."""
        self.counts: Counter[str] = Counter()
        for word, count in Counter(words).items():
            for part in _LETTERS.findall(word):
                self.counts[part.lower()] += count
        self._costs: dict[str, float] = {}

    def knows(self, part: str) -> bool:
        """Whether letters without any sign between them are a word."""
        return self.cost(part) < UNKNOWN_COST

    def cost(self, part: str) -> float:
        """How surprising a word is: minus the logarithm of its frequency."""
        key = part.lower()
        known = self._costs.get(key)
        if known is None:
            known = self._costs[key] = self._cost(key)
        return known

    def _cost(self, word: str) -> float:
        count = english().get(word, 0)
        if len(word) == 1:
            return 3.0 if word in "ai" else UNKNOWN_COST
        if count and (len(word) > 3 or count >= COMMON):
            return min(7.5, -log10(count / _total()))
        if word in _MONTHS or (len(word) > 3 and self.counts[word] >= PACK_COUNT):
            return PACK_COST
        return UNKNOWN_COST + LETTER_COST * len(word)
