"""Sections that only the titles of tables tell: one table for each directorate, service or theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from agendapack.extract.model import Action, Indicator, Risk
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.outline.headings import caption
from agendapack.schemas import vocabulary

Row = TypeVar("Row", Action, Indicator, Risk)


def titled(rows: Sequence[Row], titles: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of one kind; those under no heading get their table's title where it tells tables apart.

    A title that stands alone in its plan, or for two tables, names the report; one with a time names that;
    a sentence is none. Of a table with headings inside, the title is the heading of its first rows.
    """
    told = _parted(rows, titles) | _telling({(row.plan, row.source.table_id) for row in rows}, titles)
    return tuple(
        row if row.section else replace(row, section=told.get(row.source.table_id, "")) for row in rows
    )


def _parted(rows: Sequence[Row], titles: Mapping[str, str]) -> dict[str, str]:
    """By table the titles of those whose later rows stand under headings."""
    plans = {row.plan for row in rows}
    told = {row.source.table_id: titles.get(row.source.table_id, "") for row in rows if row.section}
    return {
        table: title
        for table, title in told.items()
        if _may_name(title) and title not in plans and not caption().match(title)
    }


def _telling(tables: Iterable[tuple[str, str]], titles: Mapping[str, str]) -> dict[str, str]:
    """By table the titles that tell it from the other tables of its plan."""
    of_plan: dict[str, dict[str, str]] = defaultdict(dict)
    for plan, table in tables:
        of_plan[plan][table] = titles.get(table, "")
    return {
        table: title
        for its in of_plan.values()
        if len(set(its.values())) == len(its) > 1
        for table, title in its.items()
        if _may_name(title)
    }


def _may_name(title: str) -> bool:
    """Whether a title may name a directorate, service or theme."""
    plain = title.casefold().strip(" :")
    if not title or title.endswith(".") or plain in vocabulary("bands")["no_sections"]:
        return False
    return find_period(title) is None
