"""Tables that nobody understands under a heading that names an indicator: in doubt, not left in silence."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Table
from agendapack.extract.normalise.figures import is_measured
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.single_indicator import is_called, named_above

MIN_FIGURES = 4
"""Figures in a table that may be those of the indicator over it."""
EVEN = 0.5
"""What is said of the probability where only a heading speaks for a dataset."""


def named_at_least(each: Recognised, around: Around) -> Recognised:
    """The table; one that was taken for nothing with what the heading over it says: "KPI 3 Days lost"."""
    if each.kind or each.guess or each.said or not _is_of_one(each.table, around):
        return each
    return replace(each, guess="indicators", chance=EVEN)


def _is_of_one(table: Table, around: Around) -> bool:
    named = named_above(table, around)
    figures = sum(is_measured(cell.flat) for row in table.rows for cell in row.cells if cell.text)
    return figures >= MIN_FIGURES and named is not None and is_called(named.ref)
