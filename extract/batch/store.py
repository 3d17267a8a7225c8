"""Batch: the result of each pack, kept below the results folder, whole or not at all.

One file a pack, moved in with one rename: a gzip of three lines of JSON, what is to know about the
pack, its datasets and its grids. The combined datasets can be made from these files at any time.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from agendapack.extract.batch.known import Known, Sign, signs
from agendapack.extract.batch.lock import REVIEW_FILE, held
from agendapack.extract.errors import TooManyRows
from agendapack.extract.model import PackResult
from agendapack.extract.write.flatten import records
from agendapack.extract.write.manifest import FOLDER as WRITTEN
from agendapack.extract.write.names import COUNCILS, HALF_REVIEW, HOME, INPUTS
from agendapack.extract.write.packed import PackFiles, packed
from agendapack.extract.write.safe import for_file

ENDING = ".json.gz"
INDEX = "index.json"
"""What is to know about each stored result, so that not every file need be opened."""
MOST_CHARS = 100_000_000
"""Characters of the rows and grids of a pack; those of 2,000 pages have some five million."""
ALIKE = ("status", "message", "error", "limits", "part", "council")
"""Of what is known of packs, the words that many have in common."""
LEVEL = 1
"""Compression: the lowest level is fast and takes off nine tenths."""


@dataclass(frozen=True, slots=True)
class About:
    """What is to know about the stored result of a pack."""

    pack_id: str
    name: str
    sha256: str
    status: str
    message: str = ""
    pages: int = 0
    """Read, of those that the file has."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """Rows by dataset."""
    findings: Sequence[tuple[str, str, int]] = ()
    """Kind, severity and number."""
    tables: int = 0
    recognised: int = 0
    unknown: int = 0
    """Tables that may list records and reached no dataset."""
    printed: str = ""
    """Of each page a hash of what is printed in its tables, in one text: there are many of them."""
    page: int = 0
    """Where it failed, if known."""
    error: str = ""
    """Name of the error that ended it."""
    key: str = ""
    """What the result depends on."""
    sources: tuple[str, ...] = ()
    """Where the file lies or lay, from the results folder."""
    limits: str = ""
    """Limits that it broke."""
    digest: str = ""
    """Hash of the datasets and grids."""
    part: str = ""
    """The pages that were asked for; empty for all."""
    council: str = ""
    """Whose pack it is."""
    heads: Sequence[str] = ()
    """By which its tables are known in other packs."""

    @property
    def prints(self) -> tuple[tuple[int, str], ...]:
        """The hashes with their pages."""
        lines = (line.partition(" ") for line in self.printed.splitlines())
        return tuple((int(page), mark) for page, _, mark in lines)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A result on its way from a worker to the store, already packed."""

    about: About
    body: bytes
    """The datasets and grids, each compressed."""


def parcel_of_files(files: PackFiles, about: About) -> Parcel:
    """Pack files that are there already."""
    body = compressed(files.datasets) + compressed(files.grids)
    return Parcel(replace(about, digest=hashlib.sha256(body).hexdigest()[:32]), body)


def parcel_of(result: PackResult, **more: Any) -> Parcel:
    """Pack what a worker has read.

    Raises TooManyRows when that is more than the process that puts all packs together should take in.
    """
    from agendapack.extract.correct.lessons import heads_of  # who only looks things up here does without

    rows = records([result])
    files = packed(result, rows)
    size = sum(map(len, (*files.datasets.values(), *files.grids.values())))
    if size > MOST_CHARS:
        raise TooManyRows(Path(result.pack.source_name), f"its rows take {size / 1e6:,.0f} MB as text.")
    counts: dict[tuple[str, str], int] = {}
    for finding in rows["findings"]:
        sort = (str(finding["kind"]), str(finding["severity"]))
        counts[sort] = counts.get(sort, 0) + 1
    pack = result.pack
    body = compressed(files.datasets) + compressed(files.grids)
    about = About(
        pack.source.pack_id,
        pack.source_name,
        pack.sha256,
        pack.status,
        pack.message,
        pack.pages_read,
        {name: len(some) for name, some in rows.items()},
        tuple((kind, severity, n) for (kind, severity), n in counts.items()),
        len(result.tables),
        sum(1 for table in result.tables if table.kind),
        pack.tables_unknown,
        printed_of(result.prints),
        digest=hashlib.sha256(body).hexdigest()[:32],
        council=pack.council,
        heads=heads_of(result.tables),
    )
    return Parcel(replace(about, **more), body)


def printed_of(prints: Iterable[tuple[int, str]]) -> str:
    """Pages and their hashes as a text, a line each."""
    return "\n".join(f"{page} {mark}" for page, mark in prints)


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
        self._abouts: dict[str, About] | None = None
        self._in_order = False

    def prepare(self) -> None:
        """Make the folders, and clear away what a killed run left."""
        self.folder.mkdir(parents=True, exist_ok=True)
        made_now = HALF_REVIEW if held(self.home.parent, REVIEW_FILE) else None
        for left in self.home.iterdir():
            if not left.is_dir() or left.name in (self.folder.name, WRITTEN, INPUTS, COUNCILS):
                continue
            if not (made_now and left.name.startswith(made_now)):
                shutil.rmtree(left)
        for name in os.listdir(self.folder):  # noqa: PTH208 - thousands of them
            if not name.endswith(ENDING):
                (self.folder / name).unlink()

    def all(self) -> dict[str, About]:
        """What is stored, by pack id, in stable order; a file that cannot be understood is none.

        The files are looked at once; from then on what is put and dropped here is all that changes.
        """
        if self._abouts is None:
            self._abouts, self._in_order = dict(self._read()), False
        if not self._in_order:
            self._abouts, self._in_order = dict(sorted(self._abouts.items())), True
        return dict(self._abouts)

    def _read(self) -> Iterator[tuple[str, About]]:
        known = Known(self.home / INDEX)
        with os.scandir(self.folder) as entries:
            found = signs(entry for entry in entries if entry.name.endswith(ENDING))
        for name, sign in found.items():
            pack_id = name.removesuffix(ENDING)
            told = known.get(name, sign)
            try:
                yield pack_id, about_of(told) if told else self._about(pack_id, known, sign)
            except DAMAGE:
                continue
        known.save()

    def damaged(self, known: Collection[str]) -> list[str]:
        """The packs whose file is none of the known ones."""
        return [pack_id for pack_id in self._ids() if pack_id not in known]

    def _ids(self) -> list[str]:
        names = os.listdir(self.folder)  # noqa: PTH208 - thousands of them
        return sorted(name.removesuffix(ENDING) for name in names if name.endswith(ENDING))

    def _about(self, pack_id: str, known: Known, sign: Sign) -> About:
        with gzip.open(self._path(pack_id)) as file:
            told = json.loads(file.readline())
        about = about_of(told)
        if about.pack_id != pack_id:
            raise ValueError(pack_id)
        known.set(f"{pack_id}{ENDING}", sign, told)
        return about

    def load(self, pack_id: str, grids: bool = True) -> PackFiles:
        """The datasets of a stored pack, and its grids when wanted; raises a DamagedResult."""
        try:
            with gzip.open(self._path(pack_id)) as file:
                file.readline()
                datasets = {str(name): str(text) for name, text in json.loads(file.readline()).items()}
                below = file.read()  # to the end, where the check sum is, wanted or not
                named = json.loads(below) if grids else {}
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
        if self._abouts is not None:
            self._abouts.pop(pack_id, None)

    def _write(self, about: About, body: bytes) -> None:
        path = self._path(about.pack_id)
        half = path.with_suffix(".half")
        with half.open("wb") as file:
            file.write(compressed(asdict(about)) + body)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        if self._abouts is not None:
            self._in_order &= about.pack_id in self._abouts
            self._abouts[about.pack_id] = about

    def _path(self, pack_id: str) -> Path:
        return self.folder / f"{pack_id}{ENDING}"


def compressed(value: object) -> bytes:
    """A line of JSON, compressed by itself: such pieces can be put one behind the other."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(f"{for_file(text)}\n".encode(), LEVEL, mtime=0)


def about_of(told: dict[str, Any]) -> About:
    """What JSON says; what many packs have alike is there once, since all are in memory together."""
    return About(
        **{
            **told,
            **{name: sys.intern(told[name]) for name in ALIKE if name in told},
            "rows": {sys.intern(name): number for name, number in told.get("rows", {}).items()},
            "findings": tuple(_finding(*each) for each in told.get("findings", ())),
            "heads": tuple(map(sys.intern, told.get("heads", ()))),
            "sources": tuple(told.get("sources", ())),
        }
    )


@lru_cache(maxsize=4096)
def _finding(kind: str, severity: str, number: int) -> tuple[str, str, int]:
    return sys.intern(kind), sys.intern(severity), number
