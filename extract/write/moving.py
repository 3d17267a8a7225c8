"""Write: staged files take the place of older ones of ours, all or none; what is not ours stays."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from agendapack.extract.errors import OutputError
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
    ours = Manifest(out)
    new = {name: print_of(staged / name) for name in files_below(staged)}
    if others := ours.foreign(new):
        raise OutputError(in_the_way(out, others))
    gone = [name for name in sorted(set(stale) - new.keys()) if ours.holds(name)]
    ours.expect(new, gone)
    _exchange(staged, out, [*gone, *new])
    ours.settle(new, gone)
    _without_empty_folders(out, gone)


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


def files_below(folder: Path) -> list[str]:
    """The files in a folder and those below, by their way from it, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _exchange(staged: Path, out: Path, names: Sequence[str]) -> None:
    aside = staged.with_name("before")
    done: list[str] = []
    try:
        for name in names:
            done.append(name)
            for before, after in ((out / name, aside / name), (staged / name, out / name)):
                if before.exists():
                    after.parent.mkdir(parents=True, exist_ok=True)
                    before.replace(after)
    except BaseException:
        for name in reversed(done):
            if (aside / name).exists():
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
