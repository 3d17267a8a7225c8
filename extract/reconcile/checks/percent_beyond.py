"""Check: a percentage beyond 100 that lost its decimal point."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject

TIMES_TOO_LARGE = 10
"""A lost decimal point makes a figure ten or a hundred times too large."""


@check(
    kind="suspect_value",
    title="Percentage far beyond 100",
    severity="error",
    message="{ref}: {measure} {period} is printed as {text}; the other figures of the indicator are {others}",
    looks_at="indicator_values",
)
def percent_beyond(subject: Subject) -> Iterator[Hit]:
    """Growth rates may pass 100 %, but not at ten times every other figure of the same indicator."""
    for values in subject.values.values():
        for value in values:
            others = [v for v in values if v is not value and v.value and v.unit == "percent"]
            if value.unit != "percent" or value.value is None or value.value <= 100 or not others:
                continue
            largest = max(abs(v.value or 0) for v in others)
            if largest <= 100 and value.value >= TIMES_TOO_LARGE * largest:
                yield Hit(
                    (value.indicator_ref or value.definition,),
                    (place(value, value.text),),
                    {
                        "ref": value.indicator_ref or value.definition,
                        "measure": value.measure,
                        "period": " ".join(filter(None, (value.period, value.component))),
                        "text": value.text,
                        "others": ", ".join(v.text for v in others),
                    },
                )
