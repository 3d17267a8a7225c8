"""Check: a text that says when something will be done, where its row gives another date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from agendapack.extract.model import Place
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.revised_date import revised_date
from agendapack.extract.reconcile.listings import Cell
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import any_month
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.extract.reconcile.wording import words
from agendapack.schemas import from_words

QUARTER, YEAR = 3, 12
"""Months on one of whose days something may be due."""
LONGEST = 30
"""Characters of a cell that holds a date and little else."""
NEAR = 60
"""Characters between the words that something will be done and the day."""
ALIKE = 5
"""First letters that a verb and its noun have in common: "adopt", "adoption"."""
_RESOLVED = re.compile(r"(?:it\s+was\s+)?(?:resolved|agreed|action)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|before|until|to\s+the|in|no\s+later\s+than)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE
)
_DATED = re.compile(r"[a-z]\s+20\d\d")
_QUARTER = re.compile(r"\bq(?:uarter|tr)?\s?[1-4]\b|\bquarter\b", re.IGNORECASE)
_MONTH = re.compile(rf"{any_month()}|\d[/.-]\d{{1,2}}[/.-]\d", re.IGNORECASE)


@check(
    kind="conflicting_value",
    title="Text says another date of something than its row",
    severity="warning",
    message="The text has {name} done by {said}, its row by {printed}: “{sentence}”",
    looks_at="lines, tables",
)
def date_of_row(subject: Subject) -> Iterator[Hit]:
    """Only a sentence that speaks of one thing, of its end, and gives one day with its year.

    None of the dates in the row is in that month.
    """
    told = {place.quote for hit in revised_date(subject) for place in hit.places}
    for sentence, where, named in subject.spoken:
        dated = _DATED.search(sentence) is not None
        first = (_end_said(sentence, named) or _resolved_on(sentence, named)) if dated else ""
        day = parse_due(first).date if first else None
        if day and sentence not in told:
            yield from _hits(where, first, day, named)


def _end_said(sentence: str, named: Named) -> str:
    """The day of the end of a thing: it will be open then, or its opening is planned for then."""
    said = list(_ends().finditer(sentence))
    planned = [] if said else [m for m in _plans().finditer(sentence) if _is_end(m["what"], named)]
    found = [*said, *planned]
    if len(found) != 1 or found[0].start("day") < named.end:
        return ""
    clause = sentence if said else re.split(r",\s(?:and|but)\s", sentence)[0]
    return "" if _others().search(clause) else found[0]["day"]


def _is_end(what: str, named: Named) -> bool:
    """Whether a word is one for an end, or of the name: "adoption" of "Adopt the plan"."""
    own = {word[:ALIKE] for thing in named.things for word in words(thing.name) if len(word) >= ALIKE}
    return bool(_done().fullmatch(what) or what.casefold()[:ALIKE] in own)


def _resolved_on(sentence: str, named: Named) -> str:
    """The one day of a sentence that tells what a meeting resolved to have done by then."""
    days = list(re.finditer(_day(), sentence, re.IGNORECASE)) if _RESOLVED.match(sentence) else []
    if len(days) != 1 or days[0].start() < named.end:
        return ""
    return days[0]["day"] if _BY.search(sentence[: days[0].start()]) else ""


def _hits(where: Place, said: str, day: date, named: Named) -> Iterator[Hit]:
    dated = [(t, c, due) for t in named.things for c in t.cells if (due := _due(c))]
    if dated and not any(_is_in(day, cell.text, due) for _, cell, due in dated):
        thing, cell, _ = dated[-1]
        facts = {"name": named.called, "said": said, "printed": cell.text, "sentence": where.quote[:200]}
        yield Hit(thing.refs, (where, thing.place(cell.text)), facts)


def _due(cell: Cell) -> date | None:
    """The day of a cell that holds nothing but one."""
    due = parse_due(cell.text) if len(cell.text) <= LONGEST and not cell.figure else None
    return due.date if due and due.kind == "date" else None


def _is_in(day: date, printed: str, due: date) -> bool:
    """Whether a day is in the month, quarter or year that is printed."""
    months = QUARTER if _QUARTER.search(printed) else 1 if _MONTH.search(printed) else YEAR
    back = (due.year - day.year) * 12 + due.month - day.month
    return 0 <= back < months


@from_words
def _ends() -> re.Pattern[str]:
    """The words "expects to open the route in December 2025", "will be complete by 3 May 2031"."""
    ahead, done = whole_words(ordered("dates", "said_ahead")), _done().pattern
    before = r"(?:by|in|on|until|at|for|before)\s+(?:the\s+)?(?:(?:end|middle|start)\s+of\s+)?(?:in\s+)?"
    return re.compile(
        rf"{ahead}[^.;]{{0,{NEAR}}}?(?:{done})[^.;,]{{0,{NEAR}}}?\s{before}{_day()}", re.IGNORECASE
    )


@from_words
def _plans() -> re.Pattern[str]:
    """The words "adoption is still planned for June 2027", "the opening is now expected in June 2027"."""
    planned = whole_words(ordered("dates", "planned_for"))
    return re.compile(
        rf"\b(?P<what>[a-z]+)\s+(?:is|are|remains)\s+(?:still\s+|now\s+|currently\s+)?{planned}"
        rf"\s+(?:for|in|by|on)\s+(?:the\s+)?(?:end\s+of\s+)?{_day()}",
        re.IGNORECASE,
    )


@from_words
def _done() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("dates", "done_then")), re.IGNORECASE)


@from_words
def _day() -> str:
    return rf"(?P<day>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{any_month()}\s+20\d\d)"


@from_words
def _others() -> re.Pattern[str]:
    """Words of a sentence on a part, or on what leads to the end."""
    return re.compile(whole_words(ordered("dates", "on_the_way")), re.IGNORECASE)
