"""Batch: the result of each pack, kept below the results folder, whole or not at all.

One file a pack, moved in with one rename: a gzip of three lines of JSON, what is to know about the
pack, its datasets and its grids. The combined datasets can be made from these files at any time.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from agendapack.extract.batch.about import About, IndexEntry, about_of
from agendapack.extract.batch.known import Known, Sign, is_settled, now, sign_of
from agendapack.extract.batch.lock import REVIEW_FILE, held
from agendapack.extract.batch.parcel import LEVEL, Parcel, compressed
from agendapack.extract.batch.version import fingerprint
from agendapack.extract.write.manifest import FOLDER as WRITTEN
from agendapack.extract.write.names import COUNCILS, HALF_REVIEW, HOME, INPUTS, STAMPS
from agendapack.extract.write.packed import PackFiles

ENDING = ".json.gz"
BLOCK = 1 << 20
"""Bytes read at once of what is not wanted."""
INDEX = "index.json"
"""What is to know about each stored result, so that not every file need be opened."""


class DamagedResult(Exception):
    """A stored result that cannot be understood: cut off, changed, or of a version that said other things."""

    def __init__(self, pack_id: str) -> None:
        super().__init__(pack_id)
        self.pack_id = pack_id


DAMAGE = (OSError, ValueError, TypeError, KeyError, AttributeError, EOFError, zlib.error)
"""What reading such a file ends with."""


class Store:
    """The stored results below a results folder.

    Of those that lie there the signs are in memory, what is known of each is read again when it is asked for.
    """

    def __init__(self, out: Path) -> None:
        self.home = out / HOME
        self.folder = self.home / "packs"
        self._signs: dict[str, Sign] | None = None
        self._index: Known | None = None
        self._damaged: set[str] = set()

    def prepare(self) -> None:
        """Make the folders, and clear away what a killed run left."""
        self.folder.mkdir(parents=True, exist_ok=True)
        made_now = HALF_REVIEW if held(self.home.parent, REVIEW_FILE) else None
        for left in self.home.iterdir():
            if not left.is_dir() or left.name in (self.folder.name, WRITTEN, INPUTS, COUNCILS, STAMPS):
                continue
            if not (made_now and left.name.startswith(made_now)):
                shutil.rmtree(left)
        with os.scandir(self.folder) as files:
            for half in [Path(file) for file in files if not file.name.endswith(ENDING)]:
                half.unlink()

    def signs(self) -> Iterable[tuple[str, Sign]]:
        """The packs whose files lie there, with the signs of these; who asks this alone holds nothing."""
        return self._look() if self._signs is None else self._signs.items()

    def sign(self, pack_id: str) -> Sign:
        """The sign of a stored result; empty where there is none that can be understood."""
        self._known()
        return self._held().get(pack_id, "") if pack_id not in self._damaged else ""

    def __len__(self) -> int:
        """The number of packs stored."""
        self._known()
        return len(self._held()) - len(self._damaged)

    def __iter__(self) -> Iterator[IndexEntry]:
        """What is stored, in the order of pack ids; a file that cannot be understood is none.

        A file that lies as it lay is not opened, but known by its line in the index.
        """
        return (IndexEntry.read(line) for _, line in self._known().lines())

    def damaged(self) -> list[str]:
        """The packs whose file cannot be understood."""
        self._known()
        return sorted(self._damaged)

    def _look(self) -> Iterator[tuple[str, Sign]]:
        with os.scandir(self.folder) as files:
            for file in files:
                if file.name.endswith(ENDING):
                    try:
                        yield file.name.removesuffix(ENDING), sign_of(file.stat())
                    except OSError:  # `suppress` takes as long as the look
                        continue

    def _held(self) -> dict[str, Sign]:
        """The signs; they are looked at once, and then follow what is put and dropped here."""
        if self._signs is None:
            self._signs = dict(self._look())
        return self._signs

    def _known(self) -> Known:
        """A line for each stored result that can be understood."""
        if self._index is None:
            self._index = index = Known(self.home / INDEX, fingerprint())
            signs = self._held()
            new = {*signs}
            for pack_id, line in index.lines():
                if line.startswith(f"{signs.get(pack_id)}\t"):
                    new.remove(pack_id)
                else:
                    index.forget(pack_id)
            for pack_id in new:
                try:
                    line = self._opened(pack_id, signs[pack_id])
                except DAMAGE:
                    self._damaged.add(pack_id)
                else:
                    index.set(pack_id, line, lasting=is_settled(signs[pack_id], now()))
        return self._index

    def _opened(self, pack_id: str, sign: Sign) -> str:
        with gzip.open(self._path(pack_id)) as file:
            about = about_of(json.loads(file.readline()))
        if about.pack_id != pack_id:
            raise ValueError(pack_id)
        return IndexEntry.of(about, sign).line

    def save_index(self) -> None:
        """Keep the lines of what is stored now, so that the next run need not open it."""
        if self._index:
            self._index.save()

    def load(self, pack_id: str, grids: bool = True) -> PackFiles:
        """The datasets of a stored pack, and its grids when wanted; raises a DamagedResult."""
        try:
            with gzip.open(self._path(pack_id)) as file:
                file.readline()
                datasets = {str(name): str(text) for name, text in json.loads(file.readline()).items()}
                named = json.loads(file.read()) if grids else {}
                while file.read(BLOCK):  # to the end, where the check sum is
                    pass
                return PackFiles(pack_id, datasets, {str(path): str(text) for path, text in named.items()})
        except DAMAGE as error:
            raise DamagedResult(pack_id) from error

    def put(self, parcel: Parcel) -> None:
        """Store a result in place of the one before."""
        self._write(parcel.about, parcel.body)

    def note(self, about: About) -> None:
        """Change what is known about a stored result; raises a DamagedResult."""
        try:
            with gzip.open(self._path(about.pack_id)) as file:
                file.readline()
                body = b"".join(gzip.compress(line, LEVEL, mtime=0) for line in file)
        except DAMAGE as error:
            raise DamagedResult(about.pack_id) from error
        self._write(about, body)

    def drop(self, pack_id: str) -> None:
        """Forget a result."""
        self._path(pack_id).unlink(missing_ok=True)
        if self._signs is not None:
            self._signs.pop(pack_id, None)
        if self._index:
            self._index.forget(pack_id)
            self._damaged.discard(pack_id)

    def _write(self, about: About, body: bytes) -> None:
        path = self._path(about.pack_id)
        half = path.with_suffix(".half")
        with half.open("wb") as file:
            file.write(compressed(asdict(about)) + body)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        sign = sign_of(path.stat())
        if self._signs is not None:
            self._signs[about.pack_id] = sign
        if self._index:
            self._index.set(about.pack_id, IndexEntry.of(about, sign).line)
            self._damaged.discard(about.pack_id)

    def _path(self, pack_id: str) -> Path:
        return self.folder / f"{pack_id}{ENDING}"
