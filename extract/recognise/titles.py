"""How well a printed column title fits a phrase of the vocabulary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

from rapidfuzz import fuzz

SMALL_WORDS = frozenset(
    [
        "the",
        "of",
        "a",
        "an",
        "and",
        "or",
        "our",
        "your",
        "is",
        "are",
        "this",
        "that",
        "be",
        "for",
        "in",
        "with",
    ]
)
FUZZY_FROM = 92
"""Likeness (0-100) from which a long title counts as a misprint of the phrase."""
FUZZY_CHARS = 7
FUZZY_LENGTH = 0.18
"""Titles whose lengths differ by more of the phrase's can never be so alike; most are told by that."""
MAX_SIGN_LETTERS = 2
NO_FIT = (0.0, "")
PART_SHARE = 0.93
"""What a phrase counts that fits only a part of the head: its lowest level, its words outside brackets."""


@lru_cache(maxsize=20_000)
def folded(text: str) -> tuple[str, ...]:
    """The telling words of a title: lower case, no punctuation, no small words, singular."""
    words = re.findall(r"[a-z0-9%£]+", re.sub(r"[’'‘]s?\b", "", text.casefold()))
    kept = [w for w in words if w not in SMALL_WORDS] or words
    return tuple(_singular(w) for w in kept)


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def fit(title: str, phrase: str) -> float:
    """0 when the title does not hold the phrase, 1 when it is the phrase."""
    return _fit(folded(title), _run_on(title), folded(phrase), _run_on(phrase))


def _fit(printed: tuple[str, ...], whole: str, wanted: tuple[str, ...], other: str) -> float:
    """The same of the telling words of both, and of these run together."""
    if not printed or not wanted:
        return 0.0
    if printed == wanted:
        return 1.0
    if whole == other:
        return 0.95
    if wanted[0] in printed:
        length = len(wanted)
        if printed[-length:] == wanted:  # an English title ends in what it is: "Public Health KPIs"
            return 0.65 + 0.3 * length / len(printed)
        if any(printed[i : i + length] == wanted for i in range(len(printed) - length + 1)):
            return 0.55 + 0.35 * length / len(printed)
    if len(other) >= FUZZY_CHARS and abs(len(whole) - len(other)) <= FUZZY_LENGTH * len(other):
        return 0.85 if fuzz.ratio(whole, other, score_cutoff=FUZZY_FROM) else 0.0
    return 0.0


@lru_cache(maxsize=20_000)
def _run_on(text: str) -> str:
    return "".join(folded(text))


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases to compare titles with; most fit none of them, and are told so without comparing."""

    all: tuple[tuple[tuple[str, ...], str], ...]
    """The telling words of each, and these run together."""
    by_first_word: Mapping[str, Sequence[int]]
    by_letters: Mapping[str, Sequence[int]]
    """By the telling words run together;"""
    by_length: Mapping[int, Sequence[int]]
    """and by the number of their letters, those long enough to be misprinted."""

    def possible(self, printed: tuple[str, ...], whole: str) -> list[int]:
        """The phrases, in order, that `_fit` may find in a title."""
        found = set(self.by_letters.get(whole, ()))
        for word in printed:
            found.update(self.by_first_word.get(word, ()))
        for length, some in self.by_length.items():
            if abs(len(whole) - length) <= FUZZY_LENGTH * length:
                found.update(some)
        return sorted(found)


@dataclass(frozen=True, eq=False)
class Groups:
    """Phrases by what they stand for, all compared with a title at once."""

    phrases: tuple[str, ...]
    owners: tuple[str, ...]
    """The group of each phrase; those of one group stand together."""

    @classmethod
    def of(cls, groups: Mapping[str, Sequence[str]]) -> Self:
        named = [(phrase, name) for name, phrases in groups.items() for phrase in phrases]
        return cls(tuple(phrase for phrase, _ in named), tuple(name for _, name in named))

    @cached_property
    def _by_letters(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for phrase, name in zip(self.phrases, self.owners, strict=True):
            found.setdefault(_run_on(phrase), {}).setdefault(name, phrase)
        return found

    def named(self, titles: Iterable[str]) -> Mapping[str, str]:
        """By group the phrase that is one of the titles and nothing less, of the first title that is one."""
        found: dict[str, str] = {}
        for title in titles:
            for name, phrase in (self._by_letters.get(_run_on(title), {}) if title else {}).items():
                found.setdefault(name, phrase)
        return found


@lru_cache(maxsize=1_000)
def _sorted_out(phrases: tuple[str, ...]) -> _Phrases:
    every = tuple((folded(phrase), _run_on(phrase)) for phrase in phrases)
    first: dict[str, list[int]] = defaultdict(list)
    letters: dict[str, list[int]] = defaultdict(list)
    length: dict[int, list[int]] = defaultdict(list)
    for i, (wanted, whole) in enumerate(every):
        letters[whole].append(i)
        if wanted:
            first[wanted[0]].append(i)
            if len(whole) >= FUZZY_CHARS:
                length[len(whole)].append(i)
    return _Phrases(every, first, letters, length)


def fits(title: str, phrases: tuple[str, ...]) -> Iterator[tuple[float, int]]:
    """How well a title fits each phrase that fits it at all, and the phrase's place among all."""
    printed, whole, known = folded(title), _run_on(title), _sorted_out(phrases)
    for at in known.possible(printed, whole):
        score = _fit(printed, whole, *known.all[at])
        if score > 0:
            yield score, at


@lru_cache(maxsize=20_000)
def best_fits(titles: tuple[str, ...], groups: Groups) -> Mapping[str, tuple[float, str]]:
    """By group the fit of the phrase that fits any of the titles best, and the phrase; the first of equals.

    Groups that no title fits are left out.
    """
    best: dict[str, tuple[float, str]] = {}
    for i, title in enumerate(titles):
        share = 1.0 if i == 0 else PART_SHARE
        for score, at in fits(title, groups.phrases):
            name = groups.owners[at]
            if share * score > best.get(name, NO_FIT)[0]:
                best[name] = share * score, groups.phrases[at]
    return best


def only(title: str, phrases: tuple[str, ...]) -> str:
    """The phrase that is the title and nothing less; empty when none is."""
    found = _sorted_out(phrases).by_letters.get(_run_on(title)) if title else None
    return phrases[found[0]] if found else ""


def fits_only(title: str, phrase: str) -> bool:
    """Whether the title is the phrase and nothing more."""
    return bool(title) and _run_on(title) == _run_on(phrase)
