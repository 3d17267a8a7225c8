"""Write, last step: all files of a run go to a place beside the output folder and are then moved in."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from extract.errors import output_errors
from extract.model import PackResult
from extract.write import duckdb, excel, package
from extract.write.csv import read_csv, write_csv
from extract.write.flatten import Record, Records
from extract.write.grids import FOLDER as GRIDS
from extract.write.grids import write_grids
from extract.write.sources import SourceFile, source_files
from schemas.datasets import Dataset, dataset, datasets

FORMATS = ("csv", "parquet")
"""Written when nothing else is asked for."""
ALL_FORMATS = (*FORMATS, "xlsx", "duckdb", "excel")
"""excel: the copies of the CSV files for spreadsheets."""
WORKBOOK = "agendapack.xlsx"
REVIEW = "review"
"""The folder of the review page: made on demand, and out of date after the next run."""
_PREFIX = ".agendapack-"
"""Begins the names of temporary folders, so that a user sees whose they are."""


def write_folder(
    out: Path,
    records: Records,
    results: Sequence[PackResult],
    formats: Collection[str] = FORMATS,
    paths: Mapping[str, Path] = MappingProxyType({}),
) -> None:
    """Write datasets and grids to the folder, all or nothing; files that are not ours stay.

    `paths` says by pack id where the PDFs lie, for the links to their pages.
    """
    if "duckdb" in formats:
        duckdb.need_duckdb()
    sources = source_files((result.pack for result in results), paths, out)
    with output_errors(out), _beside(out) as staged:
        _write_datasets(staged, records, formats, sources)
        write_grids(staged, (entry for result in results for entry in result.tables))
        _move_in(staged, out)


def read_folder(out: Path) -> Records:
    """The records of a results folder, from its CSV or else its Parquet files."""
    return {d.name: _read_dataset(out, d) for d in datasets()}


def _read_dataset(out: Path, of: Dataset) -> list[Record]:
    canonical, typed = out / f"{of.name}.csv", out / f"{of.name}.parquet"
    if canonical.exists() or not typed.exists():
        return read_csv(canonical, of)
    from extract.write.parquet import read_parquet

    return read_parquet(typed, of)


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A new folder on the same file system as the output folder, gone afterwards."""
    parent = out if out.is_dir() else out.parent
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=parent) as temporary:
        staged = Path(temporary, "results")
        staged.mkdir()
        yield staged


def _write_datasets(
    folder: Path, records: Records, formats: Collection[str], sources: Sequence[SourceFile]
) -> None:
    """Every form is made from the canonical CSV or from the records behind it."""
    for name, rows in records.items():
        of, canonical = dataset(name), folder / f"{name}.csv"
        write_csv(canonical, of, rows)
        if "parquet" in formats:
            from extract.write.parquet import write_parquet

            write_parquet(canonical.with_suffix(".parquet"), of, canonical, sources)
    if "xlsx" in formats:
        from extract.write.workbook import write_workbook

        write_workbook(folder / WORKBOOK, records, sources)
    if "duckdb" in formats:
        duckdb.write_duckdb(folder)
    if "excel" in formats:
        excel.write_excel_copies(folder, [f"{name}.csv" for name in records])
    if "csv" not in formats:
        for name in records:
            (folder / f"{name}.csv").unlink()
    package.write_package(folder, sources)


def _ours() -> set[str]:
    """The names of all that a run may write, and of what it makes out of date."""
    endings = (".csv", ".parquet", package.CSVW_ENDING)
    files = {f"{of.name}{ending}" for of in datasets() for ending in endings}
    return files | {GRIDS, REVIEW, excel.FOLDER, duckdb.FILE, package.DESCRIPTOR, WORKBOOK}


def _move_in(staged: Path, out: Path) -> None:
    """One rename when the folder is new; else file by file, each whole, and what is out of date goes."""
    if not out.exists():
        staged.replace(out)
        return
    new = {path.name for path in staged.iterdir()}
    aside = staged.with_name("before")
    aside.mkdir()
    try:
        for name in sorted(new | _ours()):
            if (out / name).is_dir() or name not in new and (out / name).exists():
                (out / name).replace(aside / name)
            if name in new:
                (staged / name).replace(out / name)
    except BaseException:
        for before in aside.iterdir():
            if not (out / before.name).exists():
                before.replace(out / before.name)
        raise
