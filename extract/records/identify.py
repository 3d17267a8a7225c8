"""Gives every row its id, and lists the tables with their raw grids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from statistics import fmean
from typing import Any, TypeVar

from agendapack.extract.model import (
    AgendaItem,
    Cell,
    Finding,
    Indicator,
    IndicatorValue,
    Layout,
    Meaning,
    Page,
    PlacedCell,
    Rows,
    Source,
    Table,
    TableEntry,
    TypedRow,
    union,
)
from agendapack.extract.normalise.text import join_bullets
from agendapack.extract.recognise.lessons import printed_head, printed_roles
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.draft import DraftRows
from agendapack.extract.records.sections import titled
from agendapack.schemas.datasets import dataset

AGENDA_TABLE = "agenda"
"""Table id of the agenda, which is a list rather than a table with columns of its own."""

Typed = TypeVar("Typed", bound=TypedRow)


def numbered(rows: Iterable[Typed], name: str, pack_id: str) -> tuple[Typed, ...]:
    """The rows of a dataset with ids of the pack's id, what they are of and their place in printed order."""
    start = f"{pack_id}:{dataset(name).record}"
    return tuple(
        replace(row, source=replace(row.source, pack_id=pack_id, row_id=f"{start}{i:04d}"))
        for i, row in enumerate(rows, 1)
    )


def identified(made: DraftRows, titles: Mapping[str, str], pack_id: str) -> dict[str, Any]:
    """The rows of each dataset with their ids, and with the section that a table's title tells."""
    rows: dict[str, Any] = {}
    for name in (field.name for field in fields(Rows)):
        some = getattr(made, name)
        sections = any(column.name == "section" for column in dataset(name).columns)
        rows[name] = numbered(titled(some, titles) if sections else some, name, pack_id)
    rows["indicator_values"] = _owned(rows["indicator_values"], made.owners, rows["indicators"])
    return rows


def _owned(
    values: Iterable[IndicatorValue], owners: Iterable[int | None], indicators: Sequence[Indicator]
) -> tuple[IndicatorValue, ...]:
    """The values with the row ids and sections of their indicators; `owners` are the places of these."""
    homes = (None if place is None else indicators[place] for place in owners)
    return tuple(
        replace(value, indicator_row_id=home.source.row_id, section=home.section) if home else value
        for value, home in zip(values, homes, strict=True)
    )


def table_entries(
    found: Sequence[Recognised], titles: Mapping[str, str], pack_id: str
) -> tuple[TableEntry, ...]:
    """One entry for each table, whatever it was taken for."""
    return tuple(_table_entry(one, titles, pack_id) for one in found)


def _table_entry(recognised: Recognised, titles: Mapping[str, str], pack_id: str) -> TableEntry:
    table = recognised.printed or recognised.table
    texts = _texts(table)
    grid, name = _grid(texts), table.table_id
    source = Source(pack_id, f"{pack_id}:{name}", name, table.page, table.box, table.confidence)
    return TableEntry(
        source=source.read_from(word for row in table.rows for cell in row.cells for word in cell.words),
        last_page=table.last_page,
        title=titles.get(name, table.title),
        kind=recognised.kind,
        rows=len(grid),
        columns=max((len(row) for row in grid), default=0),
        header_rows=sum(any(line) for line in texts[: table.header_rows]),
        grid=grid,
        layout=_layout(recognised, texts),
        guess=recognised.guess,
        head=printed_head(recognised.columns),
        roles=printed_roles(recognised.columns, recognised.reading or recognised.guessed),
    )


def agenda_entry(items: Sequence[AgendaItem], pack_id: str) -> tuple[TableEntry, ...]:
    """The agenda as a list of its own, number, title and officer side by side; nothing without items."""
    if not items:
        return ()
    lines = [(i.item_no, i.title, i.lead_officer) for i in items]
    used = [c for c in range(3) if any(line[c] for line in lines)]
    pages = sorted(i.source.page for i in items)
    here = [i.source.box for i in items if i.source.page == pages[0] and i.source.box]
    source = replace(
        _together([i.source for i in items]),
        pack_id=pack_id,
        row_id=f"{pack_id}:{AGENDA_TABLE}",
        table_id=AGENDA_TABLE,
        page=pages[0],
        box=union(here) if here else None,
    )
    grid = tuple(tuple(line[c] for c in used) for line in lines)
    placed = tuple(
        PlacedCell(row, 0, 1, len(used), i.source.page, i.source.box)
        for row, i in enumerate(items)
        if i.source.box
    )
    parts = {
        page: union(c.box for c in placed if c.page == page) for page in dict.fromkeys(c.page for c in placed)
    }
    layout = Layout(tuple(parts.items()), placed)
    return (TableEntry(source, pages[-1], "Agenda", "agenda", len(grid), len(used), 0, grid, layout),)


def _together(sources: Sequence[Source]) -> Source:
    """How several rows were read as one: how any of them was by OCR, as sure as they are on average."""
    readers = {source.read_by for source in sources}
    read_by = next((reader for reader in ("ocr", "text") if reader in readers), "")
    return Source(confidence=fmean(source.confidence for source in sources), read_by=read_by)


def read_by(pages: Iterable[Page]) -> dict[int, str]:
    """How each page was read."""
    return {page.number: Source().read_from(page.words).read_by for page in pages}


def by_page(found: Iterable[Finding], read: Mapping[int, str]) -> tuple[Finding, ...]:
    """The findings, each saying how the page on which it begins was read."""
    return tuple(replace(f, source=replace(f.source, read_by=read.get(f.source.page, ""))) for f in found)


def _layout(recognised: Recognised, texts: Sequence[Sequence[str]]) -> Layout:
    """Where each cell of the raw grid is printed, and what each column was taken for."""
    table = recognised.printed or recognised.table
    columns = {number: place for place, number in enumerate(_used_columns(texts))}
    rows = [row for row, line in zip(table.rows, texts, strict=True) if any(line)]
    reading = None if recognised.printed else recognised.reading
    roles = [(r.column, r.name, r.reason) for r in reading.roles] if reading else []
    values = [(v.column, v.measure, v.reason) for v in reading.values] if reading else []
    titles = {column.number: column.title for column in recognised.columns}
    return Layout(
        parts=tuple((part.page, part.box) for part in table.parts),
        cells=tuple(
            PlacedCell(number, columns[c.column], c.row_span, _span(c, columns), c.page, c.box)
            for number, row in enumerate(rows)
            for c in row.cells
            if c.column in columns
        ),
        meanings=tuple(
            Meaning(columns[column], titles.get(column, ""), name, reason)
            for column, name, reason in sorted(roles + values)
            if column in columns
        ),
    )


def _span(cell: Cell, columns: Collection[int]) -> int:
    """Columns under the cell, spacers not counted."""
    return sum(1 for number in range(cell.column, cell.column + cell.column_span) if number in columns)


def _grid(texts: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The table as printed; a merged cell's text stands in its top-left place, spacers are left out."""
    used = _used_columns(texts)
    return tuple(tuple(line[c] for c in used) for line in texts if any(line))


def _texts(table: Table) -> list[list[str]]:
    rows = []
    for row in table.rows:
        line = [""] * table.columns
        for cell in row.cells:
            if cell.column < table.columns:
                line[cell.column] = join_bullets(cell.text) or " ".join(cell.glyphs)
        rows.append(line)
    return rows


def _used_columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """Columns in which something is printed."""
    return [number for number in range(max(map(len, rows), default=0)) if any(row[number] for row in rows)]
