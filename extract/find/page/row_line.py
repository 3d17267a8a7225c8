"""A printed line between the columns of a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from agendapack.extract.find.page.lines import Chunk
from agendapack.extract.light_dataclass import dataclass

JUMP_EM = 0.15
"""Rows are further apart than the lines of a cell by this at least."""
OVERLAP = 0.35
"""Lines that share this much of their height are one row: cells centred against each other."""


@dataclass(frozen=True, slots=True)
class RowLine:
    """A line with its chunks told apart by column: (first, last) column to chunk."""

    top: float
    bottom: float
    base: float
    size: float
    cells: dict[tuple[int, int], list[Chunk]] = field(default_factory=dict)
    """A text over several columns counts for all of them."""

    @property
    def banner(self) -> bool:
        """Whether its only text stands over several columns."""
        return len(self.cells) == 1 and all(b > a for a, b in self.cells)

    @property
    def columns(self) -> set[int]:
        found: set[int] = set()
        for a, b in self.cells:  # most stand over one column
            if a == b:
                found.add(a)
            else:
                found.update(range(a, b + 1))
        return found

    def at(self, column: int) -> list[Chunk]:
        return [c for (a, b), chunks in self.cells.items() if a <= column <= b for c in chunks]


def overlap(a: RowLine, b: RowLine) -> bool:
    """Whether two lines stand beside each other: they share too much of their height to be a row each."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > OVERLAP * min(a.bottom - a.top, b.bottom - b.top)


def again(row: Sequence[RowLine], row_line: RowLine) -> list[int]:
    """Columns beside the first in which both the row and the line have a figure."""
    return [
        c
        for c in row_line.columns
        if c > 0 and any(k.numeric for k in row_line.at(c)) and any(k.numeric for s in row for k in s.at(c))
    ]
