"""Write: records to canonical CSV (UTF-8, no mark at the start, CRLF, RFC 4180) and back, nothing lost."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agendapack.schemas.cells import text, value
from agendapack.schemas.datasets import Dataset

if TYPE_CHECKING:
    from agendapack.extract.write.record import Record

NEWLINE = "\r\n"
csv.field_size_limit(2**31 - 1)
"""A long cell is no error: the bound of the csv module is lifted as far as every platform allows."""


def csv_text(lines: Iterable[Sequence[str]]) -> str:
    """Lines of cells as the text of a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=NEWLINE).writerows(lines)
    return text.getvalue()


def dataset_text(of: Dataset, records: Iterable[Record]) -> str:
    """A dataset with its header as the text of a CSV file."""
    names = [c.name for c in of.columns]
    return csv_text([names, *([text(record[name]) for name in names] for record in records)])


def write_csv(path: Path, of: Dataset, records: Sequence[Record]) -> None:
    """Write a dataset with its header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(dataset_text(of, records))


def read_csv(path: Path, of: Dataset) -> list[Record]:
    """The records of a dataset written by `write_csv`; columns that are missing are empty."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return read_records(file, of)


def read_records(lines: Iterable[str], of: Dataset) -> list[Record]:
    """The records of a dataset in an open CSV file; columns that are missing are empty."""
    rows = list(csv.DictReader(lines))
    return [{c.name: value(c, row.get(c.name) or "") for c in of.columns} for row in rows]
