"""Check: one indicator under a longer and a shorter name."""

from __future__ import annotations

from collections.abc import Iterator

from extract.reconcile.registry import Hit, check
from extract.reconcile.rows import place
from extract.reconcile.subject import Subject
from extract.reconcile.wording import difference, likeness, near_pairs, same

SAME_INDICATOR = 0.75
"""Likeness from which a name is the other with some words more."""


_MEASURE_WORDS = frozenset({"%", "percentage", "number", "of", "the", "a"})
"""Words that say how it is measured, not what."""


@check(
    kind="name_variant",
    title="One indicator under two names",
    severity="info",
    message="“{first}” / “{second}”",
    looks_at="indicators",
)
def indicator_names(subject: Subject) -> Iterator[Hit]:
    """Only for indicators without refs that stand in different tables and bear the same rating."""
    rows = [i for i in subject.result.indicators if not i.indicator_ref]
    for a, b in near_pairs([i.definition for i in rows]):
        first, second = rows[a], rows[b]
        if first.source.table_id == second.source.table_id and first.plan == second.plan:
            continue
        if first.rag != second.rag or same(first.definition, second.definition):
            continue
        lost, added = difference(first.definition, second.definition)
        small = _MEASURE_WORDS
        if (
            not (set(lost) - small and set(added) - small)
            and (set(lost) | set(added)) - small
            and likeness(first.definition, second.definition) >= SAME_INDICATOR
        ):
            yield Hit(
                (first.definition, second.definition),
                (place(first, first.definition), place(second, second.definition)),
                {"first": first.definition, "second": second.definition},
            )
