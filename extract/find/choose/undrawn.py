"""What alignment alone shows in the place of tables that rules or colours show in part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from agendapack.extract.find.boxes.tiles import TILES
from agendapack.extract.find.choose.drawn import cells_ruled
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.stream.finder import aligned_grids
from agendapack.extract.model import Cell, Grid

CLOSED = 0.9
"""Share of a table's cells with rules at their left and on top from which these say what is a cell."""
MIN_TEXTS = 2
"""Texts side by side that are a row, and texts below each other that are a column."""
DRAWN = frozenset({"ruled", "bands", "stripes"})
"""Ways of finding tables by which rules or colours part the rows."""
MAX_MORE = 2
"""Rows that no table found holds: those of a head."""
WIDE = 0.5
"""Share of a table's width from which a rule parts what is above it from what is below."""
Place = tuple[int, int, int]
"""Table, row and column."""


def undrawn_rivals(seen: Evidence, found: Sequence[Grid]) -> list[Grid]:
    """The tables of alignment alone that part what a table found joins, or hold a row or column more.

    Rules and colours are often those of some rows or columns alone.
    """
    closed = [g for g in found if g.method == TILES or cells_ruled(g, seen) >= CLOSED]
    if len(closed) == len(found):
        return []
    bare = (Rival(grid, found) for grid in aligned_grids(seen.without(closed).undrawn()))
    tells = [
        r
        for r in bare
        if r.is_here
        and not r.joins_rows
        and (r.parts_rows or r.parts_columns or r.has_a_column or r.has_a_row(seen))
    ]
    return [rival.grid for rival in tells]


class Rival:
    """A table of alignment alone beside those found before."""

    def __init__(self, grid: Grid, found: Sequence[Grid]) -> None:
        self.grid = grid
        self.places: Mapping[int, Place] = {
            id(word): (number, cell.row, cell.column)
            for number, other in enumerate(found)
            for cell in other.cells
            for word in cell.words
        }
        self.drawn = {number for number, other in enumerate(found) if other.method in DRAWN}
        self.printed = [[c for c in grid.cells if c.row == row and c.words] for row in range(grid.rows)]
        self.rows = [row for row in self.printed if len(row) >= MIN_TEXTS]
        """The cells of each row with several texts."""

    def _found(self, cell: Cell) -> set[Place]:
        """Where the words of a cell stand in the tables found."""
        return {self.places[id(w)] for w in cell.words if id(w) in self.places}

    @property
    def is_here(self) -> bool:
        """Whether it holds words of a table found, and no more rows beside than a head may have."""
        here = [any(map(self._found, row)) for row in self.printed]
        return any(here) and here.count(False) <= MAX_MORE

    @property
    def parts_rows(self) -> bool:
        """Whether two of its rows stand in one row of a table found; a head is parted by figures alone."""
        mine = [
            {p[:2] for cell in row for p in self._found(cell) if p[1] or _is_labelled(row, n)}
            for n, row in enumerate(self.rows)
        ]
        return any(n > 1 for n in Counter(place for row in mine for place in row).values())

    @property
    def joins_rows(self) -> bool:
        """Whether one of its rows below the first holds texts side by side of two rows that are drawn."""
        mine = [{p for cell in row for p in self._found(cell) if p[0] in self.drawn} for row in self.rows]
        times = Counter(place for row in mine for place in row)
        whole = (Counter(p[:2] for p in row if times[p] == 1) for row in mine[1:])
        return any(sum(n >= MIN_TEXTS for n in rows.values()) > 1 for rows in whole)

    @property
    def parts_columns(self) -> bool:
        """Whether texts side by side stand in one cell of a table found, in several rows."""
        counts = (Counter(place for cell in row for place in self._found(cell)) for row in self.rows)
        return sum(any(n > 1 for n in count.values()) for count in counts) >= MIN_TEXTS

    @property
    def has_a_column(self) -> bool:
        """Whether a column of several texts is in none of the tables found."""
        told: dict[int, list[bool]] = {}
        for cell in self.grid.cells:
            if cell.words:
                told.setdefault(cell.column, []).append(bool(self._found(cell)))
        return any(len(column) >= MIN_TEXTS and not any(column) for column in told.values())

    def has_a_row(self, seen: Evidence) -> bool:
        """Whether a row is in none of the tables found, not below them, and no rule parts it from them."""
        mine = [(row[0].box.mid_y, any(map(self._found, row))) for row in self.rows]
        known = [y for y, is_found in mine if is_found]
        mine = [(y, is_found) for y, is_found in mine if known and y < max(known)]
        box = self.grid.box
        wide = [e.at for e in seen.levels if min(e.end, box.x1) - max(e.start, box.x0) >= WIDE * box.width]
        return any(
            not any(min(y, near) < at < max(y, near) for at in wide)
            for y, is_found in mine
            if not is_found
            for near in [min(known, key=lambda k: abs(k - y))]
        )


def _is_labelled(row: Sequence[Cell], number: int) -> bool:
    """Whether a row begins with a label, and is the first or has a figure beside it."""
    labelled = row[0].column == 0
    return labelled and (
        number == 0 or any(c.isdigit() for cell in row[1:] for w in cell.words for c in w.text)
    )
