"""Check: a day of the week that its date does not fall on."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from agendapack.extract.normalise.words import any_of
from agendapack.extract.normalise.years import month, month_pattern
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

INITIALS = 3
"""Letters by which the English names of days differ."""
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@check(
    kind="suspect_date",
    title="Date that falls on another day of the week",
    severity="warning",
    message="“{text}” is a {day}",
    looks_at="lines, tables, actions, indicators, risks",
)
def weekday(subject: Subject) -> Iterator[Hit]:
    """The day or the date is wrong, and nobody knows when to come."""
    told = ((wrong, said) for said in subject.figured for wrong in _wrong(said.text))
    for (text, day), its in grouped(told).items():
        places = tuple(dict.fromkeys(said.place for said in its))
        yield Hit(in_order((text, *(said.name for said in its))), places, {"text": text, "day": day})


def _wrong(text: str) -> Iterator[tuple[str, str]]:
    """Each date with a day of the week that it does not fall on, and the day on which it falls."""
    for found in _dated().finditer(text):
        named = found["month"] or ""
        number = int(found["number"] or 0) if not named else month(named)
        day, year = int(found["day"]), int(found["year"])
        if 1 <= number <= 12 and 1 <= day <= monthrange(year, number)[1]:
            true = NAMES[date(year, number, day).weekday()]
            if found["weekday"][:INITIALS].title() != true[:INITIALS]:
                yield " ".join(found[0].split()), true


@from_words
def _dated() -> re.Pattern[str]:
    """The words "Tuesday, 4th March 2025", "Tues 04/03/2025"."""
    name = any_of(ordered("dates", "weekdays"))
    written = rf"(?:st|nd|rd|th)?(?:\s+of)?,?[\s-]+(?P<month>{month_pattern()}),?[\s-]+"
    return re.compile(
        rf"\b(?P<weekday>{name})\b[.,]?\s+(?:the\s+)?(?P<day>[0-3]?\d)"
        rf"(?:{written}|[/.-](?P<number>[01]?\d)[/.-])(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )
