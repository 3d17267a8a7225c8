"""Grids, rows and tables written as text, for tests of the stages between find and records.

A row is a string with its cells between bars. A cell is

    text            as it stands; " / " is a line break
    *text           bold
    {red} text      on that fill, also without text
    <               the cell at the left reaches over this place
    ^               the cell above reaches down to this place
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Box, Cell, Colour, Grid, Row, Table, Word
from agendapack.extract.stitch.rows import grid_rows, kinds

COLOURS: dict[str, Colour] = {
    "red": (255, 0, 0),
    "amber": (255, 192, 0),
    "green": (0, 176, 80),
    "blue": (0, 112, 192),
    "grey": (217, 217, 217),
}
LEFT, TOP, WIDTH = 50.0, 100.0, 100.0
SIZE, LEADING = 10.0, 12.0
_CELL = re.compile(r"(?:\{(?P<fill>\w+)\})?\s*(?P<bold>\*)?(?P<text>.*)", re.DOTALL)


def grid(*rows: str, page: int = 1, top: float = TOP, widths: Sequence[float] = (), **more) -> Grid:
    """A grid whose columns are `WIDTH` wide unless `widths` says otherwise."""
    printed = [[cell.strip() for cell in row.split("|")] for row in rows]
    count = len(printed[0])
    assert all(len(row) == count for row in printed), "rows of different lengths"
    xs = [LEFT]
    for width in widths or [WIDTH] * count:
        xs.append(xs[-1] + width)
    ys = [top]
    for row in printed:
        ys.append(ys[-1] + LEADING * (1 + max(cell.count(" / ") for cell in row)) + 4)
    cells = []
    for r, row in enumerate(printed):
        for c, said in enumerate(row):
            if said not in ("<", "^"):
                height, width = _reach([line[c] for line in printed[r + 1 :]], "^"), _reach(row[c + 1 :], "<")
                box = Box(xs[c], ys[r], xs[c + width], ys[r + height])
                cells.append(_cell(said, r, c, page, box, height, width))
    whole = Box(xs[0], ys[0], xs[-1], ys[-1])
    return replace(
        Grid(page, whole, len(printed), count, tuple(cells), "ruled", page_size=(595.0, 842.0)), **more
    )


def _reach(following: Sequence[str], sign: str) -> int:
    """Places that a cell takes up: its own and those marked as its continuation."""
    return 1 + next((i for i, said in enumerate(following) if said != sign), len(following))


def _cell(said: str, row: int, column: int, page: int, box: Box, height: int, width: int) -> Cell:
    match = _CELL.fullmatch(said)
    assert match
    text = match["text"].strip().replace(" / ", "\n")
    words = tuple(
        Word(word, Box(box.x0 + 2 + 6 * i, y, box.x0 + 7 + 6 * i, y + SIZE), SIZE, bold=bool(match["bold"]))
        for y, line in ((box.top + 2 + LEADING * n, line) for n, line in enumerate(text.split("\n")))
        for i, word in enumerate(line.split())
    )
    fill = COLOURS[match["fill"]] if match["fill"] else None
    return Cell(row, column, text, page, box, height, width, words, fill)


def rows(*printed: str, page: int = 1) -> list[Row]:
    """The rows of such a grid with their kinds."""
    made = grid(*printed, page=page)
    return kinds(grid_rows(made), made.columns)


def table(*printed: str, page: int = 1, number: int = 1, top: float = TOP, **more) -> Table:
    """A table of one grid."""
    made = grid(*printed, page=page, top=top)
    its_rows = tuple(kinds(grid_rows(made), made.columns))
    heads = sum(1 for row in its_rows if row.kind == "header")
    return Table(
        f"t{number:03d}", page, page, made.box, made.columns, its_rows, (made,), header_rows=heads, **more
    )


def texts(rows: Sequence[Row], columns: int) -> list[str]:
    """The rows as they were written, without marks: only the cells' own texts."""
    return [
        " | ".join(cell.text.replace("\n", " / ") if (cell := _own(row, c)) else "" for c in range(columns))
        for row in rows
    ]


def _own(row: Row, column: int) -> Cell | None:
    return next((cell for cell in row.cells if cell.column == column), None)
