"""A table before it is typeset, and the rows that a careful reader takes from it."""

from __future__ import annotations

from dataclasses import dataclass, field

Fields = dict[str, str]


@dataclass
class Column:
    """A column: what it holds, its head, its cells and their colours."""

    role: str
    head: str
    cells: list[str]
    weight: float = 1.0
    """How much of the width it gets."""
    group: str = ""
    """The head above it, shared with its neighbours."""
    fills: list[str] | None = None
    merged: bool = False
    """Equal neighbours below each other are one cell."""
    centred: bool = False
    money: bool = False
    """Sums of money, which a last row may add up."""


@dataclass
class Sheet:
    """A table: what it lists, its columns, headings between its rows, the gold of each row."""

    kind: str
    title: str
    columns: list[Column]
    gold: list[Fields] = field(default_factory=list)
    """Of each body row: the fields of its record."""
    values: list[list[Fields]] = field(default_factory=list)
    """Of each body row: the values of its indicator."""
    bands: dict[int, str] = field(default_factory=dict)
    """Headings before body rows."""
    near: bool = False
    card: bool = False
    """Each record is a table of its own, labels beside values."""

    @property
    def rows(self) -> int:
        """Body rows."""
        return len(self.columns[0].cells)
