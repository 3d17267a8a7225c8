"""Checks: numbers of headings and paragraphs: one twice, one that a table cites and no heading has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.reconcile.checks.item_titles import item_titles
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import same_subject

MIN_RUN = 5
"""Numbers that follow each other one by one, among which one stands twice, or that a column cites."""
MOST_CITED = 0.6
"""Share of a column's numbers that are those of headings."""
MOST_BEYOND = 9
"""A number further behind the last one is of another series."""
HEADING_WORDS = 10
"""Words of a heading; a longer line is a paragraph."""
_BEGINS = re.compile(r"^(?P<part>(?:\d{1,2}\.)*)(?P<number>\d{1,3})[.)]?\s+(?P<text>[A-Z“‘(].*)$")
_WHOLE = re.compile(r"\d{1,3}")
Numbered = tuple[int, str, Passage]
"""A number, the words behind it, and the line they begin."""


@check(
    kind="duplicate_ref",
    title="Number of a heading or paragraph that stands twice",
    severity="warning",
    message="{number} stands before “{first}” and before “{second}”",
    looks_at="lines",
)
def number_twice(subject: Subject) -> Iterator[Hit]:
    """Only in a run of numbers one by one, which goes on behind the two."""
    told = {place.quote for hit in item_titles(subject) for place in hit.places}
    for part, its in grouped((part, one) for part, one in _numbered(subject.lines)).items():
        for run in _runs(its):
            for one, other in _twice(run):
                number = f"{part}{one[0]}"
                places = tuple(Place(line.page, line.box, "", line.text[:120]) for _, _, line in (one, other))
                if not told & {p.quote for p in places} and not same_subject(one[1], other[1]):
                    facts = {"number": number, "first": one[1][:80], "second": other[1][:80]}
                    yield Hit((number,), places, facts)


@check(
    kind="dangling_ref",
    title="Number of a heading that the pack has not",
    severity="warning",
    message="{name}: {title} is {number}; the headings end with {last}",
    looks_at="tables, lines",
)
def heading_beyond(subject: Subject) -> Iterator[Hit]:
    """A column of numbers most of which are those of headings, and one next behind the last of them."""
    whole = [one for part, one in _numbered(subject.lines) if not part]
    runs = [run for run in _runs([one for one in whole if len(one[1].split()) <= HEADING_WORDS])]
    for things in grouped((t.listing, t) for t in subject.things).values() if runs else ():
        for title, its in grouped((c.title, (t, c.text)) for t in things for c in t.cells).items():
            numbers = [(t, int(text)) for t, text in its if _WHOLE.fullmatch(text)]
            for run in runs if len(numbers) == len(its) >= MIN_RUN else ():
                yield from _beyond(title, numbers, {number for number, _, _ in run})


def _beyond(title: str, cited: Sequence[tuple[Thing, int]], numbers: set[int]) -> Iterator[Hit]:
    last = max(numbers)
    there = sum(number in numbers for _, number in cited)
    odd = [(thing, number) for thing, number in cited if last < number <= last + MOST_BEYOND]
    if there >= MOST_CITED * len(cited) and len(odd) == 1 and min(numbers) > 1:
        ((thing, number),) = odd
        code = next((c.text for c in thing.cells[:1] if not c.figure and " " not in c.text), "")
        facts = {"name": code or thing.called, "title": title, "number": number, "last": last}
        yield Hit(in_order((code, *thing.refs, str(number))), (thing.place(f"{title}: {number}"),), facts)


def _numbered(lines: Sequence[Passage]) -> Iterator[tuple[str, Numbered]]:
    """The lines that a number begins, by what stands before its last part."""
    for line in lines:
        if match := _BEGINS.match(line.text):
            yield match["part"], (int(match["number"]), match["text"], line)


def _runs(its: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """The stretches in which each number is that of the line before, or the next."""
    run: list[Numbered] = []
    for one in its:
        if run and one[0] - run[-1][0] not in (0, 1):
            if len({n for n, _, _ in run}) >= MIN_RUN:
                yield run
            run = []
        run.append(one)
    if len({n for n, _, _ in run}) >= MIN_RUN:
        yield run


def _twice(run: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """The two lines of the only number that stands twice, neither first nor last."""
    counts = Counter(number for number, _, _ in run)
    twice = [number for number, count in counts.items() if count > 1]
    if len(twice) == 1 and counts[twice[0]] == 2 and run[0][0] < twice[0] < run[-1][0]:
        one, other = (each for each in run if each[0] == twice[0])
        yield one, other
