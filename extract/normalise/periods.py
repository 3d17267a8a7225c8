"""Normalise: a period as printed in a cell or column head in, its text and first and last day out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.normalise import years
from extract.normalise.dates import parse_date
from extract.normalise.words import flat
from schemas import from_words


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; without first and last day when the text names no year."""

    text: str
    """As printed."""
    start: date | None = None
    end: date | None = None
    part: str = ""
    """ "quarter", "half" or "month" when it waits for a year from its context."""


def parse_period(text: str, *, context: str = "") -> Period | None:
    """Read a text that is nothing but a period; a year in `context` completes "Quarter 1"."""
    line = flat(text)
    found = find_period(line, context=context)
    return found if found and _covers(line, found) else None


def find_period(text: str, *, context: str = "") -> Period | None:
    """The first period named in a text such as a column head; text in brackets counts last."""
    line = flat(text)
    outside = re.sub(r"\([^)]*\)|\([^)]*$", " ", line)
    for place in (outside, line):
        periods = list(_periods(place))
        if periods:
            return _completed(periods, context)
    return None


def _completed(periods: list[Period], context: str) -> Period:
    """The first period, given the year of another one beside it or of the context when it names none."""
    first = periods[0]
    parts = [p for p in periods if p.part]
    known = [p for p in (*periods, *_periods(flat(context))) if p.start and _is_year(p)]
    if not parts or (first.start and not _is_year(first)):
        return first
    part = parts[0]
    if not known:
        return part if first is part else first
    return next(_periods(f"{part.text} {known[0].text}"), part)


def _is_year(period: Period) -> bool:
    return bool(period.start and period.end and (period.end - period.start).days in (364, 365))


_FILLER = re.compile(
    r"\W|\b(?:as|at|on|the|for|in|of|year|years|end|ending|ended|to|date|fy|financial)\b", re.I
)


def _covers(line: str, period: Period) -> bool:
    """Whether nothing is left of the line beside the period and words that go with it."""
    rest = line
    for word in period.text.split():
        rest = rest.replace(word, " ", 1)
    return not _FILLER.sub("", rest)


def _periods(line: str) -> Iterator[Period]:
    """The periods of a line, left to right."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Period]] = []
    for name, pattern in _patterns():
        for match in pattern.finditer(line):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            period = _read(name, match)
            if period:
                taken.append(match.span())
                found.append((match.start(), replace(period, text=match[0].strip())))
    yield from (p for _, p in sorted(found, key=lambda f: f[0]))


@from_words
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The shapes of periods, the most telling first."""
    sep, not_more = r"[\s,.’'-]{0,2}", r"(?!\s?[/-]\s?\d)"
    name, year, two = years.month_pattern(), years.YEAR, rf"(?P<two>{years.TWO_YEARS})"
    month = rf"(?P<month>{name})"
    month_year = rf"{month}{sep}\s?(?P<y>{year})"
    nth = "|".join(years.ORDINALS)
    quarter = rf"(?:(?:Q|Qtr|Quarter)\.?\s?(?P<n>[1-4])|(?P<nth>{nth})\s(?:quarter|qtr))"
    day = rf"\d{{1,2}}(?:st|nd|rd|th)?{sep}(?:of\s)?{name}{sep}\s?{year}"
    day = rf"(?P<day>{day}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d))"
    twelve = r"(?:rolling\s)?(?:12|twelve)\s(?:months?|mths)(?:\s(?:to|ending|ended|up to))?\s"
    quarters = r"(?:Q|Quarters?)\s?(?P<a>[1-4])\s?(?:-|–|to)\s?(?:Q|Quarter)?\s?(?P<b>[1-4])"
    months = rf"(?P<a>{name})(?:{sep}(?P<ya>{year}))?\s?(?:-|–|to)\s?(?P<b>{name}){sep}\s?(?P<y>{year})"
    half = r"(?:H|Half\s)(?P<n>[12])"
    shapes = {
        "academic": rf"academic\syears?\s{two}",
        "academic after": rf"{two}\s\(?academic(?:\syear)?",
        "twelve months": rf"{twelve}(?:{day}|(?:the\s)?(?:end\s(?:of\s)?)?{month_year})",
        "day": day,
        "quarters": rf"{quarters}\W{{1,3}}{two}",
        "quarter": rf"{quarter}\W{{0,3}}(?:of\s)?(?:FY\s?)?{two}",
        "quarter alone": rf"{quarter}(?!\d)",
        "half": rf"{half}\W{{0,3}}{two}",
        "half alone": rf"{half}(?!\d)",
        "months": rf"{months}{not_more}",
        "month of year": rf"{month}{sep}\s?{two}",
        "month": rf"{month_year}{not_more}",
        "year": two,
        "calendar year": rf"(?P<y>(?:19|20)\d\d){not_more}",
        "later": r"\+\s?\d\s(?:years?|yrs?|months?)",
        "month alone": rf"(?-i:(?=[A-Z])(?!May\s[a-z])){month}(?!\s?\d)",
    }
    return [(shape, re.compile(rf"(?<![\w£.,+/])(?:{p})(?!\w)", re.I)) for shape, p in shapes.items()]


def _read(name: str, match: re.Match[str]) -> Period | None:
    """First and last day of what a shape matched, None when the words cannot mean it."""
    try:
        return _DAYS[name](match)
    except (ValueError, TypeError):
        return None


def _between(days: tuple[date, date]) -> Period:
    return Period("", *days)


def _first_year(match: re.Match[str]) -> int:
    first = years.first_of_two_years(match["two"])
    if first is None:
        raise ValueError(match["two"])
    return first


def _quarter_number(match: re.Match[str]) -> int:
    return int(match["n"]) if match["n"] else years.ORDINALS[match["nth"].lower()]


def _academic(match: re.Match[str]) -> Period:
    return _between(years.academic_year(_first_year(match)))


def _one_day(match: re.Match[str]) -> Period | None:
    day = parse_date(match[0])
    return Period("", day, day) if day else None


def _twelve_months(match: re.Match[str]) -> Period | None:
    end = parse_date(match["day"]) if match["day"] else _month_end(match)
    if end is None:
        return None
    after = end + timedelta(days=1)
    return Period("", after.replace(year=after.year - 1), end)


def _month_end(match: re.Match[str]) -> date:
    return years.last_day(years.full_year(match["y"]), years.month(match["month"]))


def _month(match: re.Match[str]) -> Period:
    end = _month_end(match)
    return Period("", end.replace(day=1), end)


def _months(match: re.Match[str]) -> Period:
    end = years.last_day(years.full_year(match["y"]), years.month(match["b"]))
    first = years.month(match["a"])
    year = years.full_year(match["ya"]) if match["ya"] else end.year - (first > end.month)
    return Period("", date(year, first, 1), end)


def _month_of_year(match: re.Match[str]) -> Period:
    number = years.month(match["month"])
    end = years.last_day(years.month_in_financial_year(_first_year(match), number), number)
    return Period("", end.replace(day=1), end)


def _quarters(match: re.Match[str]) -> Period:
    first = _first_year(match)
    return Period("", years.quarter(first, int(match["a"]))[0], years.quarter(first, int(match["b"]))[1])


def _half(match: re.Match[str]) -> Period:
    first, last_quarter = _first_year(match), 2 * int(match["n"])
    return Period("", years.quarter(first, last_quarter - 1)[0], years.quarter(first, last_quarter)[1])


_DAYS: dict[str, Callable[[re.Match[str]], Period | None]] = {
    "academic": _academic,
    "academic after": _academic,
    "twelve months": _twelve_months,
    "day": _one_day,
    "quarters": _quarters,
    "quarter": lambda m: _between(years.quarter(_first_year(m), _quarter_number(m))),
    "quarter alone": lambda m: Period("", part="quarter"),
    "half": _half,
    "half alone": lambda m: Period("", part="half"),
    "months": _months,
    "month of year": _month_of_year,
    "month": _month,
    "year": lambda m: _between(years.financial_year(_first_year(m))),
    "calendar year": lambda m: Period("", date(int(m["y"]), 1, 1), date(int(m["y"]), 12, 31)),
    "later": lambda m: Period(""),
    "month alone": lambda m: Period("", part="month"),
}
