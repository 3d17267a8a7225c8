"""Reconcile: values of one indicator come in; those of one measure and period go out together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.vocabulary import words

MOST_PAIRED = 12
"""Values of one indicator, measure and period that are held against each other."""


def same_thing(values: Sequence[IndicatorValue]) -> Iterator[tuple[IndicatorValue, ...]]:
    """Groups of values that should be one figure: "Q3" is "Q3 2024/25" if there is no other Q3."""
    groups = grouped((_key(v), v) for v in values)
    undated = {key: its for key, its in groups.items() if not its[0].period_end}
    for key, its in groups.items():
        if key not in undated:
            yield its[:MOST_PAIRED]
    for (what, period), its in undated.items():
        dated = [
            k
            for k, found in groups.items()
            if k[0] == what and found[0].period_end and _names(found[0], period)
        ]
        yield ((*groups[dated[0]], *its) if len(dated) == 1 else its)[:MOST_PAIRED]


def measured(value: IndicatorValue) -> str:
    """What is measured, under one name for all that tell what happened, and for all that tell what should."""
    for name in ("outturns", "wanted"):
        if value.measure in words("better", name):
            return name
    return value.measure


def _key(value: IndicatorValue) -> tuple[tuple[str, str, str], str]:
    what = (measured(value), value.component, value.label)
    dates = f"{value.period_start} {value.period_end}" if value.period_end else short(value.period)
    return what, dates


def one_period(a: IndicatorValue, b: IndicatorValue) -> bool:
    """Whether two values are of one period, however it is called: "Quarter 3", "Oct–Dec 2024"."""
    if a.period_end and b.period_end:
        return (a.period_start, a.period_end) == (b.period_start, b.period_end)
    names = _names(a, short(b.period)) or _names(b, short(a.period))
    return names or short(a.period) == short(b.period)


def short(period: str) -> str:
    """A period's words without what makes no difference: "Quarter 3" is "q3"."""
    return "".join(period.lower().split()).replace("quarter", "q").replace("qtr", "q")


def _names(value: IndicatorValue, period: str) -> bool:
    """Whether a period without a year names the dated one: in its words, or as a quarter of its year."""
    if not value.period_end or not period[-1:].isalnum():
        return False
    quarter = (value.period_end.month - 4) % 12 // 3 + 1  # of a year that begins in April
    return short(value.period).startswith(period) or (value.span == "quarter" and period == f"q{quarter}")
