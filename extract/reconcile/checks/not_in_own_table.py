"""Check: indicators that a plan's actions cite but its own indicator table lacks."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject

MOST_OWN = 0.5
"""Share of the cited indicators that must be in the plan's own table for it to be meant as complete."""


@check(
    kind="dangling_ref",
    title="Cited indicator not in the plan's own table",
    severity="info",
    message="Actions of {plan} cite {refs}, which its own indicator table does not have",
    looks_at="actions, indicators",
)
def not_in_own_table(subject: Subject) -> Iterator[Hit]:
    """The target exists elsewhere in the pack, so nothing dangles, but the plan is not complete by itself."""
    for plan, actions in subject.actions_of.items():
        own = {i.indicator_ref for i in subject.indicators_of.get(plan, ())}
        citing = grouped((ref, action) for action in actions for ref in action.indicator_refs)
        lost = in_order(ref for ref in citing if ref not in own and ref in subject.indicators)
        if own and lost and len(lost) <= (1 - MOST_OWN) * len(citing):
            yield Hit(
                lost,
                tuple(place(citing[ref][0], ref) for ref in lost),
                {"plan": plan, "refs": ", ".join(lost)},
            )
