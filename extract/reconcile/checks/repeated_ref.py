"""Check: one ref, two different rows of the same plan."""

from __future__ import annotations

from collections.abc import Iterator

from extract.reconcile.registry import Hit, check
from extract.reconcile.rows import grouped, place
from extract.reconcile.subject import Subject
from extract.reconcile.wording import likeness

SAME_ROW = 0.8
"""Likeness above which a second print is the same row again, reworded."""


@check(
    kind="duplicate_ref",
    title="One ref for different rows",
    severity="error",
    message="{ref} stands for {count} different {what} of the same plan: {texts}",
    looks_at="actions, indicators, risks",
)
def repeated_ref(subject: Subject) -> Iterator[Hit]:
    """Within one plan a ref should name one thing; the same words printed again are no fault."""
    result = subject.result
    for what, rows in (
        ("actions", [(a.action_ref, a, a.action) for a in result.actions]),
        ("indicators", [(i.indicator_ref, i, i.definition) for i in result.indicators]),
        ("risks", [(r.risk_ref, r, r.description) for r in result.risks]),
    ):
        by_ref = grouped(((row.plan, ref), (row, text)) for ref, row, text in rows if ref and text)
        for (_, ref), printed in by_ref.items():
            first = printed[0][1]
            others = [(row, text) for row, text in printed[1:] if likeness(first, text) < SAME_ROW]
            if others:
                found = [printed[0], *others]
                texts = " / ".join(f"“{text}”" for _, text in found)
                yield Hit(
                    (ref,),
                    tuple(place(row, text) for row, text in found),
                    {"ref": ref, "count": len(found), "what": what, "texts": texts},
                )
