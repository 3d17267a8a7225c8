"""Check: an action that cites one member of a set while all that stands under it cites another."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import family_and_number, grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject

MIN_CHILDREN = 2
"""One child may well serve another indicator; several that agree are telling."""


@check(
    kind="conflicting_value",
    title="Action and the actions under it cite different indicators of one set",
    severity="info",
    message="{ref} cites {own}, but the actions under it ({children}) cite {theirs} instead",
    looks_at="actions",
)
def parent_cites_other(subject: Subject) -> Iterator[Hit]:
    """Where the parent and each child cite exactly one member of a set, it should be the same."""
    for ref, rows in subject.actions.items():
        for children in grouped((c.plan, c) for c in subject.children.get(ref, ())).values():
            yield from _against(rows[0], children)


def _against(parent: Action, children: tuple[Action, ...]) -> Iterator[Hit]:
    for family, own in _single(parent.indicator_refs).items():
        theirs = [_single(child.indicator_refs).get(family) for child in children]
        told = in_order(t for t in theirs if t)
        if len(children) >= MIN_CHILDREN and None not in theirs and len(told) == 1 and told[0] != own:
            names = in_order(c.action_ref for c in children)
            yield Hit(
                (parent.action_ref, *names),
                (place(parent, own), *(place(c, told[0]) for c in children)),
                {"ref": parent.action_ref, "own": own, "children": ", ".join(names), "theirs": told[0]},
            )


def _single(refs: tuple[str, ...]) -> dict[str, str]:
    """Families of which exactly one member is cited, and that member."""
    found: dict[str, list[str]] = {}
    for ref in refs:
        parts = family_and_number(ref)
        if parts:
            found.setdefault(parts[0], []).append(ref)
    return {family: members[0] for family, members in found.items() if len(members) == 1}
