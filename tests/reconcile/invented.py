"""Rows of invented plans, with everything but what a case is about filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from agendapack.extract.model import (
    Action,
    AgendaItem,
    Box,
    Cell,
    Finding,
    Indicator,
    IndicatorValue,
    Officer,
    Pack,
    PackResult,
    Risk,
    Row,
    Source,
    Table,
    TableEntry,
)
from agendapack.extract.reconcile import Passage
from agendapack.extract.reconcile.hierarchy import with_plans
from agendapack.extract.reconcile.registry import by_check
from agendapack.extract.reconcile.subject import Subject

UPPER = "Harbour Directorate departmental plan 2031/32"
LOWER = "Quays divisional plan 2031/32"
_number = count(1)


def source(page: int = 1, table: str = "t1") -> Source:
    return Source("pack", f"row-{next(_number)}", table, page, Box(50, 100, 500, 120))


def action(
    ref: str = "", text: str = "Dredge the inner basin before the season", plan: str = UPPER, **more
) -> Action:
    if "due" in more:
        due: date = more.pop("due")
        more |= {"due_date": due, "due_kind": "date", "due_text": due.strftime("%b %Y")}
    return Action(source(more.pop("page", 1), more.pop("table", "t1")), plan, text, ref, **more)


def indicator(ref: str = "", text: str = "Berths let by the season", plan: str = UPPER, **more) -> Indicator:
    return Indicator(source(more.pop("page", 3), more.pop("table", "t3")), plan, text, ref, **more)


def value(ref: str, measure: str, text: str, year: int = 2031, plan: str = UPPER, **more) -> IndicatorValue:
    unit = more.pop("unit", "percent" if "%" in text else "")
    figure = more.pop("value", float(text.rstrip("%").replace(",", "").split("%")[0]))
    period = f"{year}/{(year + 1) % 100:02d}"
    dates = (date(year, 4, 1), date(year + 1, 3, 31))
    return IndicatorValue(
        source(4),
        plan,
        ref,
        more.pop("definition", "Berths let by the season"),
        measure,
        period,
        more.pop("component", ""),
        text,
        figure,
        unit,
        *dates,
    )


def risk(ref: str = "", text: str = "The lock gates fail in a storm", plan: str = UPPER, **more) -> Risk:
    return Risk(source(more.pop("page", 5)), plan, text, ref, **more)


def sheet(*rows: str, header_rows: int = 1, title: str = "Harbour money") -> TableEntry:
    """A raw grid; the cells of a row are divided by bars."""
    grid = tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows)
    return TableEntry(source(7, "t7"), 7, title, "", len(grid), len(grid[0]), header_rows, grid)


def table(*rows: tuple[str, str]) -> Table:
    """A table of one cell a row, each with its kind."""
    made = []
    for number, (kind, text) in enumerate(rows):
        box = Box(50, 100 + 20 * number, 500, 120 + 20 * number)
        made.append(Row((Cell(number, 0, text, 8, box),), 8, box, kind))
    return Table("t8", 8, 8, Box(50, 100, 500, 400), 1, tuple(made), ())


def pack(*rows: object, meeting: date | None = None) -> PackResult:
    """A pack of such rows, sorted into their datasets."""
    kinds = (Action, Indicator, IndicatorValue, Risk, TableEntry, Officer, AgendaItem)
    by_kind = [tuple(row for row in rows if isinstance(row, kind)) for kind in kinds]
    actions, indicators, values, risks, tables, officers, agenda = by_kind
    result = PackResult(Pack(Source("pack"), "pack.pdf", "", 9, meeting_date=meeting))
    return replace(
        result,
        actions=actions,
        indicators=indicators,
        indicator_values=values,
        risks=risks,
        tables=tables,
        officers=officers,
        agenda_items=agenda,
    )


def lines(*rows: object) -> tuple[Passage, ...]:
    return tuple(row for row in rows if isinstance(row, Passage))


def tables(*rows: object) -> tuple[Table, ...]:
    return tuple(row for row in rows if isinstance(row, Table))


def told(*rows: object) -> list[tuple[str, Finding]]:
    """What the checks find in such rows, each finding with the name of its check."""
    subject = Subject(with_plans(pack(*rows)), tables(*rows), lines(*rows))
    return [(check.name, finding) for check, finding in by_check(subject)]
