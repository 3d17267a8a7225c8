"""Check: a direction of travel against the figures it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Indicator, IndicatorValue
from agendapack.extract.reconcile.checks.rag_against_value import better_way
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

MIN_AGREE = 2
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
    """Only where columns or words tell which way is better, and most directions of the table agree."""
    moved = [m for i in subject.result.indicators if (m := _moved(subject, i))]
    for its in grouped((m[0].source.table_id, m) for m in moved).values():
        odd = [m for m in its if m[0].direction != ("improving" if m[3] > 0 else "worsening")]
        if len(its) - len(odd) >= MIN_AGREE and len(odd) <= MOST_ODD * len(its):
            for indicator, before, after, _ in odd:
                ref = indicator.indicator_ref or indicator.definition
                facts = {"ref": ref, "direction": indicator.direction}
                where = (place(indicator, indicator.direction), place(after, after.text))
                yield Hit((ref,), where, {**facts, "before": before.text, "after": after.text})


def _moved(subject: Subject, indicator: Indicator) -> Moved | None:
    way = better_way(indicator)
    name = subject.told_by(indicator.plan, indicator.indicator_ref, indicator.definition)
    printed = [
        v
        for v in subject.values.get((indicator.plan, name), ())
        if v.value is not None
        and v.measure in words("better", "outturns")
        and not v.component
        and v.source.table_id == indicator.source.table_id
    ]
    if not way or indicator.direction not in ("improving", "worsening") or len(printed) != 2:
        return None
    before, after = sorted(printed, key=lambda v: v.period_end.toordinal() if v.period_end else 0)
    if not before.period_end or not after.period_end or before.value == after.value:
        return None
    rose = (after.value or 0) > (before.value or 0)
    return indicator, before, after, way if rose else -way
