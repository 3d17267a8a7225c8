"""Check: a figure printed without the unit that its neighbours have."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject

ALIKE = 4
"""How many times larger or smaller the neighbour may be to count as the same sort of figure."""


@check(
    kind="suspect_value",
    title="Figure without the unit of its neighbours",
    severity="warning",
    message="{ref}: {measure} is printed as “{text}” without a unit; {neighbour}",
    looks_at="indicator_values",
)
def missing_unit(subject: Subject) -> Iterator[Hit]:
    """Compared with the indicator's other figures, and with the same figure in another plan."""
    for ref, values in grouped(
        (v.indicator_ref or v.definition, v) for v in subject.result.indicator_values
    ).items():
        for value in values:
            if (
                value.value
                and not value.unit
                and value.text.strip().replace(",", "").replace(".", "").isdigit()
            ):
                near = [v for v in values if v is not value and v.unit == "percent" and _alike(v, value)]
                near = [v for v in near if v.label == value.label]  # "In time" and "In time %" are two things
                if near:
                    told = f"the {near[0].measure} of the same indicator is {near[0].text} ({near[0].plan})"
                    yield Hit(
                        (ref,),
                        (place(value, value.text), place(near[0], near[0].text)),
                        {"ref": ref, "measure": value.measure, "text": value.text, "neighbour": told},
                    )


def _alike(a: IndicatorValue, b: IndicatorValue) -> bool:
    return bool(a.value and b.value) and 1 / ALIKE <= abs((a.value or 1) / (b.value or 1)) <= ALIKE
