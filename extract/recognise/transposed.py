"""Reads tables whose columns are the records: names over them, periods or measures down the side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Row, Table, union
from agendapack.extract.normalise.figures import is_measured
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.recognise.measure_names import measure_of

MIN_LABELS = 2
"""Periods or measures down the side, and names over the figures."""
FIGURES_SHARE = 0.6
"""Share of figures among the cells that are filled."""


def transposed(table: Table) -> Table | None:
    """The table with its columns as rows; None where they are not named or its rows are no series."""
    head = [row for row in table.rows if row.kind == "header"]
    body = [row for row in table.rows if row.kind == "body"]
    cells = [c for row in (*head, *body) for c in row.cells]
    if (
        len(head) != 1
        or len(body) != len(table.rows) - 1
        or any(c.column_span + c.row_span > 2 for c in cells)
    ):
        return None
    names = [c for c in head[0].cells if c.column and c.text]
    sides = [row.at(0) for row in body]
    labels = [c for c in sides if c and _is_label(c)]
    measured = any(measure_of(c.flat) for c in labels)  # years alone are statistics
    if not measured or len(labels) < max(len(body), MIN_LABELS) or not _are_names(names):
        return None
    figures = [is_measured(c.flat) for row in body for c in row.cells if c.column and c.text]
    if sum(figures) < FIGURES_SHARE * max(len(figures), 1):
        return None
    corner = replace(head[0].at(0) or names[0], column=0, text="", words=())
    top = _row((corner, *labels), 0, "header")
    rows = (_row((name, *_under(name, body)), n, "body") for n, name in enumerate(names, 1))
    return replace(table, columns=len(labels) + 1, rows=(top, *rows), header_rows=1)


def _is_label(cell: Cell) -> bool:
    """Whether a cell says when or of what the figures beside it are."""
    return parse_period(cell.flat) is not None or bool(measure_of(cell.flat))


def _are_names(titles: Sequence[Cell]) -> bool:
    """Whether what stands over the columns is what they are about."""
    return len(titles) >= MIN_LABELS and not any(_is_label(c) or is_measured(c.flat) for c in titles)


def _under(name: Cell, body: Sequence[Row]) -> list[Cell]:
    """The figures of a column, an empty cell where none is."""
    empty = replace(name, text="", words=())
    return [row.at(name.column) or empty for row in body]


def _row(cells: Sequence[Cell], number: int, kind: str) -> Row:
    placed = tuple(replace(c, row=number, column=at) for at, c in enumerate(cells))
    page = placed[0].page
    return Row(placed, page, union(c.box for c in placed if c.page == page), kind)
