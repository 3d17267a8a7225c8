"""Check: cells that list several things, each behind its code, and one code before two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import same_subject

MIN_CODES = 6
"""Codes before words in a column that lists things by code."""
MOST_TWICE = 0.25
"""Share of the codes that may stand before two texts; with more they begin again, or are topics."""
LONGEST = 160
"""Characters of a text that are quoted."""
_CODE = re.compile(
    r"(?:^|(?<=[.;:,)\]\n•▪]))[\s(\[]*(?P<code>[A-Z]{1,6}[ ./-]?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?)[)\]]?"
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
    for sheet in subject.sheets:
        for column in range(len(sheet.rows[0]) if sheet.rows else 0):
            listed = grouped((one.code, one) for one in _listed(sheet, column))
            for first, second in _twice(listed):
                if first.code not in subject.known:
                    yield _hit(first, second)


def _listed(sheet: FigureSheet, column: int) -> Iterator[_Listed]:
    """Each code of a column with the words up to the next."""
    for row in sheet.body:
        text = sheet.rows[row][column]
        found = [match for match in _CODE.finditer(text) if is_ref(match["code"])]
        for match, after in zip_longest(found, found[1:]):
            end = after.start() if after else len(text)
            yield _Listed(sheet, row, match["code"], " ".join(text[match.end() : end].split()).rstrip(" ;,("))


def _twice(listed: Mapping[str, Sequence[_Listed]]) -> Iterator[tuple[_Listed, _Listed]]:
    """The two things of each code that has two, where they are unlike and few codes have more than one."""
    again = [its for its in listed.values() if len(its) > 1]
    if len(listed) >= MIN_CODES and len(again) <= MOST_TWICE * len(listed):
        yield from ((a, b) for a, b, *more in again if not more and not same_subject(a.text, b.text))


def _hit(first: _Listed, second: _Listed) -> Hit:
    facts = {"title": first.sheet.title, "code": first.code}
    texts = {"first": first.text[:LONGEST], "second": second.text[:LONGEST]}
    places = tuple(one.sheet.place(one.row, f"{one.code}: {one.text[:LONGEST]}") for one in (first, second))
    return Hit((first.code,), places, {**facts, **texts})
