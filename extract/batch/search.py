"""Batch: the PDFs behind the paths a user names; a path that cannot be followed is an error of its own."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from agendapack.extract.errors import BadName, EmptyFolder, LinkedFolder, MissingFile, PackError
from agendapack.extract.realpath import real

Found = Path | PackError
GONE = (FileNotFoundError, NotADirectoryError)


def expand(paths: Iterable[Path], settled: Collection[str] = ()) -> Iterator[Found]:
    """The PDFs named, folders searched through, each once; a path without one as the error to report.

    Those at the real places in `settled` are passed over.
    """
    named = list(paths)
    searched = {real(path) for path in named}
    seen: set[str] = set()
    for path in named:
        for found in _expanded(path, searched, settled):
            place = real(found.path if isinstance(found, PackError) else found)
            if place not in seen:
                seen.add(place)
                yield found


def is_there(path: Path) -> bool:
    """Whether there is such a file and it can be reached."""
    return S_ISREG(_mode(path))


def is_gone(path: Path) -> bool:
    """Whether there is surely no such file; of what cannot be reached just now nobody knows."""
    try:
        path.stat()
    except GONE:
        return True
    except (OSError, ValueError):
        return False
    return False


def _expanded(path: Path, searched: Collection[str], settled: Collection[str]) -> Sequence[Found]:
    try:
        mode = path.stat().st_mode
    except GONE:
        return [MissingFile(path, "there is no such file.")]
    except (OSError, ValueError) as error:
        return [MissingFile(path, f"the path cannot be followed ({_why(error)}).")]
    if S_ISDIR(mode):
        inside = sorted(_below(path, searched, settled), key=_parts)
        if inside or any(place.startswith(f"{real(path)}{os.sep}") for place in settled):
            return inside
        # "." has no name to show
        return [EmptyFolder(path.resolve(), "there is no PDF in this folder.")]
    if real(path) in settled:
        return []
    return [_file(path) if S_ISREG(mode) else MissingFile(path, "there is no such file.")]


def _parts(found: Found) -> tuple[str, ...]:
    return (found.path if isinstance(found, PackError) else found).parts


def _below(folder: Path, searched: Collection[str], settled: Collection[str]) -> Iterator[Found]:
    """The PDFs in the folder and those below it, in no order, but for those that are settled."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                inside = list(entries)
        except OSError as error:
            yield MissingFile(here, f"the folder cannot be read ({_why(error)}).")
            continue
        place = real(here)
        for entry in inside:
            if f"{place}{os.sep}{entry.name}" in settled:
                continue
            path = here / entry.name
            if _is_folder(entry):
                if not entry.is_symlink():
                    waiting.append(path)
                elif not _within(path, searched):
                    yield LinkedFolder(path, "links to folders are not followed.")
            elif path.suffix.lower() == ".pdf":
                yield _file(path, entry)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(path: Path, entry: os.DirEntry[str] | None = None) -> Found:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return BadName(path, "the name is not in UTF-8.")
    if entry is not None and entry.is_file(follow_symlinks=False) or is_there(path):
        return path
    return MissingFile(path, "there is no such file." if is_gone(path) else "the file cannot be reached.")


def _within(path: Path, folders: Collection[str]) -> bool:
    """Whether what a link leads to is searched through anyway."""
    real = Path(os.path.realpath(path))
    return any(str(folder) in folders for folder in (real, *real.parents))


def _mode(path: Path) -> int:
    """What kind of thing there is; 0 for nothing that can be reached."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _why(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
