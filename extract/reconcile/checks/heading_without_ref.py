"""Check: headings that name no action above, among headings that do."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, name_of, place
from agendapack.extract.reconcile.subject import Subject

MOST_CITE = 0.75
"""Share of a plan's headings under an outcome that must name a ref before the others stand out."""


@check(
    kind="dangling_ref",
    title="Heading names no action of the plan above",
    severity="info",
    message="{cited} of the {all} objectives under an outcome in {plan} name the action they come from; "
    "those over {refs} do not: {headings}",
    looks_at="actions",
)
def heading_without_ref(subject: Subject) -> Iterator[Hit]:
    """Rows under such a heading cannot be traced upwards."""
    for plan, actions in subject.actions_of.items():
        under = [
            a for a in actions if a.divisional_objective and (a.departmental_outcome or a.corporate_outcome)
        ]
        headings = grouped((a.divisional_objective, a) for a in under)
        silent = {h: rows for h, rows in headings.items() if not any(a.parent_refs for a in rows)}
        if not silent or len(headings) - len(silent) < MOST_CITE * len(headings):
            continue
        rows = [row for found in silent.values() for row in found]
        refs = in_order(name_of(a) for a in rows)
        yield Hit(
            refs,
            tuple(place(found[0], h) for h, found in silent.items()),
            {
                "cited": len(headings) - len(silent),
                "all": len(headings),
                "plan": plan,
                "refs": ", ".join(refs),
                "headings": "; ".join(f"“{h}”" for h in silent),
            },
        )
