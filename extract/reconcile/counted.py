"""Reconcile: a sentence comes in; the numbers it gives to ratings and ways of standing go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.matrix import stands_for
from agendapack.extract.reconcile.vocabulary import numbers, words
from agendapack.schemas import from_words

SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
MIN_PARTS = 2
"""Parts that a sentence counts beside their whole."""


@dataclass(frozen=True, slots=True)
class SaidCounts:
    """What a sentence counts: "of the eight measures five are Green and three Red"."""

    total: int
    parts: Mapping[str, int]
    """Number by rating or way of standing."""
    sentence: str

    @property
    def made(self) -> int:
        """What the parts come to."""
        return sum(self.parts.values())


def counts_of(text: str) -> Iterator[SaidCounts]:
    """The sentences of a text that give a whole and at least two parts of it."""
    whole, part = _patterns()
    for sentence in SENTENCE.split(text):
        wholes = list(whole.finditer(sentence))
        parts = list(part.finditer(sentence)) if wholes else []
        if wholes and parts and parts[0].end() < wholes[0].end() and parts[0].start() == wholes[0].start():
            parts = parts[1:]  # "9 agreed actions: 4 implemented, 5 overdue"
        totals = [m for m in wholes if m.start() not in {p.start() for p in parts}]
        states = [stands_for(match["state"]) for match in parts]
        if len(set(states)) == len(states) >= MIN_PARTS and len(totals) == 1 and all(states):
            numbered = {state: number_of(match["number"]) for state, match in zip(states, parts, strict=True)}
            yield SaidCounts(number_of(totals[0]["number"]), numbered, sentence)


@from_words
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number of things, and a number of things that stand in some way."""
    number = (
        rf"(?<![\w.,£/-])(?P<number>\d{{1,3}}|{any_of(numbers('wording', 'number_words'))})(?![\w,/%]|\.\d)"
    )
    noun = any_of((*words("counts", "counted"), *words("counts", "counted_rows")))
    states = any_of((*words("counts", "rating_words"), *words("status", "words")))
    between = r"(?:\s+(?:are|is|were|was|have|has|been|rated|as|at|now|being|still|reported)){0,3}"
    return (
        re.compile(rf"{number}(?:\s+[a-z]+){{0,2}}?\s+(?P<noun>{noun})\b", re.IGNORECASE),
        re.compile(rf"{number}(?:\s+{noun})?{between}\s+['“‘]?(?P<state>{states})\b", re.IGNORECASE),
    )


def number_of(text: str) -> int:
    """A whole number in figures or in words."""
    return int(text) if text.isdigit() else numbers("wording", "number_words")[text.lower()]
