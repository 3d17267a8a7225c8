"""Normalise: whether a label is that of a total, by the words of `schemas/vocabulary/sums.yaml`."""

from __future__ import annotations

import re
from typing import NamedTuple

from agendapack.extract.normalise.words import any_of
from agendapack.schemas import from_words, remembered, vocabulary

_WORDS = re.compile(r"[a-z-]+")


class _Patterns(NamedTuple):
    alone: re.Pattern[str]
    at_an_end: re.Pattern[str]
    of_something: re.Pattern[str]


@remembered
def is_total(label: str) -> bool:
    """Whether a label says that its row or column adds others up."""
    told, words = _WORDS.findall(label.lower()), vocabulary("sums")
    return bool(told) and (told[0] in words["totals"] or not set(told).isdisjoint(words["total_anywhere"]))


def is_total_label(text: str) -> bool:
    """Whether a text is the label of a total and no sentence: it begins or ends with the word for it."""
    return _patterns().at_an_end.search(text) is not None


def is_only_total(text: str) -> bool:
    """Whether a text is the word for a total, an amount of money beside it at most."""
    return _patterns().alone.fullmatch(text) is not None


def totalled(label: str) -> str:
    """What the label of a total names: "Housing" of "Total for Housing"; empty for other labels."""
    found = _patterns().of_something.match(label)
    return (found[1] or found[2]).strip() if found else ""


@from_words
def _patterns() -> _Patterns:
    words = vocabulary("sums")
    total = any_of(map(str, words["total_anywhere"]))
    whole = rf"(?:{any_of(map(str, words['before_total']))}[\s-]?)?{total}"
    return _Patterns(
        re.compile(rf"{whole}\W*(?:[£$€]\S*)?", re.IGNORECASE),
        re.compile(rf"^{whole}\b|\b{total}$", re.IGNORECASE),
        re.compile(rf"^{total}(?: for| of)?[: ]+(.+)$|^(.+?)[: ]+{total}$", re.IGNORECASE),
    )
