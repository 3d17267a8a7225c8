"""Write: many packs as partitions, a folder of Parquet files each, so that only what changed is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from agendapack.extract.errors import output_errors
from agendapack.extract.identity import sha256_of_text
from agendapack.extract.write.csv import dataset_text, read_records
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.moving import beside, move_in
from agendapack.extract.write.names import GRIDS, PARTITIONS, REVIEW, VIEWS
from agendapack.extract.write.packed import PackFiles, body
from agendapack.extract.write.record import Records
from agendapack.extract.write.safe import for_file_name
from agendapack.extract.write.sources import SourceFile
from agendapack.schemas.datasets import dataset, datasets

SOURCES = f"{PARTITIONS}/sources.json"
"""The PDFs behind the results."""
EMPTY = f"{PARTITIONS}/empty"
"""A file without rows for each dataset: so that it is there and has types before a pack has such rows."""
UNKNOWN = "__HIVE_DEFAULT_PARTITION__"
"""What engines read as no value."""
AT_ONCE = 250
"""PDFs listed at once."""
MAX_PART = 100
"""Characters of a folder's name."""
MARK_CHARS = 16
"""Characters of the hash behind a longer one."""


def place_of(council: str, files: PackFiles) -> str:
    """The folder of a pack's partition; what is over all packs of a council has one without year and pack."""
    rows = read_records(files.datasets.get("packs", "").splitlines(keepends=True), dataset("packs"))
    year = str(rows[0]["meeting_date"] or "")[:4] if rows else ""
    return f"{PARTITIONS}/{folder_of(council)}/year={_part(year)}/pack={_part(files.pack_id)}"


def folder_of(council: str) -> str:
    """The folder of a council among the partitions, each another, however long their names."""
    return f"council={_part(council)}"


def _part(value: str) -> str:
    name = quote(value, safe="")
    if len(name) > MAX_PART:  # a hash tells it from others that begin alike
        mark, begins = f"~{sha256_of_text(value)[:MARK_CHARS]}", value[:MAX_PART]
        while len(name := quote(begins, safe="") + mark) > MAX_PART:
            begins = begins[:-1]
    return name or UNKNOWN


def write_partitions(
    out: Path, changed: Iterable[tuple[str, PackFiles]], gone: Iterable[str], sources: Iterable[SourceFile]
) -> None:
    """Write the partitions that changed and take away those that are gone, all or nothing.

    `gone` names folders of partitions and of grids, and is asked last. Single files of earlier runs go too.
    """
    with output_errors(out), beside(out) as staged:
        stale = {*Manifest(out).names(), *Manifest(out).names(REVIEW)}
        for place, files in changed:
            _write(staged / place, files.datasets.items())
            for path, text in files.grids.items():
                (staged / path).parent.mkdir(parents=True, exist_ok=True)
                (staged / path).write_text(text, encoding="utf-8", newline="")
            folders = [place, f"{GRIDS}/{for_file_name(files.pack_id)}"] if files.grids else [place]
            before = (name for folder in folders for name in Manifest(out).names(folder))
            stale.update(name for name in before if not (staged / name).exists())
        for folder in gone:
            stale.update(Manifest(out).names(folder))
        _write(staged / EMPTY, ((of.name, dataset_text(of, ())) for of in datasets()))
        with (staged / SOURCES).open("w", encoding="utf-8") as file:
            file.writelines(_told(sources))
        (staged / VIEWS).write_text(views(), encoding="utf-8", newline="\n")
        move_in(staged, out, stale)


def sources_are(out: Path, sources: Iterable[SourceFile]) -> bool:
    """Whether these PDFs are those that the folder tells of."""
    with suppress(OSError, ValueError), (out / SOURCES).open(encoding="utf-8") as file:
        return all(file.read(len(piece)) == piece for piece in _told(sources)) and not file.read(1)
    return False


def _told(sources: Iterable[SourceFile]) -> Iterator[str]:
    """The list of them as JSON, in pieces: there may be thousands."""
    told, before = (source.told for source in sources), ""
    yield "["
    while some := list(islice(told, AT_ONCE)):
        yield before + json.dumps(some)[1:-1]
        before = ", "
    yield "]"


def _write(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    from agendapack.extract.write.parquet import write_parquet

    folder.mkdir(parents=True)
    canonical = folder / "rows.csv"
    for name, text in texts:
        of = dataset(name)
        canonical.write_text(dataset_text(of, ()) + body(of, text), encoding="utf-8", newline="")
        write_parquet(folder / f"{name}.parquet", of, canonical)
        canonical.unlink()


def views() -> str:
    """SQL that gives each dataset its name in DuckDB, started in the folder of the results.

    Files at an address have a hash before the ending.
    """
    return "".join(
        f'CREATE OR REPLACE VIEW "{of.name}" AS SELECT * FROM read_parquet('
        f"'{PARTITIONS}/**/{of.name}.*parquet', union_by_name = true, hive_partitioning = false);\n"
        for of in datasets()
    )


def read_partitions(out: Path) -> Records:
    """The records of a results folder that has partitions."""
    from agendapack.extract.write.parquet import read_parquet

    def files(name: str) -> Iterator[Path]:
        yield from sorted((out / PARTITIONS).rglob(f"{name}.parquet"))

    return {of.name: [row for path in files(of.name) for row in read_parquet(path, of)] for of in datasets()}


def partition_sources(out: Path) -> tuple[SourceFile, ...]:
    """The PDFs behind partitions; none where there are no partitions."""
    try:
        return tuple(SourceFile(**told) for told in json.loads((out / SOURCES).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return ()
