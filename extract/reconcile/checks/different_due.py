"""Check: one action ref with different dates, officers or indicators in two plans."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.reconcile.numbering import stand
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import likeness, same

SAME_ROW = 0.8
"""Likeness of the words from which a second print is the same action again."""


@check(
    kind="conflicting_value",
    title="One action with different dates or officers in two places",
    severity="warning",
    message="{ref}: {differences}",
    looks_at="actions",
)
def different_due(subject: Subject) -> Iterator[Hit]:
    """A reader of one plan works to another date, or asks another person, than a reader of the other.

    Within a plan so does a reader of another table that prints the action again.
    """
    for ref, rows in subject.actions.items():
        first = rows[0]
        others = [
            r
            for r in rows[1:]
            if (r.plan != first.plan or _printed_again(first, r))
            and not subject.under_wrong_ref(first, r)
            and not subject.numbering.apart(stand(first), stand(r), ref)
        ]
        for other in others:
            differences = [*_dates(first, other), *_officers(first, other)]
            if differences:
                quotes = [f"{r.due_text}, {'; '.join(r.officers)}" for r in (first, other)]
                yield Hit(
                    (ref,),
                    (place(first, quotes[0]), place(other, quotes[1])),
                    {"ref": ref, "differences": "; ".join(differences)},
                )


def _printed_again(a: Action, b: Action) -> bool:
    return a.source.table_id != b.source.table_id and likeness(a.action, b.action) >= SAME_ROW


def _dates(a: Action, b: Action) -> Iterator[str]:
    if a.due_text and b.due_text and (a.due_date, a.due_kind) != (b.due_date, b.due_kind):
        by_plan = a.plan != b.plan
        here, there = (f"in {r.plan}" if by_plan else f"on page {r.source.page}" for r in (a, b))
        yield f"due {a.due_text} {here}, {b.due_text} {there}"


def _officers(a: Action, b: Action) -> Iterator[str]:
    """Only where no name is common to both, posts left aside: one post is printed in many forms."""
    mine, theirs = set(filter(_is_person, a.officers)), set(filter(_is_person, b.officers))
    if mine and theirs and not any(same(x, y) for x in mine for y in theirs):
        yield f"officer {', '.join(sorted(mine))} / {', '.join(sorted(theirs))}"


def _is_person(officer: str) -> bool:
    """Two or three capitalised words without brackets or commas."""
    parts = officer.replace("-", "").replace("'", "").replace("’", "").split()
    return 2 <= len(parts) <= 3 and all(p.isalpha() and p[0].isupper() and not p.isupper() for p in parts)
