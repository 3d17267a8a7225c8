"""Check: due dates before the plan begins or after it ends."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.reconcile.registry import Hit, Severity, check
from agendapack.extract.reconcile.rows import in_order, name_of, place
from agendapack.extract.reconcile.subject import Subject


@check(
    kind="suspect_date",
    title="Due outside the years of the plan",
    severity="warning",
    message="{refs} {verb} due {when} the plan {edge} ({dates}): {plan}",
    looks_at="actions",
)
def outside_plan(subject: Subject) -> Iterator[Hit]:
    """Before the first day is a slip; work that runs on after the last day is only worth knowing."""
    for title, actions in subject.actions_of.items():
        plan = subject.plans.get(title)
        if not plan or not plan.period_start or not plan.period_end:
            continue
        dated = [a for a in actions if a.due_date and a.due_kind == "date"]
        early = [a for a in dated if a.due_date and a.due_date < plan.period_start]
        late = [a for a in dated if a.due_date and a.due_date > plan.period_end and not _told(subject, a)]
        if len(early) <= len(dated) // 2:
            yield from _hits(title, early, "before", "begins", "warning")
        if len(late) <= len(dated) // 2:
            yield from _hits(title, late, "after", "ends", "info")


def _told(subject: Subject, action: Action) -> bool:
    """Whether the plan above gives the same action a day, or its action an earlier one: told elsewhere."""
    twins = [p for p in subject.actions.get(action.action_ref, ()) if p.plan != action.plan]
    above = [p.due_date for ref in action.parent_refs for p in subject.actions.get(ref, ())]
    dates = [due for due in above if due and action.due_date]
    return any(p.due_date for p in twins) or any(due < action.due_date for due in dates if action.due_date)


def _hits(plan: str, actions: list[Action], when: str, edge: str, severity: Severity) -> Iterator[Hit]:
    if actions:
        refs = in_order(name_of(a) for a in actions)
        yield Hit(
            refs,
            tuple(place(a, a.due_text) for a in actions),
            {
                "refs": ", ".join(refs),
                "verb": "is" if len(refs) == 1 else "are",
                "when": when,
                "edge": edge,
                "dates": ", ".join(in_order(a.due_text for a in actions)),
                "plan": plan,
            },
            severity,
        )
