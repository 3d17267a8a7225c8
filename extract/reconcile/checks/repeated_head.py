"""Check: a row of periods over columns, one of them twice where another belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

MIN_PERIODS = 3
"""Periods over the columns of a table that goes from one to the next."""


@check(
    kind="period_mismatch",
    title="One period over two columns",
    severity="warning",
    message="{title}: “{head}” stands over two columns, beside {others}",
    looks_at="tables",
)
def repeated_head(subject: Subject) -> Iterator[Hit]:
    """Only in heads of one row, where no other period stands twice."""
    for sheet in subject.sheets:
        columns = _periods(sheet) if sheet.body.start == 1 else {}
        twice = [(head, its) for head, its in columns.items() if len(its) > 1]
        if len(columns) < MIN_PERIODS or len(twice) != 1:
            continue
        head, its = twice[0]
        if its == (its[0], its[0] + 1):
            others = ", ".join(other for other in columns if other != head)
            facts = {"title": sheet.title, "head": head, "others": others}
            yield Hit(sheet.refs(head), (sheet.place(0, head),), facts)


def _periods(sheet: FigureSheet) -> Mapping[str, tuple[int, ...]]:
    """The heads that are a period and nothing else, with their columns."""
    heads = ((" ".join(text.split()), column) for column, text in enumerate(sheet.rows[0]))
    return grouped((head, column) for head, column in heads if parse_period(head))
