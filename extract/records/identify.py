"""Gives every row its id, and lists the tables with their raw grids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.model import (
    Action,
    AgendaItem,
    Finding,
    Indicator,
    IndicatorValue,
    Risk,
    Source,
    TableEntry,
)
from extract.normalise.text import join_bullets
from extract.recognise.tables import Recognised

Typed = TypeVar("Typed", Action, AgendaItem, Indicator, IndicatorValue, Risk, Finding)


def numbered(rows: Iterable[Typed], prefix: str, pack_id: str) -> tuple[Typed, ...]:
    """The rows with ids made of the pack's id, the kind of row and its place in printed order."""
    return tuple(
        replace(row, source=replace(row.source, pack_id=pack_id, row_id=f"{pack_id}:{prefix}{i:04d}"))
        for i, row in enumerate(rows, 1)
    )


def table_entries(found: Sequence[Recognised], titles: dict[str, str], pack_id: str) -> tuple[TableEntry, ...]:
    """One entry for each table, whatever it was taken for."""
    entries = []
    for recognised in found:
        table = recognised.table
        grid = raw_grid(recognised)
        entries.append(
            TableEntry(
                source=Source(
                    pack_id, f"{pack_id}:{table.table_id}", table.table_id, table.page, table.box, table.confidence
                ),
                last_page=table.last_page,
                title=titles.get(table.table_id, table.title),
                kind=recognised.kind,
                rows=len(grid),
                columns=max((len(row) for row in grid), default=0),
                header_rows=table.header_rows,
                grid=grid,
            )
        )
    return tuple(entries)


def raw_grid(recognised: Recognised) -> tuple[tuple[str, ...], ...]:
    """The table as printed; a merged cell's text stands in its top-left place, spacers are left out."""
    table = recognised.table
    rows = []
    for row in table.rows:
        line = [""] * table.columns
        for cell in row.cells:
            if cell.column < table.columns:
                line[cell.column] = join_bullets(cell.text) or " ".join(cell.glyphs)
        rows.append(line)
    used = [c for c in range(table.columns) if any(line[c] for line in rows)]
    return tuple(tuple(line[c] for c in used) for line in rows if any(line))
