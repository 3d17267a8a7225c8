"""Check: nearly the same indicator printed twice, with other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from agendapack.extract.reconcile.checks.indicator_names import indicator_names
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words as listed
from agendapack.extract.reconcile.wording import near_pairs, stems, swapped, words

MIN_STEMS = 8
"""Telling words of the shorter text; few words are easily shared."""
LEFT_OUT = 1
"""Telling words of the shorter text that the longer may lack."""
MOST_MORE = 6
"""Telling words that the longer text may have beside those of the shorter."""


@check(
    kind="conflicting_text",
    title="Nearly the same indicator in other words",
    severity="info",
    message="“{first}” (page {page}) / “{second}” (page {other_page})",
    looks_at="indicators",
)
def nearly_same_indicator(subject: Subject) -> Iterator[Hit]:
    """Only long names without refs, of which the one has the words of the other and some more.

    Where a table gives several rows one name, its names are what it says of them.
    """
    told = {frozenset(hit.refs) for hit in indicator_names(subject)}
    bare = [i for i in subject.result.indicators if not i.indicator_ref]
    named = Counter((i.source.table_id, words(i.definition)) for i in bare)
    saying = {table for (table, _), times in named.items() if times > 1}
    rows = [i for i in bare if i.source.table_id not in saying]
    for i, j in near_pairs([row.definition for row in rows]):
        a, b = rows[i], rows[j]
        names = frozenset((a.definition, b.definition))
        if names not in told and _nearly(a.definition, b.definition):
            facts = {"first": a.definition, "second": b.definition}
            pages = {"page": a.source.page, "other_page": b.source.page}
            yield Hit(
                (a.definition, b.definition),
                (place(a, a.definition), place(b, b.definition)),
                {**facts, **pages},
            )


def _nearly(a: str, b: str) -> bool:
    if swapped(a, b):
        return False
    how = listed("wording", "measure_words")
    short, long = sorted(
        (Counter(w for w in stems(text) if w not in how) for text in (a, b)), key=Counter.total
    )
    apart = (short - long).total(), (long - short).total()
    return short.total() >= MIN_STEMS and apart[0] <= LEFT_OUT and 0 < apart[1] <= MOST_MORE
