"""When a rating was made: a likelihood under "Gross" or "before controls" is not the present one."""

from __future__ import annotations

import re
from collections.abc import Collection

from extract.recognise.columns import Column
from schemas import from_words, vocabulary

PRESENT = "current"
"""The stage whose ratings play the plain roles."""


def staged(dataset: str, name: str, column: Column) -> str:
    """The role's name with the stage that the column's head names: `inherent_likelihood` for a likelihood."""
    if name not in _rated()[dataset]:
        return name
    head = " ".join(column.levels).casefold()
    named = [
        (found.start(), stage)
        for stage, words in _patterns()[dataset].items()
        if (found := words.search(head))
    ]
    stage = min(named)[1] if named else PRESENT
    return name if stage == PRESENT else f"{stage}_{name}"


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
