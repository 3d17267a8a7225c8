"""Reconcile: an indicator's definition comes in, whether more of it is better goes out."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.reconcile.vocabulary import words


@lru_cache(maxsize=10_000)
def which_way(definition: str) -> int:
    """1 when higher is better, -1 when lower is, 0 when the words do not tell or contradict each other."""
    text = definition.lower()
    if outright := _outright(text):
        return outright
    low = bool(_pattern("lower_is_better").search(text))
    high = bool(_pattern("higher_is_better").search(text))
    return int(high) - int(low)


def says_outright(definition: str) -> bool:
    """Whether the definition begins by saying which way the figure should go ("Increase the …")."""
    return bool(_outright(definition.lower()))


def _outright(text: str) -> int:
    first = next(iter(re.findall(r"[a-z]+", text)), "")
    return (first in words("better", "says_up")) - (first in words("better", "says_down"))


@lru_cache(maxsize=4)
def _pattern(key: str) -> re.Pattern[str]:
    parts = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words("better", key))
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
