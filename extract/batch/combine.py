"""Batch: the datasets of all stored packs together; the same packs give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from agendapack.extract.batch.shares import Repeated, Sort, shares
from agendapack.extract.batch.store import About, Store
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.write.csv import csv_text
from agendapack.extract.write.folder import write_folder
from agendapack.extract.write.names import GRIDS, QUARANTINE, result_names
from agendapack.extract.write.safe import for_file, for_file_name
from agendapack.extract.write.sources import SourceFile

STAMP = "combined.json"
"""Says from which results the datasets in the folder were made, and what they leave out."""


LeftOut = Mapping[str, Mapping[Sort, int]]
"""Rows by their sort, by pack id."""
NOBODY = Pairs()


def combine(store: Store, out: Path, formats: Collection[str], said: Pairs = NOBODY) -> LeftOut:
    """Bring the datasets up to date with the stored packs and what people said of pairs of their rows.

    Tells which rows stand once that several packs have.
    """
    packs = store.all()
    stamp = store.home / STAMP
    digests = {about.pack_id: about.digest for about in packs.values()}
    made_from = {
        "packs": digests,
        "sources": [_source(about).path for about in packs.values()],
        "formats": sorted(formats),
        "tool": fingerprint(),
        "said": [sorted(said.one), sorted(said.two)],
    }
    before = _read(stamp)
    if all(before.get(n) == value for n, value in made_from.items()) and _in_place(out, before, formats):
        return {pack: {(d, k, s): n for d, k, s, n in some} for pack, some in before["left_out"].items()}
    kept = _grids_in_place(out, before, digests)
    stamp.unlink(missing_ok=True)  # from here on nobody may trust what lies in the folder
    sources = [_source(about) for about in packs.values() if about.sha256]
    repeated: Repeated = {}
    write_folder(out, shares(store, packs, kept, repeated, said), formats, sources, kept)
    half = stamp.with_suffix(".half")
    left_out = {pack: [[*sort, n] for sort, n in some.items()] for pack, some in repeated.items()}
    made = {**made_from, "files": _sizes(out, formats), "grids": _grid_folders(out), "left_out": left_out}
    half.write_text(json.dumps(made), encoding="utf-8")
    half.replace(stamp)
    return repeated


def _source(about: About) -> SourceFile:
    place = about.sources[0] if about.sources else ""
    return SourceFile(about.pack_id, for_file(about.name), about.sha256, place)


def _read(stamp: Path) -> dict[str, Any]:
    try:
        told = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _sizes(out: Path, formats: Collection[str]) -> dict[str, int]:
    """The files of the results, and their sizes."""
    names = sorted(result_names(formats) - {QUARANTINE})
    return {name: (out / name).stat().st_size for name in names if (out / name).is_file()}


def _grid_folders(out: Path) -> list[str]:
    folder = out / GRIDS
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def _in_place(out: Path, before: Mapping[str, Any], formats: Collection[str]) -> bool:
    """Whether all that was written is still there."""
    return _sizes(out, formats) == before["files"] and set(before["grids"]) <= set(_grid_folders(out))


def _grids_in_place(out: Path, before: Mapping[str, Any], packs: Mapping[str, str]) -> set[str]:
    """The grid folders that need not be written again."""
    same = {for_file_name(i) for i, digest in packs.items() if before.get("packs", {}).get(i) == digest}
    gone = set(before.get("grids", ())) - set(_grid_folders(out))
    return same - gone


def quarantine_text(packs: Sequence[About]) -> str:
    """The list of packs that could not be read, as CSV."""
    head = ["pack_id", "source", "error", "page", "message"]
    rows = [
        [a.pack_id, "; ".join(map(for_file, a.sources)), a.error, str(a.page or ""), for_file(a.message)]
        for a in packs
        if a.status == "failed"
    ]
    return csv_text([head, *rows])
