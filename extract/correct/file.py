"""Correct: the file corrections.csv, which people may write by hand and no run ever changes."""

from __future__ import annotations

import csv
import io
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from agendapack.extract.errors import UsageError, output_errors
from agendapack.extract.model import Correction, Review
from agendapack.schemas.datasets import datasets
from agendapack.schemas.heads import misfit, roles_in

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
TABLES, KIND, ROLES = "tables", "kind", "roles"
"""The dataset of tables, and what people say of one: what it lists and what its columns hold."""
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
    reader = csv.reader(io.StringIO(content, newline=""))
    head: list[str] = []
    found = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):  # a spreadsheet leaves rows of commas
                continue
            if head:
                where = f"{name}, line {reader.line_num}"
                found.append(_correction(_by_column(head, cells, where), where))
            else:
                head = _head(cells, name)
    except csv.Error as error:
        raise UsageError(f"{name}, line {reader.line_num}: this is not CSV ({error}).") from error
    return tuple(found)


def _head(cells: Sequence[str], name: str) -> list[str]:
    head = [cell.strip() for cell in cells]
    if missing := set(COLUMNS) - set(head):
        which = ", ".join(sorted(missing))
        raise UsageError(
            f"{name}: the columns {which} are missing from its first line. Save it as CSV with commas."
        )
    if twice := sorted({column for column in head if column and head.count(column) > 1}):
        raise UsageError(f"{name}: its first line has the column {twice[0]} twice.")
    return head


def _by_column(head: Sequence[str], cells: Sequence[str], where: str) -> dict[str, str]:
    if any(cells[len(head) :]) or any(c for column, c in zip(head, cells, strict=False) if not column):
        raise UsageError(f"{where}: there is a cell without a column. Quote texts that hold commas.")
    return {column: cell for column, cell in zip(head, cells, strict=False) if column}


def _correction(row: Mapping[str, str], where: str) -> Correction:
    cell = {column: row.get(column, "") for column in COLUMNS}
    columns = {of.name: {c.name for c in of.columns} | {""} for of in datasets() if of.known_by}
    if cell["verdict"] not in VERDICTS:
        raise UsageError(f"{where}: {cell['verdict']!r} is no verdict; use {', '.join(VERDICTS)}.")
    if cell["column"] not in columns.get(cell["dataset"], ()):
        raise UsageError(f"{where}: there is no {cell['dataset']}.{cell['column']} to correct.")
    if cell["dataset"] == TABLES and (wrong := _wrong(cell["column"], cell["corrected"])):
        raise UsageError(f"{where}: {wrong}.")
    return Correction(
        cell["sha256"],
        cell["source_name"],
        cell["dataset"],
        cell["row"],
        Review(cell["verdict"], cell["column"], cell["printed"], cell["who"], cell["when"], cell["note"]),
        cell["corrected"],
        more=tuple((column, text) for column, text in row.items() if column not in COLUMNS),
    )


def _wrong(column: str, corrected: str) -> str:
    """What is wrong with a corrected cell of a table; nothing when it can be understood."""
    if column == KIND:
        return misfit(corrected)
    try:
        roles_in(corrected if column == ROLES else "")
    except ValueError as wrong:
        return str(wrong)
    return ""


def merged(before: Iterable[Correction], new: Iterable[Correction]) -> tuple[Correction, ...]:
    """Both; where they speak of the same cell the new one replaces the old and keeps its added columns."""
    kept: dict[Key, Correction] = {}
    for correction in (*before, *new):
        old = kept.get(key := _key(correction), correction)
        kept[key] = replace(correction, more=correction.more or old.more)
    return tuple(kept.values())


def _key(correction: Correction) -> Key:
    return correction.sha256, correction.dataset, correction.row, correction.review.column


def corrections_csv(corrections: Iterable[Correction]) -> str:
    """The text of the file."""
    some = list(corrections)
    added = list(dict.fromkeys(column for correction in some for column, _ in correction.more))
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *added])
    for correction in some:
        more = dict(correction.more)
        writer.writerow([*correction_cells(correction), *(more.get(column, "") for column in added)])
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
    """Write the file, whole or not at all; who may read it stays as it was."""
    content = corrections_csv(corrections).encode()
    with output_errors(path):
        target = path.resolve()  # a link stays one
        half = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            with half.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, half)
            half.replace(target)
        except BaseException:
            half.unlink(missing_ok=True)
            raise
