"""How well a printed column title fits a phrase of the vocabulary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from sys import intern
from typing import Self, TypeVar

from rapidfuzz import fuzz, process

from agendapack.extract.light_dataclass import dataclass

Named = TypeVar("Named", str, int)

_WORD = re.compile(r"[a-z0-9%£]+")
_POSSESSIVE = re.compile(r"[’'‘]s?\b")
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
"""Letters of a phrase that may be misprinted; shorter ones are like too many."""
FUZZY_LENGTH = 2 * (100 / FUZZY_FROM - 1)
"""Titles whose lengths differ by more of the phrase's can never be so alike; most are told by that."""
MISPRINT_FIT = 0.85
"""Fit of a title that is a misprint of the phrase."""
NO_FIT = (0.0, "")
PART_SHARE = 0.93
"""What a phrase counts that fits only a part of the head: its lowest level, its words outside brackets."""


@lru_cache(maxsize=20_000)
def folded(text: str) -> tuple[str, ...]:
    """The telling words of a title: lower case, no punctuation, no small words, singular."""
    words = _WORD.findall(_POSSESSIVE.sub("", text.casefold()))
    kept = [w for w in words if w not in SMALL_WORDS] or words
    return tuple(intern(_singular(w)) for w in kept)


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
        return MISPRINT_FIT if fuzz.ratio(whole, other, score_cutoff=FUZZY_FROM) else 0.0
    return 0.0


@lru_cache(maxsize=20_000)
def _run_on(text: str) -> str:
    return "".join(folded(text))


@dataclass(frozen=True, eq=False)
class Phrases:
    """Phrases to compare titles with; most fit none of them, and are told so without comparing."""

    all: tuple[str, ...]

    def fits(self, title: str) -> list[tuple[int, float]]:
        """The places among all of the phrases that fit a title, in order, and how well each does."""
        printed, whole = folded(title), _run_on(title)
        if not printed:
            return []
        near = {at for word in printed for at in self._by_first_word.get(word, ())}
        near.update(self._by_letters.get(whole, ()))
        found = {at: _fit(printed, whole, *self._told[at]) for at in near}
        letters, places = self._like_long(len(whole))
        for _, _, i in process.extract(
            whole, letters, scorer=fuzz.ratio, processor=None, score_cutoff=FUZZY_FROM, limit=None
        ):
            found.setdefault(places[i], MISPRINT_FIT)
        return sorted((at, score) for at, score in found.items() if score > 0)

    def any_fits(self, titles: Iterable[str], least: float) -> bool:
        """Whether a phrase fits one of the titles so well."""
        return any(score >= least for title in titles for _, score in self.fits(title))

    def only(self, title: str) -> str:
        """The phrase that is the title and nothing less; empty when none is."""
        found = self._by_letters.get(_run_on(title)) if title else None
        return self.all[found[0]] if found else ""

    @cached_property
    def _told(self) -> list[tuple[tuple[str, ...], str]]:
        """The telling words of each phrase, and these run together."""
        return [(folded(phrase), _run_on(phrase)) for phrase in self.all]

    @cached_property
    def _by_first_word(self) -> Mapping[str, Sequence[int]]:
        return _grouped((words[0], at) for at, (words, _) in enumerate(self._told) if words)

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[int]]:
        return _grouped((letters, at) for at, (_, letters) in enumerate(self._told))

    @cached_property
    def _by_length(self) -> Mapping[int, Sequence[int]]:
        """The phrases that may be misprinted, by the number of their letters."""
        return _grouped((len(p), at) for at, (_, p) in enumerate(self._told) if len(p) >= FUZZY_CHARS)

    def _like_long(self, letters: int) -> tuple[list[str], list[int]]:
        """The phrases that a title of so many letters may misprint, run together, and their places."""
        if letters not in self._near:
            near = [n for n in self._by_length if abs(letters - n) <= FUZZY_LENGTH * n]
            places = [at for n in near for at in self._by_length[n]]
            self._near[letters] = [self._told[at][1] for at in places], places
        return self._near[letters]

    @cached_property
    def _near(self) -> dict[int, tuple[list[str], list[int]]]:
        return {}


def _grouped(named: Iterable[tuple[Named, int]]) -> Mapping[Named, Sequence[int]]:
    groups: dict[Named, list[int]] = defaultdict(list)
    for name, at in named:
        groups[name].append(at)
    return groups


@dataclass(frozen=True, eq=False)
class Groups:
    """Phrases by what they stand for, all compared with a title at once."""

    phrases: Phrases
    owners: tuple[str, ...]
    """The group of each phrase; those of one group stand together."""

    @classmethod
    def of(cls, groups: Mapping[str, Sequence[str]]) -> Self:
        named = [(phrase, name) for name, phrases in groups.items() for phrase in phrases]
        return cls(Phrases(tuple(phrase for phrase, _ in named)), tuple(name for _, name in named))

    @cached_property
    def _by_letters(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for phrase, name in zip(self.phrases.all, self.owners, strict=True):
            found.setdefault(_run_on(phrase), {}).setdefault(name, phrase)
        return found

    def named(self, titles: Iterable[str]) -> Mapping[str, str]:
        """By group the phrase that is one of the titles and nothing less, of the first title that is one."""
        found: dict[str, str] = {}
        for title in titles:
            for name, phrase in (self._by_letters.get(_run_on(title), {}) if title else {}).items():
                found.setdefault(name, phrase)
        return found


@lru_cache(maxsize=20_000)
def best_fits(titles: tuple[str, ...], groups: Groups) -> Mapping[str, tuple[float, str]]:
    """By group the fit of the phrase that fits any of the titles best, and the phrase; the first of equals.

    Groups that no title fits are left out.
    """
    best: dict[str, tuple[float, str]] = {}
    for i, title in enumerate(titles):
        share = 1.0 if i == 0 else PART_SHARE
        for at, score in groups.phrases.fits(title):
            name = groups.owners[at]
            if share * score > best.get(name, NO_FIT)[0]:
                best[name] = share * score, groups.phrases.all[at]
    return best


def fits_only(title: str, phrase: str) -> bool:
    """Whether the title is the phrase and nothing more."""
    return bool(title) and _run_on(title) == _run_on(phrase)
