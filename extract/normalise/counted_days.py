"""Normalise: a date and the words before it in, the day that is counted from it out, for `dates`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise import years
from agendapack.extract.normalise.words import whole_words
from agendapack.schemas import from_words, vocabulary

DAYS_OF_A_WEEK, MONTHS = 7, 12


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date expression in a text: `day` None when it names no year or no possible day."""

    start: int
    end: int
    day: date | None
    whole: bool = False
    """Names a single day of the calendar."""
    bare: bool = False
    """Names no year of its own."""
    span: bool = False
    """Runs from one date to another."""
    possible: bool = True


def counted_from(line: str, hit: DateHit) -> DateHit:
    """The date moved by what is counted from it: "6 weeks from …"; a week that begins with it is due then.

    No day where it cannot be told: working days, weeks from a month.
    """
    before = line[: hit.start]
    if found := _week().search(before):
        return replace(hit, start=found.start())
    if found := _count().search(before):
        told = hit.whole and not found["working"]
        day = _later(hit.day, found["unit"].lower().rstrip("s"), _number(found["many"])) if told else None
        return replace(hit, start=found.start(), day=day)
    return hit


def _later(day: date | None, unit: str, many: int) -> date | None:
    """The day so many days, weeks, months or years later; None beyond the calendar."""
    if day is None:
        return None
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=many * (DAYS_OF_A_WEEK if unit == "week" else 1))
        months = day.year * MONTHS + day.month - 1 + many * (MONTHS if unit == "year" else 1)
        last = years.last_day(months // MONTHS, months % MONTHS + 1)
        return last.replace(day=min(day.day, last.day))
    except (OverflowError, ValueError):
        return None


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else int(vocabulary("dates")["numbers"][printed.lower()])


@from_words
def _week() -> re.Pattern[str]:
    return re.compile(whole_words(vocabulary("dates")["week_beginning"]) + r"\W{0,2}$", re.I)


@from_words
def _count() -> re.Pattern[str]:
    words = vocabulary("dates")
    many = rf"(?<![\w.,/])(?P<many>\d{{1,3}}|{whole_words(words['numbers'])})"
    unit = r"\s(?:calendar\s)?(?P<working>working\s)?(?P<unit>days?|weeks?|months?|years?)"
    return re.compile(rf"{many}{unit}\s{whole_words(words['counted_from'])}\W{{0,2}}$", re.I)
