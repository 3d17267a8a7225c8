"""Check: targets that are worse than what has been reached."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import IndicatorValue
from agendapack.extract.normalise.polarity import says_outright, which_way
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

MIN_WORSE = 0.05
"""Share of the outturn by which the target must be worse; less is caution or rounding."""
LONGER = 1.25
"""How many times longer one period may be than the other: a quarter is not set against a year."""
Pair = tuple[IndicatorValue, IndicatorValue]
"""What was reached and what is wanted."""


@check(
    kind="suspect_value",
    title="Target worse than the outturn",
    severity="info",
    message="{what}: {figures}",
    looks_at="indicator_values",
)
def target_worse(subject: Subject) -> Iterator[Hit]:
    """A target below what was already reached may be meant, or the two figures are swapped or mistyped.

    Told once for the pack, apart for the indicators whose definition says outright which way they should go.
    """
    worse: list[tuple[bool, Pair]] = []
    for values in subject.values.values():
        worse += [(says_outright(pair[0].definition), pair) for pair in _pairs(values) if _worse(pair)]
    for outright, pairs in grouped(worse).items():
        refs = in_order(reached.indicator_ref or reached.definition for reached, _ in pairs)
        first_told = {
            (r.indicator_ref or r.definition, r.component, r.text, w.text): (r, w) for r, w in pairs
        }
        figures = "; ".join(
            f"{ref} {part} {r.text} → {w.text}".replace("  ", " ")
            for (ref, part, *_), (r, w) in first_told.items()
        )
        what = (
            "The definition says which way to go, the target goes the other way"
            if outright
            else ("Targets worse than what was reached")
        )
        yield Hit(
            refs, tuple(place(v, v.text) for pair in pairs for v in pair), {"what": what, "figures": figures}
        )


def _pairs(values: tuple[IndicatorValue, ...]) -> Iterator[Pair]:
    """The outturn of one period with the target of a later one; a target that stands as it was is no news."""
    for reached in values:
        if reached.measure not in words("better", "outturns") or not reached.period_end:
            continue
        standing = {v.value for v in values if _is_target(v) and v.period == reached.period}
        for wanted in values:
            if wanted.value in standing:
                continue
            if (
                _is_target(wanted)
                and wanted.component == reached.component
                and (
                    wanted.period_end
                    and wanted.period_end > reached.period_end
                    and _as_long(reached, wanted)
                    and wanted.unit == reached.unit
                )
            ):
                yield reached, wanted
                break


def _is_target(value: IndicatorValue) -> bool:
    return value.measure in words("better", "wanted")


def _as_long(a: IndicatorValue, b: IndicatorValue) -> bool:
    days = [(v.period_end - v.period_start).days + 1 for v in (a, b) if v.period_start and v.period_end]
    return len(days) == 2 and 1 / LONGER <= days[0] / days[1] <= LONGER


def _worse(pair: Pair) -> bool:
    reached, wanted = pair
    way = which_way(reached.definition)
    if reached.value is None or wanted.value is None or not way:
        return False
    if wanted.value == 0 and way > 0:
        return False  # nobody aims at none of a good thing: the words misled us
    return (reached.value - wanted.value) * way > MIN_WORSE * abs(reached.value)
