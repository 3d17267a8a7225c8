"""Titles that name a measure only where figures stand below them: a strategy has its aims in words too."""

from __future__ import annotations

from collections.abc import Iterable

from agendapack.extract.normalise.figures import is_ordinal
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.titles import Phrases
from agendapack.schemas import from_words, vocabulary

AMOUNTS_SHARE = 0.6
"""Share of figures in a column whose title says something else over words."""
WHOLE_FIT = 0.9
"""Fit from which a phrase is the title."""


def are_amounts(column: Column) -> bool:
    """Whether the cells are figures and no places in a ranking."""
    ranked = any(is_ordinal(c.flat) for c in column.filled)
    return not ranked and (share("number", column.cells) or 0.0) >= AMOUNTS_SHARE


def over_figures(titles: Iterable[str]) -> tuple[str, str]:
    """The measure that titles name over figures, and the phrase that says so; nothing for other titles."""
    phrases, measures = _words()
    fits = ((fit, at) for title in titles for at, fit in phrases.fits(title) if fit >= WHOLE_FIT)
    _, at = max(fits, default=(0.0, -1))
    return ("", "") if at < 0 else (measures[at], phrases.all[at])


@from_words
def _words() -> tuple[Phrases, tuple[str, ...]]:
    named = vocabulary("measures")["over_figures"]
    every = [(str(phrase), str(measure)) for measure, phrases in named.items() for phrase in phrases]
    return Phrases(tuple(phrase for phrase, _ in every)), tuple(measure for _, measure in every)
