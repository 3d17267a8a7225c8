"""Check: an indicator without a ref that two tables print in the same words, and otherwise beside them."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Indicator
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import words

MIN_WORDS = 6
"""Words of a name that stands for one thing wherever it is printed."""
BLANK = "nothing"
Columns = dict[str, frozenset[str]]
"""The columns that any row of a table fills, by table."""


@check(
    kind="conflicting_value",
    title="One indicator with other entries in two tables",
    severity="info",
    message="“{name}”: {column} is {first} on page {page}, {second} on page {other_page}",
    looks_at="indicators",
)
def same_indicator_otherwise(subject: Subject) -> Iterator[Hit]:
    """Entries under one title, one of them left blank perhaps; only for long names without refs."""
    rows = [i for i in subject.result.indicators if not i.indicator_ref]
    filled = {
        table: frozenset(column for row in its for column, _ in row.extra)
        for table, its in grouped((row.source.table_id, row) for row in rows).items()
    }
    for name, its in grouped((words(row.definition), row) for row in rows).items():
        one, *others = its
        for other in others if len(name) >= MIN_WORDS else ():
            yield from _hits(one, other, filled)


def _hits(one: Indicator, other: Indicator, filled: Columns) -> Iterator[Hit]:
    tables = one.source.table_id, other.source.table_id
    for column in sorted(filled[tables[0]] & filled[tables[1]]) if tables[0] != tables[1] else ():
        first, second = (dict(row.extra).get(column, "") for row in (one, other))
        if words(first) != words(second):
            facts = {"name": one.definition, "column": column}
            facts |= {"first": first or BLANK, "second": second or BLANK}
            pages = {"page": one.source.page, "other_page": other.source.page}
            places = (place(one, f"{column}: {first}"), place(other, f"{column}: {second}"))
            yield Hit((one.definition,), places, {**facts, **pages})
