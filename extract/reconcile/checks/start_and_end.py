"""Check: a row of any table whose end stands before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words
from agendapack.schemas import from_words

MIN_KEPT = 2
"""Rows whose end stands after their beginning, which show what the columns are."""


@check(
    kind="suspect_date",
    title="End before the beginning in a table",
    severity="warning",
    message="{label}: {start_head} {start}, {end_head} {end}",
    looks_at="tables",
)
def start_and_end(subject: Subject) -> Iterator[Hit]:
    """Two columns, of beginnings and of ends; only where the other rows have them in their order."""
    for sheet in subject.sheets:
        if sheet.entry.kind != "actions":
            for columns in _columns(sheet):
                yield from _hits(sheet, *columns)


def _columns(sheet: FigureSheet) -> Iterator[tuple[int, int]]:
    """The columns of beginnings and of ends."""
    heads = [sheet.own_header(c) for c in range(len(sheet.rows[0]))] if sheet.rows else []
    starts = [c for c, head in enumerate(heads) if _starts().search(head)]
    ends = [c for c, head in enumerate(heads) if _ends().search(head) and c not in starts]
    if len(starts) == len(ends) == 1:
        yield starts[0], ends[0]


def _hits(sheet: FigureSheet, start: int, end: int) -> Iterator[Hit]:
    days = {r: (_day(sheet.rows[r][start]), _day(sheet.rows[r][end])) for r in sheet.body}
    dated = {r: (a, b) for r, (a, b) in days.items() if a and b}
    wrong = [r for r, (a, b) in dated.items() if b < a]
    if len(dated) - len(wrong) >= max(MIN_KEPT, len(wrong)):
        for row in wrong:
            label = sheet.label(row)
            texts = {"start": sheet.rows[row][start], "end": sheet.rows[row][end]}
            heads = {"start_head": sheet.own_header(start), "end_head": sheet.own_header(end)}
            where = sheet.place(row, f"{texts['start']} – {texts['end']}")
            yield Hit(sheet.refs(label), (where,), {"label": label, **heads, **texts})


def _day(text: str) -> date | None:
    due = parse_due(text)
    return due.date if due.kind == "date" else None


@from_words
def _starts() -> re.Pattern[str]:
    return re.compile(whole_words(words("dates", "start_labels") - {"from"}), re.IGNORECASE)


@from_words
def _ends() -> re.Pattern[str]:
    return re.compile(whole_words(words("dates", "end_labels") - {"to"}), re.IGNORECASE)
