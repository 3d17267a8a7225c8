"""Check: a value that names the indicator it comes from, and what is printed there."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, place
from agendapack.extract.reconcile.subject import Subject


@check(
    kind="conflicting_value",
    title="Value taken from another indicator disagrees with it",
    severity="warning",
    message="{ref} gives {text} as its {measure}, naming {other}; {difference}",
    looks_at="indicator_values",
)
def value_cites_other(subject: Subject) -> Iterator[Hit]:
    """A figure borrowed from another indicator should come with that indicator's other figures."""
    for value in subject.result.indicator_values:
        cited = in_order(found.ref for found in find_refs(value.text)) if "(" in value.text else ()
        for other in cited:
            theirs = subject.values.get((value.plan, other), ())
            mine = subject.values.get((value.plan, value.indicator_ref), ())
            if not theirs or other == value.indicator_ref:
                continue
            same = {(v.measure, v.period): v for v in theirs}
            twin = same.get((value.measure, value.period))
            extra = [v for v in mine if v is not value and (v.measure, v.period) not in same]
            if twin and twin.value is not None and value.value is not None and twin.value != value.value:
                difference = f"there it is {twin.text}"
            elif extra:
                difference = f"{other} has no {extra[0].measure}, here it is {extra[0].text}"
            else:
                continue
            yield Hit(
                (value.indicator_ref, other),
                (place(value, value.text), place(theirs[0], theirs[0].text)),
                {
                    "ref": value.indicator_ref,
                    "text": value.text,
                    "measure": value.measure,
                    "other": other,
                    "difference": difference,
                },
            )
