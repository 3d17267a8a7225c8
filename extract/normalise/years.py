"""Normalise: the calendar behind dates and periods: months, two-digit, financial and academic years."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from agendapack.extract.normalise.words import any_of
from agendapack.schemas import from_words, vocabulary

FINANCIAL_YEAR_MONTH = 4
ACADEMIC_YEAR_MONTH = 9
# Two-digit years from here on belong to the last century.
LAST_CENTURY_FROM = 80

ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}

YEAR = r"(?:(?:19|20)\d\d|['’‘]?\d\d)"
# "2007/08", "2007-08", "2007/2008", "2007 / 08", "2007/8"; "23/24" only with a slash.
TWO_YEARS = (
    r"(?:(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d(?!\d))|(?:19|20)\d\d\s?/\s?\d(?!\d)|\d\d\s?/\s?\d\d)"
)
_TWO_YEARS = re.compile(r"(\d{2,4})\s?[/–-]\s?(\d{1,4})")


@from_words
def month_numbers() -> dict[str, int]:
    """Every printed name of a month, lower case."""
    return {name: int(n) for n, names in vocabulary("dates")["months"].items() for name in names}


@from_words
def month_pattern() -> str:
    """A pattern for a month's name, a full stop after an abbreviation included."""
    return rf"(?:{any_of(month_numbers())}(?![a-z])\.?)"


def month(name: str) -> int:
    """The number of a month by its printed name."""
    return month_numbers()[name.strip(" .").lower()]


def full_year(printed: str) -> int:
    """2008 for "08", "'08" and "2008"."""
    digits = printed.strip("'’‘ ")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= LAST_CENTURY_FROM else 2000)


def first_of_two_years(printed: str) -> int | None:
    """2007 for "2007/08" and the like, None when the second year does not follow the first."""
    found = _TWO_YEARS.fullmatch(printed.strip())
    if not found:
        return None
    first, second = full_year(found[1]), found[2]
    if len(found[1]) == 3 or len(second) == 3:
        return None
    modulus = int(10 ** len(second))
    return first if (first + 1) % modulus == int(second) else None


def last_day(year: int, month_number: int) -> date:
    """The last day of a month."""
    return date(year, month_number, monthrange(year, month_number)[1])


def quarter(first_year: int, number: int) -> tuple[date, date]:
    """First and last day of a quarter of the financial year that begins in `first_year`."""
    start = FINANCIAL_YEAR_MONTH + 3 * (number - 1)
    year = first_year + (start > 12)
    start = (start - 1) % 12 + 1
    return date(year, start, 1), last_day(year, start + 2)


def financial_year(first_year: int) -> tuple[date, date]:
    """1 April to 31 March."""
    return date(first_year, FINANCIAL_YEAR_MONTH, 1), date(first_year + 1, 3, 31)


def academic_year(first_year: int) -> tuple[date, date]:
    """1 September to 31 August."""
    return date(first_year, ACADEMIC_YEAR_MONTH, 1), date(first_year + 1, 8, 31)


def month_in_financial_year(first_year: int, month_number: int) -> int:
    """The calendar year of a month of a financial year."""
    return first_year if month_number >= FINANCIAL_YEAR_MONTH else first_year + 1
