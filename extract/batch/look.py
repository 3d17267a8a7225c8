"""Batch: one look at what a user names: PDFs and files of facts, by folders, with sizes and times."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Self

from agendapack.extract.batch.known import RACY, Sign, is_settled, now, sign_of
from agendapack.extract.batch.unordered import Unordered
from agendapack.extract.correct.given_facts import FACTS
from agendapack.extract.identity import sha256_of_text
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.realpath import real

SETTLED: Sign = ""
"""Stands for the sign of a file that needs no closer look."""


@dataclass(slots=True)
class Look:
    """What lies at the paths that a user names."""

    paths: Sequence[Path]
    began: int = field(default_factory=now)
    folders: dict[str, dict[str, Sign]] = field(default_factory=dict)
    """PDFs and files of facts by their names, by the real places of their folders."""
    named: dict[str, Path] = field(default_factory=dict)
    """These folders as the user names them."""
    ways: list[str] = field(default_factory=list)
    """Where the paths named lead."""
    links: list[str] = field(default_factory=list)
    """Where links to folders lead; they are not followed."""
    last: int = 0
    """When something changed there last."""
    has_links: bool = False
    """Whether a PDF is a link: which of its names a pack has is known when all are looked at."""
    is_whole: bool = True
    """Whether all could be looked at; what could not is told by who tries to read it."""

    @classmethod
    def at(cls, paths: Sequence[Path]) -> Self:
        """Look at these paths, and at all that lies below folders."""
        look = cls(paths)
        for path in paths:
            try:
                look._at(path)
            except OSError:
                look.is_whole = False
        return look

    def sign(self, path: Path) -> Sign | None:
        """The sign that a file had; None when it was not seen, or may still change without another one."""
        folder, name = os.path.split(real(path))
        sign = self.folders.get(folder, {}).get(name)
        return sign if sign and is_settled(sign, self.began) else None

    def digest(self, chosen: str) -> str:
        """A hash of what was seen and of what is chosen; empty while a file might still change unnoticed."""
        if not self.is_whole or self.began - self.last <= RACY:
            return ""
        seen = Unordered(self.folders)
        for folder, files in self.folders.items():
            for name, sign in files.items():
                seen.add(f"{folder}\n{name} {sign}")
        return sha256_of_text("\n".join((chosen, *self.ways, *sorted(self.links), str(seen))))

    @property
    def settled(self) -> Collection[str]:
        """The real places of files that need no closer look."""
        return _Settled(self.folders)

    def order(self, path: Path) -> tuple[int, tuple[str, ...]]:
        """By which packs stand in the order in which they were named."""
        above = {path, *path.parents}
        return next((n for n, named in enumerate(self.paths) if named in above), len(self.paths)), path.parts

    # --- looking -------------------------------------------------------------------------

    def _at(self, path: Path) -> None:
        self.ways.append(f"{path} is {real(path)}")
        if path.is_dir():
            self._below(str(path), real(path))
            return
        self.has_links |= path.is_symlink()
        files = self._files_in(real(path.parent), path.parent)
        for name in (path.name, FACTS):
            with suppress(OSError, ValueError):
                self._see(files, name, (path.parent / name).stat())

    def _files_in(self, folder: str, named: Path) -> dict[str, Sign]:
        self.named.setdefault(folder, named)
        return self.folders.setdefault(folder, {})

    def _below(self, folder: str, place: str) -> None:
        files = self._files_in(place, Path(folder))
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._entry(entry, files, place)
        except OSError:
            self.is_whole = False

    def _entry(self, entry: os.DirEntry[str], files: dict[str, Sign], place: str) -> None:
        try:
            if entry.is_dir():
                if entry.is_symlink():
                    self.links.append(f"{entry.path} is {os.path.realpath(entry.path)}")
                else:
                    self._below(entry.path, f"{place}{os.sep}{entry.name}")
            elif entry.name == FACTS or entry.name.lower().endswith(".pdf"):
                self.has_links |= entry.is_symlink()
                self._see(files, entry.name, entry.stat())
        except OSError:
            self.is_whole = False

    def _see(self, files: dict[str, Sign], name: str, state: os.stat_result) -> None:
        files[name] = sign_of(state)
        self.last = max(self.last, state.st_mtime_ns, state.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class _Settled(Collection[str]):
    """Places, which are made of folder and name when they are asked for: there may be thousands."""

    folders: Mapping[str, Mapping[str, Sign]]

    def __contains__(self, place: object) -> bool:
        folder, _, name = str(place).rpartition(os.sep)
        return self.folders.get(folder, {}).get(name) == SETTLED

    def __iter__(self) -> Iterator[str]:
        for folder, files in self.folders.items():
            yield from (f"{folder}{os.sep}{name}" for name, sign in files.items() if sign == SETTLED)

    def __len__(self) -> int:
        return sum(1 for _ in self)
