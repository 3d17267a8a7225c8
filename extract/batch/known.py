"""Batch: what is remembered of files between runs, so that one that lies as it lay is not read again."""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Container, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from agendapack.extract.batch.small_json import encoded, scanned

RACY = 2_000_000_000
"""Nanoseconds after a change within which a further one may leave the same times, on coarse clocks."""
Sign = str
"""Kind, size and times of a file as a text: another content has another."""
BLOCK = 1 << 18
"""Bytes read at once to see that a file is whole."""


class Known:
    """Facts about files by their place, a line of text each, true of one content.

    They are kept in one file in the order of their places, and read from there each time they are asked for:
    in memory is only what is new. A file that another tool wrote, or that is damaged, tells nothing.
    """

    def __init__(self, file: Path, tool: str = "") -> None:
        self.file, self.tool = file, tool
        self._is_whole = _is_whole(file, tool)
        self._news: dict[str, str | None] = {}
        """Lines that are new, and None for each that is forgotten."""
        self._passing: set[str] = set()
        """Places of lines that hold for this run alone."""

    def lines(self) -> Iterator[tuple[str, str]]:
        """All that is known, by places in their order; what is set in the meantime is told the next time."""
        new = sorted(((place, line) for place, line in self._news.items() if line is not None), reverse=True)
        with self.file.open("rb") if self._is_whole else BytesIO() as lines:
            next(lines, None)
            for line in lines:
                quoted, _, fact = line.decode("ascii").rstrip("\n").partition("\t")
                if (place := scanned(quoted, 0)[0]) not in self._news:
                    while new and new[-1][0] < place:
                        yield new.pop()
                    yield place, fact
        while new:
            yield new.pop()

    def some(self, places: Container[str]) -> dict[str, str]:
        """The lines of these places."""
        return {place: line for place, line in self.lines() if place in places}

    def set(self, place: str, line: str, lasting: bool = True) -> None:
        """Remember a line, in ASCII: the sign of the file, then facts, with tabs between."""
        self._news[place] = line
        (self._passing.discard if lasting else self._passing.add)(place)

    def forget(self, place: str) -> None:
        """Remember nothing."""
        self._news[place] = None
        self._passing.discard(place)

    def save(self) -> None:
        """Keep what is known now for further runs."""
        if not self._news:
            return
        half, check = self.file.with_suffix(".half"), 0
        with half.open("wb") as file:
            file.write(_head(self.tool, check))
            for place, fact in self.lines():
                if place in self._passing:
                    continue
                line = f"{encoded(place)}\t{fact}\n".encode("ascii")
                check = zlib.crc32(line, check)
                file.write(line)
            file.seek(0)
            file.write(_head(self.tool, check))
        half.replace(self.file)
        self._news = {place: line for place, line in self._news.items() if place in self._passing}
        self._is_whole = True


def sign_of(stat: os.stat_result) -> Sign:
    """The sign of a file."""
    return f"{stat.st_mode} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"


def is_settled(sign: Sign, seen: int) -> bool:
    """Whether a file that had this sign at a time, in nanoseconds, has another one after any change."""
    return seen - max(map(int, sign.split()[2:])) > RACY


def now() -> int:
    """The time by which signs are judged."""
    return time.time_ns()


def _is_whole(file: Path, tool: str) -> bool:
    """Whether the file lies there as this tool wrote it."""
    with suppress(OSError, StopIteration), file.open("rb") as content:
        head, check = next(content), 0
        while block := content.read(BLOCK):
            check = zlib.crc32(block, check)
        return head == _head(tool, check)
    return False


def _head(tool: str, check: int) -> bytes:
    """What begins such a file: who wrote it, and a check sum, since its lines are not looked through."""
    return f"known to {tool} {check:08x}\n".encode()
