"""Where files really lie: a run asks of thousands in a few folders, and each step of a way costs a call."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

FILES, FOLDERS = 100_000, 10_000
"""Places that are remembered."""


def real(path: Path) -> str:
    """The path without links, as `os.path.realpath` gives it."""
    place = str(path)
    return _real(place if os.path.isabs(place) else f"{os.getcwd()}{os.sep}{place}")  # noqa: PTH109, PTH117


def way(path: Path, start: Path) -> str:
    """The way from a folder to a file, both without links; raises a ValueError where no way leads there."""
    folder, name = os.path.split(real(path))
    steps = _way(folder, real(start))
    return f"{steps}{os.sep}{name}" if steps != os.curdir else name


def forget() -> None:
    """Look anew: links may lead elsewhere than in an earlier run."""
    for asked in (_real, _real_folder, _way):
        asked.cache_clear()


@lru_cache(maxsize=FILES)
def _real(path: str) -> str:
    folder, name = os.path.split(path)
    if name in ("", os.curdir, os.pardir):
        return os.path.realpath(path)
    place = f"{_real_folder(folder).rstrip(os.sep)}{os.sep}{name}"
    return os.path.realpath(place) if os.path.islink(place) else place  # noqa: PTH114


@lru_cache(maxsize=FOLDERS)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)


@lru_cache(maxsize=FOLDERS)
def _way(folder: str, start: str) -> str:
    return os.path.relpath(folder, start)
