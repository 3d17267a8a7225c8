"""Write: every table of a pack as a raw grid, tables/<pack_id>/<table_id>.csv, its places as .json beside."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from agendapack.extract.errors import OutputError, output_errors
from agendapack.extract.model import Grid, Source, TableEntry
from agendapack.extract.write.csv import csv_text
from agendapack.extract.write.names import GRIDS
from agendapack.extract.write.places import edges_of
from agendapack.extract.write.safe import for_file, for_file_name


def grid_path(source: Source) -> PurePosixPath:
    """Where the grid of the table goes, below the output folder."""
    return PurePosixPath(GRIDS, for_file_name(source.pack_id), f"{for_file_name(source.table_id)}.csv")


def grid_files(entries: Iterable[TableEntry]) -> Iterator[tuple[str, str]]:
    """Path below the output folder and text of the files of each table: its raw grid and its places."""
    for entry in entries:
        path = grid_path(entry.source)
        yield path.as_posix(), csv_text(_lines(entry.grid))
        described = json.dumps(layout_json(entry), ensure_ascii=False, separators=(",", ":"))
        yield path.with_suffix(".json").as_posix(), f"{described}\n"


def layout_json(entry: TableEntry) -> dict[str, object]:
    """Where the parts and cells of the grid are printed, and what its columns mean.

    Each cell is [row, column, row span, column span, page, x0, top, x1, bottom], counted from 0.
    """
    return {
        "table_id": entry.source.table_id,
        "parts": [{"page": page, "bbox": edges_of(box)} for page, box in entry.layout.parts],
        "columns": [
            {
                "column": meaning.column,
                "title": for_file(meaning.title),
                "role": meaning.role,
                "reason": for_file(meaning.reason),
            }
            for meaning in entry.layout.meanings
        ],
        "cells": [
            [c.row, c.column, c.row_span, c.column_span, c.page, *edges_of(c.box)] for c in entry.layout.cells
        ],
    }


def _lines(rows: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    return ([for_file(cell) for cell in row] for row in rows)


def grid_rows(grid: Grid) -> list[list[str]]:
    """The grid as rows of text; a merged cell's text stands in its top-left cell, the others are empty."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.flat
    return rows


def named(grids: Iterable[Grid]) -> Iterator[tuple[str, Grid]]:
    """Each grid with an id made of its page and its place among the tables there."""
    on_page: Counter[int] = Counter()
    for grid in grids:
        on_page[grid.page] += 1
        yield f"p{grid.page:03}-t{on_page[grid.page]}", grid


def grid_csv(grid: Grid) -> str:
    """The grid as the text of a CSV file."""
    return csv_text(_lines(grid_rows(grid)))


def write_grid_files(out: Path, texts: Mapping[str, str]) -> None:
    """Write the text of each grid into the folder.

    Raises an OutputError before anything is written when a file of another content has the name of one.
    """
    files = {out / f"{for_file_name(table_id)}.csv": text.encode() for table_id, text in texts.items()}
    with output_errors(out):
        out.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            if path.exists() and (not path.is_file() or path.read_bytes() != content):
                raise OutputError(f"{path}: is there already and differs. Choose another folder with -o.")
        for path, content in files.items():
            path.write_bytes(content)


def grid_json(table_id: str, grid: Grid) -> dict[str, object]:
    """The grid as the `tables` command prints it."""
    return {
        "table_id": table_id,
        "page": grid.page,
        "bbox": edges_of(grid.box),
        "cells": [
            {
                "row": cell.row,
                "column": cell.column,
                "row_span": cell.row_span,
                "column_span": cell.column_span,
                "text": for_file(cell.flat),
            }
            for cell in grid.cells
        ],
    }
