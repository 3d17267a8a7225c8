"""How often a council reports, and what it calls the periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cadence:
    """Four meetings, and of each the period that it reports on."""

    span: str
    meetings: tuple[date, ...]
    periods: tuple[str, ...]
    ends: tuple[str, ...]


CADENCES = (
    Cadence(
        "quarter",
        (date(2031, 7, 24), date(2031, 10, 23), date(2032, 1, 22), date(2032, 4, 22)),
        ("Quarter 1 2031/32", "Quarter 2 2031/32", "Quarter 3 2031/32", "Quarter 4 2031/32"),
        ("2031-06-30", "2031-09-30", "2031-12-31", "2032-03-31"),
    ),
    Cadence(
        "month",
        (date(2031, 5, 22), date(2031, 6, 19), date(2031, 7, 24), date(2031, 8, 21)),
        ("April 2031", "May 2031", "June 2031", "July 2031"),
        ("2031-04-30", "2031-05-31", "2031-06-30", "2031-07-31"),
    ),
    Cadence(
        "half",
        (date(2031, 10, 23), date(2032, 4, 22), date(2032, 10, 21), date(2033, 4, 21)),
        ("Half Year 1 2031/32", "Half Year 2 2031/32", "Half Year 1 2032/33", "Half Year 2 2032/33"),
        ("2031-09-30", "2032-03-31", "2032-09-30", "2033-03-31"),
    ),
    Cadence(
        "year",
        (date(2031, 6, 19), date(2032, 6, 17), date(2033, 6, 23), date(2034, 6, 22)),
        ("2030/31", "2031/32", "2032/33", "2033/34"),
        ("2031-03-31", "2032-03-31", "2033-03-31", "2034-03-31"),
    ),
)
