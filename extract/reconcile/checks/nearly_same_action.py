"""Check: nearly the same commitment in two tables, with other dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agendapack.extract.model import Action
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.twins import SAME_ACTION
from agendapack.extract.reconcile.wording import likeness, near_pairs, stems, words

MIN_STEMS = 6
"""Telling words of the shorter text; few words are easily shared."""
MAX_APART = 2
"""Telling words, each counted as often as it stands, that only one of the two texts may have."""
_YEAR = re.compile(r"20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?")
Stems = tuple[str, ...]


@check(
    kind="conflicting_value",
    title="Nearly the same action with different dates",
    severity="info",
    message="“{first}” is due {due}, “{second}” {other_due}",
    looks_at="actions",
)
def nearly_same_action(subject: Subject) -> Iterator[Hit]:
    """Only actions without refs, which nothing but their words tells apart.

    What one table plans for several years is done in each of them.
    """
    rows = [a for a in subject.result.actions if not a.action_ref and re.search(r"\d", a.due_text)]
    told = [stems(row.action) for row in rows]
    for i, j in near_pairs([row.action for row in rows]):
        a, b = rows[i], rows[j]
        near = _alike(told[i], told[j]) and likeness(a.action, b.action) < SAME_ACTION
        if _due(a) != _due(b) and near and not _counted_apart(a, b) and not _of_years(a, b):
            facts = {"first": a.action, "second": b.action, "due": a.due_text, "other_due": b.due_text}
            yield Hit((a.action, b.action), (place(a, a.due_text), place(b, b.due_text)), facts)


def _due(action: Action) -> object:
    return action.due_date or " ".join(words(action.due_text))


def _counted_apart(a: Action, b: Action) -> bool:
    """Whether numbers tell two texts apart: year 2 of a lease and year 3."""
    mine, theirs = ([w for w in words(row.action) if w.isdigit()] for row in (a, b))
    return bool(mine and theirs) and mine != theirs


def _of_years(a: Action, b: Action) -> bool:
    """Whether one table gives both a bare year."""
    one_table = a.source.table_id == b.source.table_id
    return one_table and all(_YEAR.fullmatch(row.due_text.strip()) for row in (a, b))


def _alike(a: Stems, b: Stems) -> bool:
    """Whether nearly all words are shared; of a longer text the beginning counts."""
    short, long = sorted((a, b), key=len)
    if len(short) < MIN_STEMS:
        return False
    one, other = Counter(short), Counter(long[: len(short) + MAX_APART])
    if len(long) > len(short) + MAX_APART:
        return (one - other).total() <= 1
    return ((one - other) + (other - one)).total() <= MAX_APART
