"""Makes indicators and their values from the rows of a recognised indicator table."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Cell, Indicator, IndicatorValue, Source
from agendapack.extract.normalise.leading_ref import Led, led_by_ref, numbered
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.period_days import Period
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.rag import direction_of, rag_of_text
from agendapack.extract.normalise.refs import canonical
from agendapack.extract.normalise.text import clean, join_bullets
from agendapack.extract.normalise.units import bracketed_unit, unit_of
from agendapack.extract.normalise.value_status import no_value, status_of_title, value_status
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.recognise.measure_names import measure_of
from agendapack.extract.recognise.measures import ValueColumn
from agendapack.extract.recognise.series_labels import telling
from agendapack.extract.records.brackets import parted
from agendapack.extract.records.counting import counted
from agendapack.extract.records.entries import heading, marked, paragraphs
from agendapack.extract.records.fields import Fields
from agendapack.extract.records.periods import dated
from agendapack.extract.records.rating_columns import colour_rating, rating_in
from agendapack.schemas import vocabulary

USED = frozenset(["ref", "definition", "officers", "rag", "previous_rag", "direction", "unit"])
OF_ONE = frozenset(["ref", "rag", "previous_rag", "direction", "unit"])
"""Roles of columns whose cells belong to one indicator each."""
MAX_VALUE_CHARS = 40
"""A longer text in a value column is a sentence."""
SILENT = ("not_printed",)
"""Statuses of cells that print nothing: they make no row."""


def indicators(fields: Fields, plan: str) -> list[Indicator]:
    """The indicators of a row: one, or each paragraph or entry where a row is about something else."""
    here = fields.source()
    listed = _listed(fields, here)
    definitions = listed or [(fields.ref(), fields.subject("definition"), here)]
    rag, previous = _ratings(fields)
    direction = _direction(fields.cell("direction"))
    read = USED - ({"rag"} if not rag else set()) - ({"direction"} if not direction else set())
    return [
        Indicator(
            source=source,
            plan=plan,
            definition=definition,
            indicator_ref=ref,
            officers=fields.people(grouped=True),
            rag=rag,
            previous_rag=previous,
            direction=direction,
            extra=(*fields.extra(read, several=len(listed) > 1), *(_heading(fields) if listed else ())),
            section=fields.section,
        )
        for ref, definition, source in definitions
        if definition
    ]


def _listed(fields: Fields, here: Source) -> list[tuple[str, str, Source]]:
    """Entries or paragraphs of a cell that lists the indicators of a policy, an issue, an objective.

    So it is where nothing in the row belongs to one indicator: no ref, no rating; and beside paragraphs,
    which may be of one indicator, no value either, and the row's own subject before them.
    """
    cell = fields.cell("definition")
    if cell is None or any(r.name in OF_ONE for r in fields.reading.roles):
        return []
    entries = marked(cell)
    if fields.reading.led == "number":
        entries = numbered(cell.text)
    elif not entries and cell.column and (not fields.reading.values or _about_the_row(fields)):
        entries = paragraphs(cell, fields.begun(cell))
    places = [(_led(e, fields.reading.led), *cell.place(e.line)) for e in entries]
    return [(e.ref, join_bullets(e.text), replace(here, page=p, box=b)) for e, p, b in places]


def _led(entry: Led, led: str) -> Led:
    """An entry with the reference that is its own, as those of the column are."""
    if led == "number":
        return entry
    own = led_by_ref(entry.text) if led == "ref" else None
    # numbers of lists begin anew in each row
    return replace(own, ref=canonical(own.ref), line=entry.line) if own else replace(entry, ref="")


def _heading(fields: Fields) -> list[tuple[str, str]]:
    """What heads the indicators that a cell lists, under the title of their column."""
    cell = fields.cell("definition")
    if cell is None or not (head := heading(cell, marked(cell))):
        return []
    titles = (clean(c.title) for c in fields.found.columns if c.number == cell.column)
    return [(title, head) for title in titles if title]


def _about_the_row(fields: Fields) -> bool:
    """Whether the value columns hold sentences, which speak of the row rather than of one indicator."""
    texts = [c.flat for v in fields.reading.values if (c := fields.row.at(v.column)) and c.text]
    return all(len(t) > MAX_VALUE_CHARS for t in texts)


def values(fields: Fields, row: Indicator) -> list[IndicatorValue]:
    """One value for each filled value cell, or for each labelled part of one."""
    found = []
    printed_unit = unit_of(fields.plain("unit")) if fields.plain("unit") else ""
    if printed_unit == "count":
        printed_unit = bracketed_unit(row.definition) or printed_unit
    labels = fields.reading.labels
    label = fields.row.at(labels.column) if labels else None
    for column in fields.reading.values:
        named = measure_of(label.flat) if labels and label else ""
        if labels and label and named and not _of_others(column, named):
            column = replace(column, measure=named, label=telling(label.flat, named, labels.shared))
        cell = fields.row.at(column.column)
        if cell is not None and cell.text:
            for text, told in parted(cell.text, fields.title(column.column), column):
                part = replace(cell, text=text)
                found += _cell_values(fields, part, told, printed_unit or column.unit, row)
    if fields.found.named and label:
        found = [replace(value, component=value.component or label.flat) for value in found]
    return counted(found, signed=fields.signed)


def _of_others(column: ValueColumn, named: str) -> bool:
    """Whether the column holds what others reached, of which the row names what is of the indicator's own."""
    words = vocabulary("measures")
    return column.measure in words["of_others"] and named not in words["other_unit"]


def named_indicator(named: Led, fields: Fields, plan: str) -> Indicator:
    """The indicator that the heading of a table names, where its first row stands."""
    rag, previous = _ratings(fields)
    said = fields.found.on_card
    return Indicator(
        source=fields.source(),
        plan=plan,
        definition=clean(named.text),
        indicator_ref=named.ref,
        officers=tuple(split_officers(said.get("officers", ""))),
        rag=rag or rag_of_text(said.get("rag", "")),
        previous_rag=previous or rag_of_text(said.get("previous_rag", "")),
        direction=_direction(fields.cell("direction")) or direction_of(said.get("direction", "")),
        section=fields.section,
    )


def _period(fields: Fields, column: ValueColumn) -> Period | None:
    """The period in the column's title, else the one that the row prints in a column for it."""
    dated = next((p for p in fields.reading.periods if p.dates(column)), None)
    cell = fields.row.covering(dated.column) if dated else None
    return (find_period(cell.flat) if cell else None) or column.period


def _cell_values(
    fields: Fields, cell: Cell, column: ValueColumn, unit: str, row: Indicator
) -> list[IndicatorValue]:
    other_unit = column.measure in vocabulary("measures")["other_unit"]
    title = fields.title(column.column)
    time = dated(_period(fields, column), column, title, fields.headings)
    period, source = time.period, fields.source(cell)
    return [
        IndicatorValue(
            source=source,
            plan=row.plan,
            indicator_ref=row.indicator_ref,
            definition=row.definition,
            measure=column.measure,
            period=period.text if period else "",
            component=value.component,
            text=value.text,
            value=value.value,
            unit=value.unit,
            period_start=period.start if period else None,
            period_end=period.end if period else None,
            value_status=value_status(value) or status_of_title(title),
            no_value=no_value(value),
            qualifier=value.qualifier,
            span=time.span,
            period_source=time.source,
            footnote=" ".join(filter(None, (*cell.marks, value.mark))),
            label=column.label,
        )
        for value in parse_value(
            cell.text,
            column_unit=column.unit if other_unit else unit,
            hint="" if other_unit else row.definition,
        )
        if value.status not in SILENT
    ]


def _ratings(fields: Fields) -> tuple[str, str]:
    """The current and the previous rating: from their own columns, else from coloured value cells.

    A row that the newest column does not rate has no current rating, whatever older ones say.
    """
    cell = fields.cell("definition", grouped=True)
    ground = cell.fill if cell else None
    previous = rating_in(fields.cell("previous_rag"), ground)
    dated = [rating_in(fields.row.at(n), ground) for n in fields.rated.columns]
    dated = dated or [colour_rating(fields.row.at(n)) for n in fields.rated.values]
    rag = dated[-1] if dated else rating_in(fields.cell("rag"), ground)
    return rag, previous or (dated[-2] if len(dated) > 1 else "")


def _direction(cell: Cell | None) -> str:
    if cell is None:
        return ""
    said = direction_of(clean(cell.text))
    return said if said or not cell.glyphs else direction_of(cell.glyphs[0])
