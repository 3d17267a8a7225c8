"""Normalise: a period as printed in a cell or column head in, its text and first and last day out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from agendapack.extract.normalise.period_days import Period, period_of
from agendapack.extract.normalise.period_forms import shapes_of
from agendapack.extract.normalise.words import LONGEST_VALUE, Taken, flat
from agendapack.schemas import remembered


def parse_period(text: str, *, context: str = "") -> Period | None:
    """Read a text that is nothing but a period; a year in `context` completes "Quarter 1"."""
    line = flat(text)
    found = find_period(line, context=context)
    return found if found and _covers(line, found) else None


_BRACKETS = re.compile(r"\((?!\s*(?:up\s)?to\s)[^)]*(?:\)|$)")
"""All in brackets but how far the time before them goes: "2030/31 (to September)"."""


@remembered
def find_period(text: str, *, context: str = "") -> Period | None:
    """The first period named in a text such as a column head; text in brackets counts last."""
    line = flat(text)
    if len(line) > LONGEST_VALUE:
        return None
    outside = _BRACKETS.sub(" ", line)
    for place in (outside, line):
        periods = list(_periods(place))
        if periods:
            return _completed(periods, context)
    return None


def _completed(periods: list[Period], context: str) -> Period:
    """The first period, given the year of another one beside it or of the context when it names none."""
    first = periods[0]
    parts = [p for p in periods if p.part]
    known = [p for p in (*periods, *_periods(flat(context)[:LONGEST_VALUE])) if p.start and _is_year(p)]
    if not parts or (first.start and not _is_year(first)):
        return first
    part = parts[0]
    days = next((p for p in periods if p.start != p.end and not _is_year(p)), None)
    if days and first is part:  # "Q2 Jul–Sep 2031" says the days of its quarter itself
        return replace(days, text=part.text)
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
    taken = Taken(line)
    found: list[tuple[int, Period]] = []
    for name, pattern in shapes_of(line):
        for match in pattern.finditer(line):
            if taken.touches(*match.span()):
                continue
            period = period_of(name, match)
            if period:
                taken.take(*match.span())
                found.append((match.start(), replace(period, text=match[0].strip())))
    yield from (p for _, p in sorted(found, key=lambda f: f[0]))
