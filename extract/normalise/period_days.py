"""Normalise: the first and last day of what the shape of a period matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise import years
from agendapack.extract.normalise.dates import parse_date

MONTHS = {"3": 3, "three": 3, "6": 6, "six": 6, "9": 9, "nine": 9, "quarter": 3, "qtr": 3, "half": 6}
"""How many months reports look back on, other than a year; a quarter's and half a year's by their names."""
COUNTED_YEARS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
"""How many years they look back on."""
QUARTERS = {"one": 1, "two": 2, "three": 3, "four": 4}
WEEK = timedelta(days=6)
"""From the first day of a week to its last."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; without first and last day when the text names no year."""

    text: str
    """As printed."""
    start: date | None = None
    end: date | None = None
    part: str = ""
    """ "quarter", "half", "month" or "several" of them when it waits for a year from its context."""


def period_of(name: str, match: re.Match[str]) -> Period | None:
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
    if match["n"]:
        return int(match["n"])
    return QUARTERS[match["word"].lower()] if match["word"] else years.ORDINALS[match["nth"].lower()]


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


def _months_of_year(match: re.Match[str]) -> Period:
    first = _first_year(match)
    start, end = (
        years.last_day(years.month_in_financial_year(first, number), number)
        for number in (years.month(match["a"]), years.month(match["b"]))
    )
    return Period("", start.replace(day=1), end)


def _years_of_two(match: re.Match[str]) -> Period:
    last = years.first_of_two_years(match["last"])
    if last is None:
        raise ValueError(match["last"])
    return Period("", years.financial_year(_first_year(match))[0], years.financial_year(last)[1])


def _calendar_years(match: re.Match[str]) -> Period:
    first, last = int(match["a"]), int(match["b"])
    last += first // 100 * 100 if last < 100 else 0
    if last <= first:
        raise ValueError(match[0])
    return Period("", date(first, 1, 1), date(last, 12, 31))


def _named_financial_year(match: re.Match[str]) -> Period:
    """The year of "FY24/25"; which years "FY25" stands for is not said."""
    return _between(years.financial_year(_first_year(match))) if match["two"] else Period("")


def _half(match: re.Match[str]) -> Period:
    return _half_of(
        _first_year(match), int(match["n"]) if match["n"] else years.ORDINALS[match["nth"].lower()]
    )


def _half_of(first: int, number: int) -> Period:
    last_quarter = 2 * number
    return Period("", years.quarter(first, last_quarter - 1)[0], years.quarter(first, last_quarter)[1])


def _days(match: re.Match[str]) -> Period | None:
    """From one day to another, the first of which may leave out its year."""
    last, began = parse_date(match["day"]), match["from"]
    first = last and (parse_date(began) or parse_date(f"{began} {last.year}"))
    if last and first and first > last:
        first = parse_date(f"{began} {last.year - 1}")
    return Period("", first, last) if first and last and first <= last else None


def _week(match: re.Match[str]) -> Period:
    """The seven days from, or up to, the day named; none where its year is not."""
    day = parse_date(match["day"]) if match["day"] else None
    if day is None:
        return Period("")
    return Period("", day, day + WEEK) if match["first"] else Period("", day - WEEK, day)


def _years_back(match: re.Match[str]) -> Period:
    last, count = _first_year(match), COUNTED_YEARS[match["count"].lower()]
    return Period("", years.financial_year(last - count + 1)[0], years.financial_year(last)[1])


def _year_up_to(match: re.Match[str]) -> Period:
    first, number = _first_year(match), years.month(match["month"])
    end = years.last_day(years.month_in_financial_year(first, number), number)
    return Period("", years.financial_year(first)[0], end)


def _some_months(match: re.Match[str]) -> Period | None:
    """Whole months up to the day or month named: "Six months to 30 September 2031"."""
    end = parse_date(match["day"]) if match["day"] else _month_end(match)
    if end is None:
        return None
    number = MONTHS[(match["months"] or match["half"] or match["quarter"]).lower()]
    begun = end.year * 12 + end.month - number  # the month that is followed by so many, counted from year 0
    return Period("", date(begun // 12, begun % 12 + 1, 1), end)


_DAYS: dict[str, Callable[[re.Match[str]], Period | None]] = {
    "academic": _academic,
    "academic after": _academic,
    "twelve months": _twelve_months,
    "some months": _some_months,
    "days": _days,
    "week": _week,
    "day": _one_day,
    "years back": _years_back,
    "year up to": _year_up_to,
    "quarters": _quarters,
    "quarters of some year": lambda m: Period(""),
    "quarters alone": lambda m: Period("", part="several"),
    "quarter of another year": lambda m: Period(""),
    "quarter": lambda m: _between(years.quarter(_first_year(m), _quarter_number(m))),
    "quarter of some year": lambda m: Period(""),
    "quarter alone": lambda m: Period("", part="quarter"),
    "half": _half,
    "middle": lambda m: _half_of(_first_year(m), 1),
    "half alone": lambda m: Period("", part="half"),
    "months of year": _months_of_year,
    "months": _months,
    "months alone": lambda m: Period("", part="several"),
    "since month": lambda m: Period(""),
    "month of year": _month_of_year,
    "month": _month,
    "part of a year": lambda m: Period(""),
    "counted of year": lambda m: Period(""),
    "years of two": _years_of_two,
    "financial year": _named_financial_year,
    "year": lambda m: _between(years.financial_year(_first_year(m))),
    "years": _calendar_years,
    "calendar year": lambda m: Period("", date(int(m["y"]), 1, 1), date(int(m["y"]), 12, 31)),
    "counted": lambda m: Period(""),
    "later": lambda m: Period(""),
    "month alone": lambda m: Period("", part="month"),
}
