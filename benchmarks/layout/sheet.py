"""A table as its author means it: cells with their places and spans, before any layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Cell:
    """A cell; `kind` is head, label, text, value, band or total."""

    row: int
    column: int
    text: str
    kind: str = "value"
    rows: int = 1
    columns: int = 1
    indent: int = 0
    mark: str = ""
    """A raised footnote mark after the text; no part of it."""


@dataclass
class Sheet:
    """A table: its first `heads` rows are header."""

    columns: int
    heads: int
    cells: list[Cell] = field(default_factory=list)
    caption: str = ""
    note: str = ""
    rows: int = 0
    texts: frozenset[int] = frozenset({0})
    """Columns of words; the others hold figures."""

    def add(self, texts: Sequence[str], kind: str = "value", indent: int = 0, mark: str = "") -> None:
        """A row of plain cells."""
        for column, text in enumerate(texts):
            sort = kind if kind != "value" else "label" if column == 0 else self._sort(column)
            self.cells.append(
                Cell(
                    self.rows, column, text, sort, indent=0 if column else indent, mark="" if column else mark
                )
            )
        self.rows += 1

    def band(self, text: str) -> None:
        """A heading over the rows below, all across the table."""
        self.cells.append(Cell(self.rows, 0, text, "band", columns=self.columns))
        self.rows += 1

    def _sort(self, column: int) -> str:
        return "text" if column in self.texts else "value"

    def weight(self, column: int) -> float:
        """How much room a column wants: its longest word and the length of its texts."""
        lengths = [
            len(c.text) + 1.5 * c.indent for c in self.cells if c.column == column and c.columns == 1
        ] or [4]
        words = [len(w) for c in self.cells if c.column == column and c.columns == 1 for w in c.text.split()]
        usual = sum(lengths) / len(lengths)
        return (
            max([4.0, *words]) + min(usual, 60) * 0.45 if column in self.texts else max([5.0, *words]) + 1.5
        )

    def unspanned(self) -> None:
        """Let body cells take one row each: without rules none is seen to take more."""
        for cell in self.cells:
            if cell.row >= self.heads:
                cell.rows = 1

    def ordered(self) -> list[Cell]:
        return sorted(self.cells, key=lambda c: (c.row, c.column))
