"""Checks: numbers of rows that no dataset took for refs, twice or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import likeness

_CODE = re.compile(r"([A-Z]{0,4}\d{0,3}(?:\d\.)+)(\d{1,2})")
MIN_ROWS = 5
"""Rows of a table that number themselves."""
MOST_CODES = 0.8
"""Share of the first cells of a table that are such numbers."""
SAME_ROW = 0.8
"""Likeness of the words from which a row is printed again."""
MIN_RUN = 3
"""Numbers of a series in which one is missing."""


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
        return " ".join(self.sheet.rows[self.row][1:])


@check(
    kind="duplicate_ref",
    title="Two rows with one number",
    severity="warning",
    message="{title}: {code} is printed before “{first}” and before “{second}”",
    looks_at="tables",
)
def repeated_number(subject: Subject) -> Iterator[Hit]:
    """Only in tables whose rows have numbers of two parts throughout, all of them once but one."""
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
    """Of a series of at least three one number is missing between two rows that follow each other."""
    for rows in _tables(subject):
        for its in grouped((r.series, r) for r in rows).values():
            gaps = [(a, b) for a, b in zip(its, its[1:], strict=False) if b.number - a.number == 2]
            there = {r.number for r in its}
            if len(its) >= MIN_RUN and len(gaps) == 1 and gaps[0][0].number + 1 not in there:
                before, after = gaps[0]
                missing = f"{before.series}{before.number + 1}"
                facts = {"title": before.sheet.title, "before": before.code, "after": after.code}
                yield Hit((missing,), (after.sheet.place(after.row, after.code),), facts)


def _tables(subject: Subject) -> Iterator[Sequence[_Numbered]]:
    """The rows of each table that numbers them so and gave them no refs."""
    for sheet in subject.sheets:
        filled = [(row, text) for row in sheet.body if (text := sheet.rows[row][0].strip())]
        found = [(row, match) for row, text in filled if (match := _CODE.fullmatch(text))]
        read = any(match[0] in subject.known for _, match in found)
        if len(found) >= max(MIN_ROWS, MOST_CODES * len(filled)) and not read:
            yield [_Numbered(sheet, row, m[0], m[1], int(m[2])) for row, m in found]
