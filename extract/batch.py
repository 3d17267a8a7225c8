"""Many packs: each is read on its own, and one that fails becomes a row in `packs` and stops no other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extract import pipeline
from extract.correct import outdated
from extract.errors import AgendapackError, EmptyFolder, MissingFile, PackError, reading
from extract.identity import pack_id_of, sha256_of, sha256_of_text
from extract.model import Pack, PackResult, Source
from extract.settings import Settings

log = logging.getLogger(__name__)

Progress = Callable[[Path, int, int], None]
"""Told the pack, pages done and pages in all."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a run over many packs gave, in the order the packs were named."""

    results: tuple[PackResult, ...]
    seconds: float
    paths: Mapping[str, Path] = field(default_factory=dict)
    """Where the PDF of each pack lies, by pack id."""

    @property
    def read(self) -> tuple[PackResult, ...]:
        """The packs that were read, wholly or in part."""
        return tuple(r for r in self.results if r.pack.status != "failed")

    @property
    def failed(self) -> tuple[PackResult, ...]:
        """The packs that were not."""
        return tuple(r for r in self.results if r.pack.status == "failed")


def expand(paths: Iterable[Path]) -> Iterator[Path | PackError]:
    """The PDFs named, folders searched through, each once; what is not there comes as the error to report."""
    seen: set[Path] = set()
    for path in paths:
        for found in _expanded(path):
            if isinstance(found, PackError):
                yield found
            elif found.resolve() not in seen:
                seen.add(found.resolve())
                yield found


def _expanded(path: Path) -> Sequence[Path | PackError]:
    if path.is_dir():
        path = path.resolve()  # "." has no name to show
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf" and p.is_file())
        return inside or [EmptyFolder(path, "there is no PDF in this folder.")]
    return [path] if path.is_file() else [MissingFile(path, "there is no such file.")]


def extract_batch(
    paths: Iterable[Path],
    settings: Settings,
    on_progress: Progress = lambda _path, _done, _pages: None,
) -> BatchResult:
    """Read all packs; never raises for what is wrong with one of them."""
    start = time.monotonic()
    results: dict[str, PackResult] = {}
    places: dict[str, Path] = {}
    for found in expand(paths):
        if isinstance(found, PackError):
            result = _failed(found.path, found)
        else:
            result = _read(found, settings, on_progress)
            places.setdefault(result.pack.source.pack_id, found)
        if results.setdefault(result.pack.source.pack_id, result) is not result:
            log.info("%s is there twice, taken once", result.pack.source_name)
    read = outdated(tuple(results.values()), settings.corrections)
    return BatchResult(read, time.monotonic() - start, places)


def _read(path: Path, settings: Settings, on_progress: Progress) -> PackResult:
    try:
        with reading(path):
            result = pipeline.read_pack(path, settings, lambda done, pages: on_progress(path, done, pages))
    except AgendapackError as error:
        return _failed(path, error)
    log.info("%s: pages: %d, tables: %d", path, result.pack.pages, len(result.tables))
    return honest(result)


def _failed(path: Path, error: AgendapackError) -> PackResult:
    """The row of a pack that could not be read."""
    try:
        sha256 = sha256_of(path)
    except MissingFile:
        sha256 = ""
    pack_id = pack_id_of(path, sha256 or sha256_of_text(str(path)))
    pack = Pack(Source(pack_id), path.name, sha256, 0, status="failed", message=str(error))
    return PackResult(pack)


def honest(result: PackResult) -> PackResult:
    """A pack with pages that were not read is no more than partial, one with no others has failed."""
    unread = sorted({page for f in result.findings if f.kind == "unread_page" for page in f.pages})
    if result.pack.status != "ok" or not (unread or result.pack.message):
        return result
    pages = ", ".join(map(str, unread))
    message = result.pack.message or f"{result.pack.source_name}: page {pages} not read."
    status = "failed" if 0 < result.pack.pages <= len(unread) else "partial"
    return replace(result, pack=replace(result.pack, status=status, message=message))
