"""Batch: the datasets of all stored packs together; the same packs give the same bytes."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from agendapack.extract.batch.about import About
from agendapack.extract.batch.limits import bounded
from agendapack.extract.batch.options import Layout, Options
from agendapack.extract.batch.repeated import LeftOut, Repeated
from agendapack.extract.batch.stamp import (
    drop_stamp,
    grid_folders,
    grids_in_place,
    listed,
    read_stamp,
    unlisted,
    write_stamp,
)
from agendapack.extract.batch.store import Store
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.errors import OutputError
from agendapack.extract.write.csv import csv_text
from agendapack.extract.write.folder import write_folder
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.names import FORMATS, QUARANTINE, STAMPS, result_names
from agendapack.extract.write.safe import for_file

MOST_IN_FILES = 500
"""Packs whose datasets are a file each unless the user says otherwise; all of it is written at each run."""


def combine(store: Store, out: Path, options: Options, said: Pairs) -> LeftOut:
    """Bring the datasets up to date with the stored packs and what people said of pairs of their rows.

    Tells which rows stand once that several packs have.
    """
    most = options.limits.parent_mb
    try:
        with bounded(most):
            return _combine(store, out, options, said)
    except MemoryError:
        raise OutputError(
            f"{out}: to put the packs together takes more than {most:,} MB. The results are as they were. "
            "Allow more with --memory, or give some councils a folder of their own."
        ) from None


def _combine(store: Store, out: Path, options: Options, said: Pairs) -> LeftOut:
    if _in_partitions(options.layout, options.formats, len(store)):
        from agendapack.extract.batch.partitioned import partition

        return partition(store, out, said)
    return _into_files(store, out, options.formats, said)


def _in_partitions(layout: Layout, formats: Collection[str], packs: int) -> bool:
    """Whether the datasets are parted; who asks for other formats than usual wants single files."""
    large = packs > MOST_IN_FILES and set(formats) == {*FORMATS}
    return layout == "partitions" or (layout == "auto" and large)


def _into_files(store: Store, out: Path, formats: Collection[str], said: Pairs) -> Repeated:
    packs = list(store)
    digests = {pack.pack_id: pack.digest for pack in packs}
    made_from = {
        "packs": digests,
        "sources": [pack.source.path for pack in packs],
        "formats": sorted(formats),
        "tool": fingerprint(),
        "said": [sorted(said.one), sorted(said.two)],
    }
    before = read_stamp(store.home)
    if all(before.get(n) == value for n, value in made_from.items()) and _in_place(out, before, formats):
        return unlisted(before["left_out"])
    from agendapack.extract.batch.marked import Marked  # marks rows, for which there must be news

    kept = grids_in_place(grid_folders(out), before, digests)
    drop_stamp(store.home)  # from here on nobody may trust what lies in the folder
    shutil.rmtree(store.home / STAMPS, ignore_errors=True)  # of partitions
    repeated: Repeated = {}
    sources = [pack.source for pack in packs if pack.sha256]
    write_folder(out, Marked(store, said).shares(packs, kept, repeated), formats, sources, kept)
    made = {"files": _sizes(out, formats), "grids": grid_folders(out), "left_out": listed(repeated)}
    write_stamp(store.home, {**made_from, **made})
    return repeated


def _sizes(out: Path, formats: Collection[str]) -> dict[str, int]:
    """The files of the results, and their sizes."""
    names = sorted(result_names(formats) - {QUARANTINE})
    return {name: (out / name).stat().st_size for name in names if (out / name).is_file()}


def _in_place(out: Path, before: Mapping[str, Any], formats: Collection[str]) -> bool:
    """Whether all that was written is still there."""
    return _sizes(out, formats) == before["files"] and set(before["grids"]) <= set(grid_folders(out))


def list_failed(store: Store, out: Path) -> None:
    """Write the list of packs that could not be read, where it has changed."""
    text = quarantine_text([pack.about for pack in store if pack.status == "failed"])
    path = out / QUARANTINE
    if not path.exists() or path.read_bytes() != text.encode():
        half = store.home / QUARANTINE
        half.write_text(text, encoding="utf-8", newline="")
        half.replace(path)
        Manifest(out).add(QUARANTINE)


def quarantine_text(failed: Sequence[About]) -> str:
    """The list of packs that could not be read, as CSV."""
    head = ["pack_id", "source", "error", "page", "message"]
    rows = [
        [a.pack_id, "; ".join(map(for_file, a.sources)), a.error, str(a.page or ""), for_file(a.message)]
        for a in failed
    ]
    return csv_text([head, *rows])
