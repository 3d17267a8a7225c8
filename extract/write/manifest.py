"""Write: which files of a results folder are the tool's own; nothing else is ever replaced or removed.

Kept below the folder: a list for the datasets, one for the review page and one for each folder of grids, with
path, size, time and hash of what was written. A file of other content, put there or edited, is not ours.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from itertools import groupby
from pathlib import Path, PurePosixPath

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.names import GRIDS, HOME, PARTITIONS, REVIEW

FOLDER = "written"
RESULTS = "results"
"""The list of all that has no list of its own."""
MAX_HASHED_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """By what a file that was written is known again."""

    size: int
    time: int
    """When it was last changed, in nanoseconds: equal, and the content need not be read."""
    sha256: str


def print_of(path: Path) -> Fingerprint:
    """The print of a file as it lies there."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(MAX_HASHED_AT_ONCE):
            digest.update(piece)
    stat = path.stat()
    return Fingerprint(stat.st_size, stat.st_mtime_ns, digest.hexdigest())


class Manifest:
    """The lists of one results folder."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out / HOME / FOLDER

    def held(self, names: Iterable[str]) -> list[str]:
        """The names whose files lie there as the tool wrote them.

        A list is read once for names that follow each other.
        """
        found = []
        for of, some in groupby(names, _list_of):
            known = self._read(of)
            found += [name for name in some if self._same(name, known.get(name, ()))]
        return found

    def names(self, folder: str = "") -> list[str]:
        """The files that were written, of those in folders with a list of their own the ones in `folder`."""
        return sorted(self._read(folder or RESULTS))

    def folders(self, top: str) -> list[str]:
        """The folders below one that have lists of their own."""
        lists = (self.folder / top).rglob("*.json")
        return sorted(path.relative_to(self.folder).as_posix().removesuffix(".json") for path in lists)

    def below(self, folder: str) -> Iterator[str]:
        """The names in one folder of those that have lists of their own, or hold such folders."""
        with suppress(FileNotFoundError), os.scandir(self.folder / folder) as found:
            for one in found:
                yield one.name.removesuffix(".json")

    def foreign(self, names: Iterable[str]) -> list[str]:
        """Those of the names where a file of somebody else's lies."""
        there = [name for name in names if (self.out / name).exists()]
        ours = {*self.held(there)}
        return [name for name in there if name not in ours]

    def expect(self, written: Mapping[str, Fingerprint]) -> None:
        """Before files are moved in: from now on both the old and the new ones are ours."""
        for of, names in _by_list(written):
            known = self._read(of)
            for name in names:
                known[name] = (*known.get(name, ()), written[name])
            self._write(of, known)

    def settle(self, written: Iterable[str], gone: Iterable[str] = ()) -> None:
        """After they are moved in: of what was expected only the new ones are, and what is gone no more."""
        lost = {*gone}
        for of, names in _by_list([*written, *lost]):
            known = self._read(of)
            for name in names:
                known[name] = () if name in lost else known.get(name, ())[-1:]
            self._write(of, {name: prints for name, prints in known.items() if prints})

    def add(self, *names: str) -> None:
        """Take over files that were just written whole."""
        self.expect({name: print_of(self.out / name) for name in names})
        self.settle(names)

    def _same(self, name: str, prints: Collection[Fingerprint]) -> bool:
        path = self.out / name
        try:
            stat = path.stat()
        except OSError:
            return False
        if any((stat.st_size, stat.st_mtime_ns) == (p.size, p.time) for p in prints):
            return True
        alike = {p.sha256 for p in prints if p.size == stat.st_size}
        return bool(alike) and path.is_file() and print_of(path).sha256 in alike

    def _read(self, of: str) -> dict[str, tuple[Fingerprint, ...]]:
        """A list; empty when there is none that can be understood: then nothing is ours."""
        try:
            told = json.loads((self.folder / f"{of}.json").read_text(encoding="utf-8"))
            return {name: tuple(Fingerprint(**p) for p in prints) for name, prints in told.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self, of: str, known: Mapping[str, Collection[Fingerprint]]) -> None:
        path = self.folder / f"{of}.json"
        if not known:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        told = {name: [asdict(p) for p in prints] for name, prints in sorted(known.items())}
        half.write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8")
        half.replace(path)


def _list_of(name: str) -> str:
    top, *below = PurePosixPath(name).parts
    if top == GRIDS and len(below) > 1:
        return f"{GRIDS}/{below[0]}"
    if top == PARTITIONS and len(below) > 1:
        return PurePosixPath(name).parent.as_posix()
    return REVIEW if top == REVIEW else RESULTS


def _by_list(names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    lists: dict[str, list[str]] = {}
    for name in names:
        lists.setdefault(_list_of(name), []).append(name)
    yield from lists.items()
