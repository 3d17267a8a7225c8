"""A record that was taken for a row of the head, as where its row alone is coloured, is a record again."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Table
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.told_apart import is_record


def without_record_in_head(table: Table) -> Table:
    """The table with the rows of its head from the first record on as its first rows."""
    head = [row for row in table.rows if row.kind == "header"]
    columns = columns_of(table, head, [row for row in table.rows if row.kind == "body"])
    first = next((n for n, row in enumerate(head) if n and is_record(row, columns)), len(head))
    records = {id(row) for row in head[first:]}
    rows = tuple(replace(row, kind="body") if id(row) in records else row for row in table.rows)
    return replace(table, rows=rows, header_rows=min(table.header_rows, first)) if records else table
