"""Reconcile: indicators of cards and tiles come in, as things like those of rows they go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agendapack.extract.model import IndicatorValue, PackResult, Place
from agendapack.extract.reconcile.figures import FigureSheet, figure
from agendapack.extract.reconcile.listings import MAX_NAME, LabelledText, Thing
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.wording import words

APART = -1
"""The list of what stands in none."""


def recorded(result: PackResult, listed: Sequence[Thing], sheets: Sequence[FigureSheet]) -> Iterator[Thing]:
    """The indicators that no row of a list is about, with their values for cells."""
    refs, names = {t.ref for t in listed if t.ref}, {words(t.name) for t in listed}
    of_table = {sheet.entry.source.table_id: sheet for sheet in sheets}
    values = grouped(((v.indicator_ref, v.definition), v) for v in result.indicator_values)
    for row in result.indicators:
        sheet = of_table.get(row.source.table_id)
        told = row.indicator_ref in refs or words(row.definition) in names
        if sheet and not told and len(row.definition) <= MAX_NAME:
            cells = tuple(map(_cell, values.get((row.indicator_ref, row.definition), ())))
            where = Place(row.source.page, row.source.box, row.source.row_id)
            yield Thing(row.definition, row.indicator_ref, "", cells, sheet, 0, APART, (), printed=where)


def _cell(value: IndicatorValue) -> LabelledText:
    number = value.text.split(" ")[0]
    return LabelledText(
        f"{value.measure} {value.period}".strip(), value.text, figure(value.text) or figure(number)
    )
