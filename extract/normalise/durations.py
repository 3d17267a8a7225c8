"""Normalise: a time printed in several units in, its length in the smallest of them out."""

from __future__ import annotations

import re

from agendapack.extract.normalise.words import any_of
from agendapack.schemas import from_words, vocabulary

OF_THE_NEXT = {"weeks": 7, "days": 24, "hours": 60, "minutes": 60, "seconds": 1}
"""Units from large to small, with how many of the next smaller one each holds."""


@from_words
def _pattern() -> re.Pattern[str]:
    units = vocabulary("units")
    parts = []
    for name in OF_THE_NEXT:
        forms = any_of([*_plain(units["words"][name]), *units["in_durations"][name]])
        parts.append(rf"(?:(?P<{name}>\d{{1,5}})\s?(?:{forms})\b,?\s?(?:and\s)?)?")
    return re.compile("".join(parts), re.I)


def _plain(forms: list[str]) -> list[str]:
    """Names of units that are letters only; "working days" have no fixed hours."""
    return [form for form in forms if form.isalpha()]


def duration(text: str) -> tuple[float, str] | None:
    """The length and its unit, of "8m 12s" 492 seconds; None for a text that is no time in several units."""
    found = _pattern().fullmatch(text)
    printed = [unit for unit in OF_THE_NEXT if found and found[unit]]
    if found is None or len(printed) < 2:
        return None
    total = 0
    for unit, larger in zip(OF_THE_NEXT, ["", *OF_THE_NEXT], strict=False):
        total = total * OF_THE_NEXT.get(larger, 1) + int(found[unit] or 0)
        if unit == printed[-1]:
            break
    return float(total), printed[-1]
