"""Batch: whether all that a run looks at lies as the last run left it; then there is nothing to do."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from agendapack import schemas
from agendapack.extract.batch.about import about_of
from agendapack.extract.batch.known import sign_of
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import UNCHANGED, BatchResult, PackRun
from agendapack.extract.batch.stamp import STAMP
from agendapack.extract.batch.store import Store
from agendapack.extract.batch.tally import tally_of
from agendapack.extract.batch.unordered import Unordered
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.identity import sha256_of_text
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.realpath import real
from agendapack.extract.settings import Settings
from agendapack.extract.write.names import GRIDS, PARTITIONS, STAMPS, result_names

LEFT = "left.json"
"""What the last run gave, and hashes of all that it looked at."""
_LEVELS = 3
"""Folders of partitions below each other: council, year and pack."""


@dataclass(frozen=True, slots=True)
class Asked:
    """All that decides what a run does."""

    paths: Sequence[Path]
    out: Path
    settings: Settings
    options: Options

    @property
    def chosen(self) -> str:
        """A hash of what the user chooses, and of the tool."""
        options = self.options
        how = (sorted(options.formats), options.layout, options.prune, options.retry, str(options.limits))
        made = (self.settings, how, schemas.additions(), fingerprint(), real(self.out))
        return sha256_of_text(repr(made))[:32]

    @property
    def names_packs(self) -> bool:
        """Whether facts given for this run name PDFs: then all are looked at, to tell of misprints."""
        return any(given.source_name for given in self.settings.given)

    def results(self, store: Store, elsewhere: Iterable[str]) -> str:
        """A hash of what lies in the results folder, and of PDFs that are known but not named."""
        out = str(self.out)
        written = (f"{out}/{name}" for name in result_names(self.options.formats))
        known = (f"{out}/{place}" for place in elsewhere)
        seen = (
            _files((str(store.home / STAMP), *written, *known)),
            (f"{pack_id} {sign}" for pack_id, sign in store.signs()),
            _inside(f"{store.home}/{STAMPS}"),
            _folders(f"{out}/{GRIDS}", 1),
            _folders(f"{out}/{PARTITIONS}", _LEVELS),
        )
        return str(Unordered(chain.from_iterable(seen)))


def up_to_date(asked: Asked, store: Store, inputs: str) -> BatchResult | None:
    """What a run gives that finds everything as the last one left it; None when it has to look closer."""
    try:
        told = json.loads((store.home / LEFT).read_text(encoding="utf-8"))
        if not inputs or inputs != told["inputs"]:
            return None
        if asked.results(store, told["elsewhere"]) != told["results"]:
            return None
        listed = tuple(PackRun(about_of(about), Path(path), UNCHANGED) for path, about in told["listed"])
        return BatchResult(listed, 0.0, kept=told["kept"], counted=tally_of(told["counted"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(asked: Asked, store: Store, inputs: str, result: BatchResult, as_left: Collection[str]) -> None:
    """Keep what a run gave that a further one would change nothing of; packs `as_left` are counted only."""
    told = {run.about.pack_id for run in result.packs}
    others = (p for p in store if len(p.sources) > 1 or p.pack_id not in as_left and p.pack_id not in told)
    elsewhere = [source for pack in others for source in pack.sources]
    left = {
        "inputs": inputs,
        "results": asked.results(store, elsewhere),
        "elsewhere": elsewhere,
        "kept": result.kept,
        "listed": [(str(run.path), asdict(run.about)) for run in result.packs if not run.is_whole],
        "counted": result.whole.told(),
    }
    half = store.home / f"{LEFT}.half"
    half.write_text(json.dumps(left), encoding="utf-8")
    half.replace(half.with_suffix(""))


def forget_last(store: Store) -> None:
    """From here on the folder is no longer as the last run left it."""
    (store.home / LEFT).unlink(missing_ok=True)


# --- looking -----------------------------------------------------------------------


def _inside(folder: str) -> Iterator[str]:
    """The files of a folder, with their signs."""
    with suppress(FileNotFoundError):
        yield from (f"{entry.name} {sign_of(entry.stat())}" for entry in os.scandir(folder))


def _files(paths: Iterable[str]) -> Iterator[str]:
    """Files that may be there or not."""
    for path in paths:
        try:
            yield f"{path} {sign_of(os.stat(path))}"  # noqa: PTH116 - a path object would take as long again
        except OSError:
            yield path


def _folders(folder: str, levels: int) -> Iterator[str]:
    """The folders below one."""
    with suppress(FileNotFoundError):
        for entry in os.scandir(folder):
            if entry.is_dir():
                yield entry.path
                if levels > 1:
                    yield from _folders(entry.path, levels - 1)
