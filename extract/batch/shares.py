"""Batch: what each stored pack gives to the datasets, marked with what the other packs of its council say."""

from __future__ import annotations

import hashlib
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from agendapack.extract.batch.about import IndexEntry
from agendapack.extract.batch.repeated import Repeated, Sort
from agendapack.extract.batch.store import Store
from agendapack.extract.batch.unordered import Unordered
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.history import PackRows, with_history
from agendapack.extract.write.csv import dataset_text, read_records
from agendapack.extract.write.packed import PackFiles
from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.safe import for_file_name
from agendapack.schemas.datasets import dataset, datasets

MARKED = ("links", *(of.name for of in datasets() if of.is_marked))
"""Datasets whose rows history reads and marks."""

Whose = Callable[[IndexEntry], str]
"""Tells the council of a pack."""


def by_council(packs: Iterable[IndexEntry]) -> dict[str, list[IndexEntry]]:
    """The packs by council, those of none last."""
    councils: dict[str, list[IndexEntry]] = defaultdict(list)
    whose = councils_of(packs)
    for pack in packs:
        councils[whose(pack)].append(pack)
    return {council: councils[council] for council in sorted(councils, key=none_last)}


def none_last(council: str) -> tuple[bool, str]:
    """The order of councils."""
    return not council, council


def councils_of(packs: Iterable[IndexEntry]) -> Whose:
    """Tells whose each of the packs is; one that does not say so goes by its pages."""

    @cache
    def homes() -> Mapping[str, Collection[str]]:
        nameless = {mark for pack in packs if not pack.council for _, mark in pack.prints}
        found: dict[str, set[str]] = defaultdict(set)
        for pack in packs:
            for _, mark in pack.prints if pack.council else ():
                if mark in nameless:
                    found[mark].add(pack.council)
        return found

    return lambda pack: pack.council or _council_of(pack, homes())


def _council_of(pack: IndexEntry, homes: Mapping[str, Collection[str]]) -> str:
    """The council that prints most of the pages of a pack that does not say whose it is, if any does."""
    shared = Counter(council for _, mark in pack.prints for council in homes.get(mark, ()))
    return max(sorted(shared), key=lambda council: shared[council], default="")


def result_of(pack: IndexEntry) -> str:
    """Which pack it is and which rows it has."""
    return f"{pack.pack_id} {pack.digest}"


def council_key(results: Unordered, said: Pairs) -> str:
    """A hash of all that the marks of a council's packs depend on: their results, and what people said."""
    made_from = fingerprint(), str(results), sorted(said.one), sorted(said.two)
    return hashlib.sha256(repr(made_from).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def of_council(
    store: Store, packs: Sequence[IndexEntry], kept: Collection[str], repeated: Repeated, said: Pairs
) -> Iterator[PackFiles]:
    """What each pack of a council gives, in the order of their meetings, then what is over all of them.

    The grids of packs whose folder is in `kept` are not loaded. `repeated` is filled on the way.
    """
    own = {about.pack_id: about for about in packs}
    rows = {
        i: PackRows(_read(store.load(i, grids=False)), frozenset(mark for _, mark in a.prints))
        for i, a in own.items()
    }
    told = {pack_id: _told(pack) for pack_id, pack in rows.items()}
    over = with_history(rows.values(), said)
    for pack_id, pack in sorted(rows.items(), key=lambda named: named[1].place):
        if again := Counter(_sorts(pack.records)) + (told[pack_id] - _told(pack)):
            repeated[pack_id] = again
        texts = _texts(pack.records)
        pack.records.clear()  # no one asks for them again
        files = store.load(pack_id, grids=for_file_name(pack_id) not in kept)
        yield replace(files, datasets={**files.datasets, **texts})
    yield PackFiles("", _texts(over))


def _read(files: PackFiles) -> Records:
    return {
        name: list(read_records(io.StringIO(files.datasets.get(name, ""), newline=""), dataset(name)))
        if name in files.datasets
        else []
        for name in MARKED
    }


def _texts(records: Records) -> dict[str, str]:
    return {name: dataset_text(dataset(name), rows) for name, rows in records.items() if rows}


def _sorts(records: Records) -> Iterator[Sort]:
    for name, rows in records.items():
        yield from (_sort(name, row) for row in rows if row.get("repeat_of"))


def _told(pack: PackRows) -> Counter[Sort]:
    """The findings of a pack, of which another pack of its meeting may settle some."""
    return Counter(_sort("findings", row) for row in pack.records["findings"])


def _sort(name: str, row: Record) -> Sort:
    return name, str(row.get("kind") or ""), str(row.get("severity") or "")
