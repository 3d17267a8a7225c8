"""Write: records to canonical CSV (UTF-8, no mark at the start, CRLF, RFC 4180) and back, nothing lost."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.datasets import JOIN, NO, YES, Column, Dataset

if TYPE_CHECKING:
    from extract.write.flatten import Record, Value

NEWLINE = "\r\n"
csv.field_size_limit(2**31 - 1)
"""A long cell is no error: the bound of the csv module is lifted as far as every platform allows."""


def write_lines(path: Path, lines: Iterable[Sequence[str]]) -> None:
    """Write lines of cells as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator=NEWLINE).writerows(lines)


def write_csv(path: Path, of: Dataset, records: Sequence[Record]) -> None:
    """Write a dataset with its header."""
    names = [c.name for c in of.columns]
    write_lines(path, [names, *([text(record[name]) for name in names] for record in records)])


def read_csv(path: Path, of: Dataset) -> list[Record]:
    """The records of a dataset written by `write_csv`; columns that are missing are empty."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{c.name: value(c, row.get(c.name) or "") for c in of.columns} for row in rows]


def text(cell: Value) -> str:
    """The cell as canonical text."""
    match cell:
        case None:
            return ""
        case bool():
            return YES if cell else NO
        case float():
            return plain_decimal(cell)
        case date():
            return cell.isoformat()
        case tuple():
            return JOIN.join(map(str, cell))
        case _:
            return str(cell)


def value(column: Column, cell: str) -> Value:
    """The value behind canonical text."""
    if not cell:
        return () if column.type == "list" else None
    match column.type:
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "boolean":
            return cell == YES
        case "date":
            return date.fromisoformat(cell)
        case "list" if column.items == "integer":
            return tuple(map(int, cell.split(JOIN)))
        case "list":
            return tuple(cell.split(JOIN))
        case _:
            return cell


def plain_decimal(number: float) -> str:
    """The shortest decimal that reads back as the same number, never with an exponent."""
    digits = format(Decimal(repr(number)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
