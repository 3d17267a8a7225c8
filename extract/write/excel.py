"""Write: copies of the CSV files for spreadsheets: with a byte order mark, and no cell that could run."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from agendapack.extract.write.names import EXCEL

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take text for a formula (OWASP, CSV injection), full-width forms included."""


def write_excel_copies(folder: Path, names: Iterable[str]) -> None:
    """Copy the named CSV files to the folder for spreadsheets."""
    target = folder / EXCEL
    target.mkdir()
    for name in names:
        with (folder / name).open(encoding="utf-8", newline="") as canonical:
            rows = list(csv.reader(canonical))
        with (target / name).open("w", encoding="utf-8-sig", newline="") as copy:
            # quoted cells: a separator of another country splits none of them
            writer = csv.writer(copy, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
            writer.writerows([escaped(cell) for cell in row] for row in rows)


def escaped(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run; numbers stay numbers."""
    return f"'{cell}" if cell.startswith(STARTS) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    whole, _, part = cell.removeprefix("-").partition(".")
    return whole.isascii() and whole.isdigit() and (part == "" or part.isascii() and part.isdigit())
