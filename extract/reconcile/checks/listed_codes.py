"""Check: cells that list several things, each behind its code, and one code before two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from agendapack.extract.model import Place
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import same_subject

MIN_CODES = 6
"""Codes of the same letters before words in a column that lists things by code: there are four quarters."""
MOST_TWICE = 0.25
"""Share of the codes that may stand before two texts; with more they begin again, or are topics."""
LONGEST = 160
"""Characters of a text that are quoted."""
_CODE = re.compile(
    r"(?:^|(?<=[.;:,)\]\n•▪]))[\s(\[]*"
    r"(?P<code>(?P<letters>[A-Z]{1,6})[ ./-]?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?)[)\]]?"
    r"(?:\s*:|\s+[–—-]|[–—])\s*(?=[^\W\d_])"
)
"""A code that begins a part of a cell, with the mark between it and its words: "C1: ", "C1 – "."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A thing that a cell names by its code."""

    sheet: FigureSheet
    row: int
    code: str
    text: str

    @property
    def place(self) -> Place:
        """Where it is printed, with the beginning of its words."""
        return self.sheet.place(self.row, f"{self.code}: {self.text[:LONGEST]}")


@check(
    kind="duplicate_ref",
    title="One code before two texts of a column",
    severity="warning",
    message="{title}: {code} stands before “{first}” and before “{second}”",
    looks_at="tables",
)
def code_before_two(subject: Subject) -> Iterator[Hit]:
    """Only in columns that give each thing a code, of which few stand again before other words.

    A code that a dataset took for the ref of a row is held there.
    """
    for listed in _lists(subject):
        for first, second in _twice(listed):
            if first.code not in subject.known:
                yield _hit(first, second)


def _lists(subject: Subject) -> Iterator[Mapping[str, Sequence[_Listed]]]:
    """The things of each column whose codes begin with the same letters, by code."""
    for sheet in subject.sheets:
        for column in range(len(sheet.rows[0]) if sheet.rows else 0):
            for listed in grouped(_listed(sheet, column)).values():
                by_code = grouped((one.code, one) for one in listed)
                if len(by_code) >= MIN_CODES:
                    yield by_code


def _listed(sheet: FigureSheet, column: int) -> Iterator[tuple[str, _Listed]]:
    """Each code of a column with the words up to the next, under its letters."""
    for row in sheet.body:
        text = sheet.rows[row][column]
        found = list(_CODE.finditer(text))
        for match, after in zip_longest(found, found[1:]):
            words = text[match.end() : after.start() if after else len(text)]
            yield match["letters"], _Listed(sheet, row, match["code"], " ".join(words.split()).rstrip(" ;,("))


def _twice(listed: Mapping[str, Sequence[_Listed]]) -> Iterator[tuple[_Listed, _Listed]]:
    """The two things of each code that has two, where they are unlike and few codes have more than one."""
    again = [its for its in listed.values() if len(its) > 1]
    if len(again) <= MOST_TWICE * len(listed):
        yield from ((a, b) for a, b, *more in again if not more and not same_subject(a.text, b.text))


def _hit(first: _Listed, second: _Listed) -> Hit:
    facts = {"title": first.sheet.title, "code": first.code}
    texts = {"first": first.text[:LONGEST], "second": second.text[:LONGEST]}
    return Hit((first.code,), (first.place, second.place), {**facts, **texts})
