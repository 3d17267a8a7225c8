"""Check: actions due after the action they serve."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, name_of, place
from agendapack.extract.reconcile.subject import Subject


@check(
    kind="suspect_date",
    title="Due after the action it serves",
    severity="warning",
    message="{refs} {verb} due {dates}, after {parent} ({parent_date}), the action {they} {serve}",
    looks_at="actions",
)
def child_after_parent(subject: Subject) -> Iterator[Hit]:
    """Only where one parent is named: a row under several may serve the latest of them."""
    for ref, children in subject.children.items():
        dates = [p.due_date for p in subject.actions.get(ref, ()) if p.due_date]
        late = [
            c
            for c in children
            if c.parent_refs == (ref,) and c.due_date and dates and c.due_date > max(dates)
        ]
        if late:
            parent = next(p for p in subject.actions[ref] if p.due_date == max(dates))
            refs = in_order(name_of(c) for c in late)
            one = len(refs) == 1
            yield Hit(
                (*refs, ref),
                (*(place(c, c.due_text) for c in late), place(parent, parent.due_text)),
                {
                    "refs": ", ".join(refs),
                    "verb": "is" if one else "are",
                    "dates": ", ".join(in_order(c.due_text for c in late)),
                    "parent": ref,
                    "parent_date": parent.due_text,
                    "they": "it" if one else "they",
                    "serve": "serves" if one else "serve",
                },
            )
