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


def named_at_least(each: Recognised, around: Around) -> Recognised:
    """The table; one that was taken for nothing with what the heading over it says: "KPI 3 Days lost".

    Nobody learned how likely that is: the heading is told instead of a probability.
    """
    if each.kind or each.guess or each.said:
        return each
    named = named_above(each.table, around)
    if named is None or not is_called(named.ref) or _figures(each.table) < MIN_FIGURES:
        return each
    why = (f"the heading over it names {named.ref}",)
    return replace(each, guess="indicators", reasons=why, chance=0.0)


def _figures(table: Table) -> int:
    return sum(is_measured(cell.flat) for row in table.rows for cell in row.cells if cell.text)
