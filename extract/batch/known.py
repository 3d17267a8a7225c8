"""Batch: what is remembered of files between runs, so that one that lies as it lay is not read again."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from agendapack.extract.write.safe import for_file

RACY = 2_000_000_000
"""Nanoseconds after a change within which a further one may leave the same times, on coarse clocks."""
Sign = tuple[int, int, int]
"""Size and times of a file: another content has another."""


class Known:
    """Facts about files by their place, each true of one content, kept in one file of JSON."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._told: Mapping[str, Any] = _read(file)
        self._now: dict[str, tuple[Sign, Any]] = {}
        self._news = False

    def get(self, place: str, sign: Sign) -> Any:
        """What is known of a file with this sign; None when that is nothing."""
        match self._told.get(place):
            case [list() as before, fact] if tuple(before) == sign:
                self._now[place] = (sign, fact)
                return fact
        return None

    def set(self, place: str, sign: Sign, fact: object) -> None:
        """Remember a fact, unless the file may still change within the same tick of the clock."""
        if time.time_ns() - max(sign[1:]) > RACY:
            self._now[place], self._news = (sign, fact), True

    def save(self) -> None:
        """Keep what was asked for or set, and nothing else."""
        if not self._news and len(self._now) == len(self._told):
            return
        told = {place: [list(sign), fact] for place, (sign, fact) in self._now.items()}
        half = self.file.with_suffix(".half")
        half.write_text(for_file(json.dumps(told, separators=(",", ":"))), encoding="utf-8")
        half.replace(self.file)


def sign_of(stat: os.stat_result) -> Sign:
    """The sign of a file."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def signs(files: Iterable[os.DirEntry[str]]) -> dict[str, Sign]:
    """The signs of the files of a folder by name, those that can be looked at."""
    found = {}
    for entry in files:
        with suppress(OSError):
            found[entry.name] = sign_of(entry.stat())
    return found


def _read(file: Path) -> Mapping[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
