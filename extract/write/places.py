"""Write: where the value of a record's column is printed, from the layout files beside the grids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box
from agendapack.extract.write.record import Record
from agendapack.schemas.readings import VALUE, reading

MIN_SHARE = 0.5
"""Part of the lower of row and cell that both cover when the cell is of the row."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell of a raw grid with its place."""

    row: int
    column: int
    column_span: int
    spot: Spot


@dataclass(frozen=True)
class TableLayout:
    """The layout file of one table."""

    parts: tuple[Spot, ...]
    cells: tuple[PrintedCell, ...]
    meanings: tuple[tuple[int, str, str, str], ...]
    """Column, title, role and reason."""

    @cached_property
    def by_page(self) -> dict[int, list[PrintedCell]]:
        """The cells by the page they start on."""
        pages: dict[int, list[PrintedCell]] = {}
        for cell in self.cells:
            pages.setdefault(cell.spot.page, []).append(cell)
        return pages

    def cell(self, record: Record, column: str) -> PrintedCell | None:
        """The cell in which the value of the column is printed."""
        return self.printed(record, (column,)).get(column)

    def printed(self, record: Record, columns: Iterable[str]) -> dict[str, PrintedCell]:
        """The cells in which values of the columns are printed; the cells of the row are looked for once."""
        row = spot_of(record)
        if row is None:
            return {}
        beside = tuple(self._beside(row))
        found = ((column, self._cell(row, beside, column)) for column in columns)
        return {column: cell for column, cell in found if cell}

    def _cell(self, row: Spot, beside: Sequence[PrintedCell], column: str) -> PrintedCell | None:
        how = reading(column)
        if how is None or how.around:
            return None
        if how.role == VALUE:
            return next((c for c in beside if _same(c.spot.box, row.box)), None)
        places = [number for number, _, role, _ in self.meanings if role == how.role]
        return next((c for c in beside for n in places if c.column <= n < c.column + c.column_span), None)

    def meaning(self, cell: PrintedCell) -> tuple[str, str] | None:
        """Title and reason of the column the cell stands in."""
        return next(((title, why) for n, title, _, why in self.meanings if n == cell.column), None)

    def _beside(self, row: Spot) -> Iterator[PrintedCell]:
        return (c for c in self.by_page.get(row.page, ()) if _shares_lines(c.spot.box, row.box))


def spot_of(record: Record) -> Spot | None:
    """Where the record itself is printed."""
    page, bbox = record.get("page"), record.get("bbox")
    return Spot(page, box_of(bbox)) if isinstance(page, int) and isinstance(bbox, str) else None


def box_of(bbox: str) -> Box:
    """The box behind "x0 top x1 bottom"."""
    x0, top, x1, bottom = map(float, bbox.split())
    return Box(x0, top, x1, bottom)


def _shares_lines(cell: Box, row: Box) -> bool:
    shared = min(cell.bottom, row.bottom) - max(cell.top, row.top)
    return shared >= MIN_SHARE * min(cell.height, row.height)


def _same(one: Box, other: Box) -> bool:
    return one.overlap(other) >= MIN_SHARE * max(one.area, other.area)


def read_layout(path: Path) -> TableLayout:
    """The layout file of a table; an empty layout when there is none that can be read."""
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
        return TableLayout(
            tuple(Spot(p["page"], _box(p["bbox"])) for p in described["parts"]),
            tuple(PrintedCell(c[0], c[1], c[3], Spot(c[4], _box(c[5:9]))) for c in described["cells"]),
            tuple((m["column"], m["title"], m["role"], m["reason"]) for m in described["columns"]),
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return TableLayout((), (), ())


def _box(edges: Sequence[float]) -> Box:
    x0, top, x1, bottom = (float(edge) for edge in edges)
    return Box(x0, top, x1, bottom)


def edges_of(box: Box) -> list[float]:
    """Left, top, right and bottom to a tenth of a point."""
    return [round(edge, 1) for edge in (box.x0, box.top, box.x1, box.bottom)]
