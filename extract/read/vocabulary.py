"""Knows words: those the pack itself prints unbroken, and an English list with counts."""

from __future__ import annotations

import calendar
import gzip
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from math import log10

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

TOTAL = 1_646_569_324
"""Occurrences of all words of the list."""

_MONTHS = frozenset(name.lower() for name in calendar.month_abbr if name) | {"sept"}
"""Short forms of dates, which the list counts as rare."""
_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")


class WordList:
    """English words with counts, looked up in the text of the list: no pack asks for more than a few hundred.

    The list has a word a line, in the order of its bytes: `roof 1234`.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    def count(self, word: str) -> int:
        """How often a word occurs, 0 when the list does not have it."""
        lines, key = self._lines, f"{word} ".encode()
        low, high = 0, len(lines)
        while low < high:  # low and high are beginnings of lines
            begin = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = lines.index(b"\n", begin) + 1
            if lines.startswith(key, begin):
                return int(lines[begin + len(key) : end])
            if lines[begin:end] < key:
                low = end
            else:
                high = begin
        return 0

    def __contains__(self, word: str) -> bool:
        return self.count(word) > 0


@cache
def english() -> WordList:
    """English words and how often they occur (loaded once, when a broken line is met)."""
    packed = resources.files("agendapack.schemas") / "english.txt.gz"
    return WordList(gzip.decompress(packed.read_bytes()))


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
        count = english().count(word)
        if len(word) == 1:
            return 3.0 if word in "ai" else UNKNOWN_COST
        if count and (len(word) > 3 or count >= COMMON):
            return min(7.5, -log10(count / TOTAL))
        if word in _MONTHS or (len(word) > 3 and self.counts[word] >= PACK_COUNT):
            return PACK_COST
        return UNKNOWN_COST + LETTER_COST * len(word)
