"""Normalise: the forms in which dates are printed, the most telling first, and the day that each names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from agendapack.extract.normalise import years
from agendapack.extract.normalise.due_words import due_words
from agendapack.extract.normalise.words import any_of, flat, whole_words
from agendapack.schemas import from_words, remembered, vocabulary

ALIKE = 0.75
"""From here on a word beside a day and a year is taken for a month with a slip of the fingers."""
LONGEST_LEAD_IN = 80
"""Characters of words before a date that say what it is the date of."""


class NotADateError(Exception):
    """The pattern fits but the words mean something else."""


Reader = Callable[[re.Match[str], int | None], date | None]
"""The day that a form names; the year of the plan may have to be known."""
Form = tuple[re.Pattern[str], Reader, bool]
"""The pattern of a date expression, what reads it, and whether it names a day."""
_FIGURE = re.compile(r"\d")
_FREE = r"(?<![\w£.,])"
"""What no date begins behind."""


def lead_in(line: str, at: int) -> str:
    """What stands before a place, as far as it may say something of what stands there."""
    return line[max(0, at - LONGEST_LEAD_IN) : at]


@from_words
def forms() -> list[Form]:
    """The patterns of date expressions, the most telling first, with what reads each."""
    return [(re.compile(rf"{_FREE}(?:{p})(?!\w)", re.I), read, whole) for p, read, whole in _patterns()]


def forms_of(line: str) -> list[Form]:
    """Those that a line may hold: nearly all need a figure, and many begin with a month."""
    figures = bool(_FIGURE.search(line))
    return _some(figures, not figures or bool(_month_ahead().search(line)))


@remembered
def _some(figures: bool, months: bool) -> list[Form]:
    in_words, begun = (_week_of_month, _quarter, _year_end, _month_alone), f"{_FREE}(?:(?P<month>"
    return [
        form
        for form in forms()
        if (figures or form[1] in in_words) and (months or not form[0].pattern.startswith(begun))
    ]


@from_words
def _month_ahead() -> re.Pattern[str]:
    """A month where a date may begin."""
    return re.compile(_FREE + years.month_pattern(), re.I)


def _patterns() -> Iterator[tuple[str, Reader, bool]]:
    words = vocabulary("dates")
    month, year, two = years.month_pattern(), years.YEAR, years.TWO_YEARS
    sep = r"[\s,.’‘')-]{0,2}"
    ordinal = r"(?:st|nd|rd|th)?"
    yield r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _numeric, True
    yield r"(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)", _numeric, True
    yield (
        rf"(?:(?P<first_day>\d{{1,2}}){ordinal}\s?[-–]\s?)?(?P<d>\d{{1,2}}){ordinal}{sep}(?:of\s)?"
        rf"(?P<month>{month}){sep}\s?(?P<y>{year})(?!\s?[/-]\s?\d)",
        _named,
        True,
    )
    yield rf"(?P<month>{month})\s(?P<d>\d{{1,2}}){ordinal},?\s(?P<y>(?:19|20)\d\d)", _named, True
    yield (
        rf"(?P<nth>{'|'.join(years.ORDINALS)}|last|final)\sweek\s(?:of|in)\s(?P<month>{month})(?:{sep}\s?(?P<y>{year}))?",
        _week_of_month,
        False,
    )
    yield rf"(?P<month>{month}){sep}\s?(?P<two>{two})", _month_of_plan_year, False
    yield rf"(?P<month>{month})\s+half[\s-]?term{sep}\s?(?P<y>{year})(?!\s?[/-]\s?\d)", _month_year, False
    yield rf"(?P<month>{month}){sep}\s?(?P<y>{year})(?!\s?[/-]\s?\d)", _month_year, False
    yield rf"(?P<d>\d{{1,2}}){ordinal}\s(?:of\s)?(?P<month>{month})", _day_of_plan_year, False
    nth = "|".join(years.ORDINALS)
    number = rf"(?:(?:Q|Qtr|Quarter)\.?\s?(?P<q>[1-4])|(?P<nth>{nth})\s+quarter)"
    yield rf"{number}\W{{0,3}}(?:of\s)?FY\s?['’‘]?(?:20)?\d\d(?!\s?[/–-]\s?\d)", _of_unsaid_year, False
    yield rf"{number}\W{{0,3}}(?:of\s)?(?:FY\s?)?(?P<two>{two})", _quarter, False
    yield rf"(?P<two>{two})\W{{1,3}}{number}", _quarter, False
    yield rf"(?P<y>(?:19|20)\d\d)\W{{1,3}}{number}", _quarter, False
    yield rf"{number}(?:\W{{0,3}}(?:of\s)?(?P<y>(?:19|20)\d\d))?", _quarter, False
    half = rf"(?:H(?P<half>[12])|(?P<nth>{nth})\s+half|(?P<midway>half[\s-]?year))"
    yield rf"{half}\W{{0,3}}(?:of\s)?(?:FY\s?)?(?:(?P<two>{two})|(?P<y>20\d\d)(?![\d/–-]))", _half, False
    part = any_of(words["parts_of_year"])
    yield (
        rf"(?P<part>{part})[\s-]{{0,3}}(?:of\s)?(?P<y>(?:19|20)\d\d)(?P<second>\s?[/–-]\s?(?:20)?\d\d)?(?P<term>\s+term)?",
        _part,
        False,
    )
    of_year = rf"(?:(?P<two>{two})|(?P<y>(?:19|20)\d\d)(?!\s?[/–-]\s?\d))"
    yield whole_words(words["end_of_plan_year"]) + rf"(?:\W{{1,3}}(?:of\s)?{of_year})?", _year_end, False
    yield rf"(?:academic\syear|A/?Y)\s(?P<two>{two})", _academic_year, False
    yield rf"(?:FY\s?)?(?P<two>{two})", _two_years, False
    yield r"FY\s?['’‘]?(?P<y>20\d\d|\d\d)(?!\s?[/–-]\s?\d)", _financial_year, False
    yield r"(?P<first_day>(?:19|20)\d\d)\s?[–-]\s?(?P<y>(?:19|20)\d\d|\d\d)", _span_of_years, False
    yield r"(?P<m>0?[1-9]|1[0-2])/(?P<y>20\d\d)", _month_number, False
    yield r"\d{1,2}(?:st|nd|rd|th)?\s(?P<word>[a-z]{4,})\s(?:19|20)\d\d", _misspelt_month, False
    yield r"(?P<y>(?:19|20)\d\d)(?!\s*[%/])", _year, False
    yield rf"(?P<month>(?-i:(?=[A-Z])){month})(?!\s?\d)", _month_alone, False


def _numeric(found: re.Match[str], plan_year: int | None) -> date:
    return date(years.full_year(found["y"]), int(found["m"]), int(found["d"]))


def _named(found: re.Match[str], plan_year: int | None) -> date:
    before = lead_in(found.string, found.start())
    if re.search(rf"{years.month_pattern()}[\s.’‘'-]*$", before, re.I):
        raise NotADateError  # "Jul 08 Oct 08" is two months, not the 8th of October
    if due_words().numbered_before.search(before):
        raise NotADateError  # "Phase 1 March 2026" names a month
    return date(years.full_year(found["y"]), years.month(found["month"]), int(found["d"]))


def _month_year(found: re.Match[str], plan_year: int | None) -> date:
    return years.last_day(years.full_year(found["y"]), years.month(found["month"]))


def _month_number(found: re.Match[str], plan_year: int | None) -> date:
    return years.last_day(int(found["y"]), int(found["m"]))


def _month_of_plan_year(found: re.Match[str], plan_year: int | None) -> date | None:
    first, number = years.first_of_two_years(found["two"]), years.month(found["month"])
    return None if first is None else years.last_day(years.month_in_financial_year(first, number), number)


def _day_of_plan_year(found: re.Match[str], plan_year: int | None) -> date | None:
    number = years.month(found["month"])
    year = plan_year and years.month_in_financial_year(plan_year, number)
    return date(year, number, int(found["d"])) if year else None


def _month_alone(found: re.Match[str], plan_year: int | None) -> date | None:
    number = years.month(found["month"])
    return plan_year and years.last_day(years.month_in_financial_year(plan_year, number), number) or None


def _quarter(found: re.Match[str], plan_year: int | None) -> date | None:
    named, groups = found["nth"], found.groupdict()
    number = years.ORDINALS[named.lower()] if named else int(found["q"])
    if groups.get("y"):
        return None  # "Q3 2025": of the calendar or of the financial year?
    first = years.first_of_two_years(found["two"]) if groups.get("two") else plan_year
    return None if first is None else years.quarter(first, number)[1]


def _half(found: re.Match[str], plan_year: int | None) -> date | None:
    number = years.ORDINALS[found["nth"].lower()] if found["nth"] else int(found["half"] or 1)
    if number > 2:
        raise NotADateError
    # "H1 2027": of the calendar or of the financial year?
    first = years.first_of_two_years(found["two"]) if found["two"] else None
    return None if first is None else years.quarter(first, 2 * number)[1]


def _part(found: re.Match[str], plan_year: int | None) -> date | None:
    """The end of a season or term; of two years a term's is the academic one, before autumn in the second."""
    words = vocabulary("dates")
    ends, name = words["parts_of_year"], flat(found["part"]).lower()
    term = bool(found["term"]) or name.endswith(" term")
    ending = ends.get(f"{name} term", ends[name]) if found["term"] else ends[name]
    year, month = int(found["y"]) + ending.endswith("+"), int(ending.rstrip("+"))
    if found["second"] and month < years.ACADEMIC_YEAR_MONTH and not ending.endswith("+"):
        if not term:
            return None  # "Spring 2025/26" begins or ends the year
        year += 1
    return years.last_day(year, month)


def _of_unsaid_year(found: re.Match[str], plan_year: int | None) -> None:
    """A year is named, but not which two it covers: "Q3 FY26"."""


def _week_of_month(found: re.Match[str], plan_year: int | None) -> date | None:
    """The last day of the week, where each has seven days from the first of the month on."""
    number = years.month(found["month"])
    year = years.full_year(found["y"]) if found["y"] else None
    year = year or (plan_year and years.month_in_financial_year(plan_year, number))
    if not year:
        return None
    end, week = years.last_day(year, number), years.ORDINALS.get(found["nth"].lower())
    return end.replace(day=7 * week) if week else end


def _two_years(found: re.Match[str], plan_year: int | None) -> date:
    """The end of "2007/08"; "2025-2026" with a dash is a span of calendar years."""
    first = years.first_of_two_years(found["two"])
    if first is None or re.fullmatch(r"\d{4}\s?[–-]\s?\d{4}", found["two"]):
        raise NotADateError
    return years.financial_year(first)[1]


def _academic_year(found: re.Match[str], plan_year: int | None) -> date | None:
    first = years.first_of_two_years(found["two"])
    return None if first is None else years.academic_year(first)[1]


def _financial_year(found: re.Match[str], plan_year: int | None) -> date:
    """The end of "FY26", which is called after the year in which it ends."""
    return years.financial_year(years.full_year(found["y"]) - 1)[1]


def _span_of_years(found: re.Match[str], plan_year: int | None) -> date:
    last = years.full_year(found["y"])
    if last <= int(found["first_day"]):
        raise NotADateError
    return date(last, 12, 31)


def _year(found: re.Match[str], plan_year: int | None) -> date:
    return date(int(found["y"]), 12, 31)


def _misspelt_month(found: re.Match[str], plan_year: int | None) -> None:
    """No day: "30 Septmeber 2031" is not the end of its year."""
    from difflib import get_close_matches

    if not get_close_matches(found["word"].lower(), years.month_numbers(), cutoff=ALIKE):
        raise NotADateError


def _year_end(found: re.Match[str], plan_year: int | None) -> date | None:
    if found["y"]:
        return date(int(found["y"]), 12, 31)
    first = years.first_of_two_years(found["two"]) if found["two"] else plan_year
    return None if first is None else years.financial_year(first)[1]
