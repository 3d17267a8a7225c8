"""When a rating was made: a likelihood under "Gross" or "before controls" is not the present one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from extract.normalise.periods import parse_period
from extract.recognise.columns import Column
from extract.recognise.titles import fits, folded
from schemas import from_words, vocabulary

SURE_FIT = 0.95
"""Title fit from which a column surely holds ratings."""
PRESENT = "current"
"""The stage whose ratings play the plain roles."""


def staged(dataset: str, name: str, column: Column, in_order: Mapping[int, str]) -> str:
    """The role's name with the stage that the column's head names: `inherent_likelihood` for a likelihood.

    `in_order` are the stages of columns whose heads name none, told by their order.
    """
    if name not in _rated()[dataset]:
        return name
    return with_stage(name, _named(dataset, column) or in_order.get(column.number, PRESENT))


def with_stage(name: str, stage: str) -> str:
    """The role of a rating that was made at a stage."""
    return name if stage == PRESENT else f"{stage}_{name}"


def stages_in_order(dataset: str, columns: Sequence[Column]) -> dict[int, str]:
    """Stages of ratings that come again under the same titles: first without controls, then with them."""
    stages = vocabulary("tables")[dataset].get("in_order", ())
    rated = [c for c in columns if c.levels and _is_rating(dataset, c)]
    if not stages or any(_named(dataset, c) for c in rated):
        return {}
    found: dict[int, str] = {}
    for title in dict.fromkeys(folded(c.levels[-1]) for c in rated):
        alike = [c for c in rated if folded(c.levels[-1]) == title]
        if 1 < len(alike) <= len(stages):
            found |= {c.number: stage for c, stage in zip(alike, _of(alike, stages), strict=False)}
    return found


def _of(alike: Sequence[Column], stages: Sequence[str]) -> Sequence[str]:
    """The stages of columns with one title; where the heads above are periods the last is the present."""
    if all(parse_period(c.levels[0]) for c in alike):
        return [*[stages[0]] * (len(alike) - 1), PRESENT]
    return stages


def _is_rating(dataset: str, column: Column) -> bool:
    """Whether the lowest level of a head is the title of a rating."""
    roles = vocabulary("tables")[dataset].get("roles", {})
    words = tuple(str(w) for name in _rated()[dataset] for w in roles[name]["words"])
    return any(score >= SURE_FIT for score, _ in fits(column.levels[-1], words))


def _named(dataset: str, column: Column) -> str:
    """The stage that the column's head names first; empty when it names none."""
    head = " ".join(column.levels).casefold()
    named = [
        (found.start(), stage)
        for stage, words in _patterns()[dataset].items()
        if (found := words.search(head))
    ]
    return min(named)[1] if named else ""


@from_words
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    """The words of each stage, by dataset."""
    return {
        dataset: {stage: _any_of(words) for stage, words in spec.get("stages", {}).items()}
        for dataset, spec in vocabulary("tables").items()
    }


@from_words
def _rated() -> dict[str, frozenset[str]]:
    """The roles for which there are several stages, by dataset."""
    return {
        dataset: _with_stages(spec.get("roles", ()), _patterns()[dataset])
        for dataset, spec in vocabulary("tables").items()
    }


def _with_stages(roles: Collection[str], stages: Collection[str]) -> frozenset[str]:
    return frozenset(name for name in roles for stage in stages if f"{stage}_{name}" in roles)


def _any_of(words: list[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    longest = sorted((str(word).split() for word in words), key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, word)) for word in longest)
    return re.compile(rf"\b(?:{either})\b")
