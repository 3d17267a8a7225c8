"""Batch: what is remembered of files between runs, so that one that lies as it lay is not read again."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

RACY = 2_000_000_000
"""Nanoseconds after a change within which a further one may leave the same times, on coarse clocks."""
Sign = tuple[int, int, int]
"""Size and times of a file: another content has another."""


class Known:
    """Facts about files by their place, each true of one content.

    They are kept in one file with a line each, and a line is understood when it is asked for, so that what is
    known of many packs is not held all at a time.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._told = _read(file)
        self._now: dict[str, str] = {}
        self._news = False

    def get(self, place: str, sign: Sign) -> Any:
        """What is known of a file with this sign; None when that is nothing."""
        line, begins = self._told.get(place, ""), f"[[{sign[0]},{sign[1]},{sign[2]}],"
        if line.startswith(begins):
            with suppress(ValueError):
                fact, end = _DECODER.raw_decode(line, len(begins))
                if line[end:] == "]":
                    self._now[place] = line
                    return fact
        return None

    def set(self, place: str, sign: Sign, fact: object) -> None:
        """Remember a fact, unless the file may still change within the same tick of the clock."""
        if time.time_ns() - max(sign[1:]) > RACY:
            self._now[place], self._news = _json([sign, fact]), True

    def save(self) -> None:
        """Keep what was asked for or set, and nothing else."""
        if not self._news and len(self._now) == len(self._told):
            return
        half = self.file.with_suffix(".half")
        with half.open("w", encoding="ascii", newline="\n") as file:
            file.writelines(f"{_json(place)}\t{line}\n" for place, line in self._now.items())
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


def _read(file: Path) -> dict[str, str]:
    """The line of each place; one that is no line of ours tells nothing."""
    told = {}
    with suppress(OSError, ValueError), file.open(encoding="ascii", newline="\n") as lines:
        for line in lines:
            place, _, fact = line.rstrip("\n").partition("\t")
            told[str(_DECODER.decode(place))] = fact
    return told


# made once: for texts as small as these, `json.loads` and `json.dumps` take twice as long
_DECODER, _ENCODER = json.JSONDecoder(), json.JSONEncoder(separators=(",", ":"))


def _json(value: object) -> str:
    return _ENCODER.encode(value)
