"""Check: one action ref in two headings that say different things."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import stems, without_ref

UNLIKE = 0.5
"""Share of the shorter heading's telling words under which the other is about something else."""


@check(
    kind="conflicting_text",
    title="One ref in two different headings",
    severity="info",
    message="{plan}: {ref} is cited by the headings {headings}",
    looks_at="actions",
)
def heading_shares_ref(subject: Subject) -> Iterator[Hit]:
    """Only where the plan that defines the ref is not in the pack; else the heading is held against that."""
    cited = [((rows[0].plan, ref), (heading, rows[0])) for heading, ref, rows in subject.cited_headings]
    for (plan, ref), headings in grouped(cited).items():
        others = [h for h in headings[1:] if _unlike(headings[0][0], h[0])]
        if others and ref not in subject.actions:
            told = ", ".join(f"“{without_ref(text)}”" for text, _ in (headings[0], *others))
            places = tuple(place(row, text) for text, row in (headings[0], *others))
            yield Hit((ref,), places, {"plan": plan, "ref": ref, "headings": told})


def _unlike(heading: str, other: str) -> bool:
    a, b = set(stems(without_ref(heading))), set(stems(without_ref(other)))
    return bool(a and b) and len(a & b) < UNLIKE * min(len(a), len(b))
