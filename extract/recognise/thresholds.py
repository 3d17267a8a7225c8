"""Tells columns that print where a rating begins ("Red: <80%", "Tolerance 5%") from ratings and values."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.titles import folded
from agendapack.schemas import from_words, remembered, vocabulary

MIN_SHARE = 0.5
"""Share of the filled cells that print a figure, from which a column under "Red" holds no ratings."""
_FIGURE = re.compile(r"\d")
_BOUND = re.compile(
    r"\d\s*%?\s*(?:[-–—]|to\b)\s*[£$]?\d|[<>≤≥=±]|\+/-|\b(?:below|above|under|over|less|more)\b"
)


def is_threshold(column: Column) -> bool:
    """Whether the column says from which figure on an indicator has a rating."""
    wanted = _cells_wanted(column.levels[-1]) if column.levels else None
    if wanted is None:
        return False
    filled = column.filled
    return sum(bool(wanted.search(cell.flat)) for cell in filled) >= MIN_SHARE * len(filled)


@remembered
def _cells_wanted(title: str) -> re.Pattern[str] | None:
    """What the cells under a title hold if it is that of thresholds; None for any other title."""
    always, if_bounds, ratings, beside = _words()
    words = folded(title)
    if "".join(words) in always:
        return _FIGURE
    if "".join(words) in if_bounds:
        return _BOUND
    named = ratings.intersection(words)
    if not named or not ratings | beside >= set(words):
        return None
    return _FIGURE if any(len(word) > 1 for word in named) else _BOUND


@from_words
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Titles of thresholds, those that cells must bear out; words of ratings, and words beside them."""
    rag, said = vocabulary("rag"), vocabulary("measures")
    ratings = (word for words in (*rag["ratings"].values(), *rag["other_ratings"].values()) for word in words)
    return (
        _run_on(said["thresholds"]),
        _run_on(said["thresholds_if_bounds"]),
        frozenset(w for word in ratings for w in folded(str(word))),
        frozenset(w for word in said["beside_a_rating"] for w in folded(str(word))),
    )


def _run_on(titles: Iterable[object]) -> frozenset[str]:
    return frozenset("".join(folded(str(title))) for title in titles)
