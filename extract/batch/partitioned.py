"""Batch: the partitions of large results, brought up to date by council; what is as it was costs a look."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any, Self

from agendapack.extract.batch.about import IndexEntry
from agendapack.extract.batch.repeated import Repeated
from agendapack.extract.batch.shares import by_council, council_key, of_council
from agendapack.extract.batch.stamp import (
    drop_council,
    drop_stamp,
    grid_folders,
    grids_in_place,
    listed,
    read_stamps,
    unlisted,
    write_council,
)
from agendapack.extract.batch.store import Store
from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.names import COUNCILS, GRIDS, PARTITIONS
from agendapack.extract.write.packed import PackFiles
from agendapack.extract.write.partitions import EMPTY, folder_of, place_of, sources_are, write_partitions
from agendapack.extract.write.safe import for_file_name
from agendapack.extract.write.sources import SourceFile


@dataclass(slots=True)
class _Council:
    """The partitions of a council's packs."""

    key: str
    """What they were made from."""
    packs: dict[str, str] = field(default_factory=dict)
    """Hashes of the stored results, by pack."""
    places: dict[str, str] = field(default_factory=dict)
    """Their folders, each with a hash of what is in it."""
    left_out: dict[str, Any] = field(default_factory=dict)
    """Rows that stand again, by pack."""
    grids: list[str] = field(default_factory=list)
    """The folders of their grids."""

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """From a stamp."""
        return cls(*(told[name] for name in cls.__slots__))

    @property
    def told(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {name: getattr(self, name) for name in self.__slots__}


Councils = dict[str, _Council]


def partition(store: Store, out: Path, sources: Sequence[SourceFile], said: Pairs) -> Repeated:
    """Bring the partitions up to date; tells which rows stand once that several packs have.

    Stamps of councils that are touched go before anything is written and come when all is: who is killed
    between leaves these councils to be written again, and no others.
    """
    councils = by_council(store.all())
    before, there = _stamped(store.home), _folders(out)
    now = {name: _council(packs, said, before.get(name), there) for name, packs in councils.items()}
    touched = {name: packs for name, packs in councils.items() if now[name] is not before.get(name)}
    gone = before.keys() - now.keys()
    if touched or gone or not sources_are(out, sources):
        for name in (*touched, *gone):
            drop_council(store.home, name)  # from here on nobody may trust its partitions
        drop_stamp(store.home)
        shutil.rmtree(store.home / COUNCILS, ignore_errors=True)  # kept where datasets are single files
        changed = _changed(store, out, touched, before, now, said)
        write_partitions(out, changed, _gone(store, out, now, touched), sources)
        grids = set(grid_folders(out))
        for name in touched:
            now[name].grids = sorted(grids & set(map(for_file_name, now[name].packs)))
            write_council(store.home, name, now[name].told)
    return {pack: some for council in now.values() for pack, some in unlisted(council.left_out).items()}


def _stamped(home: Path) -> Councils:
    """The councils whose partitions lie in the folder."""
    known = {}
    for name, told in read_stamps(home).items():
        with suppress(KeyError):  # what other versions wrote
            known[name] = _Council.of(told)
    return known


def _folders(out: Path) -> set[str]:
    """The folders of packs that lie among the partitions."""
    councils = _below({PARTITIONS}, out)
    return _below(_below(councils, out), out)


def _below(folders: Iterable[str], out: Path) -> set[str]:
    """What lies in folders of the results."""
    found = set()
    for folder in folders:
        with suppress(OSError):
            found |= {f"{folder}/{name}" for name in os.listdir(out / folder)}  # noqa: PTH208
    return found


def _council(packs: Sequence[IndexEntry], said: Pairs, before: _Council | None, there: Set[str]) -> _Council:
    """The council as it was, where its packs are the same and their folders still there; else one to make."""
    key = council_key(packs, said)
    if before and before.key == key and before.places.keys() <= there:
        return before
    return _Council(key, {pack.pack_id: pack.digest for pack in packs})


def _changed(
    store: Store,
    out: Path,
    touched: Mapping[str, Sequence[IndexEntry]],
    before: Councils,
    now: Councils,
    said: Pairs,
) -> Iterator[tuple[str, PackFiles]]:
    """The partitions to write; `now` is filled on the way."""
    there = frozenset(grid_folders(out))
    for name, packs in touched.items():
        repeated: Repeated = {}
        known = before[name].told if name in before else {}
        kept = grids_in_place(there, known, now[name].packs)
        for files in of_council(store, packs, kept, repeated, said):
            place, digest = place_of(name, files), _hash(sorted(files.datasets.items()))
            now[name].places[place] = digest
            if known.get("places", {}).get(place) != digest or files.grids or not (out / place).is_dir():
                yield place, files
        now[name].left_out = listed(repeated)


def _gone(store: Store, out: Path, now: Councils, touched: Collection[str]) -> Iterator[str]:
    """Folders of partitions and grids that nobody wants any more, once it is known which are wanted.

    What was written is listed, also by runs that were killed; it is looked through for the councils that are
    touched or no longer there.
    """
    ours = Manifest(out)
    wanted = {place for council in now.values() for place in council.places}
    as_they_were = {folder_of(name) for name in now} - {folder_of(name) for name in touched}
    for folder in ours.below(PARTITIONS):
        if folder not in as_they_were and f"{PARTITIONS}/{folder}" != EMPTY:
            yield from sorted({*ours.folders(f"{PARTITIONS}/{folder}")} - wanted)
    grids = {for_file_name(pack_id) for pack_id in store.all()}
    yield from (f"{GRIDS}/{folder}" for folder in ours.below(GRIDS) if folder not in grids)


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogateescape")).hexdigest()[:32]
