"""Check: a figure that does not lie between the two ends printed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

MIN_WITHIN = 3
"""Rows whose figure lies between the two ends, which show what the columns are."""


@check(
    kind="suspect_value",
    title="Figure outside of its interval",
    severity="warning",
    message="{title}: {label}: {figure} does not lie between {low} and {high}",
    looks_at="tables",
)
def outside_interval(subject: Subject) -> Iterator[Hit]:
    """A column before those of the lower and upper end, of which one row alone is out."""
    for sheet in subject.sheets:
        for column in sheet.columns:
            if column and _low().search(sheet.own_header(column)):
                yield from _odd(sheet, column)


def _odd(sheet: FigureSheet, low: int) -> Iterator[Hit]:
    high, of = low + 1, low - 1
    if high >= len(sheet.rows[0]) or not _high().search(sheet.own_header(high)):
        return
    rows = [(r, *its) for r in sheet.body if (its := _three(sheet, r, of, low, high))]
    odd = [row for row in rows if not row[2].value <= row[1].value <= row[3].value]
    if len(odd) == 1 and len(rows) - 1 >= MIN_WITHIN:
        row, figure, least, most = odd[0]
        label = sheet.label(row)
        facts = {
            "title": sheet.title,
            "label": label,
            "figure": figure.text,
            "low": least.text,
            "high": most.text,
        }
        where = sheet.place(row, f"{label}: {figure.text} ({least.text}; {most.text})")
        yield Hit(sheet.refs(label), (where,), facts, "info" if sheet.scanned else None)


def _three(sheet: FigureSheet, row: int, *columns: int) -> tuple[Figure, Figure, Figure] | None:
    its = [f for c in columns if (f := sheet.figures[row][c])]
    return (its[0], its[1], its[2]) if len(its) == len(columns) else None


@from_words
def _low() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("sums", "lower_ends")), re.IGNORECASE)


@from_words
def _high() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("sums", "upper_ends")), re.IGNORECASE)
