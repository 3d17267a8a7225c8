"""Gives whole numbers of an indicator that print no unit theirs: they count something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import IndicatorValue
from agendapack.extract.normalise.words import any_of, whole_words
from agendapack.schemas import from_words, vocabulary

BEYOND_PERCENT = 100
"""A row whose numbers stay below may hold percentages without their sign."""
_DECIMAL = re.compile(r"\d\.\d")
_TIME = re.compile(
    r"(?<![\w.])(?:\d+|an?|one)[ -](?:second|minute|hour|day|week|month|year)s?\b", re.IGNORECASE
)
"""How long something lasts that is counted: "waits over 65 weeks"."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def counted(values: Sequence[IndicatorValue], *, signed: bool = False) -> list[IndicatorValue]:
    """The values of one indicator, with the unit count when only a count can be meant.

    `signed` says that the table prints percentages with their sign.
    """
    other_unit = vocabulary("measures")["other_unit"]
    own = [v for v in values if v.value is not None and v.measure not in other_unit]
    if not own or any(v.unit or _DECIMAL.search(v.text) for v in own) or _not_a_count(own[0].definition):
        return list(values)
    beyond = any(v.value > BEYOND_PERCENT and not _YEAR.fullmatch(v.text) for v in own if v.value)
    if not beyond and not signed:
        return list(values)
    return [replace(v, unit="count") if any(v is o for o in own) else v for v in values]


def _not_a_count(definition: str) -> bool:
    return bool(_other().search(_TIME.sub(" ", definition)))


@from_words
def _other() -> re.Pattern[str]:
    """Words of definitions whose whole numbers are something else than a count."""
    words = vocabulary("units")["not_counts"]
    signs = any_of(w for w in words if not w[0].isalpha())
    return re.compile(f"{whole_words(w for w in words if w[0].isalpha())}|{signs}", re.IGNORECASE)
