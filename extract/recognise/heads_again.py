"""The head that a table prints again on a later page, put back: the first labels of another card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from agendapack.extract.model import Grid, Row, Table
from agendapack.extract.stitch.rows import rows_in_turn, same_text


def with_heads_again(table: Table) -> Table:
    """The table with its head wherever a page began with it again; the same where none did."""
    head = [row for row in table.rows if row.kind == "header"]
    again = {part.page: own for part in table.parts[1:] if head and (own := _head_of(part, head))}
    if not again:
        return table
    rows: list[Row] = []
    for row in table.rows:
        if rows and row.page != rows[-1].page:
            rows += again.pop(row.page, [])
        rows.append(row)
    return replace(table, rows=tuple(rows))


def _head_of(part: Grid, head: Sequence[Row]) -> list[Row]:
    """The rows with which a part begins, where they are those of the head."""
    rows = [*islice(rows_in_turn(part), len(head))]
    same = len(rows) == len(head) and all(map(same_text, rows, head))
    return [replace(row, kind="header") for row in rows] if same else []
