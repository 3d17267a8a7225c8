"""Batch: the partitions of large results, brought up to date by council; what is as it was costs a look."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agendapack.extract.batch.repeated import Repeated
from agendapack.extract.batch.shares import by_council, council_key, of_council
from agendapack.extract.batch.stamp import (
    drop_stamp,
    grid_folders,
    grids_in_place,
    listed,
    read_stamp,
    unlisted,
    write_stamp,
)
from agendapack.extract.batch.store import About, Store
from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.write.manifest import Manifest
from agendapack.extract.write.names import COUNCILS, GRIDS, PARTITIONS
from agendapack.extract.write.packed import PackFiles
from agendapack.extract.write.partitions import place_of, write_partitions
from agendapack.extract.write.safe import for_file_name
from agendapack.extract.write.sources import SourceFile


@dataclass(slots=True)
class _Council:
    """The partitions of a council's packs."""

    key: str
    """What they were made from."""
    places: dict[str, str] = field(default_factory=dict)
    """Their folders, each with a hash of what is in it."""
    left_out: dict[str, Any] = field(default_factory=dict)
    """Rows that stand again, by pack."""

    @property
    def told(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {"key": self.key, "places": self.places, "left_out": self.left_out}


Councils = dict[str, _Council]


def partition(store: Store, out: Path, sources: Sequence[SourceFile], said: Pairs) -> Repeated:
    """Bring the partitions up to date; tells which rows stand once that several packs have."""
    councils = by_council(store.all())
    told = read_stamp(store.home)
    before: Councils = {name: _Council(**known) for name, known in told.get("councils", {}).items()}
    now = {name: _council(abouts, said, before.get(name), out) for name, abouts in councils.items()}
    packs = {about.pack_id: about.digest for about in store.all().values()}
    made_from = {"packs": packs, "sources": _hash([source.told for source in sources])}
    if now != before or any(told.get(name) != fact for name, fact in made_from.items()):
        kept = grids_in_place(out, told, packs)
        drop_stamp(store.home)  # from here on nobody may trust what lies in the folder
        touched = {name: abouts for name, abouts in councils.items() if now[name] is not before.get(name)}
        changed = _changed(store, out, touched, before, now, kept, said)
        shutil.rmtree(store.home / COUNCILS, ignore_errors=True)  # kept where datasets are single files
        write_partitions(out, changed, _gone(out, before, now, told.get("packs", {}), packs), sources)
        made = {name: council.told for name, council in now.items()}
        write_stamp(store.home, {**made_from, "councils": made, "grids": grid_folders(out)})
    return {pack: some for council in now.values() for pack, some in unlisted(council.left_out).items()}


def _council(abouts: Sequence[About], said: Pairs, before: _Council | None, out: Path) -> _Council:
    """The council as it was, where its packs are the same and their folders still there; else one to make."""
    key = council_key(abouts, said)
    if before and before.key == key and _are_there(out, before.places):
        return before
    return _Council(key)


def _are_there(out: Path, places: Iterable[str]) -> bool:
    return all(os.path.isdir(f"{out}{os.sep}{place}") for place in places)  # noqa: PTH112 - thousands of times


def _changed(
    store: Store,
    out: Path,
    touched: Mapping[str, Sequence[About]],
    before: Councils,
    now: Councils,
    kept: set[str],
    said: Pairs,
) -> Iterator[tuple[str, PackFiles]]:
    """The partitions to write; `now` is filled on the way."""
    for name, abouts in touched.items():
        repeated: Repeated = {}
        known = before[name].places if name in before else {}
        for files in of_council(store, abouts, kept, repeated, said):
            place, digest = place_of(name, files), _hash(sorted(files.datasets.items()))
            now[name].places[place] = digest
            if known.get(place) != digest or files.grids or not (out / place).is_dir():
                yield place, files
        now[name].left_out = listed(repeated)


def _gone(
    out: Path, before: Councils, now: Councils, packs_before: Mapping[str, str], packs: Mapping[str, str]
) -> Iterator[str]:
    """Folders of partitions and grids that are no longer wanted, once it is known which are."""
    wanted = {place for council in now.values() for place in council.places}
    known = {place for council in before.values() for place in council.places}
    # a run that was killed has left no stamp, but a list of what it wrote
    yield from sorted((known or {*Manifest(out).folders(PARTITIONS)}) - wanted)
    yield from (f"{GRIDS}/{for_file_name(pack)}" for pack in packs_before if pack not in packs)


def _hash(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogateescape")).hexdigest()[:32]
