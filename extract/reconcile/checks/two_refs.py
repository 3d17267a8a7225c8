"""Check: one thing under two refs of one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.extract.reconcile.numbering import Row, family
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import words

MIN_WORDS = 5
"""Shorter texts ("Training for staff") recur without being one thing."""
MOST_AGAIN = 0.2
"""Share of a table's rows that may stand in the words of another; with more it repeats them by design."""


@check(
    kind="duplicate_ref",
    title="One thing under two refs",
    severity="warning",
    message="“{text}” is both {first} and {second}",
    looks_at="actions, indicators, risks",
)
def two_refs(subject: Subject) -> Iterator[Hit]:
    """The same words twice in one table, under refs of one family."""
    result = subject.result
    for rows in (
        [(a.action_ref, a, a.action) for a in result.actions],
        [(i.indicator_ref, i, i.definition) for i in result.indicators],
        [(r.risk_ref, r, r.description) for r in result.risks],
    ):
        for its in grouped((row.source.table_id, (ref, row, text)) for ref, row, text in rows).values():
            again = list(_again(its))
            if len(again) <= max(1, MOST_AGAIN * len(its)):
                yield from (_hit(*pair) for pair in again)


Printed = tuple[str, Row, str]


def _again(printed: Sequence[Printed]) -> Iterator[tuple[Printed, Printed]]:
    """Each row that says what an earlier one says, with the first that does."""
    told = ((words(text), family(ref)) for ref, _, text in printed if ref)
    for (said, _), its in grouped(zip(told, (one for one in printed if one[0]), strict=True)).items():
        others = [other for other in its[1:] if other[0] != its[0][0]]
        if len(said) >= MIN_WORDS and len(others) == 1:
            yield its[0], others[0]


def _hit(first: Printed, second: Printed) -> Hit:
    facts = {"text": first[2], "first": first[0], "second": second[0]}
    return Hit((first[0], second[0]), (place(first[1], first[2]), place(second[1], second[2])), facts)
