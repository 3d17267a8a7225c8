"""Write, last step: all files of a run go to a place beside the output folder and are then moved in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from agendapack.extract.errors import UsageError, output_errors
from agendapack.extract.write import excel, package
from agendapack.extract.write.csv import dataset_text, edited, read_csv
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.moving import beside, move_in
from agendapack.extract.write.names import DESCRIPTOR, FORMATS, GRIDS, PARTITIONS, REVIEW, WORKBOOK
from agendapack.extract.write.packed import PackFiles, body
from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.sources import SourceFile
from agendapack.schemas.datasets import Dataset, dataset, datasets


def need_extras(formats: Collection[str]) -> None:
    """Raise a UsageError when a format needs a package that is not installed."""
    if "duckdb" in formats:
        from agendapack.extract.write.duckdb import need_duckdb

        need_duckdb()
    if "sqlite" in formats:
        from agendapack.extract.write.sqlite import need_full_text

        need_full_text()


def write_folder(
    out: Path,
    packs: Iterable[PackFiles],
    formats: Collection[str] = FORMATS,
    sources: Sequence[SourceFile] = (),
    kept_grids: Collection[str] = (),
) -> None:
    """Write datasets and grids to the folder, all or nothing; files that are not ours stay.

    The packs are taken one at a time. The grid folders named in `kept_grids` are right already.
    """
    need_extras(formats)
    with output_errors(out), beside(out) as staged:
        _combine(staged, packs)
        _derive(staged, formats, sources)
        move_in(staged, out, list(_stale(out, kept_grids)))


def read_folder(out: Path) -> Records:
    """The records of a results folder, from its partitions, its CSV or else its Parquet files."""
    if (out / PARTITIONS).is_dir():
        from agendapack.extract.write.partitions import read_partitions

        return read_partitions(out)
    if not any((out / f"packs{ending}").exists() for ending in (".csv", ".parquet")):
        if (out / DESCRIPTOR).exists():
            raise UsageError(
                f"{out}: the datasets are here neither as CSV nor as Parquet. "
                "Run agendapack extract again, with csv or parquet in its --format."
            )
        raise UsageError(f"{out}: there are no results here. Run agendapack extract first, with -o {out}.")
    return {d.name: _read_dataset(out, d) for d in datasets()}


def _read_dataset(out: Path, of: Dataset) -> list[Record]:
    canonical, typed = out / f"{of.name}.csv", out / f"{of.name}.parquet"
    if canonical.exists():
        return read_csv(canonical, of)
    if not typed.exists():  # results of a version that had no such dataset
        return []
    from agendapack.extract.write.parquet import read_parquet

    try:
        return read_parquet(typed, of)
    except (ValueError, KeyError, OSError):  # Arrow's errors are of these
        raise edited(typed, f"this is no Parquet file with the columns of {of.name}") from None


def _combine(folder: Path, packs: Iterable[PackFiles]) -> None:
    """The canonical CSV files, pack behind pack, and the grid files."""
    with ExitStack() as stack:
        files = {
            of.name: stack.enter_context((folder / f"{of.name}.csv").open("w", encoding="utf-8", newline=""))
            for of in datasets()
        }
        for of in datasets():
            files[of.name].write(dataset_text(of, ()))
        for pack in packs:
            for name, text in pack.datasets.items():
                files[name].write(body(dataset(name), text))
            for parent in {Path(path).parent for path in pack.grids}:
                (folder / parent).mkdir(parents=True, exist_ok=True)
            for path, text in pack.grids.items():
                (folder / path).write_text(text, encoding="utf-8", newline="")


def _derive(folder: Path, formats: Collection[str], sources: Sequence[SourceFile]) -> None:
    """Every other form, made from the canonical CSV files; each loads its library only when wanted."""
    names = [of.name for of in datasets()]
    if "parquet" in formats:
        from agendapack.extract.write.parquet import write_parquet

        for name in names:
            write_parquet(folder / f"{name}.parquet", dataset(name), folder / f"{name}.csv", sources)
    if "xlsx" in formats:
        from agendapack.extract.write.workbook import write_workbook

        write_workbook(folder / WORKBOOK, folder, sources)
    if "duckdb" in formats:
        from agendapack.extract.write.duckdb import write_duckdb

        write_duckdb(folder)
    if "sqlite" in formats:
        from agendapack.extract.write.sqlite import write_sqlite

        write_sqlite(folder)
    if "excel" in formats:
        excel.write_excel_copies(folder, [f"{name}.csv" for name in names])
    if "csv" not in formats:
        for name in names:
            (folder / f"{name}.csv").unlink()
    package.write_package(folder, sources)


def _stale(out: Path, kept_grids: Collection[str]) -> Iterator[str]:
    """What earlier runs wrote, but for the grids that are right already."""
    yield from Manifest(out).names()
    yield from Manifest(out).names(REVIEW)  # it shows what is no longer so
    for place in Manifest(out).folders(PARTITIONS):
        yield from Manifest(out).names(place)
    folder = out / GRIDS
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in kept_grids:
            yield from Manifest(out).names(f"{GRIDS}/{path.name}")
