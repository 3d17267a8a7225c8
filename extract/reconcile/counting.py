"""Reconcile: a sentence and ways of standing come in; how many things it says stand so goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.words import any_of, whole_words
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.said import any_month
from agendapack.extract.reconcile.vocabulary import numbers, ordered
from agendapack.schemas import from_words

MOST_BETWEEN = 3
"""Words of what is counted, behind its number: "pieces of work"."""
SENTENCE = re.compile(r"(?<=[.;])\s+")
_CLAUSE = re.compile(r"[,;(]\s|\s-\s|[–—]|\s(?:and|but|which|while|whereas)\s")
_NAME = re.compile(r"(?:\b[A-Z][a-z]+|\d)\s$")
"""Before a number that names something, or is a mark behind another: "Action 3 is amber"."""


@dataclass(frozen=True, slots=True)
class Counting:
    """A number of things that a sentence says stand in some way: "five of the six actions are complete"."""

    number: int
    state: str
    noun: str
    """What it counts; empty where it is left out: "four have been closed"."""
    whole: int
    """How many it says there are in all; 0 where it does not say."""
    text: str
    at_least: bool
    """Whether it counts only some of those that stand so: "since June four were closed"."""
    sentence: str


class States:
    """Ways of standing, and how a sentence counts them."""

    def __init__(self, states: frozenset[str]) -> None:
        self._pattern = _counts(states)

    def counted(self, sentence: str) -> Iterator[Counting]:
        """What a sentence counts, clauses about another time left out."""
        for said in self._pattern.finditer(sentence):
            before, after = sentence[: said.start()], sentence[said.end() :]
            if about_now(before, after):
                whole = said["whole"]
                yield Counting(
                    number_of(said["number"]),
                    (said["state"] or said["before"]).casefold(),
                    (said["noun"] or said["noun2"] or "").split(" ")[-1],
                    number_of(whole) if whole else 0,
                    said[0],
                    bool(_limits()[1].search(_clause(before, after))),
                    sentence,
                )


def about_now(before: str, after: str) -> bool:
    """Whether a number between two parts of a sentence counts what is: no name, no other time."""
    named = _NAME.search(before) and not _period().search(before)
    return not (named or _limits()[0].search(_clause(before, after)))


def _clause(before: str, after: str) -> str:
    return f"{_CLAUSE.split(before)[-1]} | {_CLAUSE.split(after)[0]}"


@cache
def _period() -> re.Pattern[str]:
    """A month, perhaps with its year, that a text before a number speaks of: "At the end of June 12 are"."""
    return re.compile(rf"\b(?:end\s+of|in|by|during)\s+{any_month()}(?:\s+20\d\d)?\s$", re.IGNORECASE)


@from_words
def number_words() -> str:
    """A pattern for a number in figures or words that is no part of another."""
    spelt = any_of(numbers("wording", "number_words"))
    return rf"(?:(?<![\w.,£/-])\d{{1,3}}(?![\w,/%]|\.\d)|(?<![\w-])(?:{spelt})(?![\w-]))"


def _counts(states: frozenset[str]) -> re.Pattern[str]:
    """The words "three red indicators", "two of the risks are rated high", "one amber"."""
    state, number = any_of(states), number_words()
    verb, pronoun = (whole_words(ordered("counts", key)) for key in ("standing_verbs", "pronouns"))
    word = rf"(?!(?:{verb}|{pronoun}|{number})\b)[a-z][a-z-]+"
    among = rf"\s+of\s+(?:(?:{pronoun})\s*)?(?P<whole>{number})?"
    noun = rf"(?:\s+(?P<noun>{word}(?:\s+{word}){{0,{MOST_BETWEEN - 1}}}?))?"
    return re.compile(
        rf"(?P<number>{number})(?:\s+(?P<before>{state})\s+(?P<noun2>[a-z]{{4,}})\b"
        rf"|(?:{among})?{noun}(?:\s+(?:{verb})){{0,4}}\s+(?P<state>{state})\b)(?!\s+or\b|-)",
        re.IGNORECASE,
    )


@from_words
def _limits() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of a sentence about another time, and of one about a part of those that stand so."""
    others, some = (whole_words(ordered("counts", key)) for key in ("of_another_time", "of_some"))
    return re.compile(rf"\b(?:{others})\b", re.IGNORECASE), re.compile(rf"\b(?:{some})\b", re.IGNORECASE)
