"""Check: a row of periods over columns, one of them twice where another belongs."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.normalise.periods import find_period
from agendapack.extract.reconcile.figures import Sheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

MIN_PERIODS = 3


@check(
    kind="period_mismatch",
    title="One period over two columns",
    severity="warning",
    message="{title}: “{head}” stands over two columns, beside {others}",
    looks_at="tables",
)
def repeated_head(subject: Subject) -> Iterator[Hit]:
    """Only in a row of heads that are all periods and, but for this one, all different."""
    for sheet in subject.sheets:
        for row in range(sheet.body.start):
            yield from _hits(sheet, row)


def _hits(sheet: Sheet, row: int) -> Iterator[Hit]:
    heads = [(c, " ".join(t.split())) for c, t in enumerate(sheet.rows[row]) if t.strip()]
    dated = [(head, c) for c, head in heads if (p := find_period(head)) and p.text == head]
    columns = grouped(dated)
    twice = [head for head, its in columns.items() if len(its) > 1]
    if len(twice) == 1 and len(columns) >= MIN_PERIODS and len(columns[twice[0]]) == 2:
        a, b = columns[twice[0]]
        if b == a + 1 and sheet.body.start == 1:
            others = ", ".join(head for head in columns if head != twice[0])
            facts = {"title": sheet.title, "head": twice[0], "others": others}
            yield Hit(sheet.refs(twice[0]), (sheet.place(row, twice[0]),), facts)
