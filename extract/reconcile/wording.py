"""Reconcile: when two printed texts say the same, and which words make the difference."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import intern

from rapidfuzz import fuzz

from agendapack.extract.reconcile.vocabulary import numbers
from agendapack.extract.reconcile.vocabulary import words as listed
from agendapack.schemas import remembered

MAX_BLOCK_ROWS = 40
"""A word in more texts than this tells nothing about which two belong together."""
RAREST_WORDS = 4
"""How many of its rarest words a text is looked up by; keeps the growth linear."""
MISPRINT = 70
"""Likeness (0-100) from which a word may be another misprinted."""
STEM = 6
"""Letters of a word that must agree for two words to be forms of one."""
SAME_SUBJECT = 0.6
"""Likeness under which two texts are about different things."""
SHORTENED = 0.9
"""Share of its words from which a text is another in short."""
_HEADING_REF = re.compile(r"\(\s*ref\b[^()]*\)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’‘]")
_NOT_A_WORD = re.compile(r"[^\w%£]+")


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text with case, typography, "&" and number words folded away."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = _APOSTROPHE.sub("", plain).replace("&", " and ")
    spelt = numbers("wording", "number_words")
    return tuple(intern(str(spelt.get(w, w))) for w in _NOT_A_WORD.split(plain) if w)


def same(a: str, b: str) -> bool:
    """Whether two texts differ in typography only."""
    return words(a) == words(b) or "".join(words(a)) == "".join(words(b))


def likeness(a: str, b: str) -> float:
    """0 to 1: how much of the words, in their order, the two texts share."""
    return fuzz.ratio(" ".join(words(a)), " ".join(words(b))) / 100


def shared(a: str, b: str) -> float:
    """0 to 1: like `likeness`, but a text that is a part of the other counts as the same."""
    return fuzz.token_set_ratio(" ".join(words(a)), " ".join(words(b))) / 100


def same_subject(a: str, b: str) -> bool:
    """Whether two texts speak of one thing, the one in short perhaps."""
    return likeness(a, b) >= SAME_SUBJECT or shared(a, b) >= SHORTENED


def difference(a: str, b: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words only in the first text, and words only in the second."""
    left, right = Counter(words(a)), Counter(words(b))
    return tuple((left - right).elements()), tuple((right - left).elements())


@remembered
def stems(text: str) -> tuple[str, ...]:
    """The beginnings of the telling words: "establish" and "establishing" are one, "rate" and "rates" too."""
    small = listed("wording", "small_words")
    return tuple(word[:STEM].rstrip("s") or word for word in words(text) if word not in small)


def swapped(a: str, b: str) -> bool:
    """Whether each text has a telling word in place of another of the other's: older / younger, 2 / 3."""
    left, right = Counter(stems(a)), Counter(stems(b))
    mine, theirs = list((left - right).elements()), list((right - left).elements())
    return bool(mine and theirs) and any(
        all(fuzz.ratio(word, other) < MISPRINT for other in theirs) for word in mine
    )


def without_ref(heading: str) -> str:
    """A heading without its "(ref: …)"."""
    return _HEADING_REF.sub("", heading).strip()


def near_pairs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of positions whose texts share one of their rarest words; never all with all."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        for word in set(words(text)):
            holders[word].append(index)
    seen: set[tuple[int, int]] = set()
    for index, text in enumerate(texts):
        rare = sorted(set(words(text)), key=lambda w: (len(holders[w]), w))[:RAREST_WORDS]
        for word in rare:
            if 1 < len(holders[word]) <= MAX_BLOCK_ROWS:
                seen.update(
                    (min(index, other), max(index, other)) for other in holders[word] if other != index
                )
    yield from sorted(seen)
