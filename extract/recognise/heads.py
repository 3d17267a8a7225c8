"""What the title of a column says: phrases and words that councils print, measures, periods, questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.units import unit_of
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.measure_names import measure_named
from agendapack.extract.recognise.role_words import words_of_roles
from agendapack.extract.recognise.titles import Groups, best_fits, folded
from agendapack.schemas import from_words, remembered

STEM_CHARS = 5
"""Letters by which words of one family are known: "deliver", "delivery", "delivered"."""
LONG_TITLE_WORDS = 7
"""A title of more words is a long one."""
WORDED = ("word ", "stem ", "last word ", "above: ", "reads as ", "is ", "may be ", "measure ")
"""How the signs begin that a title shows by its wording; none of a column's other signs begins so."""
FORMS = frozenset(
    [
        *("no title", "title without words", "a question", "a long title", "a letter"),
        *("names a period", "names a unit", "names a measure"),
    ]
)
"""The signs of a title whatever its wording."""
_QUESTION = re.compile(r"(?:who|what|when|where|why|how|which|is|are|do|does)\b", re.IGNORECASE)


def title_signs(column: Column) -> dict[str, float]:
    """All that the title of a column says, and how plainly; a phrase of the vocabulary at the most 1."""
    if not column.levels:
        return {"no title": 1.0}
    return dict(_signs(column.levels, column.titles, column.sides))


@remembered
def _signs(levels: tuple[str, ...], titles: tuple[str, ...], sides: tuple[str, ...]) -> Mapping[str, float]:
    signs: dict[str, float] = dict.fromkeys(_words(levels), 1.0)
    signs.update(_phrases_in(titles, sides))
    signs.update(dict.fromkeys(_form(levels), 1.0))
    return signs


def _words(levels: tuple[str, ...]) -> Iterator[str]:
    """Words and their stems; those of upper levels apart."""
    lowest = folded(levels[-1])
    for word in lowest:
        yield f"word {word}"
        if len(word) >= STEM_CHARS:
            yield f"stem {word[:STEM_CHARS]}-"
    if lowest:
        yield f"last word {lowest[-1]}"
    for level in levels[:-1]:
        for word in folded(level):
            yield f"above: {word}"


def _phrases_in(titles: tuple[str, ...], sides: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    words, whole = _phrases()
    for name, (fit, _) in best_fits((*titles, *sides), words).items():
        yield f"reads as {name}", fit
        if fit >= 1:
            yield f"is {name}", 1.0
    for name in whole.named(titles):
        yield f"may be {name}", 1.0


def _form(levels: tuple[str, ...]) -> Iterator[str]:
    lowest = levels[-1]
    words = folded(lowest)
    if not words:
        yield "title without words"
    if lowest.endswith("?") or _QUESTION.match(lowest):
        yield "a question"
    if len(words) > LONG_TITLE_WORDS:
        yield "a long title"
    if len(lowest) <= 2:
        yield "a letter"
    if any(find_period(level) for level in levels):
        yield "names a period"
    if unit_of(lowest):
        yield "names a unit"
    measures = [m for level in levels if (m := measure_named(level))]
    if measures:
        yield "names a measure"
        yield f"measure {measures[-1]}"


@from_words
def _phrases() -> tuple[Groups, Groups]:
    """The phrases of the vocabulary by what a column means; and those that are titles only as a whole."""
    words: dict[str, list[str]] = {}
    whole: dict[str, list[str]] = {}
    for name, kind in KINDS.items():
        for role, rule in words_of_roles()[name].items():
            meaning = kind.meaning(role)
            words.setdefault(meaning, []).extend(w for w in rule.words if w not in rule.vague)
            whole.setdefault(meaning, []).extend((*rule.only, *rule.shaped, *rule.vague))
    return (
        Groups.of({name: tuple(dict.fromkeys(w)) for name, w in words.items()}),
        Groups.of({name: tuple(dict.fromkeys(w)) for name, w in whole.items()}),
    )
