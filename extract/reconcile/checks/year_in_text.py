"""Checks: a year that the words of a row give against the date or timescale printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from agendapack.extract.model import Action, Indicator
from agendapack.extract.normalise.years import last_day, month, month_pattern
from agendapack.extract.reconcile.registry import Hit, Severity, check
from agendapack.extract.reconcile.rows import name_of, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.schemas import from_words

_YEARS = re.compile(r"20\d\d")


@check(
    kind="suspect_date",
    title="Words of the action give another year than its date",
    severity="warning",
    message="{ref} says “{said}” but is due {due}",
    looks_at="actions",
)
def year_in_text(subject: Subject) -> Iterator[Hit]:
    """A date before the year in the words may be a first step; a date after it contradicts them."""
    for action in subject.result.actions:
        due = action.due_date if action.due_kind == "date" else None
        matches = list(_by().finditer(action.action)) if due else []
        if not due or len(matches) != 1:
            continue
        first, last = _span(matches[0])
        if not first <= due.year <= last.year or (matches[0]["month"] and due > last):
            severity: Severity = "warning" if due > last else "info"
            yield _hit(action, matches[0][0], severity)


def _hit(action: Action, said: str, severity: Severity) -> Hit:
    where = (place(action, action.action), place(action, action.due_text))
    facts = {"ref": name_of(action), "said": said, "due": action.due_text}
    return Hit((name_of(action),), where, facts, severity)


@check(
    kind="period_mismatch",
    title="Words of the indicator give another year than its timescale",
    severity="warning",
    message="“{definition}” says “{said}”, but {column} is {printed}",
    looks_at="indicators",
)
def timescale_in_text(subject: Subject) -> Iterator[Hit]:
    """Only against a column that holds a year and nothing else."""
    for indicator in subject.result.indicators:
        matches = list(_by().finditer(indicator.definition))
        if len(matches) != 1:
            continue
        for column, printed in _year_columns(indicator):
            if int(printed) not in _years(matches[0]):
                name = indicator.indicator_ref or indicator.definition
                facts = {
                    "definition": indicator.definition,
                    "said": matches[0][0],
                    "column": column,
                    "printed": printed,
                }
                yield Hit((name,), (place(indicator, f"{matches[0][0]} / {printed}"),), facts)


def _years(match: re.Match[str]) -> tuple[int, ...]:
    """The years that the words may be called by: a year from spring to spring by either of its two."""
    first, last = _span(match)[0], _span(match)[1].year
    return (first, last) if last - first == 1 else (last,)


def _year_columns(indicator: Indicator) -> Iterator[tuple[str, str]]:
    return ((column, text.strip()) for column, text in indicator.extra if _YEARS.fullmatch(text.strip()))


def _span(match: re.Match[str]) -> tuple[int, date]:
    """The first year the words allow and the last day."""
    first = int(match["year"])
    last = first
    if match["to"]:
        last = int(match["to"]) if len(match["to"]) == 4 else first // 100 * 100 + int(match["to"])
    return first, last_day(last, month(match["month"]) if match["month"] else 12)


@from_words
def _by() -> re.Pattern[str]:
    """The words "by 2031", "by March 2031", "by 2031-33", "by the end of 2031"."""
    return re.compile(
        rf"\bby (?:the )?(?:end of )?(?:(?P<month>{month_pattern()}) )?"
        r"(?P<year>20\d\d)(?:\s?[/–-]\s?(?P<to>20\d\d|\d\d))?\b(?![/–-])",
        re.IGNORECASE,
    )
