"""Batch: the marked packs of each council, kept for runs that write all datasets anew.

A council without news is not marked again. Its file is named by a hash of what it was made from: a gzip of
a line of JSON for each pack and for what is over all of them, then which rows stand again.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from agendapack.extract.batch.about import IndexEntry
from agendapack.extract.batch.parcel import compressed
from agendapack.extract.batch.repeated import Repeated
from agendapack.extract.batch.shares import by_council, council_key, of_council, result_of
from agendapack.extract.batch.stamp import listed, unlisted
from agendapack.extract.batch.store import DAMAGE, ENDING, Store
from agendapack.extract.batch.unordered import Unordered
from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.write.names import COUNCILS
from agendapack.extract.write.packed import PackFiles
from agendapack.extract.write.safe import for_file_name

HALF = ".half"
"""Ends the name of such a file while it is made."""


class Marked:
    """The packs of a results folder, marked with what the others of their council say."""

    def __init__(self, store: Store, said: Pairs) -> None:
        """Take the stored results, and what people said of pairs of their rows."""
        self._store, self._said = store, said
        self._folder = store.home / COUNCILS

    def shares(
        self, packs: Collection[IndexEntry], kept: Collection[str], repeated: Repeated
    ) -> Iterator[PackFiles]:
        """The packs by council, in the order of their meetings, then what is over all of a council's packs.

        The grids of packs whose folder is in `kept` are not loaded. `repeated` is filled on the way.
        """
        self._folder.mkdir(exist_ok=True)
        wanted = set()
        for abouts in by_council(packs).values():
            path = self._folder / f"{council_key(Unordered(map(result_of, abouts)), self._said)}{ENDING}"
            wanted.add(path.name)
            if known := _read(path):
                yield from self._known(known[:-1], kept)
                repeated |= unlisted(known[-1])
            else:
                yield from self._made(path, abouts, kept, repeated)
        for left in self._folder.iterdir():
            if left.name not in wanted and left.suffix in (".gz", HALF):
                left.unlink()

    def _known(self, packs: Sequence[Any], kept: Collection[str]) -> Iterator[PackFiles]:
        for pack_id, datasets in packs:
            grids = self._store.load(pack_id).grids if pack_id and for_file_name(pack_id) not in kept else {}
            yield PackFiles(pack_id, datasets, grids)

    def _made(
        self, path: Path, abouts: Sequence[IndexEntry], kept: Collection[str], repeated: Repeated
    ) -> Iterator[PackFiles]:
        again: Repeated = {}
        half = path.with_suffix(HALF)
        with half.open("wb") as file:
            for files in of_council(self._store, abouts, kept, again, self._said):
                file.write(compressed([files.pack_id, files.datasets]))
                yield files
            file.write(compressed(listed(again)))
        half.replace(path)
        repeated |= again


def _read(path: Path) -> list[Any]:
    """The lines of such a file; none where there is none or it is damaged."""
    try:
        with gzip.open(path) as file:
            lines = [json.loads(line) for line in file]
        return lines if isinstance(lines[-1], dict) else []
    except (*DAMAGE, IndexError):
        return []
