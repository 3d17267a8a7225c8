"""Check: a value of another size than the others of its indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile.alike import measured
from agendapack.extract.reconcile.checks.percent_beyond import percent_beyond
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject

MIN_OTHERS = 2
"""Values of about one size beside the one that is not."""
ONE_SIZE = 1.5
"""How many times the smallest of the others the largest may be."""
NEAR = 1.15
"""How far beyond the others the value may be once its point is moved."""
SHIFTS = (10.0, 100.0, 1000.0)
MIN_DIGITS = 2
"""Digits of a figure whose point can be misplaced: 1 beside 10 and 12 is a small number."""


@check(
    kind="suspect_value",
    title="Decimal point or unit that jumps",
    severity="warning",
    message="{ref}: {text} in {period} among {others}; with its point moved it would be one of them",
    looks_at="indicator_values",
)
def scale_jump(subject: Subject) -> Iterator[Hit]:
    """Ten, a hundred or a thousand times larger or smaller than all others, which are of one size."""
    told = {ref for hit in percent_beyond(subject) for ref in hit.refs}
    printed = [v for v in subject.result.indicator_values if v.value and not v.component]
    by_row = grouped(((v.source.table_id, v.indicator_ref, v.definition, v.label), v) for v in printed)
    for values in by_row.values():
        for value in values:
            name = value.indicator_ref or value.definition
            others = [v for v in values if v is not value and measured(v) in ("outturns", "wanted")]
            if name not in told and len(others) >= MIN_OTHERS and _jumps(value, others):
                texts = ", ".join(v.text for v in others)
                facts = {"ref": name, "text": value.text, "period": value.period or value.measure}
                yield Hit((name,), (place(value, value.text),), {**facts, "others": texts})


def _jumps(value: IndicatorValue, others: Sequence[IndicatorValue]) -> bool:
    size = abs(value.value or 0)
    sizes = [abs(v.value or 0) for v in others]
    low, high = min(sizes), max(sizes)
    digits = sum(c.isdigit() for c in value.text)
    if digits < MIN_DIGITS or high > ONE_SIZE * low or measured(value) not in ("outturns", "wanted"):
        return False
    moved = (size * shift for shift in (*SHIFTS, *(1 / s for s in SHIFTS)))
    return any(low / NEAR <= one <= high * NEAR for one in moved)
