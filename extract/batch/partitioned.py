"""Batch: the partitions of large results, brought up to date by council; what is as it was costs a look."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any, Self

from agendapack.extract.batch.about import IndexEntry
from agendapack.extract.batch.repeated import Repeated
from agendapack.extract.batch.shares import (
    Whose,
    council_key,
    councils_of,
    none_last,
    of_council,
    result_of,
)
from agendapack.extract.batch.stamp import (
    drop_council,
    drop_stamp,
    grids_among,
    grids_in_place,
    listed,
    read_stamps,
    unlisted,
    write_council,
)
from agendapack.extract.batch.store import Store
from agendapack.extract.batch.unordered import Unordered
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


def partition(store: Store, out: Path, said: Pairs) -> Repeated:
    """Bring the partitions up to date; tells which rows stand once that several packs have.

    Stamps of councils that are touched go before anything is written and come when all is: who is killed
    between leaves these councils to be written again, and no others. Of councils that are as they were
    nothing stays in memory but these rows.
    """
    whose = councils_of(store)
    keys, repeated = _keys(store, whose, said), Repeated()
    untouched, before = set(), Councils()
    for name, council in _stamped(store.home):
        if keys.get(name) == council.key and council.places.keys() <= _folders(out, name):
            untouched.add(name)
            repeated |= unlisted(council.left_out)
        else:
            before[name] = council
    touched = {name: _Council(key) for name, key in keys.items() if name not in untouched}
    if touched or before or not sources_are(out, _sources(store)):
        for name in touched.keys() | before.keys():
            drop_council(store.home, name)  # from here on nobody may trust its partitions
        drop_stamp(store.home)
        shutil.rmtree(store.home / COUNCILS, ignore_errors=True)  # kept where datasets are single files
        changed = _changed(store, out, touched, before, _packs(store, whose, touched), said)
        write_partitions(out, changed, _gone(store, out, touched, untouched), _sources(store))
        for name, council in touched.items():
            council.grids = sorted(grids_among(out, map(for_file_name, council.packs)))
            write_council(store.home, name, council.told)
            repeated |= unlisted(council.left_out)
    return repeated


def _sources(store: Store) -> Iterator[SourceFile]:
    return (pack.source for pack in store if pack.sha256)


def _keys(store: Store, whose: Whose, said: Pairs) -> dict[str, str]:
    """Of each council that has packs a hash of what its partitions are made from."""
    results: dict[str, Unordered] = defaultdict(Unordered)
    for pack in store:
        results[whose(pack)].add(result_of(pack))
    return {name: council_key(results[name], said) for name in sorted(results, key=none_last)}


def _packs(store: Store, whose: Whose, councils: Collection[str]) -> dict[str, list[IndexEntry]]:
    """The packs of some councils."""
    packs: dict[str, list[IndexEntry]] = {name: [] for name in councils}
    for pack in store if councils else ():
        if (name := whose(pack)) in packs:
            packs[name].append(pack)
    return packs


def _stamped(home: Path) -> Iterator[tuple[str, _Council]]:
    """The councils whose partitions lie in the folder, one after the other."""
    for told in read_stamps(home):
        with suppress(KeyError):  # what other versions wrote
            yield told["council"], _Council.of(told)


def _folders(out: Path, council: str) -> set[str]:
    """The folders of packs that lie among the partitions of a council."""
    return _below(_below({f"{PARTITIONS}/{folder_of(council)}"}, out), out)


def _below(folders: Iterable[str], out: Path) -> set[str]:
    """What lies in folders of the results."""
    found = set()
    for folder in folders:
        with suppress(OSError):
            found |= {f"{folder}/{name}" for name in os.listdir(out / folder)}  # noqa: PTH208
    return found


def _changed(
    store: Store,
    out: Path,
    touched: Councils,
    before: Councils,
    packs: dict[str, list[IndexEntry]],
    said: Pairs,
) -> Iterator[tuple[str, PackFiles]]:
    """The partitions to write; `touched` is filled on the way, `packs` emptied."""
    for name, council in touched.items():
        repeated: Repeated = {}
        some, known = packs.pop(name), before[name].told if name in before else {}
        council.packs = {pack.pack_id: pack.digest for pack in some}
        kept = grids_in_place(grids_among(out, known.get("grids", ())), known, council.packs)
        for files in of_council(store, some, kept, repeated, said):
            place, digest = place_of(name, files), _hash(sorted(files.datasets.items()))
            council.places[place] = digest
            if known.get("places", {}).get(place) != digest or files.grids or not (out / place).is_dir():
                yield place, files
        council.left_out = listed(repeated)


def _gone(store: Store, out: Path, touched: Councils, untouched: Collection[str]) -> Iterator[str]:
    """Folders of partitions and grids that nobody wants any more, once it is known which are wanted.

    What was written is listed, also by runs that were killed; it is looked through for the councils that are
    touched or no longer there.
    """
    ours = Manifest(out)
    wanted = {place for council in touched.values() for place in council.places}
    as_they_were = {folder_of(name) for name in untouched}
    for folder in ours.below(PARTITIONS):
        if folder not in as_they_were and f"{PARTITIONS}/{folder}" != EMPTY:
            yield from sorted({*ours.folders(f"{PARTITIONS}/{folder}")} - wanted)
    grids = {for_file_name(pack_id) for pack_id, _ in store.signs()}
    yield from (f"{GRIDS}/{folder}" for folder in ours.below(GRIDS) if folder not in grids)


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogateescape")).hexdigest()[:32]
