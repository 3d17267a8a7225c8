"""Check: a plan whose figures stand under other years than the same figures in other plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile.alike import one_period
from agendapack.extract.reconcile.numbering import Stand
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place, stands_in, told_apart
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

YEAR = 360
"""Days of a year, nearly."""
MIN_SHIFTED = 1
"""Figures that must stand under another year, and outnumber those under the same."""


@check(
    kind="period_mismatch",
    title="The same figures under another year",
    severity="warning",
    message="{plan} heads the {measure} {period}, {other_plan} the same figures {other_period}: {figures}",
    looks_at="indicator_values",
)
def shifted_period(subject: Subject) -> Iterator[Hit]:
    """A column headed with last year's date, or figures not brought up to date."""
    valued = [
        v
        for v in subject.result.indicator_values
        if v.indicator_ref and v.value is not None and v.period and not _may_stand(v)
    ]
    pairs: list[tuple[tuple[Stand, Stand], tuple[IndicatorValue, IndicatorValue]]] = []
    agreeing: Counter[tuple[Stand, Stand]] = Counter()
    for values in grouped(((v.indicator_ref, v.measure, v.component), v) for v in valued).values():
        for first, second in zip(values, values[1:], strict=False):
            plans = (stands_in(first), stands_in(second))
            if plans[0] == plans[1] or subject.numbering.apart(*plans, first.indicator_ref):
                continue
            if one_period(first, second):
                agreeing[plans] += 1
            elif first.text == second.text and "." in first.text:
                pairs.append((plans, (first, second)))
    by_odd = _by_odd_plan(pairs, agreeing)
    for found in by_odd.values():
        odd, other = found[0]
        plan = told_apart(odd, other)
        refs = in_order(v.indicator_ref for v, _ in found)
        figures = ", ".join(f"{v.indicator_ref} {v.text}" for v, _ in found)
        yield Hit(
            (plan, *refs),
            tuple(place(v, f"{v.period}: {v.text}") for pair in found for v in pair),
            {
                "plan": plan,
                "measure": odd.measure,
                "period": odd.period,
                "other_plan": told_apart(other, odd),
                "other_period": other.period,
                "figures": figures,
            },
        )


def _may_stand(value: IndicatorValue) -> bool:
    """Whether the same figure in several periods is no wonder: a target that nobody changed."""
    if value.measure not in words("better", "wanted"):
        return False
    return (
        not value.period_start or not value.period_end or (value.period_end - value.period_start).days < YEAR
    )


def _by_odd_plan(
    pairs: list[tuple[tuple[Stand, Stand], tuple[IndicatorValue, IndicatorValue]]],
    agreeing: Counter[tuple[Stand, Stand]],
) -> dict[Stand, tuple[tuple[IndicatorValue, IndicatorValue], ...]]:
    """The pairs under the plan that disagrees with most others, that plan's value first."""
    votes = Counter(plan for plans, _ in pairs for plan in plans)
    kept = [(plans, pair) for plans, pair in pairs if agreeing[plans] < MIN_SHIFTED + votes[plans[0]]]
    turned = ((max(plans, key=lambda p: votes[p]), pair) for plans, pair in kept)
    return grouped((odd, pair if stands_in(pair[0]) == odd else (pair[1], pair[0])) for odd, pair in turned)
