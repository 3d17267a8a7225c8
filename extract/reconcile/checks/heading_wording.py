"""Check: headings that cite an action but word it otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import likeness, same, without_ref
from agendapack.extract.reconcile.wording import words as words_of

STILL_THE_SAME = 0.6
"""Likeness under which the heading is about something else; another check sees to that."""


@check(
    kind="conflicting_text",
    title="Heading rewords the action it cites",
    severity="info",
    message="Headings of {plan} reword the actions they cite: {changes}",
    looks_at="actions",
)
def heading_wording(subject: Subject) -> Iterator[Hit]:
    """A heading may shorten the action it names by ref, but words of its own say something else."""
    changed = []
    for heading, ref, rows in subject.cited_headings:
        words = without_ref(heading)
        texts = [t for t in subject.actions.get(ref, ()) if t.plan != rows[0].plan]
        if texts and not any(same(words, t.action) for t in texts):
            best = max(texts, key=lambda t: likeness(words, t.action))
            other = _singular(words) - _singular(best.action)
            if other and likeness(words, best.action) >= STILL_THE_SAME:
                changed.append((rows[0].plan, (ref, words, rows[0], best)))
    for plan, found in grouped(changed).items():
        changes = "; ".join(f"{ref} “{words}” for “{best.action}”" for ref, words, _, best in found)
        places = [p for _, words, row, best in found for p in (place(row, words), place(best, best.action))]
        yield Hit(in_order(ref for ref, *_ in found), tuple(places), {"plan": plan, "changes": changes})


def _singular(text: str) -> frozenset[str]:
    """The words, a plural as good as none."""
    return frozenset(word.rstrip("s") for word in words_of(text))
