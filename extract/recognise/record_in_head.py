"""A record that was taken for a row of the head, as where its row alone is coloured, is a record again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Row, Table
from agendapack.extract.recognise.columns import Column, columns_of
from agendapack.extract.recognise.decide import ALIKE, TOLD_APART
from agendapack.extract.recognise.shapes import share

MIN_APART = 2
"""Columns in which a row of the head holds what the cells below hold."""
NAMED = frozenset(["ref", "date"])
"""Shapes that titles seldom have: figures may number the columns of a matrix."""


def without_record_in_head(table: Table) -> Table:
    """The table with the rows of its head from the first record on as its first rows."""
    head = [row for row in table.rows if row.kind == "header"]
    columns = columns_of(table, head, [row for row in table.rows if row.kind == "body"])
    first = next((n for n, row in enumerate(head) if n and _is_record(row, columns)), len(head))
    records = {id(row) for row in head[first:]}
    rows = tuple(replace(row, kind="body") if id(row) in records else row for row in table.rows)
    return replace(table, rows=rows, header_rows=min(table.header_rows, first)) if records else table


def _is_record(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row holds references or dates, and other things, over columns of such."""
    shapes = [shape for column in columns if (shape := _held(row, column))]
    return len(shapes) >= MIN_APART and not NAMED.isdisjoint(shapes)


def _held(row: Row, column: Column) -> str:
    """What the row's own cell in a column is, where the cells below are such too."""
    cell = row.at(column.number)
    if cell is None or not cell.flat or cell.column_span > 1:
        return ""
    alike = (shape for shape, like in TOLD_APART if like(cell.flat))
    return next((shape for shape in alike if (share(shape, column.cells) or 0.0) >= ALIKE), "")
