"""Normalise: an indicator's definition comes in, whether more of it is better goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agendapack.schemas import from_words, vocabulary


def which_way(definition: str) -> int:
    """1 when higher is better, -1 when lower is, 0 when the words do not tell or contradict each other."""
    text = definition.lower()
    if outright := _outright(text):
        return outright
    low = bool(_patterns()["lower_is_better"].search(text))
    high = bool(_patterns()["higher_is_better"].search(text))
    return int(high) - int(low)


def said_to_be_better(text: str) -> int:
    """1 or -1 for what a column of "good is" says; 0 for any other text."""
    line = text.casefold()
    return bool(_said()["says_high"].search(line)) - bool(_said()["says_low"].search(line))


def wishes(title: str) -> bool:
    """Whether a column's title says what is wished for: "Should go", "Best when"."""
    return bool(_said()["wishes"].search(title.casefold()))


@from_words
def _said() -> dict[str, re.Pattern[str]]:
    return {key: _any_of(vocabulary("better")[key]) for key in ("says_high", "says_low", "wishes")}


def says_outright(definition: str) -> bool:
    """Whether the definition begins by saying which way the figure should go ("Increase the …")."""
    return bool(_outright(definition.lower()))


def _outright(text: str) -> int:
    first = next(iter(re.findall(r"[a-z]+", text)), "")
    return (first in vocabulary("better")["says_up"]) - (first in vocabulary("better")["says_down"])


@from_words
def _patterns() -> dict[str, re.Pattern[str]]:
    """The lists of telling words as patterns; "exclu*" is the beginning of a word."""
    return {key: _any_of(vocabulary("better")[key]) for key in ("lower_is_better", "higher_is_better")}


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    parts = (re.escape(form.rstrip("*")) + (r"\w*" if form.endswith("*") else "") for form in sorted(forms))
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
