"""Normalise: the shapes in which periods are printed, the most telling first."""

from __future__ import annotations

import re

from agendapack.extract.normalise import years
from agendapack.extract.normalise.period_days import COUNTED_YEARS, QUARTERS
from agendapack.extract.normalise.words import any_of
from agendapack.schemas import from_words, remembered, vocabulary

IN_WORDS = frozenset({"quarter alone", "quarter of another year", "months alone", "month alone"})
"""Shapes that need no figure: "First quarter", "June"."""
WITH_MONTH = frozenset(
    {"months of year", "months", "months alone", "since month", "month of year", "month", "month alone"}
)
"""Shapes that begin with a month."""
_FREE = r"(?<![\w£.,+/])"
"""What no period begins behind."""
_FIGURE = re.compile(r"\d")


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
