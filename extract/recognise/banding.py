"""Takes the colours off a table that only guide the eye along its rows: they rate nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from agendapack.extract.model import Colour, Row, Table
from agendapack.extract.normalise.rag import rag_of_colour

MOST_OF_A_ROW = 0.5
"""Cells of one ground are more than this share of their row."""


def without_banding(table: Table) -> Table:
    """The table without the fills of rows that alternate; those of single cells stay.

    Stripes follow the count of the rows, ratings what the rows say. So stripes are of one colour and none,
    or of tints of it, turn by turn (a record may take several rows); two colours that rate are stripes only
    where nothing in the row stands out from them.
    """
    body = [row for row in table.rows if row.kind == "body"]
    grounds = {id(row): _ground(row) for row in body}
    if not _is_striped(body, [grounds[id(row)] for row in body]):
        return table
    rows = [_without(row, grounds[id(row)]) if id(row) in grounds else row for row in table.rows]
    return replace(table, rows=tuple(rows))


def _ground(row: Row) -> Colour | None:
    """The fill of most cells of a row."""
    fill, count = Counter(c.fill for c in row.cells).most_common(1)[0] if row.cells else (None, 0)
    return fill if count > MOST_OF_A_ROW * len(row.cells) else None


def _is_striped(body: Sequence[Row], grounds: Sequence[Colour | None]) -> bool:
    if len(set(grounds)) != 2:
        return False
    runs = [len(list(run)) for _, run in groupby(grounds)]
    inner = runs[1:-1] or runs[:1]
    regular = len(set(inner)) == 1 and max(runs) <= max(inner)
    ratings = {rag_of_colour(ground) for ground in grounds if ground} - {None}
    return regular and (len(ratings) < 2 or all(_is_even(row) for row in body))


def _is_even(row: Row) -> bool:
    return all(a.fill == b.fill for a, b in pairwise(row.cells))


def _without(row: Row, ground: Colour | None) -> Row:
    cells = tuple(replace(cell, fill=None) if cell.fill == ground else cell for cell in row.cells)
    return replace(row, cells=cells)
