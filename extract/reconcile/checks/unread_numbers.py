"""Checks: numbers that the rows of a table begin with, twice or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.reconcile.checks.sequence_gap import MOST_THERE
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import likeness

_CODE = re.compile(r"([A-Z]{0,4}\d{0,3}(?:\d\.){1,5}|)(\d{1,2})(?:[.):]?$|[.):]?\s+(?=[A-Z“‘(]))")
"""A number of one part or more that is all of a cell, or stands before its words."""
MOST_LEFT = 2
"""Columns, from the left, of which one may number the rows."""
MIN_ROWS = 5
"""Rows of a table that number themselves."""
MOST_CODES = 0.8
"""Share of the first cells of a table that are such numbers."""
SAME_ROW = 0.8
"""Likeness of the words from which a row is printed again."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A row and its number: "2.1" is the first of "2."."""

    sheet: FigureSheet
    row: int
    code: str
    series: str
    number: int

    @property
    def text(self) -> str:
        """What the row says beside its number."""
        return _CODE.sub("", " ".join(" ".join(self.sheet.rows[self.row]).split()), count=1)


@check(
    kind="duplicate_ref",
    title="Two rows with one number",
    severity="warning",
    message="{title}: {code} is printed before “{first}” and before “{second}”",
    looks_at="tables",
)
def repeated_number(subject: Subject) -> Iterator[Hit]:
    """Only in tables that number their rows throughout, in order and each once but one."""
    for rows in _tables(subject):
        twice = [its for its in grouped((r.code, r) for r in rows).values() if len(its) > 1]
        if len(twice) != 1 or len(twice[0]) != 2:
            continue
        first, second = twice[0]
        if likeness(first.text, second.text) < SAME_ROW:
            facts = {"title": first.sheet.title, "code": first.code}
            facts |= {"first": first.text[:80], "second": second.text[:80]}
            places = tuple(r.sheet.place(r.row, r.text) for r in twice[0])
            yield Hit((first.code,), places, facts)


@check(
    kind="sequence_gap",
    title="Number of a row left out",
    severity="info",
    message="{title} goes from {before} to {after}",
    looks_at="tables",
)
def gap_in_numbers(subject: Subject) -> Iterator[Hit]:
    """Of a series one number is missing between two rows that follow each other.

    Numbers that leave out many others, as pages in a list of contents do, are no series; nor are two alone.
    """
    for rows in _tables(subject):
        for its in grouped((r.series, r) for r in rows).values():
            gaps = [(a, b) for a, b in pairwise(its) if b.number - a.number == 2]
            there = {r.number for r in its}
            whole = len(there) >= MOST_THERE * (max(there) - min(there) + 1)
            if whole and len(gaps) == 1 and gaps[0][0].number + 1 not in there:
                before, after = gaps[0]
                missing = f"{before.series}{before.number + 1}"
                facts = {"title": before.sheet.title, "before": before.code, "after": after.code}
                yield Hit((missing,), (after.sheet.place(after.row, after.code),), facts)


def _tables(subject: Subject) -> Iterator[Sequence[_Numbered]]:
    """The rows of each table that numbers them; a code that a dataset took for a ref is held there."""
    for sheet in subject.sheets:
        for column in range(min(MOST_LEFT, len(sheet.rows[0]) if sheet.rows else 0)):
            if rows := _numbers(sheet, column, subject):
                yield rows
                break


def _numbers(sheet: FigureSheet, column: int, subject: Subject) -> Sequence[_Numbered]:
    """The numbered rows of a column that has hardly anything but rows with numbers."""
    filled = [(row, text) for row in sheet.body if (text := " ".join(sheet.rows[row][column].split()))]
    found = [
        _Numbered(sheet, row, match[1] + match[2], match[1], int(match[2]))
        for row, text in filled
        if (match := _CODE.match(text))
    ]
    if column and _have_own_codes(sheet, found):  # then the numbers are of what the rows cite
        return ()
    read = any(one.series and one.code in subject.known for one in found)
    enough = len(found) >= max(MIN_ROWS, MOST_CODES * len(filled))
    return found if enough and not read and _rises(found) else ()


def _have_own_codes(sheet: FigureSheet, rows: Sequence[_Numbered]) -> bool:
    """Whether each row begins with a code of its own."""
    codes = [sheet.rows[row.row][0].strip() for row in rows]
    return len(set(codes)) == len(codes) and all(any(c.isdigit() for c in code) for code in codes)


def _rises(rows: Sequence[_Numbered]) -> bool:
    """Whether no number stands before a lower one, and no series comes again: amounts and dates do both."""
    series = [name for name, _ in groupby(row.series for row in rows)]
    steps = pairwise(rows)
    return len(series) == len(set(series)) and all(
        a.series != b.series or a.number <= b.number for a, b in steps
    )
