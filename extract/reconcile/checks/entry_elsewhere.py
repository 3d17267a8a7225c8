"""Checks: two lists with the same things, one of which has another date, or another person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Place
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.reconcile.checks.different_due import different_due
from agendapack.extract.reconcile.listings import Cell, Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.subject import Subject

MIN_AGREE = 2
"""Things that have the same entry in both lists before another that has not is a slip."""
MOST_ODD = 0.34
"""Share of the shared things that may have another entry; with more the columns are of two matters."""
MOST_ALIKE = 0.5
"""Share of the telling words of the shorter of two names that the other has."""
LONGEST = 60
"""Characters of an entry; what is longer is a text."""
MOST_LISTS = 20
"""Lists that print one thing, of which each is held against each other."""
_PERSON = re.compile(r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,2}")
_BETWEEN = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A thing as two lists have it."""

    one: Thing
    other: Thing


@check(
    kind="conflicting_value",
    title="One thing with different dates in two lists",
    severity="warning",
    message="{name}: {head} is {first} on page {page}, and {other_head} {second} on page {other_page}",
    looks_at="tables",
)
def date_elsewhere(subject: Subject) -> Iterator[Hit]:
    """Only where the two lists have the same dates for most of what they share."""
    yield from _elsewhere(subject, _days_differ)


@check(
    kind="conflicting_text",
    title="One thing with different people in two lists",
    severity="warning",
    message="{name}: {head} is {first} on page {page}, and {other_head} {second} on page {other_page}",
    looks_at="tables",
)
def person_elsewhere(subject: Subject) -> Iterator[Hit]:
    """Only where the two lists have the same people for most of what they share."""
    yield from _elsewhere(subject, _people_differ)


def _elsewhere(subject: Subject, differ: Callable[[str, str], bool | None]) -> Iterator[Hit]:
    told = {ref for hit in different_due(subject) for ref in hit.refs}
    for pairs in _shared(subject.things):
        for mine, theirs in {
            (a.title, b.title): None for p in pairs for a in p.one.cells for b in p.other.cells
        }:
            held = [
                (pair, a, b, wrong)
                for pair in pairs
                for a in _under(pair.one, mine)
                for b in _under(pair.other, theirs)
                if (wrong := differ(a.text, b.text)) is not None
            ]
            odd = [h for h in held if h[3]]
            if len(held) - len(odd) >= MIN_AGREE and 0 < len(odd) <= MOST_ODD * len(held):
                yield from (_hit(pair, a, b) for pair, a, b, _ in odd if not told & {*pair.one.refs})


def _shared(things: Sequence[Thing]) -> Iterator[list[_Pair]]:
    """The things that two lists have under one ref, or number, and in words of which some are the same."""
    known = [(t.ref or t.number, t) for t in things if not t.total and (t.ref or t.number)]
    by_ref = grouped(known)
    pairs: dict[tuple[int, int], list[_Pair]] = {}
    for its in by_ref.values():
        once = {t.listing: t for t in reversed(its)}
        if len(once) == len(its) and 1 < len(its) <= MOST_LISTS:
            for one, other in combinations(sorted(its, key=lambda t: t.listing), 2):
                if _is_same(one, other):
                    pairs.setdefault((one.listing, other.listing), []).append(_Pair(one, other))
    yield from (its for its in pairs.values() if len(its) > MIN_AGREE)


def _is_same(one: Thing, other: Thing) -> bool:
    """Whether the name of one thing has half of the telling words of the other's, or more."""
    short, long = sorted(({*one.stems}, {*other.stems}), key=len)
    return bool(short) and len(short & long) >= MOST_ALIKE * len(short)


def _under(thing: Thing, title: str) -> Iterator[Cell]:
    return (c for c in thing.cells if c.title == title and len(c.text) <= LONGEST and not c.figure)


def _days_differ(one: str, other: str) -> bool | None:
    """Whether two dates are in different months; None where one is no date."""
    days = _day(one), _day(other)
    if not days[0] or not days[1]:
        return None
    return (days[0].year, days[0].month) != (days[1].year, days[1].month)


@cache
def _day(text: str) -> date | None:
    due = parse_due(text)
    return due.date if due.kind == "date" else None


def _people_differ(one: str, other: str) -> bool | None:
    """Whether no surname is common to both; None where one names no people."""
    names = surnames(one), surnames(other)
    return not names[0] & names[1] if all(names) else None


def surnames(text: str) -> frozenset[str]:
    """The surnames of a cell that names people and nothing else."""
    people = [p for p in _BETWEEN.split(text) if p]
    whole = people and all(_PERSON.fullmatch(p) for p in people)
    return frozenset(p.split(" ")[-1].casefold() for p in people) if whole else frozenset()


def _hit(pair: _Pair, mine: Cell, theirs: Cell) -> Hit:
    places: tuple[Place, Place] = (
        pair.one.place(f"{pair.one.called}: {mine.text}"),
        pair.other.place(f"{pair.other.called}: {theirs.text}"),
    )
    facts: Mapping[str, object] = {
        "name": pair.one.called,
        "head": mine.title,
        "first": mine.text,
        "page": places[0].page,
        "other_head": theirs.title,
        "second": theirs.text,
        "other_page": places[1].page,
    }
    return Hit(in_order((*pair.one.refs, *pair.other.refs)), places, facts)
