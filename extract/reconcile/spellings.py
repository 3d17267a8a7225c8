"""Reconcile: words come in; pairs of which one may be the other misspelt go out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

_SOUNDS = (
    (r"ph|v", "f"),
    (r"c(?=[eiy])|z", "s"),
    (r"ck|c|q", "k"),
    (r"(?<=\w)[aeiouyhw]", ""),
    (r"(\w)\1+", r"\1"),
)
"""How letters sound, in this order; vowels behind the first letter are what spellings differ in."""
MIN_LETTERS = 5
"""Shorter words are a letter apart and other words: Dean and Sean."""
MOST_ALIKE = 40
"""Words alike but for a letter that are compared with each other."""


def spelt_alike(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words a letter apart, or with two letters changed round; a plural is no misspelling."""
    alike: dict[str, list[str]] = defaultdict(list)
    for word in sorted({w for w in words if len(w) >= MIN_LETTERS}):
        for short in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            alike[short.casefold()].append(word)
    found = {pair for its in alike.values() for pair in combinations(its[:MOST_ALIKE], 2)}
    yield from (pair for pair in sorted(found) if _misspelt(*pair))


def _misspelt(one: str, other: str) -> bool:
    one, other = (_plain(word.casefold()) for word in (one, other))
    return DamerauLevenshtein.distance(one, other) == 1


def _plain(word: str) -> str:
    """Without hyphens, where a line may have broken it, and without the sign of a genitive or plural."""
    return word.replace("’", "'").replace("-", "").removesuffix("'s").rstrip("s'")


def sound(name: str) -> str:
    """The consonants of a name as they sound: Rees and Reece, Clark and Clarke, Stephen and Steven."""
    heard = name.casefold()
    for letters, sounds in _SOUNDS:
        heard = re.sub(letters, sounds, heard)
    return heard
