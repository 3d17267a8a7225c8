"""Batch: what is remembered of files between runs, so that one that lies as it lay is not read again."""

from __future__ import annotations

import os
import time
import zlib
from contextlib import suppress
from pathlib import Path

from agendapack.extract.batch.small_json import encoded, scanned

RACY = 2_000_000_000
"""Nanoseconds after a change within which a further one may leave the same times, on coarse clocks."""
Sign = str
"""Kind, size and times of a file as a text: another content has another."""


class Known:
    """Facts about files by their place, a line of text each, true of one content.

    They are kept in one file; what stands in a line is understood by who asks for it, so that of many packs
    little is. A file that another tool wrote, or that is damaged, tells nothing.
    """

    def __init__(self, file: Path, tool: str = "") -> None:
        self.file, self.tool = file, tool
        self._told = _read(file, tool)
        self._now: dict[str, str] = {}
        self._news = False

    def get(self, place: str, sign: Sign) -> str | None:
        """The line of a file with this sign, which stands first in it; None when nothing is known."""
        line = self._told.get(place)
        if line is None or not line.startswith(f"{sign}\t"):
            return None
        self._now[place] = line
        return line

    def set(self, place: str, line: str) -> None:
        """Remember a line, in ASCII: the sign of the file, then facts, with tabs between."""
        self._news |= self._told.get(place) != line
        self._told[place] = self._now[place] = line

    def forget(self, place: str) -> None:
        """Remember nothing."""
        self._news |= self._now.pop(place, None) is not None

    def save(self) -> None:
        """Keep what was asked for or set, and nothing else."""
        if not self._news and len(self._now) == len(self._told):
            return
        half, check = self.file.with_suffix(".half"), 0
        with half.open("wb") as file:
            file.write(_head(self.tool, check))
            for place, fact in self._now.items():
                line = f"{encoded(place)}\t{fact}\n".encode("ascii")
                check = zlib.crc32(line, check)
                file.write(line)
            file.seek(0)
            file.write(_head(self.tool, check))
        half.replace(self.file)
        self._told, self._news = dict(self._now), False


def sign_of(stat: os.stat_result) -> Sign:
    """The sign of a file."""
    return f"{stat.st_mode} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"


def is_settled(sign: Sign, seen: int) -> bool:
    """Whether a file that had this sign at a time, in nanoseconds, has another one after any change."""
    return seen - max(map(int, sign.split()[2:])) > RACY


def now() -> int:
    """The time by which signs are judged."""
    return time.time_ns()


def _read(file: Path, tool: str) -> dict[str, str]:
    """The line of each place."""
    told, check = {}, 0
    with suppress(OSError, ValueError, StopIteration), file.open("rb") as lines:
        head = next(lines)
        for line in lines:
            check = zlib.crc32(line, check)
            place, _, fact = line.decode("ascii").rstrip("\n").partition("\t")
            told[scanned(place, 0)[0]] = fact
        if head == _head(tool, check):
            return told
    return {}


def _head(tool: str, check: int) -> bytes:
    """What begins such a file: who wrote it, and a check sum, since its lines are not looked through."""
    return f"known to {tool} {check:08x}\n".encode()
