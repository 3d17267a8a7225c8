"""Check: one indicator under two names, in a summary and in its own box or table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from agendapack.extract.model import Indicator
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words as listed
from agendapack.extract.reconcile.wording import near_pairs, words

MIN_TWICE = 2
"""Indicators that must stand in two tables under one name before the pack is known to print them twice."""
MIN_SHARED = 3
"""Telling words that two names must share."""
MOST_SHARED = 0.6
"""Share of the shorter name's telling words that the other must have."""
Words = frozenset[str]
_SHORT = re.compile(r"[a-z]\d+")


@check(
    kind="name_variant",
    title="One indicator under two names",
    severity="info",
    message="“{first}” / “{second}”: the same rating and direction, but another name",
    looks_at="indicators",
)
def indicator_names(subject: Subject) -> Iterator[Hit]:
    """Only for indicators without refs, in packs that print others twice under one name.

    The two names must be each other's nearest, and the rating, the one before and the direction agree.
    """
    rows = [i for i in subject.result.indicators if i.rag and not i.indicator_ref]
    short = {word for i in rows for word in words(i.definition) if _SHORT.fullmatch(word)}
    telling = [_telling(i.definition, short) for i in rows]
    tables = grouped((key, row.source.table_id) for key, row in zip(telling, rows, strict=True))
    twice = {key for key, its in tables.items() if len(set(its)) > 1}
    if len(twice) < MIN_TWICE:
        return
    left = [i for i, key in enumerate(telling) if key not in twice]
    for a, b in _mutual([rows[i] for i in left], [telling[i] for i in left]):
        yield Hit(
            (a.definition, b.definition),
            (place(a, a.definition), place(b, b.definition)),
            {"first": a.definition, "second": b.definition},
        )


def _mutual(rows: Sequence[Indicator], telling: Sequence[Words]) -> Iterator[tuple[Indicator, Indicator]]:
    """Pairs of rows in different tables that are each other's nearest."""
    nearest: dict[int, tuple[float, int]] = {}
    pairs = [
        (_alike(telling[i], telling[j]), i, j)
        for i, j in near_pairs([row.definition for row in rows])
        if rows[i].source.table_id != rows[j].source.table_id
    ]
    for alike, i, j in pairs:
        for one, other in ((i, j), (j, i)):
            if alike > nearest.get(one, (0.0, -1))[0]:
                nearest[one] = alike, other
    for alike, i, j in pairs:
        if alike and nearest[i][1] == j and nearest[j][1] == i and _rating(rows[i]) == _rating(rows[j]):
            yield rows[i], rows[j]


def _alike(a: Words, b: Words) -> float:
    """Share of the words of both that are shared; 0 when too few are."""
    shared = len(a & b)
    enough = shared >= MIN_SHARED and shared >= MOST_SHARED * min(len(a), len(b))
    return shared / len(a | b) if enough else 0.0


def _rating(row: Indicator) -> tuple[str, str, str]:
    return row.rag, row.previous_rag, row.direction


def _telling(definition: str, short: Collection[str]) -> Words:
    """The words that say what is measured, not how; "Section 106" is one where "S106" is printed too."""
    without = listed("wording", "measure_words") | listed("wording", "small_words")
    said = words(definition)
    folded = {(a, b): f"{a[0]}{b}" for a, b in pairwise(said) if f"{a[0]}{b}" in short}
    parts = {word for pair in folded for word in pair}
    return (frozenset(said) - parts | frozenset(folded.values())) - without
