"""Check: two indicators with the same telling figures."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words

MIN_DIGITS = 3
"""A figure with fewer digits is easily the same by chance."""


@check(
    kind="suspect_value",
    title="Figures copied from another indicator",
    severity="info",
    message="{first} {what} {second}: {text} in both",
    looks_at="indicator_values",
)
def same_figures(subject: Subject) -> Iterator[Hit]:
    """The outturn of one indicator is, to the digit, the target of another, or all outturns agree."""
    exact = [v for v in subject.result.indicator_values if v.indicator_ref and _telling(v)]
    told: set[frozenset[str]] = set()
    for values in grouped(((v.plan, v.value, v.unit), v) for v in exact).values():
        outturns = [v for v in values if v.measure in words("better", "outturns")]
        targets = [v for v in values if v.measure in words("better", "wanted")]
        for outturn in outturns:
            for target in targets:
                refs = frozenset((outturn.indicator_ref, target.indicator_ref))
                if len(refs) == 2 and refs not in told and len(values) == 2:
                    told.add(refs)
                    yield Hit(
                        (outturn.indicator_ref, target.indicator_ref),
                        (place(outturn, outturn.text), place(target, target.text)),
                        {
                            "first": f"The {outturn.measure} of {outturn.indicator_ref}",
                            "what": "equals",
                            "second": f"the {target.measure} of {target.indicator_ref}",
                            "text": outturn.text,
                        },
                    )
    yield from _all_alike(exact, told)


def _all_alike(exact: list[IndicatorValue], told: set[frozenset[str]]) -> Iterator[Hit]:
    """Indicators of a plan with two or more telling outturns, all the same."""
    outturns = [v for v in exact if v.measure in words("better", "outturns")]
    rows = grouped(((v.plan, v.indicator_ref), v) for v in outturns)
    prints = grouped(
        ((plan, tuple((v.period, v.component, v.value) for v in values)), values)
        for (plan, _), values in rows.items()
        if len(values) > 1
    )
    for twins in prints.values():
        refs = tuple(values[0].indicator_ref for values in twins)
        if len(refs) == 2 and frozenset(refs) not in told:
            told.add(frozenset(refs))
            yield Hit(
                refs,
                tuple(place(v, v.text) for values in twins for v in values),
                {
                    "first": refs[0],
                    "what": "has the same outturns as",
                    "second": refs[1],
                    "text": ", ".join(v.text for v in twins[0]),
                },
            )


def _telling(value: IndicatorValue) -> bool:
    digits = value.text.replace(",", "").partition(" ")[0].strip("%£-+")
    return (
        value.value is not None and "." in digits and len(digits.replace(".", "").rstrip("0")) >= MIN_DIGITS
    )
