"""Check: one ref, other words in another plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from agendapack.extract.model import Action, Indicator, Risk
from agendapack.extract.reconcile.numbering import stand
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import difference, same

_CODE = re.compile(r"\([A-Z](?=[^()]*\d)[^()]*(?:\([^()]*\))?\)$")
Row = Action | Indicator | Risk
Change = tuple[str, Row, str, Row, str]
"""A ref with the two rows and their texts."""


@check(
    kind="conflicting_text",
    title="One ref worded differently in two plans",
    severity="warning",
    message="{refs}: {change}",
    looks_at="actions, indicators, risks",
)
def different_wording(subject: Subject) -> Iterator[Hit]:
    """Case, punctuation and number words make no difference; refs with the same change are told together."""
    result = subject.result
    texts: list[tuple[str, tuple[Row, str]]] = []
    texts += [(a.action_ref, (a, a.action)) for a in result.actions]
    texts += [(i.indicator_ref, (i, i.definition)) for i in result.indicators]
    texts += [(r.risk_ref, (r, r.description)) for r in result.risks]
    changes = [
        (_sort(c), c) for ref, rows in grouped(texts).items() if ref for c in _changes(subject, ref, rows)
    ]
    for sort, alike in grouped(changes).items():
        refs = in_order(ref for ref, *_ in alike)
        places = [place(row, text) for _, a, x, b, y in alike for row, text in ((a, x), (b, y))]
        yield Hit(refs, tuple(places), {"refs": ", ".join(refs), "change": _told(sort, alike)})


def _changes(subject: Subject, ref: str, rows: Iterable[tuple[Row, str]]) -> Iterator[Change]:
    """The first printed text against each other wording in another plan."""
    (first, text), *others = rows
    told: list[str] = []
    for row, other in others:
        if isinstance(row, Action) and isinstance(first, Action) and subject.under_wrong_ref(first, row):
            continue
        if subject.numbering.apart(stand(first), stand(row), ref):
            continue
        if row.plan != first.plan and other and text and not any(same(other, t) for t in (text, *told)):
            told.append(other)
            yield ref, first, text, row, other


def _sort(change: Change) -> tuple[str, ...]:
    """What kind of change it is: a code added, the same words added or dropped, or one of its own."""
    ref, _, text, _, other = change
    bare, other_bare = _CODE.sub("", text).strip(), _CODE.sub("", other).strip()
    if same(bare, other_bare):
        return ("a code in brackets",)
    lost, added = difference(text, other)
    if bool(lost) != bool(added) and len(lost + added) <= 2:
        return ("-", *lost, "+", *added)
    return (ref, other)


def _told(sort: tuple[str, ...], alike: tuple[Change, ...]) -> str:
    _, a, text, b, other = alike[0]
    pair = f"“{text}” ({a.plan}) / “{other}” ({b.plan})"
    if sort == ("a code in brackets",):
        return f"one plan adds a code in brackets, the other does not: {pair}"
    return pair
