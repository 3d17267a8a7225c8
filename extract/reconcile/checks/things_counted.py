"""Checks: a text that says how many things a list has, or how many stand in some way, against the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.checks.counts_in_text import text_against_tables
from agendapack.extract.reconcile.checks.narrative_counts import narrative_counts
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.counting import SENTENCE, Counting, States, number_words
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.statements import LISTS
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.tallies import ListTally, called
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.extract.reconcile.wording import stems
from agendapack.schemas import from_words

MOST_OFF = 2
"""A number that is further from that of the rows counts something else."""
MOST_OFF_SHARE = 0.15
LEAST = 3


@check(
    kind="sum_mismatch",
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
    kind="sum_mismatch",
    title="Text says how many things stand in some way, and others do",
    severity="warning",
    message="The text says {said}; the list has {rows}: “{quote}”",
    looks_at="lines, tables",
)
def standings_counted(subject: Subject) -> Iterator[Hit]:
    """Held against each list with such a column, against all of them, and against tables of counts."""
    lists = subject.tallies
    states = frozenset(s for tally in lists for s in tally.standings if len(s) > 2)
    told = {
        place.quote
        for each in (narrative_counts, text_against_tables)
        for hit in (each(subject) if states else ())
        for place in hit.places
    }
    counting = States(states)
    for line in subject.lines if states else ():
        found = [
            (said, its[0], rows)
            for sentence in SENTENCE.split(line.text)
            for said in (counting.counted(sentence) if line.text not in told else ())
            if (its := _meant(sentence, said, lists))
            and (rows := _others(said, its)) is not None
            and not _printed(subject, said.state, said.number)
        ]
        for said, tally, rows in found if _is_whole([said.number > rows for said, _, rows in found]) else ():
            where = Place(line.page, line.box, "", said.sentence)
            yield _hit(said.sentence, where, said.text, tally, f"{rows} {said.state}")


def _is_whole(more: Sequence[bool]) -> bool:
    """Whether no two numbers of a text are wrong to one side: such a list was not read as a whole."""
    return len(set(more)) == len(more)


def _others(said: Counting, lists: Sequence[ListTally]) -> int | None:
    """How many rows stand so, if these are nearly as many as a text says, but not as many."""
    lists = [t for t in lists if t.rows == said.whole] or lists
    each = [count for tally in lists for count in tally.standings[said.state]]
    first = [tally.standings[said.state][0] for tally in lists if not tally.several]
    whole = range(sum(c.start for c in first), sum(c.stop - 1 for c in first) + 1)
    counts = [c.start for c in (*each, whole)]
    nearest = min(counts, key=lambda n: abs(n - said.number))
    enough = said.at_least and said.number <= max(c.stop - 1 for c in (*each, whole))
    if enough or any(said.number in c for c in (*each, whole)) or abs(nearest - said.number) > MOST_OFF:
        return None
    return nearest


def _meant(text: str, said: Counting, lists: Sequence[ListTally]) -> Sequence[ListTally]:
    """The lists of what a text counts: by the noun it gives, else by any word of it that is one of theirs."""
    having = [t for t in lists if said.state in t.standings]
    if its := called(said.noun, lists):
        return [t for t in its if t in having]
    if said.noun and said.noun not in _general():
        return ()
    words = set(stems(text))
    return [t for t in having if t.nouns & words] or having


@from_words
def _general() -> frozenset[str]:
    """What any list may hold."""
    return frozenset(w for k in ("counted", "counted_rows", "listed_things") for w in ordered("counts", k))


def _nearly(subject: Subject, number: int, lists: Sequence[ListTally]) -> int:
    """The number of rows nearest to a number, if it is near and none is the number; else 0."""
    rows = [t.rows for t in lists]
    if number in _totals(subject):
        return 0
    distinct = len({thing.called for t in lists for thing in t.things})
    figures = {int(abs(c.figure.value)) for t in lists for thing in t.things for c in thing.cells if c.figure}
    sums = {*rows, sum(rows), distinct}
    nearest = min(sums, key=lambda n: abs(n - number))
    near = abs(nearest - number) <= max(MOST_OFF, MOST_OFF_SHARE * nearest)
    return nearest if near and number not in sums | figures | _read(subject, lists) else 0


def _printed(subject: Subject, state: str, number: int) -> bool:
    """Whether a table of counts has the number for a way of standing."""
    return any(
        cell.figure
        and cell.figure.value == number
        and state in (cell.title.casefold(), thing.name.casefold())
        for thing in subject.things
        for cell in thing.cells
    )


def _read(subject: Subject, lists: Sequence[ListTally]) -> set[int]:
    """How many rows the dataset of each list has: one that goes on overleaf may be two grids."""
    kinds = {t.things[0].sheet.entry.kind for t in lists}
    return {len(getattr(subject.result, kind)) for kind in kinds & {*LISTS}}


def _totals(subject: Subject) -> set[int]:
    """The figures of all total rows."""
    return {int(abs(c.figure.value)) for t in subject.things if t.total for c in t.cells if c.figure}


def _hit(text: str, where: Place, said: str, tally: ListTally, rows: str) -> Hit:
    first = tally.things[0]
    title = first.sheet.title if first.sheet.title != "Table" else ""
    facts = {"said": said, "rows": rows, "quote": text[:200]}
    return Hit(tuple(r for r in (title, said) if r), (where, first.place(rows)), facts)


@from_words
def _wholes() -> re.Pattern[str]:
    """The words "of the 14 indicators", "holds seven risks", "nine of the ten standards"."""
    part, holds = (any_of(ordered("counts", key)) for key in ("part_words", "holds"))
    lead = rf"(?:\b(?:of|all)\s+(?:the|our|its|these)?\s*|\b{holds}\s+(?:a total of\s+)?)"
    return re.compile(
        rf"{lead}(?P<number>{number_words()})\s+(?:(?!{part}\b)[a-z-]+\s+){{0,2}}?(?P<noun>[a-z]{{4,}}s)\b"
        r"(?!\s+(?:who|which|that|due|to be|in progress|remain))",
        re.IGNORECASE,
    )
