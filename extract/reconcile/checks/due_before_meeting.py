"""Check: work that was due before the meeting its plan goes to."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.normalise.status import status_group
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, name_of, place
from agendapack.extract.reconcile.subject import Subject


@check(
    kind="suspect_date",
    title="Already due when the plan is presented",
    severity="info",
    message="{refs} {verb} due {dates}, before the meeting of {meeting}, and the plan shows no progress",
    looks_at="actions",
)
def due_before_meeting(subject: Subject) -> Iterator[Hit]:
    """Only in plans that look forward: a table with a status column reports on the past by design."""
    meeting = subject.result.pack.meeting_date
    for title, actions in subject.actions_of.items():
        plan = subject.plans.get(title)
        if not meeting or any(a.status or _tells(a) for a in actions):
            continue
        start = plan.period_start if plan else None
        past = [
            a
            for a in actions
            if a.due_kind == "date"
            and a.due_date
            and a.due_date < meeting
            and not (start and a.due_date < start)
        ]
        if past and len(past) <= len(actions) // 2:
            refs = in_order(name_of(a) for a in past)
            yield Hit(
                refs,
                tuple(place(a, a.due_text) for a in past),
                {
                    "refs": ", ".join(refs),
                    "verb": "is" if len(refs) == 1 else "are",
                    "dates": ", ".join(in_order(a.due_text for a in past)),
                    "meeting": meeting,
                },
            )


def _tells(action: Action) -> bool:
    """Whether a column that plays no part tells that something is done: "Closed – opened 18 September"."""
    return any(status_group(text) == "complete" for _, text in action.extra)
