"""Check: actions of a higher plan that no lower plan takes up, where it takes up nearly all."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject

MOST_TAKEN_UP = 0.75
"""Share of a plan's actions that lower plans must name before the others stand out."""


@check(
    kind="dangling_ref",
    title="Action that no lower plan takes up",
    severity="info",
    message="Lower plans name {named} of the {all} actions of {plan}, but none names or repeats {refs}",
    looks_at="actions",
)
def not_taken_up(subject: Subject) -> Iterator[Hit]:
    """Plans say that everything can be traced downwards; here the trace ends."""
    parents = {plan.parent for plan in subject.plans.values() if plan.parent}
    plans_of = grouped((a.action_ref, a.plan) for a in subject.result.actions if a.action_ref)
    for plan in parents:
        own = {a.action_ref: a for a in subject.actions_of.get(plan, ()) if a.action_ref}
        taken = {ref for ref in own if ref in subject.children or set(plans_of[ref]) - {plan}}
        lost = [ref for ref in own if ref not in taken]
        if lost and len(taken) >= MOST_TAKEN_UP * len(own):
            yield Hit(
                tuple(lost),
                tuple(place(own[ref], own[ref].action) for ref in lost),
                {"named": len(taken), "all": len(own), "plan": plan, "refs": ", ".join(lost)},
            )
