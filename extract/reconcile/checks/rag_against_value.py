"""Check: a red, amber or green rating against the figures it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agendapack.extract.model import Indicator, IndicatorValue
from agendapack.extract.reconcile.better import which_way
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

MOST_AGREE = 0.8
"""Share of a plan's ratings that must follow from the figures before one that does not is a fault."""
MIN_RATED = 4


@dataclass(frozen=True, slots=True)
class _Rated:
    """A rating and the figures it is judged by."""

    indicator: Indicator
    reached: IndicatorValue
    wanted: IndicatorValue
    expected: frozenset[str]


@check(
    kind="suspect_value",
    title="RAG rating that the figures do not bear out",
    severity="warning",
    message="{ref} is rated {rag}, but {reached} against a target of {wanted}{floor} would be {expected}",
    looks_at="indicators, indicator_values",
)
def rag_against_value(subject: Subject) -> Iterator[Hit]:
    """Which way is better comes from the floor, or from the words; where neither tells, nothing is said."""
    rated = [r for i in subject.result.indicators if i.rag and (r := _rated(subject, i))]
    for its in grouped((r.indicator.source.table_id, r) for r in rated).values():
        odd = [r for r in its if r.indicator.rag not in r.expected]
        if len(its) < MIN_RATED or len(its) - len(odd) < MOST_AGREE * len(its):
            continue
        for one in odd:
            ref = one.indicator.indicator_ref or one.indicator.definition
            floor = _floor(subject, one.indicator)
            yield Hit(
                (ref,),
                (place(one.indicator, one.indicator.rag), place(one.reached, one.reached.text)),
                {
                    "ref": ref,
                    "rag": one.indicator.rag,
                    "reached": one.reached.text,
                    "wanted": one.wanted.text,
                    "floor": f" and a floor of {floor.text}" if floor else "",
                    "expected": " or ".join(sorted(one.expected)),
                },
            )


def _values(subject: Subject, indicator: Indicator) -> tuple[IndicatorValue, ...]:
    found = subject.values.get((indicator.plan, indicator.indicator_ref or indicator.definition), ())
    return tuple(v for v in found if v.value is not None)


def _floor(subject: Subject, indicator: Indicator) -> IndicatorValue | None:
    return next((v for v in _values(subject, indicator) if v.measure in ("floor", "threshold")), None)


def _rated(subject: Subject, indicator: Indicator) -> _Rated | None:
    values = _values(subject, indicator)
    reached = _newest([v for v in values if v.measure in words("better", "outturns") and not v.component])
    wanted = [v for v in values if v.measure in words("better", "wanted")]
    target = next((v for v in wanted if reached and v.period == reached.period), None)
    if not reached or not target or reached.unit != target.unit:
        return None
    floor = _floor(subject, indicator)
    expected = _expected(indicator, reached.value or 0, target.value or 0, floor.value if floor else None)
    return _Rated(indicator, reached, target, expected) if expected else None


def _newest(values: list[IndicatorValue]) -> IndicatorValue | None:
    """The value of the last period, the last printed where the periods have no dates."""
    dated = [v for v in values if v.period_end]
    if dated and len(dated) == len(values):
        return max(dated, key=lambda v: v.period_end.toordinal() if v.period_end else 0)
    return values[-1] if values else None


def _expected(indicator: Indicator, value: float, target: float, floor: float | None) -> frozenset[str]:
    """The ratings the figures allow; empty where it is not known which way is better."""
    way = (
        which_way(indicator.definition) if floor is None or floor == target else (1 if floor < target else -1)
    )
    if not way:
        return frozenset()
    if (value - target) * way >= 0:
        return frozenset({"Green"})
    if floor is None:
        return frozenset({"Amber", "Red"})
    return frozenset({"Red"} if (value - floor) * way < 0 else {"Amber"})
