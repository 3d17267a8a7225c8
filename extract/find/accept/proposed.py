"""A grid that only alignment shows, as what it shows of itself is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from agendapack.extract.model import Box, Cell, Grid, union
from agendapack.extract.normalise.figures import stands_for_figure


@dataclass(frozen=True)
class Proposed:
    """A grid, and the heights of the wide level rules in it."""

    grid: Grid
    wide: tuple[float, ...] = ()

    @cached_property
    def filled(self) -> list[Cell]:
        """The cells that hold something."""
        return [c for c in self.grid.cells if c.text or c.glyphs]

    @cached_property
    def rows(self) -> list[list[Cell]]:
        """The filled cells of each row from left to right; rows without any are left out."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.filled:
            rows.setdefault(cell.row, []).append(cell)
        return [cells for _, cells in sorted(rows.items())]

    @cached_property
    def columns(self) -> list[list[Cell]]:
        """The filled cells of each column, without those over several."""
        columns: list[list[Cell]] = [[] for _ in range(self.grid.columns)]
        for cell in self.filled:
            if cell.column_span == 1:
                columns[cell.column].append(cell)
        return columns

    @cached_property
    def head(self) -> list[Cell]:
        """The first row with cells side by side, if it holds no figures."""
        first = next((row for row in self.rows if len(row) > 1), [])
        return [] if any(map(is_figure, first)) else first

    @cached_property
    def body(self) -> list[Cell]:
        """The cells below the head."""
        return [c for c in self.filled if self.head and c.row > self.head[0].row]

    @cached_property
    def em(self) -> float:
        """The size of its words in the middle."""
        sizes = sorted(w.size for c in self.filled for w in c.words)
        return max(sizes[len(sizes) // 2], 1.0) if sizes else 1.0

    @cached_property
    def places(self) -> list[list[Box]]:
        """Where the words of the cells of each column stand."""
        return [[union(w.box for w in c.words) for c in column if c.words] for column in self.columns]

    @cached_property
    def spans(self) -> list[tuple[float, float]]:
        """From where to where the words of each row stand, for rows with words."""
        rows = [[w.box for c in row for w in c.words] for row in self.rows]
        return [(min(b.top for b in row), max(b.bottom for b in row)) for row in rows if row]


def is_figure(cell: Cell) -> bool:
    """Whether all its words are figures or stand for such."""
    return bool(cell.words) and all(stands_for_figure(w.text) for w in cell.words)
