"""Reconcile: the refs of typed rows come in; which tables number their rows by themselves goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Action, Indicator, PackResult, Risk
from agendapack.extract.normalise.refs import split_ref
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.wording import same_subject

Row = Action | Indicator | Risk
Stand = tuple[str, str]
"""A plan and a table."""
MOST_UNLIKE = 0.5
"""Share of the refs of two tables that stand for different things, from which each has numbers of its own."""
MIN_LETTERS = 2
"""Letters of a ref that is unique in a pack even if two tables share no other; "R1" or "3" need not be."""
MAX_TABLES = 8
"""Tables that print one ref, of which each is held against each other."""


@dataclass(frozen=True)
class Numbering:
    """Which pairs of tables use one family of refs for different things by design."""

    own: frozenset[tuple[Stand, Stand, str]]

    def apart(self, one: Stand, other: Stand, ref: str) -> bool:
        """Whether the ref means one thing here and another there, and nobody would take them for one."""
        first, second = sorted((one, other))
        return (first, second, family(ref)) in self.own


def numbering(result: PackResult) -> Numbering:
    """Read from the texts: where two tables share refs but not their texts, the numbers are their own."""
    rows: list[tuple[str, Row, str]] = [(a.action_ref, a, a.action) for a in result.actions]
    rows += [(i.indicator_ref, i, i.definition) for i in result.indicators]
    rows += [(r.risk_ref, r, r.description) for r in result.risks]
    by_ref = grouped(((type(row), ref), (stand(row), text)) for ref, row, text in rows if ref and text)
    unlike: Counter[tuple[Stand, Stand, str]] = Counter()
    shared: Counter[tuple[Stand, Stand, str]] = Counter()
    for (_, ref), printed in by_ref.items():
        for pair, differs in _compared(dict(reversed(printed))):
            key = (*pair, family(ref))
            shared[key] += 1
            unlike[key] += differs
    return Numbering(frozenset(key for key in shared if _own(key[2], unlike[key], shared[key])))


def stand(row: Row) -> Stand:
    """Where a row is printed."""
    return row.plan, row.source.table_id


def family(ref: str) -> str:
    """The letters of a ref before its numbers."""
    return split_ref(ref)[0].strip(" .0123456789")


def _compared(texts: Mapping[Stand, str]) -> Iterable[tuple[tuple[Stand, Stand], bool]]:
    for (one, a), (other, b) in combinations(sorted(texts.items())[:MAX_TABLES], 2):
        yield (one, other), not same_subject(a, b)


def _own(letters: str, unlike: int, shared: int) -> bool:
    if shared == 1 and sum(c.isalpha() for c in letters) >= MIN_LETTERS:
        return False
    return unlike >= MOST_UNLIKE * shared and unlike > 0
