"""Checks: the same action printed under two refs or twice without one, and what then differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import name_of, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import same


@check(
    kind="conflicting_text",
    title="The same action under two refs",
    severity="warning",
    message="“{text}” is {first} in {plan} and {second} in {other_plan}{clash}",
    looks_at="actions",
)
def same_text_other_ref(subject: Subject) -> Iterator[Hit]:
    """Worth a warning where the second ref belongs to something else in the first plan.

    A plan that numbers afresh what it takes from the plan above does so by design; then it is left alone.
    """
    for first, second in subject.twins:
        names = first.action_ref, second.action_ref
        if not all(names) or first.action_ref in second.parent_refs or second.action_ref in first.parent_refs:
            continue
        for one, other in ((first, second), (second, first)):
            clash = [
                a
                for a in subject.actions[other.action_ref]
                if a is not other and not same(a.action, one.action)
            ]
            if clash:
                told = f", where {other.action_ref} elsewhere is “{clash[0].action}”"
                rows = (one, other, clash[0])
                yield Hit(
                    (other.action_ref, one.action_ref),
                    tuple(place(r, r.action) for r in rows),
                    {
                        "text": one.action,
                        "first": one.action_ref,
                        "plan": one.plan,
                        "second": other.action_ref,
                        "other_plan": other.plan,
                        "clash": told,
                    },
                )
                break


MIN_APART = 3
"""Texts that two tables print under other references, from which they number by themselves."""
MOST_APART = 0.5
"""Actions that two tables give different dates, and their share, from which that is by design."""


@check(
    kind="conflicting_value",
    title="The same action with different dates or officers",
    severity="warning",
    message="“{text}” ({names}): {differences}",
    looks_at="actions",
)
def same_action_twice(subject: Subject) -> Iterator[Hit]:
    """Printed twice, under different refs or none, the action should have one date.

    A table in which most dates differ from those of another prints what was, or will be, by design.
    """
    apart = _tables_apart(subject)
    for first, second in subject.twins:
        differences = []
        if _tables(first, second) in apart:
            continue
        if (
            first.due_text
            and second.due_text
            and "unparsed" not in (first.due_kind, second.due_kind)  # "+2 months" is no date
            and (first.due_date, first.due_kind) != (second.due_date, second.due_kind)
        ):
            differences.append(f"due {first.due_text} / {second.due_text}")
        if (
            first.indicator_refs
            and second.indicator_refs
            and set(first.indicator_refs) != set(second.indicator_refs)
        ):
            differences.append(
                f"indicators {', '.join(first.indicator_refs)} / {', '.join(second.indicator_refs)}"
            )
        if differences:
            refs = (name_of(first), name_of(second))
            yield Hit(
                refs,
                (place(first, first.due_text), place(second, second.due_text)),
                {
                    "text": first.action,
                    "names": " / ".join(dict.fromkeys(refs))
                    if all((first.action_ref, second.action_ref))
                    else f"pages {first.source.page} and {second.source.page}",
                    "differences": "; ".join(differences),
                },
            )


def _tables_apart(subject: Subject) -> frozenset[tuple[str, str]]:
    shared, differing = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for first, second in subject.twins:
        shared[_tables(first, second)] += 1
        differing[_tables(first, second)] += first.due_date != second.due_date
    return frozenset(t for t, n in differing.items() if n >= MIN_APART and n > MOST_APART * shared[t])


def _tables(first: Action, second: Action) -> tuple[str, str]:
    return first.source.table_id, second.source.table_id
