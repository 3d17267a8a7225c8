"""Batch: packs whose stored results are damaged: their PDFs are read again, or what was published is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field, replace
from pathlib import Path

from agendapack.extract.batch.about import About
from agendapack.extract.batch.parcel import Parcel, parcel_of_files
from agendapack.extract.errors import UsageError
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.csv import dataset_text
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.names import GRIDS
from agendapack.extract.write.package import read_sources
from agendapack.extract.write.packed import PackFiles
from agendapack.extract.write.pdfs import located
from agendapack.extract.write.record import Record
from agendapack.extract.write.safe import for_file_name
from agendapack.schemas.datasets import dataset

ERROR = "DamagedResult"


@dataclass(frozen=True, slots=True)
class Mended:
    """What becomes of damaged results."""

    again: list[tuple[Path, str]] = field(default_factory=list)
    """PDFs to read again, with their hashes."""
    published: list[tuple[Path, Parcel]] = field(default_factory=list)
    """Packs whose PDF is gone, as they were published last, by where it lay."""
    dropped: list[str] = field(default_factory=list)
    """Packs whose stored result is to be forgotten."""


def to_mend(out: Path, damaged: Sequence[str], named: Collection[str]) -> Mended:
    """What becomes of damaged results; packs whose hashes are among those named are read anyway."""
    sources = {source.pack_id: source for source in read_sources(out)}
    places = located(out, [sources[i] for i in damaged if i in sources])
    mended = Mended()
    for pack_id in damaged:
        source = sources.get(pack_id)
        if source and source.sha256 in named:
            continue
        if source and pack_id in places:
            mended.again.append((places[pack_id], source.sha256))
        elif source and (parcel := published(out, pack_id, source.path)):
            mended.published.append((out / source.path, parcel))
            continue
        mended.dropped.append(pack_id)  # if it is not read again, nothing of it was ever published
    return mended


def published(out: Path, pack_id: str, place: str) -> Parcel | None:
    """The pack as it was published last, now failed; None when it never was. `place` is where its PDF lay."""
    try:
        records = read_folder(out)
    except UsageError:
        return None
    own = {name: [r for r in some if r["pack_id"] == pack_id] for name, some in records.items()}
    if not own["packs"]:
        return None
    name, sha256 = str(own["packs"][0]["source_name"]), str(own["packs"][0]["sha256"] or "")
    message = (
        f"{name}: its stored result is damaged and the file is gone; the rows are those published last. "
        "Name the file again to have it read."
    )
    own["packs"] = [_failed(own["packs"][0], message)]
    texts = {name: dataset_text(dataset(name), rows) for name, rows in own.items() if rows}
    counts = {name: len(rows) for name, rows in own.items()}
    about = About(pack_id, name, sha256, "failed", message, rows=counts, error=ERROR, sources=(place,))
    about = replace(about, council=str(own["packs"][0]["council"] or ""))
    return parcel_of_files(PackFiles(pack_id, texts, _grids(out, pack_id)), replace(about, key=ERROR))


def _failed(pack: Record, message: str) -> Record:
    """The row of the pack, failed."""
    return {**pack, "status": "failed", "message": message}


def _grids(out: Path, pack_id: str) -> dict[str, str]:
    folder = out / GRIDS / for_file_name(pack_id)
    files = sorted(path for path in folder.glob("*") if path.suffix in (".csv", ".json"))
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in files}
