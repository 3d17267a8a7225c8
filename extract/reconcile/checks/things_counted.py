"""Checks: a text that says how many things a list has, or how many stand in some way, against the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.checks.counts_in_text import text_against_tables
from agendapack.extract.reconcile.checks.narrative_counts import narrative_counts
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.tallies import Tally, called
from agendapack.extract.reconcile.vocabulary import numbers, ordered
from agendapack.extract.reconcile.wording import stems
from agendapack.schemas import from_words

MOST_OFF = 2
"""A number that is further from that of the rows counts something else."""
MOST_OFF_SHARE = 0.15
LEAST = 3
_NAME = re.compile(r"(?:\b[A-Z][a-z]+|\d)\s$")
"""Before a number that names something, or is a mark behind another: "Action 3 is amber"."""


@check(
    kind="conflicting_value",
    title="Text says how many things a list has, and it has others",
    severity="warning",
    message="The text says {said}; the list has {rows}: “{quote}”",
    looks_at="lines, tables",
)
def things_counted(subject: Subject) -> Iterator[Hit]:
    """Only a number of all of them, that is nearly that of the rows called so, in one list or in all."""
    lists = subject.tallies
    for line in subject.lines if lists else ():
        for said in _wholes().finditer(line.text):
            number, its = number_of(said["number"]), called(said["noun"], lists)
            if number >= LEAST and its and (rows := _nearly(subject, number, its)):
                yield _hit(
                    line.text, Place(line.page, line.box, "", line.text), said[0], its[0], f"{rows} rows"
                )


@check(
    kind="conflicting_value",
    title="Text says how many things stand in some way, and others do",
    severity="warning",
    message="The text says {said}; the list has {rows}: “{quote}”",
    looks_at="lines, tables",
)
def standings_counted(subject: Subject) -> Iterator[Hit]:
    """Held against each list with such a column, against all of them, and against tables of counts."""
    lists = subject.tallies
    states = {s for tally in lists for s in tally.standings if len(s) > 2}
    if not states:
        return
    pattern = _standing(frozenset(states))
    told = {
        place.quote
        for each in (narrative_counts, text_against_tables)
        for hit in each(subject)
        for place in hit.places
    }
    for line in subject.lines:
        for said in pattern.finditer(line.text) if line.text not in told else ():
            state = (said["state"] or said["before"]).casefold()
            number = number_of(said["number"])
            its = [t for t in _meant(line.text, said["noun"] or said["noun2"], lists) if state in t.standings]
            counts = [t.standings[state] for t in its]
            whole = range(sum(c.start for c in counts), sum(c.stop - 1 for c in counts) + 1)
            if (
                not its
                or any(number in c for c in (*counts, whole))
                or _NAME.search(line.text[: said.start()])
            ):
                continue
            off = min(abs(number - c.start) for c in (*counts, whole))
            if off <= MOST_OFF and not _printed(subject, state, number):
                rows = f"{counts[0].start if len(counts) == 1 else whole.start} {state}"
                yield _hit(line.text, Place(line.page, line.box, "", line.text), said[0], its[0], rows)


def _meant(text: str, noun: str | None, lists: Sequence[Tally]) -> Sequence[Tally]:
    """The lists of what a text counts: by the noun it gives, else by any word of it that is one of theirs."""
    if noun:
        return called(noun, lists)
    said = set(stems(text))
    return [t for t in lists if t.nouns & said] or lists


def _nearly(subject: Subject, number: int, lists: Sequence[Tally]) -> int:
    """The number of rows nearest to a number, if it is near and none is the number; else 0."""
    rows = [t.rows for t in lists]
    if number in _totals(subject):
        return 0
    distinct = len({thing.called for t in lists for thing in t.things})
    figures = {int(abs(c.figure.value)) for t in lists for thing in t.things for c in thing.cells if c.figure}
    sums = {*rows, sum(rows), distinct}
    nearest = min(sums, key=lambda n: abs(n - number))
    near = abs(nearest - number) <= max(MOST_OFF, MOST_OFF_SHARE * nearest)
    return nearest if near and number not in sums | figures else 0


def _printed(subject: Subject, state: str, number: int) -> bool:
    """Whether a table of counts has the number for a way of standing."""
    return any(
        cell.figure
        and cell.figure.value == number
        and state in (cell.title.casefold(), thing.name.casefold())
        for thing in subject.things
        for cell in thing.cells
    )


def _totals(subject: Subject) -> set[int]:
    """The figures of all total rows."""
    return {int(abs(c.figure.value)) for t in subject.things if t.total for c in t.cells if c.figure}


def _hit(text: str, where: Place, said: str, tally: Tally, rows: str) -> Hit:
    first = tally.things[0]
    title = first.sheet.title if first.sheet.title != "Table" else ""
    facts = {"said": said, "rows": rows, "quote": text[:200]}
    return Hit(tuple(r for r in (title, said) if r), (where, first.place(rows)), facts)


@from_words
def _number() -> str:
    spelt = any_of(numbers("wording", "number_words"))
    return rf"(?P<number>(?<![\w.,£/-])\d{{1,3}}(?![\w,/%]|\.\d)|\b(?:{spelt})\b)"


@from_words
def _wholes() -> re.Pattern[str]:
    """The words "of the 14 indicators", "holds seven risks", "nine of the ten standards"."""
    part, holds = (any_of(ordered("counts", key)) for key in ("part_words", "holds"))
    lead = rf"(?:\b(?:of|all)\s+(?:the|our|its|these)?\s*|\b{holds}\s+(?:a total of\s+)?)"
    return re.compile(
        rf"{lead}{_number()}\s+(?:(?!{part}\b)[a-z-]+\s+){{0,2}}?(?P<noun>[a-z]{{4,}}s)\b"
        r"(?!\s+(?:who|which|that|due|to be|in progress|remain))",
        re.IGNORECASE,
    )


def _standing(states: frozenset[str]) -> re.Pattern[str]:
    """The words "three red indicators", "two of the risks are rated high", "one amber"."""
    state = any_of(states)
    verb = r"(?:are|is|were|was|have|has|been|rated|as|at|now|being|given|reported|currently)"
    among = r"(?:of\s+(?:the\s+|our\s+|these\s+)?(?:\w+\s+)?)?"
    noun = rf"(?:\s+{among}(?P<noun>(?!(?:are|is|was|were)\b)[a-z]{{3,}}))?"
    return re.compile(
        rf"{_number()}(?:\s+(?P<before>{state})\s+(?P<noun2>[a-z]{{4,}})\b"
        rf"|{noun}(?:\s+{verb}){{0,3}}\s+(?P<state>{state})\b)(?!\s+or\b|-)",
        re.IGNORECASE,
    )
