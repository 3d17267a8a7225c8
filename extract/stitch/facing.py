"""Joins a wide table to the one with more of its columns on the facing page.

Their rows have the same refs, or stand on one level: as many of them, each as high up its page and as tall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.stitch.between import squeezed

MIN_ROWS = 3
"""Rows with the same refs in the same order, or on one level; fewer may be chance."""
LEVEL_PT = 2.0
"""Distance of the edges of two rows on one level."""


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
    again = _same_refs(left, right)
    if _titles(right, again) <= _titles(left, again) or not again and not _on_one_level(left, right):
        return None
    more = [row for row in right.rows if row.kind == "body"]
    heads = [row for row in right.rows if row.kind == "header"]
    pending = [None] * (left.header_rows - len(heads)) + heads
    rows = []
    for row in left.rows:
        other = pending.pop(0) if row.kind == "header" else more.pop(0) if row.kind == "body" else None
        rows.append(_with(row, other, left.columns, again) if other else _spread(row, left, right, again))
    weights = left.confidence * len(left.rows) + right.confidence * len(right.rows)
    return replace(
        left,
        last_page=right.last_page,
        columns=left.columns + right.columns - again,
        rows=tuple(rows),
        parts=(*left.parts, *right.parts),
        confidence=weights / (len(left.rows) + len(right.rows)),
    )


def _same_refs(left: Table, right: Table) -> bool:
    """Whether both have the same distinct refs in their first columns, in the same order, under one title."""
    refs = _refs(left)
    if not refs or refs != [_key(row) for row in right.rows if row.kind == "body"]:
        return False
    heads = [[_key(row) for row in table.rows if row.kind == "header"] for table in (left, right)]
    bands = {_key(row) for row in right.rows if row.kind == "band"}
    return _is_plain(right) and heads[0][-1:] == heads[1][-1:] and bands <= {_key(row) for row in left.rows}


def _refs(table: Table) -> list[str]:
    """The refs in the first column, each another; nothing where it holds anything else."""
    refs = [_key(row) for row in table.rows if row.kind == "body"]
    named = all(any(map(str.isdigit, ref)) and any(map(str.isalpha, ref)) for ref in refs)
    return refs if named and len(set(refs)) == len(refs) >= MIN_ROWS else []


def _on_one_level(left: Table, right: Table) -> bool:
    """Whether the rows on the right stand on the level of those on the left, which alone have names."""
    pairs = list(zip(left.rows, right.rows, strict=False))
    if not _refs(left) or not _is_plain(right) or len(left.rows) != len(right.rows):
        return False
    if _titles(left, again=False) & _titles(right, again=False):
        return False
    level = all(
        a.kind == b.kind and abs(a.box.top - b.box.top) + abs(a.box.bottom - b.box.bottom) <= LEVEL_PT
        for a, b in pairs
    )
    return level and left.page == left.last_page and not any(map(_names, _body_columns(right)))


def _body_columns(table: Table) -> list[list[str]]:
    """The texts of each column, head and bands left out."""
    body = [row for row in table.rows if row.kind == "body"]
    return [[c.flat if (c := row.at(n)) else "" for row in body] for n in range(table.columns)]


def _names(texts: Sequence[str]) -> bool:
    """Whether the texts of a column may name the records of a table of their own."""
    return all(any(map(str.isalpha, text)) for text in texts) and len(set(texts)) == len(texts)


def _is_plain(table: Table) -> bool:
    """Whether no cell of the body reaches over several rows."""
    return all(c.row_span == 1 for row in table.rows for c in row.cells if row.kind == "body")


def _key(row: Row) -> str:
    cell = row.at(0)
    return squeezed(cell.text) if cell else ""


def _titles(table: Table, again: bool) -> set[str]:
    """The column titles, beside the first column where the refs come again."""
    return {
        squeezed(c.text)
        for row in table.rows
        if row.kind == "header"
        for c in row.cells
        if c.column >= again and c.text
    }


def _with(row: Row, other: Row, columns: int, again: bool) -> Row:
    """The row with the other's cells, but for a ref that comes again, behind its own."""
    moved = (replace(c, column=c.column + columns - again) for c in other.cells if c.column >= again)
    return replace(row, cells=(*row.cells, *moved))


def _spread(row: Row, left: Table, right: Table, again: bool) -> Row:
    """A heading over all columns spans those on the facing page, too."""
    return replace(row, cells=tuple(_over(c, left.columns, right.columns - again) for c in row.cells))


def _over(cell: Cell, columns: int, more: int) -> Cell:
    whole = cell.column == 0 and cell.column_span == columns
    return replace(cell, column_span=columns + more) if whole else cell
