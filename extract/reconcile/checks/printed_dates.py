"""Checks: dates in any text that do not exist, and spans of time that end before they begin."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.years import month, month_pattern
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, name_of, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.schemas import from_words

LEAP_YEAR = 2000
"""Stands for the year of a day whose year is not printed: 29 February may be one."""
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d./-])")
_SPAN = re.compile(r"\s*(?:[-–—]+|\bto\b|\buntil\b)\s*")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.]\d\d\b")
_YEARS = re.compile(r"\d{4}\s*[/–-]\s*\d{2,4}\b(?![/.-])")
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)\s*(?:[-–—]|to)\s*((?:19|20)\d\d)")
_TWO_PAIRS = re.compile(r"((?:19|20)\d\d)/\d\d\s*(?:[-–—]|to)\s*((?:19|20)\d\d)/\d\d")
"""Financial years: behind each other in a column of dates, beside each other where budgets are compared."""
LONGEST_MONTH = 31


@check(
    kind="suspect_date",
    title="Day that no calendar has",
    severity="error",
    message="{name}: {text} is no date (“{quote}”)",
    looks_at="actions, indicators, risks, tables, lines",
)
def no_such_day(subject: Subject) -> Iterator[Hit]:
    """Days beyond the end of their month, wherever they are printed."""
    told = ((day, said) for said in subject.figured for day in impossible_days(said.text))
    for day, its in grouped(told).items():
        names = in_order(said.name for said in its)
        where = ", ".join(names) or f"page {its[0].place.page}"
        facts = {"name": where, "text": day, "quote": its[0].text[:120]}
        yield Hit(names or (day,), tuple(said.place for said in its), facts)


@check(
    kind="suspect_date",
    title="Ends before it begins",
    severity="error",
    message="{name}: “{text}” ends before it begins",
    looks_at="actions",
)
def reversed_range(subject: Subject) -> Iterator[Hit]:
    """Only where both ends print their year; "Oct – Mar 2025" may begin the year before."""
    for action in subject.result.actions:
        for text in (action.due_text, *(text for _, text in action.extra)):
            pairs = _TWO_PAIRS.fullmatch(text.strip()) if text == action.due_text else None
            if _is_reversed(text) or (pairs and pairs[2] < pairs[1]):
                yield Hit((name_of(action),), (place(action, text),), {"name": name_of(action), "text": text})


def impossible_days(text: str) -> Iterator[str]:
    """The printed days of a text that no calendar has."""
    for match in _day_of_month().finditer(text):
        year = int(match["year"] or match["year2"] or LEAP_YEAR)
        if not _exists(int(match["day"] or match["day2"]), month(match["month"] or match["month2"]), year):
            yield " ".join(match[0].split()).rstrip(".")
    for match in _NUMERIC.finditer(text):
        day, number = int(match[1]), int(match[3])
        if 1 <= number <= 12 and not _exists(day, number, int(match[4])):
            yield match[0]


def _exists(day: int, number: int, year: int) -> bool:
    """Whether the month has the day; a number beyond all months is none of a day."""
    return 1 <= day <= monthrange(year, number)[1] or not 1 <= day <= LONGEST_MONTH


@from_words
def _day_of_month() -> re.Pattern[str]:
    """A pattern for a day with its month: "31 June", "June 31st, 2025"."""
    name, year = month_pattern(), r"(?:19|20)\d\d"
    suffix = r"(?:st|nd|rd|th)?"
    first = (
        rf"(?<![\w./–-])(?P<day>[1-3]?\d){suffix}(?:\s+of)?[\s-]+(?P<month>{name})"
        rf"(?:[\s,-]+(?P<year>{year}))?"
    )
    second = rf"\b(?P<month2>{name})\s+(?P<day2>[1-3]?\d){suffix},\s+(?P<year2>{year})"
    return re.compile(rf"{first}(?!\w)|{second}(?!\w)", re.IGNORECASE)


def _is_reversed(text: str) -> bool:
    if years := _TWO_YEARS.fullmatch(text.strip()):
        return years[2] < years[1]
    if len(_YEAR.findall(text)) != 2 or _YEARS.search(text):
        return False
    ends = [
        m for m in _SPAN.finditer(text) if _YEAR.search(text[: m.start()]) and _YEAR.search(text[m.end() :])
    ]
    if len(ends) != 1:
        return False
    first, last = parse_due(text[: ends[0].start()]), parse_due(text[ends[0].end() :])
    both = first.kind == last.kind == "date" and first.date and last.date
    return bool(both and first.date and last.date and last.date < first.date)
