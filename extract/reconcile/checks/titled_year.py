"""Check: a table of months whose title gives another year than the report covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.period_forms import Period
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.reconcile.checks.report_period import said_of_report
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.said import any_month
from agendapack.extract.reconcile.subject import Subject
from agendapack.schemas import from_words

MIN_HEADS = 3
"""Columns of months or quarters without a year, whose year the title alone tells."""
YEAR_DAYS = range(364, 367)
_YEAR = re.compile(r"(?:19|20)\d\d")


@check(
    kind="period_mismatch",
    title="Table titled with another year than the report covers",
    severity="warning",
    message="The table is headed “{title}”, and the report covers {said}: “{sentence}”",
    looks_at="tables, lines",
)
def titled_year(subject: Subject) -> Iterator[Hit]:
    """Only a table of months or quarters that print no year, the first of those which the report covers."""
    titled = [(sheet, year) for sheet in subject.sheets if (year := _year(sheet))]
    if not titled:
        return
    covered = [(period, where) for line in subject.lines for period, where in said_of_report(line)]
    if len({(p.start, p.end) for p, _ in covered}) != 1:
        return
    period, where = covered[0]
    for sheet, year in titled:
        if not _meet(period, year):
            facts = {"title": sheet.title, "said": period.text, "sentence": where.quote[:200]}
            there = sheet.place(0, sheet.title)
            yield Hit((sheet.title, year.text), (there, where), facts)


def _year(sheet: FigureSheet) -> Period | None:
    """The one year of a title, over columns of months or quarters that print none."""
    heads = [sheet.own_header(c) for c in range(len(sheet.rows[0]))] if sheet.rows else []
    if sum(bool(_part().fullmatch(head.strip())) for head in heads) < MIN_HEADS:
        return None
    if any(_YEAR.search(head) for head in heads):
        return None
    found = find_period(sheet.title)
    whole = found and found.start and found.end and (found.end - found.start).days in YEAR_DAYS
    return found if whole else None


def _meet(one: Period, other: Period) -> bool:
    """Whether two periods have a day in common."""
    if not (one.start and one.end and other.start and other.end):
        return True
    return one.start <= other.end and other.start <= one.end


@from_words
def _part() -> re.Pattern[str]:
    return re.compile(rf"{any_month()}|q(?:uarter|tr)?\s?[1-4]", re.IGNORECASE)
