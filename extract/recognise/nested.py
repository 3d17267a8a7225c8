"""Recognise: the columns of a table go in, those whose cells are merged over the rows of others come out."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.recognise.columns import Column

MIN_OUTER = 2
"""Columns of the outer records: their text, and what says something of it."""


def outer_and_inner(columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """Columns of records that have several rows, and those of the rows; nothing outer in other tables.

    The cells of the outer columns must be merged over the same rows: a risk, its rating and its owner
    beside each of the actions that treat it.
    """
    merged = [c for c in columns if any(cell.row_span > 1 for cell in c.filled)]
    spans = [{(cell.page, cell.row, cell.row_span) for cell in c.filled} for c in merged]
    if len(merged) < MIN_OUTER or any(span - spans[0] for span in spans):
        return [], list(columns)
    outer = {c.number for c in merged}
    return merged, [c for c in columns if c.number not in outer]
