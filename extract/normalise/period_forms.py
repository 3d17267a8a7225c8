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

MONTHS = {"3": 3, "three": 3, "6": 6, "six": 6, "9": 9, "nine": 9, "quarter": 3, "qtr": 3, "half": 6}
"""How many months reports look back on, other than a year; a quarter's and half a year's by their names."""
COUNTED_YEARS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
"""How many years they look back on."""
QUARTERS = {"one": 1, "two": 2, "three": 3, "four": 4}
IN_WORDS = frozenset({"quarter alone", "quarter of another year", "months alone", "month alone"})
"""Shapes that need no figure: "First quarter", "June"."""
WITH_MONTH = frozenset(
    {"months of year", "months", "months alone", "since month", "month of year", "month", "month alone"}
)
"""Shapes that begin with a month."""
WEEK = timedelta(days=6)
"""From the first day of a week to its last."""
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
    """ "quarter", "half", "month" or "several" of them when it waits for a year from its context."""


@from_words
def shapes() -> list[tuple[str, re.Pattern[str]]]:
    """The shapes of periods, the most telling first."""
    sep, not_more = r"[\s,.’‘'-]{0,2}", r"(?!\s?[/-]\s?\d)"
    name, year, two = years.month_pattern(), years.YEAR, rf"(?P<two>{years.TWO_YEARS})"
    month = rf"(?P<month>{name})"
    month_year = rf"{month}{sep}\s?(?P<y>{year})"
    nth = "|".join(years.ORDINALS)
    quarter = (
        rf"(?:(?:Q|Qtr|Quarter)\.?\s?(?P<n>[1-4])|Quarter\s(?P<word>{'|'.join(QUARTERS)})|"
        rf"(?P<nth>{nth})\s(?:quarter|qtr))"
    )
    quarter_again = (
        quarter.replace("?P<n>", "?P<n2>").replace("?P<nth>", "?P<nth2>").replace("?P<word>", "?P<w2>")
    )
    day = rf"\d{{1,2}}(?:st|nd|rd|th)?{sep}(?:of\s)?{name}{sep}\s?{year}"
    american = rf"{name}\s\d{{1,2}}(?:st|nd|rd|th)?,\s?(?:19|20)\d\d"
    numeric = r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)"
    day = rf"(?P<day>{day}|{american}|{numeric})"
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
    some = (
        rf"(?:(?P<months>3|three|6|six|9|nine)[\s-](?:months?|mths){ending}|(?P<half>half)[\s-]?year{ending}|"
        rf"(?P<quarter>quarter|qtr)\s(?:to|ending|ended)\s(?:the\s)?)"
    )
    week = rf"(?:(?P<first>{any_of(vocabulary('dates')['week_beginning'])})|w/e|week\s(?:ending|ended|to))"
    day_alone = rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{name}"
    until = r"\s?(?:-|–|to|until)\s?"
    other_year = r"(?:the\s)?(?:last|previous|prior|next)\s(?:financial\s)?year"
    forms = {
        "academic": rf"(?:academic\syears?|A/?Y)\s{two}",
        "academic after": rf"{two}\s\(?(?:academic(?:\syear)?|AY\)?)",
        "some months": rf"{some}(?:{day}|(?:the\s)?(?:end\s(?:of\s)?)?{month_year})",
        "twelve months": rf"{twelve}(?:{day}|(?:the\s)?(?:end\s(?:of\s)?)?{month_year})",
        "days": rf"(?P<from>{day_alone}(?:{sep}\s?(?:{year}))?|{numeric}){until}{day}",
        "week": rf"{week}\s(?:{day}|{day_alone})",
        "day": day,
        "years back": rf"(?P<count>{'|'.join(COUNTED_YEARS)})[\s-]years?{ending}{two}",
        "year up to": rf"{two}\W{{1,3}}(?:up\s)?to\s(?:end\s(?:of\s)?)?{month}(?!\s?\d)\)?",
        "quarters": rf"{quarters}\W{{1,3}}{two}",
        "quarters of some year": rf"{quarters}\W{{0,3}}(?:19|20)\d\d",
        "quarters alone": rf"{quarters}(?!\d)",
        "quarter of another year": rf"{quarter}\W{{0,3}}(?:of\s)?{other_year}",
        "quarter": rf"{quarter}\W{{0,3}}(?:of\s)?(?:FY\s?)?{short}",
        "quarter of some year": rf"{quarter}\s?(?:(?:19|20)\d\d|['’‘]\d\d)|(?:19|20)\d\d\s{quarter_again}",
        "quarter alone": rf"{quarter}(?!\d)",
        "half": rf"{half}\W{{0,3}}(?:of\s)?(?:FY\s?)?{short}",
        "middle": rf"{middle}\W{{1,3}}(?:FY\s?)?{two}",
        "half alone": rf"{half}(?!\d)",
        "months of year": rf"{months}{sep}\s?{two}",
        "months": rf"{months}{sep}\s?(?P<y>{year}){not_more}",
        "months alone": rf"(?-i:(?=[A-Z])){months}(?!\s?\d)",
        "month of year": rf"{month}{sep}\s?{two}",
        "since month": rf"{month_year}\s(?:-\s)?(?:to\sdate|onwards?)",
        "month": rf"{month_year}{not_more}",
        "part of a year": rf"{part}(?:\sterm)?\s(?:{years.TWO_YEARS}|(?:19|20)\d\d)",
        "counted of year": rf"(?:{counted}|P)\s?\d{{1,2}}\W{{1,3}}{years.TWO_YEARS}",
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
