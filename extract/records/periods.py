"""Says for which time a value is: by its column, else by the headings of its table or report."""

from __future__ import annotations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.period_days import Period
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.spans import is_to_date, span_of, year_to_date
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.measures import ValueColumn
from agendapack.extract.recognise.recognised import Recognised
from agendapack.schemas import vocabulary

MAX_HEADING_CHARS = 160
"""A longer paragraph above a table is text about it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The time of a value and where it is said."""

    period: Period | None = None
    source: str = ""
    """column, heading or report."""
    span: str = ""


def around(found: Recognised, place: Around) -> Dated:
    """The time that the headings of a table tell, the nearest first, else the title of its report."""
    title = found.table.caption.flat if found.table.caption else found.table.title
    headings = [title, *reversed([text for text in place.above if len(text) <= MAX_HEADING_CHARS])]
    for source, texts in (("heading", headings), ("report", [place.plan])):
        if period := next((p for text in texts if (p := _only_period(text, place.plan))), None):
            return Dated(period, source)
    return Dated()


def _only_period(text: str, context: str) -> Period | None:
    """The period of a text that names no other one, with its days."""
    period = find_period(text, context=context)
    if period is None or period.start is None or not _tells_of_values(text, period):
        return None
    other = find_period(text.replace(period.text, " ", 1))
    same = other is None or other.start is None or other.start <= period.start <= (other.end or other.start)
    return period if same else None


def _tells_of_values(text: str, period: Period) -> bool:
    """Whether a day in a text is that of values ("Position at 31 March"), not that of a meeting or paper."""
    if period.start != period.end:
        return True
    before = text.partition(period.text)[0].casefold().split()
    return not before or before[-1] in vocabulary("measures")["before_a_day"]


def dated(own: Period | None, column: ValueColumn, title: str, headings: Dated) -> Dated:
    """The period of a value in the column; one of what happened takes that of the headings for want of it."""
    period, source = own, "column" if own else ""
    if own is None and column.measure in vocabulary("measures")["dated"]:
        period, source = headings.period, headings.source
    if period is None:
        return Dated(span="ytd" if is_to_date(title) else "")
    if is_to_date(title):
        return Dated(year_to_date(period), source, "ytd")
    return Dated(period, source, span_of(period))
