"""Check: a heading with the ref of one action and the words of another."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import likeness, without_ref

CLEARLY_THIS = 0.9
"""Likeness to another action from which the heading is about that one."""
MARGIN = 0.2
"""By how much the other action must be more like the heading than the cited one."""


@check(
    kind="dangling_ref",
    title="Heading cites one action in the words of another",
    severity="warning",
    message="The heading “{heading}” cites {cited} (“{cited_text}”), but its words are those of {meant}",
    looks_at="actions",
)
def heading_cites_other(subject: Subject) -> Iterator[Hit]:
    """The ref leads a reader to the wrong action, and links built on it are wrong."""
    for heading, cited, rows in subject.cited_headings:
        words = without_ref(heading)
        targets = subject.actions.get(cited, ())
        others = [a for a in subject.actions_worded_like(words) if a.action_ref and a.action_ref != cited]
        best = max(others, key=lambda a: likeness(words, a.action), default=None)
        if not targets or not best:
            continue
        nearest = max(likeness(words, t.action) for t in targets)
        if likeness(words, best.action) >= max(CLEARLY_THIS, nearest + MARGIN):
            yield Hit(
                (cited, best.action_ref),
                (place(rows[0], heading), place(targets[0], targets[0].action), place(best, best.action)),
                {
                    "heading": heading,
                    "cited": cited,
                    "cited_text": targets[0].action,
                    "meant": best.action_ref,
                },
            )
