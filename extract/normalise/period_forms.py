"""Normalise: the shapes in which periods are printed, the most telling first, and the days of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise import years
from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.normalise.words import any_of
from agendapack.schemas import from_words, remembered, vocabulary

HALF = 6
"""Months of half a year."""
MONTHS = {"3": 3, "three": 3, "6": 6, "six": 6, "9": 9, "nine": 9}
"""How many months reports look back on, other than a year."""
IN_WORDS = frozenset({"quarter alone", "month alone"})
"""Shapes that need no figure: "First quarter", "June"."""
WITH_MONTH = frozenset({"months of year", "months", "month of year", "month", "month alone"})
"""Shapes that begin with a month."""
_FREE = r"(?<![\w£.,+/])"
"""What no period begins behind."""
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; without first and last day when the text names no year."""

    text: str
    """As printed."""
    start: date | None = None
    end: date | None = None
    part: str = ""
    """ "quarter", "half" or "month" when it waits for a year from its context."""


@from_words
def shapes() -> list[tuple[str, re.Pattern[str]]]:
    """The shapes of periods, the most telling first."""
    sep, not_more = r"[\s,.’‘'-]{0,2}", r"(?!\s?[/-]\s?\d)"
    name, year, two = years.month_pattern(), years.YEAR, rf"(?P<two>{years.TWO_YEARS})"
    month = rf"(?P<month>{name})"
    month_year = rf"{month}{sep}\s?(?P<y>{year})"
    nth = "|".join(years.ORDINALS)
    quarter = rf"(?:(?:Q|Qtr|Quarter)\.?\s?(?P<n>[1-4])|(?P<nth>{nth})\s(?:quarter|qtr))"
    quarter_again = quarter.replace("?P<n>", "?P<n2>").replace("?P<nth>", "?P<nth2>")
    day = rf"\d{{1,2}}(?:st|nd|rd|th)?{sep}(?:of\s)?{name}{sep}\s?{year}"
    american = rf"{name}\s\d{{1,2}}(?:st|nd|rd|th)?,\s?(?:19|20)\d\d"
    day = rf"(?P<day>{day}|{american}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d))"
    ending = r"(?:\s(?:to|ending|ended|up to))?\s"
    twelve = rf"(?:rolling\s)?(?:12|twelve)[\s-](?:months?|mths)(?:\srolling)?{ending}"
    twelve = rf"(?:{twelve}|(?:full\s)?year\s(?:to|ending|ended)\s|Y/?E\s)"
    link = r"\s?(?:-|–|to)\s?"
    quarters = rf"(?:Q|Quarters?)\s?(?P<a>[1-4])(?:{link}|\s?(?:&|and|/)\s?)(?:Q|Quarter)?\s?(?P<b>[1-4])"
    months = rf"(?P<a>{name})(?:{sep}(?P<ya>{year}))?{link}(?P<b>{name})"
    part = any_of(vocabulary("dates")["parts_of_year"])
    counted = any_of(vocabulary("dates")["counted"])
    # two years with a dash and without centuries are told from a range of figures by what stands before
    short = rf"(?P<two>{years.TWO_YEARS}|\d\d\s?[–-]\s?\d\d)"
    half = (
        r"(?:(?:H|HY|Half(?:[\s-]?year)?\s)\s?(?P<n>[12])|(?P<nth>first|1st|second|2nd)\shalf(?:[\s-]?year)?)"
    )
    middle = r"(?:mid|half)[\s-]?year(?:\s[a-z]+){0,3}"
    some = rf"(?:(?P<months>{'|'.join(MONTHS)})[\s-](?:months?|mths)|(?P<half>half[\s-]?year)){ending}"
    forms = {
        "academic": rf"(?:academic\syears?|A/?Y)\s{two}",
        "academic after": rf"{two}\s\(?(?:academic(?:\syear)?|AY\)?)",
        "some months": rf"{some}(?:{day}|(?:the\s)?(?:end\s(?:of\s)?)?{month_year})",
        "twelve months": rf"{twelve}(?:{day}|(?:the\s)?(?:end\s(?:of\s)?)?{month_year})",
        "day": day,
        "quarters": rf"{quarters}\W{{1,3}}{two}",
        "quarter": rf"{quarter}\W{{0,3}}(?:of\s)?(?:FY\s?)?{short}",
        "quarter of some year": rf"{quarter}\s?(?:(?:19|20)\d\d|['’‘]\d\d)|(?:19|20)\d\d\s{quarter_again}",
        "quarter alone": rf"{quarter}(?!\d)",
        "half": rf"{half}\W{{0,3}}(?:of\s)?(?:FY\s?)?{short}",
        "middle": rf"{middle}\W{{1,3}}(?:FY\s?)?{two}",
        "half alone": rf"{half}(?!\d)",
        "months of year": rf"{months}{sep}\s?{two}",
        "months": rf"{months}{sep}\s?(?P<y>{year}){not_more}",
        "month of year": rf"{month}{sep}\s?{two}",
        "month": rf"{month_year}{not_more}",
        "part of a year": rf"{part}(?:\sterm)?\s(?:{years.TWO_YEARS}|(?:19|20)\d\d)",
        "years of two": rf"(?P<two>{years.TWO_YEARS}){link}(?P<last>{years.TWO_YEARS})",
        "financial year": rf"FY\s?{short}|FY\s?['’‘]?\d\d",
        "year": two,
        "years": rf"(?P<a>(?:19|20)\d\d){link}(?P<b>(?:19|20)\d\d|\d\d)",
        "calendar year": rf"(?P<y>(?:19|20)\d\d){not_more}",
        "counted": rf"{counted}\s?\d{{1,2}}",
        "later": r"\+\s?\d\s(?:years?|yrs?|months?)",
        "month alone": rf"(?-i:(?=[A-Z])(?!May\s[a-z])){month}(?!\s?\d)",
    }
    return [(shape, re.compile(rf"{_FREE}(?:{p})(?!\w)", re.I)) for shape, p in forms.items()]


def shapes_of(line: str) -> list[tuple[str, re.Pattern[str]]]:
    """Those that a line may have: nearly all need a figure, and some begin with a month."""
    figures = bool(_FIGURE.search(line))
    return _some(figures, not figures or bool(_month_ahead().search(line)))


@remembered
def _some(figures: bool, months: bool) -> list[tuple[str, re.Pattern[str]]]:
    return [s for s in shapes() if (figures or s[0] in IN_WORDS) and (months or s[0] not in WITH_MONTH)]


@from_words
def _month_ahead() -> re.Pattern[str]:
    """A month where a period may begin."""
    return re.compile(_FREE + years.month_pattern(), re.I)


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


def _some_months(match: re.Match[str]) -> Period | None:
    """Whole months up to the day or month named: "Six months to 30 September 2031"."""
    end = parse_date(match["day"]) if match["day"] else _month_end(match)
    if end is None:
        return None
    number = MONTHS[match["months"].lower()] if match["months"] else HALF
    begun = end.year * 12 + end.month - number  # the month that is followed by so many, counted from year 0
    return Period("", date(begun // 12, begun % 12 + 1, 1), end)


_DAYS: dict[str, Callable[[re.Match[str]], Period | None]] = {
    "academic": _academic,
    "academic after": _academic,
    "twelve months": _twelve_months,
    "some months": _some_months,
    "day": _one_day,
    "quarters": _quarters,
    "quarter": lambda m: _between(years.quarter(_first_year(m), _quarter_number(m))),
    "quarter of some year": lambda m: Period(""),
    "quarter alone": lambda m: Period("", part="quarter"),
    "half": _half,
    "middle": lambda m: _half_of(_first_year(m), 1),
    "half alone": lambda m: Period("", part="half"),
    "months of year": _months_of_year,
    "months": _months,
    "month of year": _month_of_year,
    "month": _month,
    "part of a year": lambda m: Period(""),
    "years of two": _years_of_two,
    "financial year": _named_financial_year,
    "year": lambda m: _between(years.financial_year(_first_year(m))),
    "years": _calendar_years,
    "calendar year": lambda m: Period("", date(int(m["y"]), 1, 1), date(int(m["y"]), 12, 31)),
    "counted": lambda m: Period(""),
    "later": lambda m: Period(""),
    "month alone": lambda m: Period("", part="month"),
}
