"""Check: a text that says when something will be done, where its row gives another date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from agendapack.extract.model import Place
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.revised_date import revised_date
from agendapack.extract.reconcile.listings import LabelledText
from agendapack.extract.reconcile.naming import Named
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import any_month
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

QUARTER, YEAR = 3, 12
"""Months on one of whose days something may be due."""
LONGEST = 30
"""Characters of a cell that holds a date and little else."""
NEAR = 60
"""Characters between the words that something will be done and the day."""
CENTURY = "20"
"""With which the year of the day begins."""
_QUARTER = re.compile(r"\bq(?:uarter|tr)?\s?[1-4]\b|\bquarter\b", re.IGNORECASE)
_MONTH = re.compile(rf"{any_month()}|\d[/.-]\d{{1,2}}[/.-]\d", re.IGNORECASE)


@check(
    kind="conflicting_text",
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
        said = list(_ends().finditer(sentence)) if CENTURY in sentence else []
        first = said[0] if len(said) == 1 and named.end <= said[0].start("day") else None
        day = parse_due(first["day"]).date if first else None
        if day and sentence not in told and not _others().search(sentence):
            yield from _hits(where, said[0]["day"], day, named)


def _hits(where: Place, said: str, day: date, named: Named) -> Iterator[Hit]:
    dated = [(t, c, due) for t in named.things for c in t.cells if (due := _due(c))]
    if dated and not any(_is_in(day, cell.text, due) for _, cell, due in dated):
        thing, cell, _ = dated[-1]
        facts = {"name": named.called, "said": said, "printed": cell.text, "sentence": where.quote[:200]}
        yield Hit(thing.refs, (where, thing.place(cell.text)), facts)


def _due(cell: LabelledText) -> date | None:
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
    ahead, done = (whole_words(ordered("dates", key)) for key in ("said_ahead", "done_then"))
    day = rf"(?P<day>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{any_month()}\s+{CENTURY}\d\d)"
    before = r"(?:by|in|on|until|at|for|before)\s+(?:the\s+)?(?:(?:end|middle|start)\s+of\s+)?(?:in\s+)?"
    return re.compile(
        rf"{ahead}[^.;]{{0,{NEAR}}}?(?:{done})[^.;,]{{0,{NEAR}}}?\s{before}{day}", re.IGNORECASE
    )


@from_words
def _others() -> re.Pattern[str]:
    """Words of a sentence on a part, or on what leads to the end."""
    return re.compile(whole_words(ordered("dates", "on_the_way")), re.IGNORECASE)
