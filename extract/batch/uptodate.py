"""Batch: whether all that a run looks at lies as the last run left it; then there is nothing to do."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from agendapack import schemas
from agendapack.extract.batch.known import RACY, sign_of
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import UNCHANGED, BatchResult, PackRun
from agendapack.extract.batch.stamp import STAMP
from agendapack.extract.batch.store import Store, about_of
from agendapack.extract.batch.tally import tally_of
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.correct.given_facts import FACTS
from agendapack.extract.realpath import real
from agendapack.extract.settings import Settings
from agendapack.extract.write.names import GRIDS, PARTITIONS, result_names

LEFT = "left.json"
"""What the last run gave, and hashes of all that it looked at."""
_LEVELS = 3
"""Folders of partitions below each other: council, year and pack."""
Seen = Iterator[tuple[str, int]]
"""What lies somewhere as a text, with the last time that it changed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """All that decides what a run does."""

    paths: Sequence[Path]
    out: Path
    settings: Settings
    options: Options

    def inputs(self) -> str:
        """A hash of what the user names and chooses; empty while a file might still change unnoticed."""
        began = time.time_ns()
        with suppress(OSError):  # what cannot be looked at is told by who tries to read it
            digest, changed = _hashed(self._chosen(), *(_named(path) for path in self.paths))
            return digest if began - changed > RACY else ""
        return ""

    def results(self, elsewhere: Iterable[str]) -> str:
        """A hash of what lies in the results folder, and of PDFs that are known but not named."""
        store, out = Store(self.out), str(self.out)
        written = (f"{out}/{name}" for name in sorted(result_names(self.options.formats)))
        known = (f"{out}/{place}" for place in elsewhere)
        return _hashed(
            _files((str(store.home / STAMP), *written, *known)),
            _inside(str(store.folder)),
            _folders(f"{out}/{GRIDS}", 1),
            _folders(f"{out}/{PARTITIONS}", _LEVELS),
        )[0]

    def _chosen(self) -> Seen:
        options = self.options
        how = (sorted(options.formats), options.layout, options.prune, options.retry, str(options.limits))
        yield repr((self.settings, how, schemas.additions(), fingerprint(), real(self.out))), 0


def up_to_date(asked: Asked, inputs: str) -> BatchResult | None:
    """What a run gives that finds everything as the last one left it; None when it has to look closer."""
    try:
        told = json.loads((Store(asked.out).home / LEFT).read_text(encoding="utf-8"))
        if not inputs or inputs != told["inputs"] or asked.results(told["elsewhere"]) != told["results"]:
            return None
        listed = tuple(PackRun(about_of(about), Path(path), UNCHANGED) for path, about in told["listed"])
        return BatchResult(listed, 0.0, kept=told["kept"], counted=tally_of(told["counted"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(asked: Asked, inputs: str, result: BatchResult, elsewhere: Collection[str]) -> None:
    """Keep what a run gave that a further one would change nothing of."""
    told = {
        "inputs": inputs,
        "results": asked.results(elsewhere),
        "elsewhere": list(elsewhere),
        "kept": result.kept,
        "listed": [(str(run.path), asdict(run.about)) for run in result.packs if not run.is_whole],
        "counted": result.whole.told(),
    }
    half = Store(asked.out).home / f"{LEFT}.half"
    half.write_text(json.dumps(told), encoding="utf-8")
    half.replace(half.with_suffix(""))


def forget_last(out: Path) -> None:
    """From here on the folder is no longer as the last run left it."""
    (Store(out).home / LEFT).unlink(missing_ok=True)


# --- looking -----------------------------------------------------------------------


def _hashed(*some: Seen) -> tuple[str, int]:
    digest, last = hashlib.sha256(), 0
    for seen in some:
        for line, changed in seen:
            digest.update(f"{line}\n".encode("utf-8", "surrogateescape"))
            last = max(last, changed)
    return digest.hexdigest(), last


def _named(path: Path) -> Seen:
    """A path that a user names, with all that lies below it."""
    yield f"{path} is {real(path)}", 0
    yield from _below(str(path)) if path.is_dir() else _files((str(path), str(path.parent / FACTS)))


def _below(folder: str) -> Seen:
    """The PDFs in a folder and those below it, with the files of facts beside them."""
    folders = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            folders.append(entry)
        elif entry.name == FACTS or entry.name.lower().endswith(".pdf"):
            yield _line(entry.name, entry.stat())
    for entry in folders:
        yield f"{entry.path} is {os.path.realpath(entry.path) if entry.is_symlink() else ''}", 0
        yield from () if entry.is_symlink() else _below(entry.path)


def _inside(folder: str) -> Seen:
    """The files of a folder."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        yield _line(entry.name, entry.stat())


def _files(paths: Iterable[str]) -> Seen:
    """Files that may be there or not."""
    for path in paths:
        try:
            yield _line(path, os.stat(path))  # noqa: PTH116 - a path object for each would take as long again
        except OSError:
            yield path, 0


def _folders(folder: str, levels: int) -> Seen:
    """The names of the folders below one."""
    with suppress(FileNotFoundError):
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir())
        yield "/".join(names), 0
        for name in names if levels > 1 else ():
            yield from _folders(f"{folder}/{name}", levels - 1)


def _line(name: str, state: os.stat_result) -> tuple[str, int]:
    size, modified, changed = sign_of(state)
    return f"{name} {state.st_mode} {size} {modified} {changed}", max(modified, changed)
