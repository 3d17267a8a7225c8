"""Correct: the file corrections.csv, which people may write by hand and no run ever changes."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from agendapack.extract.errors import UsageError, output_errors
from agendapack.extract.model import Correction, Review
from agendapack.schemas.datasets import datasets

FILE = "corrections.csv"
COLUMNS = (
    "verdict",
    "source_name",
    "dataset",
    "row",
    "column",
    "printed",
    "corrected",
    "who",
    "when",
    "note",
    "sha256",
)
WITHDRAWN = "withdrawn"
VERDICTS = ("accepted", "corrected", "rejected", WITHDRAWN)
"""withdrawn: said once and taken back; kept so that nothing vanishes from the file."""
Key = tuple[str, str, str, str]


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file; none when there is no such file."""
    try:
        return parse_corrections(path.read_text(encoding="utf-8-sig"), path.name)
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        what = "this is no UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise UsageError(f"{path}: cannot be read ({what}). Save it as CSV UTF-8.") from error


def parse_corrections(content: str, name: str = FILE) -> tuple[Correction, ...]:
    """The corrections in the text of a CSV file; raises a UsageError that names the line at fault."""
    reader = csv.DictReader(io.StringIO(content, newline=""))
    missing = set(COLUMNS) - set(reader.fieldnames or ())
    if content.strip() and missing:
        raise UsageError(f"{name}: the columns {', '.join(sorted(missing))} are missing from its first line.")
    try:
        return tuple(_correction(row, f"{name}, line {reader.line_num}") for row in reader)
    except csv.Error as error:
        raise UsageError(f"{name}, line {reader.line_num}: this is not CSV ({error}).") from error


def _correction(row: Mapping[str, str | None], where: str) -> Correction:
    cell = {column: (row.get(column) or "") for column in COLUMNS}
    columns = {of.name: {c.name for c in of.columns} | {""} for of in datasets() if of.known_by}
    if cell["verdict"] not in VERDICTS:
        raise UsageError(f"{where}: {cell['verdict']!r} is no verdict; use {', '.join(VERDICTS)}.")
    if cell["column"] not in columns.get(cell["dataset"], ()):
        raise UsageError(f"{where}: there is no {cell['dataset']}.{cell['column']} to correct.")
    return Correction(
        cell["sha256"],
        cell["source_name"],
        cell["dataset"],
        cell["row"],
        Review(cell["verdict"], cell["column"], cell["printed"], cell["who"], cell["when"], cell["note"]),
        cell["corrected"],
    )


def merged(before: Iterable[Correction], new: Iterable[Correction]) -> tuple[Correction, ...]:
    """Both; where they speak of the same cell the new one stands in the place of the old."""
    return tuple({_key(correction): correction for correction in (*before, *new)}.values())


def _key(correction: Correction) -> Key:
    return correction.sha256, correction.dataset, correction.row, correction.review.column


def corrections_csv(corrections: Iterable[Correction]) -> str:
    """The text of the file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(correction_cells(correction) for correction in corrections)
    return file.getvalue()


def correction_cells(correction: Correction) -> list[str]:
    """The cells of the correction's line, in the order of COLUMNS."""
    review = correction.review
    cells = {
        "verdict": review.verdict,
        "source_name": correction.source_name,
        "dataset": correction.dataset,
        "row": correction.row,
        "column": review.column,
        "printed": review.printed,
        "corrected": correction.corrected,
        "who": review.who,
        "when": review.when,
        "note": review.note,
        "sha256": correction.sha256,
    }
    return [cells[column] for column in COLUMNS]


def write_corrections(path: Path, corrections: Iterable[Correction]) -> None:
    """Write the file, whole or not at all."""
    content = corrections_csv(corrections).encode()
    with output_errors(path), tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
