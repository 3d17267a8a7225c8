"""Joins a wide table to the one with more of its columns on the facing page, by the refs of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.stitch.between import squeezed

MIN_ROWS = 3
"""Rows with the same refs in the same order; fewer may be chance."""


def over_facing_pages(tables: Sequence[Table]) -> list[Table]:
    """The tables in order, those with more columns of the same rows joined to the one on the page before."""
    found: list[Table] = []
    for table, alone in zip(tables, _heads_of_pages(tables), strict=True):
        wide = _widened(found[-1], table) if found and alone else None
        if wide is None:
            found.append(table)
        else:
            found[-1] = wide
    return [replace(table, table_id=f"t{i + 1:03d}") for i, table in enumerate(found)]


def _heads_of_pages(tables: Sequence[Table]) -> list[bool]:
    """For each table, whether it is the first on the page after the table before it ends."""
    return [False, *(b.page == a.last_page + 1 for a, b in pairwise(tables))][: len(tables)]


def _widened(left: Table, right: Table) -> Table | None:
    """One table of the columns of both; None unless each row on the right is one on the left."""
    if left.columns < 2 or right.columns < 2 or not 0 < right.header_rows <= left.header_rows:
        return None
    if not _same_rows(left, right) or _titles(right) <= _titles(left):
        return None
    more = {_key(row): row for row in right.rows if row.kind == "body"}
    heads = [row for row in right.rows if row.kind == "header"]
    pending = [None] * (left.header_rows - len(heads)) + heads
    rows = []
    for row in left.rows:
        other = (
            pending.pop(0) if row.kind == "header" else more.get(_key(row)) if row.kind == "body" else None
        )
        rows.append(_with(row, other, left.columns) if other else _spread(row, left, right))
    weights = left.confidence * len(left.rows) + right.confidence * len(right.rows)
    return replace(
        left,
        last_page=right.last_page,
        columns=left.columns + right.columns - 1,
        rows=tuple(rows),
        parts=(*left.parts, *right.parts),
        confidence=weights / (len(left.rows) + len(right.rows)),
    )


def _same_rows(left: Table, right: Table) -> bool:
    """Whether both have the same distinct refs in their first columns, in the same order, under one title."""
    keys = [[_key(row) for row in table.rows if row.kind == "body"] for table in (left, right)]
    refs = keys[0]
    if keys[0] != keys[1] or len(refs) < MIN_ROWS or len(set(refs)) < len(refs):
        return False
    named = all(any(map(str.isdigit, ref)) and any(map(str.isalpha, ref)) for ref in refs)
    plain = all(c.row_span == 1 for row in right.rows for c in row.cells if row.kind == "body")
    heads = [[_key(row) for row in table.rows if row.kind == "header"] for table in (left, right)]
    bands = {_key(row) for row in right.rows if row.kind == "band"}
    return named and plain and heads[0][-1:] == heads[1][-1:] and bands <= {_key(row) for row in left.rows}


def _key(row: Row) -> str:
    cell = row.at(0)
    return squeezed(cell.text) if cell else ""


def _titles(table: Table) -> set[str]:
    """The column titles beside the first column."""
    return {
        squeezed(c.text)
        for row in table.rows
        if row.kind == "header"
        for c in row.cells
        if c.column and c.text
    }


def _with(row: Row, other: Row, columns: int) -> Row:
    """The row with the other's cells, but for its ref, behind its own."""
    moved = (replace(c, column=c.column + columns - 1) for c in other.cells if c.column)
    return replace(row, cells=(*row.cells, *moved))


def _spread(row: Row, left: Table, right: Table) -> Row:
    """A heading over all columns spans those on the facing page, too."""
    return replace(row, cells=tuple(_over(c, left.columns, right.columns - 1) for c in row.cells))


def _over(cell: Cell, columns: int, more: int) -> Cell:
    whole = cell.column == 0 and cell.column_span == columns
    return replace(cell, column_span=columns + more) if whole else cell
