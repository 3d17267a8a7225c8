"""What a value column of an indicator table holds: which measure, for which period."""

from __future__ import annotations

from dataclasses import dataclass

from extract.normalise.periods import Period, find_period
from extract.normalise.values import unit_of
from extract.recognise.columns import Column
from extract.recognise.shapes import share
from extract.recognise.titles import fit
from schemas import vocabulary

MIN_FIT = 0.6


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values."""

    column: int
    measure: str
    period: Period | None
    unit: str
    reason: str
    telling: bool = True
    """Whether only indicators have such a measure."""


def value_column(column: Column) -> ValueColumn | None:
    """The measure, period and unit that the title names; None when it names neither."""
    words = vocabulary("measures")
    if any(fit(t, w) >= 0.9 for t in column.titles for w in words["not_values"]):
        return None
    measure, phrase = _measure(column)
    period = _period(column)
    if not measure and period is None:
        return None
    if not measure and (share("number", column.cells) or 0.0) < 0.3:
        return None
    name = measure or str(words["period_only"])
    reason = f"{column.title!r}: {name} ({phrase or 'period only'})"
    telling = measure in words["telling"]
    return ValueColumn(column.number, name, period, unit_of(column.title), reason, telling)


def _measure(column: Column) -> tuple[str, str]:
    """The measure whose phrase fits the title best, the lowest header level first."""
    for title in (*reversed(column.levels), *column.titles):
        bare = title.split("(")[0]
        best, name, phrase = 0.0, "", ""
        for measure, phrases in vocabulary("measures")["measures"].items():
            for word in phrases:
                score = fit(bare, word)
                if score > best:
                    best, name, phrase = score, measure, word
        if best >= MIN_FIT:
            return name, phrase
    return "", ""


def _period(column: Column) -> Period | None:
    """The period of the lowest level that prints one, with the year of the levels above."""
    found: Period | None = None
    for level in column.levels:
        here = find_period(level.split("(")[0]) or find_period(level)
        if here is not None:
            found = here if found is None else find_period(f"{here.text} {found.text}") or here
    return found
