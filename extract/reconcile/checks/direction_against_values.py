"""Check: a direction of travel against the figures it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from agendapack.extract.model import Indicator, IndicatorValue
from agendapack.extract.reconcile.checks.rag_against_value import adds_up_over_year, borne_out, way_of
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, last_day_of, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
MOST_ODD = 0.34
"""Share of a table's directions that may go against the figures; with more they mean something else."""
Moved = tuple[Indicator, IndicatorValue, IndicatorValue, int]
"""An indicator, its last two figures, and 1 where they became better, -1 where they became worse."""


@check(
    kind="suspect_value",
    title="Direction of travel that the figures do not bear out",
    severity="warning",
    message="{ref} is said to be {direction}, from {before} to {after}",
    looks_at="indicators, indicator_values",
)
def direction_against_values(subject: Subject) -> Iterator[Hit]:
    """Only where columns or words tell which way is better, and most directions of the table agree.

    A direction may be of a longer run than two figures: where they differ by the least that can be printed
    it is worth a look and no more.
    """
    moved = [m for i in subject.result.indicators if (m := _moved(subject, i))]
    for its in grouped((m[0].source.table_id, m) for m in moved).values():
        odd = [m for m in its if m[0].direction != ("improving" if m[3] > 0 else "worsening")]
        if len(odd) <= MOST_ODD * len(its):
            for indicator, before, after, _ in odd:
                ref = indicator.indicator_ref or indicator.definition
                facts = {"ref": ref, "direction": indicator.direction}
                where = (place(indicator, indicator.direction), place(after, after.text))
                told = {**facts, "before": before.text, "after": after.text}
                yield Hit((ref,), where, told, "info" if _least(before, after) else None)


def _least(before: IndicatorValue, after: IndicatorValue) -> bool:
    """Whether two figures are one apart in the last place that is printed."""
    printed = [found[0].replace(",", "") for v in (before, after) if (found := _FIGURE.search(v.text))]
    if not printed:
        return False
    one, *others = map(Decimal, printed)
    step = Decimal(1).scaleb(int(one.as_tuple().exponent))
    return any(abs(one - other) == step and other.same_quantum(one) for other in others)


def _moved(subject: Subject, indicator: Indicator) -> Moved | None:
    way = way_of(subject, indicator)
    last_two = _last_two(subject, indicator)
    if not way or indicator.direction not in ("improving", "worsening") or not last_two:
        return None
    before, after = last_two
    if before.value == after.value or adds_up_over_year(subject, indicator):
        return None
    rose = (after.value or 0) > (before.value or 0)
    said = 1 if (indicator.direction == "improving") == rose else -1
    if said != way and borne_out(subject, indicator, said) and not borne_out(subject, indicator, way):
        return None  # words of the definition mislead, rating and direction agree
    return indicator, before, after, way if rose else -way


def _last_two(subject: Subject, indicator: Indicator) -> tuple[IndicatorValue, IndicatorValue] | None:
    """The figures of the last two periods of one length, or those called the previous and the present one."""
    name = subject.told_by(indicator.plan, indicator.indicator_ref, indicator.definition)
    printed = [
        v
        for v in subject.values.get((indicator.plan, name), ())
        if v.value is not None and not v.component and v.source.table_id == indicator.source.table_id
    ]
    reached = [v for v in printed if v.measure in words("better", "outturns")]
    dated = sorted((v for v in reached if v.period_end), key=last_day_of)
    if len(reached) == 1:
        before = [v for v in printed if v.measure == "previous"]
        return (before[0], reached[0]) if len(before) == 1 else None
    if len(dated) < len(reached) or len(dated) < 2 or last_day_of(dated[-1]) == last_day_of(dated[-2]):
        return None
    return (dated[-2], dated[-1]) if dated[-2].span == dated[-1].span else None
