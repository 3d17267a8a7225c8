"""The columns of a table: what is printed over them and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row, Table

_BRACKETS = re.compile(r"\([^()]*\)")
NOTE = re.compile(r"\s*(?:\[(?:\d{1,2}|[ivx]{1,5}|[a-z])\]|[*†‡]{1,2})$")
"""The mark of a note behind a title: "Timetable[iv]", "Score *"."""
MIN_SIDE = 3
"""Letters on a side of a slash that is a title of its own: "RAG/Due", not "Y/N"."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column, with its header levels from the top down."""

    number: int
    levels: tuple[str, ...]
    cells: tuple[Cell, ...]
    """Body cells that start in this column and have no other column under them."""

    @property
    def title(self) -> str:
        """All header levels in one line."""
        return " ".join(self.levels)

    @property
    def titles(self) -> tuple[str, ...]:
        """The ways to read the header: whole, lowest level, without brackets."""
        ways = [self.title, *(self.levels[-1:]), _without_brackets(self.title)]
        if len(self.levels) > 1:
            ways.append(_without_brackets(self.levels[-1]))
            ways.append(" ".join(reversed(self.levels)))
        return tuple(dict.fromkeys(w for w in ways if w))

    @property
    def sides(self) -> tuple[str, ...]:
        """What stands on either side of the slash of its title: "Schedule/Status"; nothing of "Y/N"."""
        first, slash, second = (part.strip() for part in self.title.partition("/"))
        apart = slash and "/" not in second and min(len(first), len(second)) >= MIN_SIDE
        return (first, second) if apart else ()

    @property
    def filled(self) -> tuple[Cell, ...]:
        return tuple(c for c in self.cells if c.text)


def _without_brackets(text: str) -> str:
    return " ".join(_BRACKETS.sub(" ", text).split())


def columns_of(table: Table, header: Sequence[Row], body: Sequence[Row]) -> list[Column]:
    """The table's columns under the given header rows."""
    columns = []
    heads = [_titles(header[i:], table.columns) for i in range(len(header))]
    for number in range(table.columns):
        levels: list[str] = []
        for titles in heads:
            if titles[number] and (not levels or levels[-1] != titles[number]):
                levels.append(titles[number])
        cells = tuple(
            cell
            for row in body
            if row.kind == "body"
            and (cell := row.at(number))
            and cell.column == number
            and cell.column_span == 1
        )
        columns.append(Column(number, tuple(levels), cells))
    return columns


def _titles(header: Sequence[Row], columns: int) -> list[str]:
    """What the first of these header rows prints over each column.

    A heading without a cell as wide as what it is for goes on to the right, over titles in the rows
    below that have nothing above them; not where titles of one level stand in the lowest row.
    """
    row, *below = header
    own = [NOTE.sub("", cell.flat) if (cell := row.at(number)) else "" for number in range(columns)]
    under = [any((cell := r.at(number)) and cell.flat for r in below) for number in range(columns)]
    first = next((n for n in range(columns) if own[n] or under[n]), 0)
    if not below or not own[first]:
        return own
    for number in range(first + 1, columns):
        if under[number] and not own[number] and under[number - 1]:
            own[number] = own[number - 1]
    return own
