"""Check: one ref, two different rows of the same plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from agendapack.extract.reconcile.numbering import Row, family, stand
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import likeness

SAME_ROW = 0.8
"""Likeness above which a second print is the same row again, reworded."""
MIN_RESTARTED = 2
"""Numbers that come again in a list that begins anew."""
MOST_RESTARTED = 0.3
"""Refs of a plan that stand for several rows, and their share, from which numbers begin again by design."""
Printed = tuple[Row, str]


@check(
    kind="duplicate_ref",
    title="One ref for different rows",
    severity="error",
    message="{ref} stands for {count} different {what} of the same plan: {texts}",
    looks_at="actions, indicators, risks",
)
def repeated_ref(subject: Subject) -> Iterator[Hit]:
    """Within one plan a ref should name one thing; the same words printed again are no fault.

    A number without letters may only count the rows, and weighs less.
    """
    result = subject.result
    for what, rows in (
        ("actions", [(a.action_ref, a, a.action) for a in result.actions]),
        ("indicators", [(i.indicator_ref, i, i.definition) for i in result.indicators]),
        ("risks", [(r.risk_ref, r, r.description) for r in result.risks]),
    ):
        by_ref = grouped(((row.plan, ref), (row, text)) for ref, row, text in rows if ref and text)
        repeated = {key: _different(subject, key[1], printed) for key, printed in by_ref.items()}
        restarted = _restarted(repeated)
        for (plan, ref), found in repeated.items():
            if len(found) > 1 and (plan, family(ref)) not in restarted and not _each_in_a_part(found, rows):
                texts = " / ".join(f"“{text}”" for _, text in found)
                yield Hit(
                    (ref,),
                    tuple(place(row, text) for row, text in found),
                    {"ref": ref, "count": len(found), "what": what, "texts": texts},
                    None if family(ref) else "warning",
                )


def _different(subject: Subject, ref: str, printed: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """The first row of a ref and those that say something else in the same run of numbers."""
    row, first = printed[0]
    others = [
        (other, text)
        for other, text in printed[1:]
        if likeness(first, text) < SAME_ROW and not subject.numbering.apart(stand(row), stand(other), ref)
    ]
    return (printed[0], *others)


def _each_in_a_part(found: Sequence[Printed], rows: Sequence[tuple[str, Row, str]]) -> bool:
    """Whether bare numbers begin again with the parts of a table that one of its columns names.

    In a list of the recommendations of several audits each audit has its own number 1.
    """
    first = found[0][0]
    here = [(ref, row) for ref, row, _ in rows if row.source.table_id == first.source.table_id]
    if any(family(ref) for ref, _ in here) or any(all(row is not r for _, r in here) for row, _ in found):
        return False
    return any(_names_parts(title, here, [row for row, _ in found]) for title, _ in first.extra)


def _names_parts(title: str, rows: Sequence[tuple[str, Row]], found: Sequence[Row]) -> bool:
    """Whether a column parts the rows into runs without a number twice, each of these in another."""
    named = [(ref, dict(row.extra).get(title, "")) for ref, row in rows]
    runs = [name for name, _ in groupby(named, key=itemgetter(1))]
    apart = {dict(row.extra).get(title, "") for row in found}
    return (
        len(set(named)) == len(named)
        and len(set(runs)) == len(runs) < len(named)
        and len(apart) == len(found)
    )


def _restarted(repeated: Mapping[tuple[str, str], tuple[Printed, ...]]) -> frozenset[tuple[str, str]]:
    """Plans and families whose numbers begin again under each heading."""
    counts: dict[tuple[str, str], list[int]] = {}
    for (plan, ref), found in repeated.items():
        counts.setdefault((plan, family(ref)), []).append(len(found))
    return frozenset(
        key
        for key, numbers in counts.items()
        if sum(n > 1 for n in numbers) >= max(MIN_RESTARTED, MOST_RESTARTED * len(numbers))
    )
