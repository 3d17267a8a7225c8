"""Normalise: a period in, how long a stretch of time it is out."""

from __future__ import annotations

import re
from dataclasses import replace

from agendapack.extract.normalise import years
from agendapack.extract.normalise.period_days import Period
from agendapack.extract.normalise.words import whole_words
from agendapack.schemas import from_words, vocabulary

SPANS = ((1, "point"), (31, "month"), (92, "quarter"), (184, "half"), (366, "year"))
"""Most days of each span."""
LEAST_DAYS = {"point": 1, "month": 28, "quarter": 90, "half": 181, "year": 365}


@from_words
def _to_date() -> re.Pattern[str]:
    return re.compile(whole_words(vocabulary("measures")["year_to_date"]), re.I)


def is_to_date(title: str) -> bool:
    """Whether a title says that its figures are those of the year so far."""
    return bool(_to_date().search(title))


def year_to_date(period: Period) -> Period:
    """From the beginning of the financial year to the end of the period."""
    if period.end is None:
        return period
    first = period.end.year - (period.end.month < years.FINANCIAL_YEAR_MONTH)
    return replace(period, start=years.financial_year(first)[0])


def span_of(period: Period) -> str:
    """point, month, quarter, half, year or ytd; empty when the days are not known or no such stretch.

    Several quarters or months from the beginning of a financial year are the year to date.
    """
    if period.start is None or period.end is None:
        return period.part if period.part in LEAST_DAYS else ""
    days = (period.end - period.start).days + 1
    name = next((name for most, name in SPANS if days <= most), "")
    if name and days >= LEAST_DAYS[name]:
        return name
    begins = (period.start.month, period.start.day) == (years.FINANCIAL_YEAR_MONTH, 1)
    return "ytd" if begins and name == "year" else ""
