"""Reconcile: raw grids and the records read from them come in; what each cell of a record prints goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.model import PackResult, PlacedCell, TableEntry
from agendapack.extract.reconcile.beside import named
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.targets import Target
from agendapack.extract.reconcile.texts import RowText, called

RULE = 2.0
"""Points by which boxes that meet in a rule may overlap."""


def cells_of_rows(result: PackResult) -> Iterator[RowText]:
    """Every cell that stands in one record alone, whatever its column was taken for."""
    records = grouped(_numbered(result))
    for entry in result.tables:
        heads = _heads(entry)
        for cell in entry.layout.cells:
            text = entry.grid[cell.row][cell.column]
            near = records.get((entry.source.table_id, cell.page), ())
            if near and cell.row >= entry.header_rows and any(c.isdigit() for c in text):
                yield from _texts(_owner(cell, near), text, heads.get(cell.column, ""))


def _numbered(result: PackResult) -> Iterator[tuple[tuple[str, int], tuple[int, Target]]]:
    """Each row and its number among those of its kind, by table and page."""
    datasets: tuple[Sequence[Target], ...] = (result.actions, result.risks, result.indicators)
    for rows in datasets:
        for number, row in enumerate(rows, start=1):
            yield (row.source.table_id, row.source.page), (number, row)


def _texts(owner: tuple[int, Target] | None, text: str, label: str) -> Iterator[RowText]:
    if owner:
        number, row = owner
        kind, ref = named(row)
        yield RowText(row.source, row.plan, kind, called(ref, number), text, label)


def _heads(entry: TableEntry) -> Mapping[int, str]:
    """The lowest title over each column; the first row has them where none is known for a head."""
    return {
        column: text
        for row in entry.grid[: max(1, entry.header_rows)]
        for column, text in enumerate(row)
        if text.strip()
    }


def _owner(cell: PlacedCell, records: Sequence[tuple[int, Target]]) -> tuple[int, Target] | None:
    """The one record that stands as high as the cell; a cell merged over several rows belongs to none."""
    found = [
        (number, row)
        for number, row in records
        if (box := row.source.box) and min(box.bottom, cell.box.bottom) - max(box.top, cell.box.top) > RULE
    ]
    return found[0] if len(found) == 1 else None
