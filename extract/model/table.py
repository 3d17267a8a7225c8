"""What stitch gives: a table over as many pages as it runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.geometry import Box
from agendapack.extract.model.grid import Cell, Grid
from agendapack.extract.model.page import Word


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cells that start in it, from left to right."""

    cells: tuple[Cell, ...]
    page: int
    box: Box
    kind: str = "body"
    """header, band or body."""
    above: tuple[Cell, ...] = ()
    """Cells of earlier rows that reach down into this one."""

    @property
    def words(self) -> Iterator[Word]:
        """The words of the cells that stand in the row, wherever they start."""
        return (word for cell in (*self.cells, *self.above) for word in cell.words)

    def at(self, column: int) -> Cell | None:
        """The cell of this row that covers the column, if any."""
        return _covering(self.cells, column)

    def covering(self, column: int) -> Cell | None:
        """The cell that covers the column here, whether it starts in this row or above."""
        return _covering(self.cells, column) or _covering(self.above, column)


def _covering(cells: Iterable[Cell], column: int) -> Cell | None:
    for cell in cells:  # asked of each row for each column, so without calls
        if cell.column <= column < cell.column + cell.column_span:
            return cell
    return None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the pack, over as many pages as it runs."""

    table_id: str
    page: int
    last_page: int
    box: Box
    """On its first page."""
    columns: int
    rows: tuple[Row, ...]
    """In printed order; header rows that are printed again are left out."""
    parts: tuple[Grid, ...]
    title: str = ""
    header_rows: int = 0
    confidence: float = 1.0
    caption: Cell | None = None
    """What is printed right above the table and is no part of it."""
