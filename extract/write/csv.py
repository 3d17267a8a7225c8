"""Write: records to canonical CSV (UTF-8, no mark at the start, CRLF, RFC 4180) and back, nothing lost."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.cells import text, value
from schemas.datasets import Dataset

if TYPE_CHECKING:
    from extract.write.flatten import Record

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
