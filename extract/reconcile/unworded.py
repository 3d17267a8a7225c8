"""Reconcile: the tables of a pack come in, what the checks look at goes out: the words of cells are let go.

A pack's words take more memory than all else of its tables, and are wanted no more once rows are made.
"""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Cell, Row, Table


def without_words(tables: list[Table]) -> list[Table]:
    """The tables as texts in their places; of words only those that tell that a picture was read.

    Each is taken out of the list, so that a large pack is not held twice.
    """
    tables.reverse()
    bare = []
    while tables:
        bare.append(_table(tables.pop()))
    return bare


def _table(table: Table) -> Table:
    return replace(table, rows=tuple(map(_row, table.rows)), parts=(), caption=None)


def _row(row: Row) -> Row:
    return Row(tuple(map(_cell, row.cells)), row.page, row.box, row.kind)


def _cell(cell: Cell) -> Cell:
    unsure = tuple(word for word in cell.words if word.certainty < 1)[:1]
    return Cell(
        cell.row, cell.column, cell.text, cell.page, cell.box, cell.row_span, cell.column_span, unsure
    )
