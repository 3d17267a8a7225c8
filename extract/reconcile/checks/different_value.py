"""Check: one indicator, one period, two values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile.alike import measured, same_thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place, stands_in, told_apart
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import same_subject, words

MIN_WORDS = 3
"""Words of a name that is one thing wherever it is printed."""


@check(
    kind="conflicting_value",
    title="One indicator with different values in two places",
    severity="error",
    message="{ref}: {differences}",
    looks_at="indicator_values",
)
def different_value(subject: Subject) -> Iterator[Hit]:
    """The same measure for the same period and part must be the same figure wherever it is printed."""
    valued = [v for v in subject.result.indicator_values if v.value is not None]
    printed_at = ((_ref(subject, v), v) for v in valued if v.period or measured(v) == "wanted")
    clashes: list[tuple[str, tuple[IndicatorValue, IndicatorValue]]] = []
    for ref, printed in grouped((ref, v) for ref, v in printed_at if ref).items():
        for values in same_thing(printed):
            first = values[0]
            clashes += [
                (ref, (first, v))
                for v in values[1:]
                if _differ(first, v) and not subject.numbering.apart(stands_in(first), stands_in(v), ref)
            ]
    for ref, pairs in grouped(clashes).items():
        differences = "; ".join(
            f"{_what(a)} is {a.text} in {told_apart(a, b)}, {b.text} in {told_apart(b, a)}" for a, b in pairs
        )
        yield Hit(
            (ref,),
            tuple(place(v, v.text) for pair in pairs for v in pair),
            {"ref": ref, "differences": differences},
            None if any(a.plan != b.plan for a, b in pairs) else "warning",
        )


def _ref(subject: Subject, value: IndicatorValue) -> str:
    """The ref of a value's indicator; else the one its name has elsewhere, or a long name."""
    name = value.definition if len(words(value.definition)) >= MIN_WORDS else ""
    return value.indicator_ref or subject.ref_of_name(value.definition) or name


def _what(value: IndicatorValue) -> str:
    return " ".join(part for part in (value.label or value.measure, value.period, value.component) if part)


def _differ(a: IndicatorValue, b: IndicatorValue) -> bool:
    """Another figure, beyond the rounding of the coarser print, in the same unit or in none."""
    if stands_in(a) == stands_in(b) or a.value is None or b.value is None:
        return False
    if not same_subject(a.definition, b.definition):
        return False
    if a.unit != b.unit and a.unit and b.unit:
        return False
    one = Decimal(1).scaleb(-min(_decimals(a.text), _decimals(b.text)))
    mine, theirs = (Decimal(repr(v)).quantize(one, ROUND_HALF_UP) for v in (a.value, b.value))
    return mine != theirs


def _decimals(text: str) -> int:
    number = text.strip().rstrip("%").split()[0] if text.strip() else ""
    return len(number.partition(".")[2].rstrip("%")) if "." in number else 0
