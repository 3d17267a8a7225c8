"""Which measure the title of a column, or the label of a row, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.periods import find_period, parse_period
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.titles import Phrases, folded
from agendapack.schemas import from_words, remembered, vocabulary

MIN_FIT = 0.6
"""Title fit from which a phrase may name a measure or a period."""
MAX_LABEL_CHARS = 60
"""The name of a measure, a period with it, is no longer."""
WHOLE_FIT = 0.9
"""Fit from which a phrase is the title."""

_BRACKETED = re.compile(r"(?P<outside>[^()]+)\((?P<inside>[^()]+)\)\s*")


@remembered
def measure_of(label: str) -> str:
    """The measure that a label is the name of, empty for any other text."""
    if len(label) > MAX_LABEL_CHARS:
        return ""
    exact = [n for n in _all_named(without_period(label)) if -n[1] >= WHOLE_FIT]
    return min(exact)[2] if exact else ""


def measure_of_column(column: Column) -> tuple[str, str]:
    """The measure that the title names, the lowest header level first; and the phrase that says so.

    One that says no more than that something was reached ("Value") is of what the level above names.
    """
    named = [found for title in (*reversed(column.levels), *column.titles) if (found := _named(title))]
    if not named:
        return _in_brackets(column)
    below = vocabulary("measures")["plain_below"].get(named[0][1], ())
    above = [_named(level) for level in column.levels[:-1]]
    return next((n for n in reversed(above) if n and n[0] in below), named[0])


def _in_brackets(column: Column) -> tuple[str, str]:
    """The measure in brackets behind a period: "2022/23 (baseline)".

    Where the cells print brackets too, the title says what stands in these.
    """
    found = _BRACKETED.fullmatch(column.levels[-1]) if column.levels else None
    if found is None or parse_period(found["outside"].strip()) is None:
        return "", ""
    named = _named(found["inside"])
    reached = vocabulary("measures")["precedence"][-1]
    if not named or named[0] in reached or any("(" in cell.flat for cell in column.filled):
        return "", ""
    return named


def tells_a_change(title: str) -> bool:
    """Whether a title begins with a word of change, whatever it is measured from: "Change from baseline"."""
    first = next(iter(folded(without_period(title))), "")
    return first in vocabulary("measures")["changes"]


def measure_named(title: str) -> str:
    """The measure that a title names; empty when it names none."""
    named = _named(title)
    return named[0] if named else ""


@remembered
def _named(title: str) -> tuple[str, str] | None:
    """The measure that one title names, and the phrase that says so."""
    named = min(_all_named(without_period(title.split("(")[0])), default=None)
    return named[2:] if named else None


def _all_named(title: str) -> Iterator[tuple[int, float, str, str]]:
    """What a title may name: first the whole title, then by precedence and fit."""
    phrases, meanings = _phrases()
    for at, score in phrases.fits(title):
        if score >= MIN_FIT:
            tier, measure = meanings[at]
            yield (0 if score >= WHOLE_FIT else tier), -score, measure, phrases.all[at]


@from_words
def _phrases() -> tuple[Phrases, tuple[tuple[int, str], ...]]:
    """The phrases of all measures; and the precedence and the measure of each."""
    words = vocabulary("measures")
    every = [
        (phrase, (tier, measure))
        for tier, measures in enumerate(words["precedence"], 1)
        for measure in measures
        for phrase in words["measures"][measure]
    ]
    return Phrases(tuple(phrase for phrase, _ in every)), tuple(meaning for _, meaning in every)


def without_period(title: str) -> str:
    """A title without the period it names."""
    period = find_period(title)
    return title.replace(period.text, " ", 1) if period else title
