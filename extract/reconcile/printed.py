"""Reconcile: raw grids and the records read from them come in; what each cell of a record prints goes out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from agendapack.extract.model import PackResult, PlacedCell, TableEntry
from agendapack.extract.reconcile.beside import named
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.targets import Target
from agendapack.extract.reconcile.texts import RowText, called

RULE = 2.0
"""Points by which boxes that meet in a rule may overlap."""


def cells_of_rows(result: PackResult) -> Iterator[RowText]:
    """Every cell that stands in one record alone, whatever its column was taken for."""
    records = {place: _Placed(rows) for place, rows in grouped(_numbered(result)).items()}
    for entry in result.tables:
        heads = _heads(entry)
        for cell in entry.layout.cells:
            text = entry.grid[cell.row][cell.column]
            near = records.get((entry.source.table_id, cell.page))
            if near and cell.row >= entry.header_rows and any(map(str.isdigit, text)):
                yield from _texts(near.owner(cell), text, heads.get(cell.column, ""))


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


class _Placed:
    """The records of a table on one page, found by their height: a page may list thousands."""

    def __init__(self, records: Iterable[tuple[int, Target]]) -> None:
        placed = [(box, one) for one in records if (box := one[1].source.box)]
        self._placed = sorted(placed, key=lambda p: p[0].top)
        self._tops = [box.top for box, _ in self._placed]
        self._lowest = list(accumulate((box.bottom for box, _ in self._placed), max))

    def owner(self, cell: PlacedCell) -> tuple[int, Target] | None:
        """The one record that stands as high as the cell; a cell merged over several rows belongs to none."""
        top, bottom = cell.box.top, cell.box.bottom
        near = self._placed[bisect_right(self._lowest, top) : bisect_left(self._tops, bottom)]
        found = [one for box, one in near if min(box.bottom, bottom) - max(box.top, top) > RULE]
        return found[0] if len(found) == 1 else None
