"""Headings that stand like records in a table of indicators: a text alone, over rows that print values."""

from __future__ import annotations

from itertools import pairwise

from agendapack.extract.model import Row
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised

MIN_VALUES = 2
"""Columns of values, all of which a record may not leave empty."""
VALUED_SHARE = 0.8
"""Share of the other rows that print values; where fewer do, a row without any may be a record."""


def group_rows(found: Recognised) -> list[Row]:
    """The rows that are headings of those below."""
    reading = found.reading
    if found.kind != "indicators" or reading is None or found.named or len(reading.values) < MIN_VALUES:
        return []
    body = [row for row in found.table.rows if row.kind == "body"]
    alone = [_is_alone(row, reading) for row in body]
    others = [row for row, lone in zip(body, alone, strict=True) if not lone]
    valued = sum(_prints_values(row, reading) for row in others)
    if not others or valued < VALUED_SHARE * len(others):
        return []
    return [row for (row, lone), (_, below) in pairwise(zip(body, alone, strict=True)) if lone and not below]


def _is_alone(row: Row, reading: Reading) -> bool:
    """Whether the row prints the text of a record and nothing else, nothing reaching into it from above."""
    filled = [c for c in row.cells if c.text or c.glyphs]
    return len(filled) == 1 and filled[0].column == reading.subject and not row.above


def _prints_values(row: Row, reading: Reading) -> bool:
    return any((cell := row.at(v.column)) is not None and cell.text for v in reading.values)
