"""Write: staged files take the place of older ones of ours, all or none; what is not ours stays."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path, PurePath
from typing import Self

from agendapack.extract.errors import OutputError
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.manifest import Manifest, print_of
from agendapack.extract.write.names import HOME

_PREFIX = ".agendapack-"
"""Begins the names of temporary folders, so that a user sees whose they are."""


@contextmanager
def beside(out: Path, prefix: str = _PREFIX) -> Iterator[Path]:
    """A new folder on the same file system as the output folder, gone afterwards."""
    parent = next((p for p in (out / HOME, out) if p.is_dir()), out.parent)
    parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=parent) as temporary:
        staged = Path(temporary, "results")
        staged.mkdir()
        yield staged


def move_in(staged: Path, out: Path, stale: Collection[str] = ()) -> None:
    """Move all staged files into the folder, and take away the stale ones that are ours.

    Raises an OutputError before anything is moved when a file that is not ours is in the way.
    """
    ours, new = Manifest(out), _Files.below(staged)
    if others := ours.foreign(new):
        raise OutputError(in_the_way(out, others))
    gone = ours.held(name for name in sorted(set(stale)) if not (staged / name).is_file())
    for names in new.by_folder():
        ours.expect({name: print_of(staged / name) for name in names})
    _exchange(staged, out, chain(gone, new))
    ours.settle((), gone)
    for names in new.by_folder():
        ours.settle(names)
    _without_empty_folders(out, gone)


@dataclass(frozen=True, slots=True)
class _Files:
    """The files in a folder and those below, by their way from it; of a nation's packs there are many."""

    folders: Mapping[str, Sequence[str]]
    """The names in each folder, most of which are the same in many."""

    @classmethod
    def below(cls, folder: Path) -> Self:
        """Those that lie there now."""
        found = ((os.path.relpath(at, folder), sorted(names)) for at, _, names in os.walk(folder) if names)
        return cls({_slashed(at): tuple(map(sys.intern, names)) for at, names in sorted(found)})

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self.by_folder())

    def by_folder(self) -> Iterator[list[str]]:
        """The files of each folder."""
        for folder, names in self.folders.items():
            yield [f"{folder}{name}" for name in names]


def _slashed(folder: str) -> str:
    return "" if folder == os.curdir else f"{PurePath(folder).as_posix()}/"


def in_the_way(out: Path, names: Sequence[str]) -> str:
    """What to say of files that a run would have to replace and that are not its own."""
    which = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    return (
        f"{out}: {which} would be overwritten and was not written by agendapack, or was changed since. "
        "Move it, choose another folder with -o, or give --force, which keeps a copy."
    )


def set_aside(out: Path, names: Iterable[str]) -> list[str]:
    """Rename files that are in the way; gives their new names."""
    kept = []
    for name in names:
        aside = _free(out / name)
        (out / name).replace(aside)
        kept.append(aside.relative_to(out).as_posix())
    return kept


def _free(path: Path) -> Path:
    """A name beside the file that nothing has."""
    number, aside = 1, path.with_name(f"{path.name}.before")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.before-{number}")
    return aside


def _exchange(staged: Path, out: Path, names: Iterable[str]) -> None:
    aside = staged.with_name("before")
    try:
        for name in names:
            for before, after in ((out / name, aside / name), (staged / name, out / name)):
                if before.exists():
                    after.parent.mkdir(parents=True, exist_ok=True)
                    before.replace(after)
    except BaseException:
        for name in _Files.below(aside):
            (aside / name).replace(out / name)
        raise


def _without_empty_folders(out: Path, gone: Iterable[str]) -> None:
    for folder in _folders(out, gone):
        with suppress(OSError):  # not empty: somebody keeps something there
            folder.rmdir()


def _folders(out: Path, names: Iterable[str]) -> Iterator[Path]:
    """The folders that the files stood in, the deepest first."""
    found = {parent for name in names for parent in (out / name).parents if out in parent.parents}
    yield from sorted(found, key=lambda folder: -len(folder.parts))
