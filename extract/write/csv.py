"""Write: records to canonical CSV (UTF-8, no mark at the start, CRLF, RFC 4180) and back, nothing lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from agendapack.extract.errors import UsageError
from agendapack.schemas.cells import Value, text, value
from agendapack.schemas.datasets import Dataset, DatasetColumn

if TYPE_CHECKING:
    from agendapack.extract.write.record import Record

NEWLINE = "\r\n"
PACK_ID = "pack_id"
"""A column that every dataset has had in every version."""
MAX_SHOWN = 40
"""Characters of a cell that cannot be read."""
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
    return csv_text(chain([names], ([text(record[name]) for name in names] for record in records)))


def write_csv(path: Path, of: Dataset, records: Sequence[Record]) -> None:
    """Write a dataset with its header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(dataset_text(of, records))


def read_csv(path: Path, of: Dataset) -> list[Record]:
    """The records of a dataset written by `write_csv`; columns that are missing are empty.

    Raises a UsageError that names file, line and column when somebody saved the file otherwise.
    """
    return list(read_rows(path, of))


def read_rows(path: Path, of: Dataset) -> Iterator[Record]:
    """The same, one record at a time."""
    for line, cells in cells_of(path):
        yield {c.name: _checked(path, line, c, cells.get(c.name) or "") for c in of.columns}


def cells_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a dataset as the file has them, each with the number of its line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            names = next(rows, [])
            if PACK_ID not in names:
                raise edited(path, f"its first line has no column {PACK_ID}")
            for row in rows:
                if row:
                    yield rows.line_num, dict(zip(names, row, strict=False))
    except UnicodeDecodeError:
        raise edited(path, "this is no UTF-8 text") from None
    except csv.Error as error:
        raise edited(path, f"this is not CSV ({error})") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}).") from None


def edited(path: Path, what: str) -> UsageError:
    """What to say of a dataset that is not as a run wrote it."""
    return UsageError(
        f"{path}: {what}. The file was changed since it was written. Put it back, or run agendapack extract "
        "again with --force, which keeps yours beside the new one; corrections belong into corrections.csv."
    )


def _checked(path: Path, line: int, column: DatasetColumn, cell: str) -> Value:
    try:
        if cell and column.type in ("object", "array"):
            json.loads(cell)
        return value(column, cell)
    except (ValueError, RecursionError):
        raise edited(
            path, f"line {line}, column {column.name}: {cell[:MAX_SHOWN]!r} is no {column.type}"
        ) from None


def read_records(lines: Iterable[str], of: Dataset) -> list[Record]:
    """The records of a dataset in an open CSV file; columns that are missing are empty."""
    kept: dict[str, str] = {}  # most cells say what another says: their text is held once
    return [
        {c.name: value(c, kept.setdefault(cell := row.get(c.name) or "", cell)) for c in of.columns}
        for row in csv.DictReader(lines)
    ]
