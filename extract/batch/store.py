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
from collections.abc import Iterator, Mapping
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
    """The stored results below a results folder."""

    def __init__(self, out: Path) -> None:
        self.home = out / HOME
        self.folder = self.home / "packs"
        self._entries: dict[str, IndexEntry] | None = None
        self._in_order = False
        self._signs: dict[str, Sign] | None = None
        self._index: Known | None = None

    def prepare(self) -> None:
        """Make the folders, and clear away what a killed run left."""
        self.folder.mkdir(parents=True, exist_ok=True)
        made_now = HALF_REVIEW if held(self.home.parent, REVIEW_FILE) else None
        for left in self.home.iterdir():
            if not left.is_dir() or left.name in (self.folder.name, WRITTEN, INPUTS, COUNCILS, STAMPS):
                continue
            if not (made_now and left.name.startswith(made_now)):
                shutil.rmtree(left)
        for name in os.listdir(self.folder):  # noqa: PTH208 - thousands of them
            if not name.endswith(ENDING):
                (self.folder / name).unlink()

    def signs(self) -> Mapping[str, Sign]:
        """The files that lie there by name; they are looked at once, and then those put and dropped here."""
        if self._signs is None:
            self._signs = {}
            with os.scandir(self.folder) as files:
                for file in files:
                    try:
                        self._signs[file.name] = sign_of(file.stat())
                    except OSError:  # `suppress` takes as long as the look
                        continue
        return self._signs

    def sign(self, pack_id: str) -> Sign:
        """The sign of a stored result."""
        return self.signs().get(f"{pack_id}{ENDING}", "")

    def all(self) -> dict[str, IndexEntry]:
        """What is stored, by pack id, in stable order; a file that cannot be understood is none.

        A file that lies as it lay is not opened, but known by its line in the index.
        """
        if self._entries is None:
            self._entries, self._in_order = dict(self._read()), False
        if not self._in_order:
            self._entries, self._in_order = dict(sorted(self._entries.items())), True
        return dict(self._entries)

    def _read(self) -> Iterator[tuple[str, IndexEntry]]:
        self._index = index = Known(self.home / INDEX, fingerprint())
        for name, sign in self.signs().items():
            if not name.endswith(ENDING):
                continue
            try:
                line = index.get(name, sign)
                entry = IndexEntry.read(line) if line else self._opened(name.removesuffix(ENDING), sign)
            except DAMAGE:
                continue
            if not line and is_settled(sign, now()):
                index.set(name, entry.line)
            yield entry.pack_id, entry

    def _opened(self, pack_id: str, sign: Sign) -> IndexEntry:
        with gzip.open(self._path(pack_id)) as file:
            about = about_of(json.loads(file.readline()))
        if about.pack_id != pack_id:
            raise ValueError(pack_id)
        return IndexEntry.of(about, sign)

    def damaged(self) -> list[str]:
        """The packs whose file cannot be understood."""
        known = self.all()
        ids = (name.removesuffix(ENDING) for name in self.signs() if name.endswith(ENDING))
        return sorted(pack_id for pack_id in ids if pack_id not in known)

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
            self._signs.pop(f"{pack_id}{ENDING}", None)
        if self._index and self._entries is not None:
            self._entries.pop(pack_id, None)
            self._index.forget(f"{pack_id}{ENDING}")

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
            self._signs[path.name] = sign
        if self._index and self._entries is not None:
            self._in_order &= about.pack_id in self._entries
            entry = self._entries[about.pack_id] = IndexEntry.of(about, sign)
            self._index.set(path.name, entry.line)

    def _path(self, pack_id: str) -> Path:
        return self.folder / f"{pack_id}{ENDING}"
