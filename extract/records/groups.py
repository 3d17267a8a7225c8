"""Headings that stand like records: a text alone over rows with values, or bold where no record is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from agendapack.extract.model import Cell, Row
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised

MIN_VALUES = 2
"""Columns of values, all of which a record may not leave empty."""
MIN_RECORDS = 2
"""Records among which a bold text stands apart."""
PLAIN_SHARE = 0.8
"""Share of them whose own texts are not bold."""
VALUED_SHARE = 0.8
"""Share of the other rows that print values; where fewer do, a row without any may be a record."""

_GOES_ON = re.compile(r"\s?(?:[a-z]|\.\d{1,2}[a-z]?|\s?\([a-z]\))")


def group_rows(found: Recognised) -> list[Row]:
    """The rows that are headings of those below."""
    reading = found.reading
    if reading is None or reading.subject is None or found.named or found.printed:
        return []
    body = [row for row in found.table.rows if row.kind == "body"]
    return _set_apart(body, reading) or _over_values(body, reading)


def _set_apart(body: Sequence[Row], reading: Reading) -> list[Row]:
    """Rows of nothing but a bold text, numbered or not, among records whose texts are not bold."""
    own = {reading.subject, reading.column("ref")}
    alone = [{c.column for c in _filled(row)} <= own and _is_bold(row, reading) for row in body]
    others = [row for row, lone in zip(body, alone, strict=True) if not lone]
    plain = sum(not _is_bold(row, reading) for row in others)
    if len(others) < MIN_RECORDS or plain < PLAIN_SHARE * len(others):
        return []
    return [row for row, lone in zip(body, alone, strict=True) if lone and not row.above]


def _is_bold(row: Row, reading: Reading) -> bool:
    """Whether the text of a row's record is bold."""
    cell = row.at(reading.subject) if reading.subject is not None else None
    return cell is not None and cell.bold


def _filled(row: Row) -> list[Cell]:
    return [c for c in row.cells if c.text or c.glyphs]


def _over_values(body: Sequence[Row], reading: Reading) -> list[Row]:
    """Rows of nothing but a text over rows that print values."""
    if len(reading.values) < MIN_VALUES:
        return []
    alone = [
        _is_alone(row, reading) or _is_stem(row, next_, reading) for row, next_ in zip_longest(body, body[1:])
    ]
    others = [row for row, lone in zip(body, alone, strict=True) if not lone]
    valued = sum(_prints_values(row, reading) for row in others)
    if not others or valued < VALUED_SHARE * len(others):
        return []
    return [row for (row, lone), (_, below) in pairwise(zip(body, alone, strict=True)) if lone and not below]


def _is_alone(row: Row, reading: Reading) -> bool:
    """Whether the row prints the text of a record and nothing else, nothing reaching into it from above."""
    filled = _filled(row)
    return len(filled) == 1 and filled[0].column == reading.subject and not row.above


def _is_stem(row: Row, below: Row | None, reading: Reading) -> bool:
    """Whether the row prints a text behind a number with which that of the next goes on: "2" over "2a"."""
    column = reading.column("ref")
    own, next_ = (r.at(column) if r and column is not None else None for r in (row, below))
    if not own or not next_ or {c.column for c in _filled(row)} != {column, reading.subject}:
        return False
    stem = own.flat.rstrip(".")
    return (
        stem.isdigit() and next_.flat.startswith(stem) and bool(_GOES_ON.fullmatch(next_.flat[len(stem) :]))
    )


def _prints_values(row: Row, reading: Reading) -> bool:
    return any((cell := row.at(v.column)) is not None and cell.text for v in reading.values)
