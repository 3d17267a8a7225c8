"""Batch: what is to know about the stored result of a pack: all, and what each run asks of every pack."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Any, NamedTuple, Self

from agendapack.extract.batch.small_json import encoded, scanned
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.safe import for_file
from agendapack.extract.write.sources import SourceFile

ALIKE = ("status", "message", "error", "limits", "part", "council")
"""Of what is known of packs, the words that many have in common."""


@dataclass(frozen=True, slots=True)
class About:
    """What is to know about the stored result of a pack."""

    pack_id: str
    name: str
    sha256: str
    status: str
    message: str = ""
    pages: int = 0
    """Read, of those that the file has."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """Rows by dataset."""
    findings: Sequence[tuple[str, str, int]] = ()
    """Kind, severity and number."""
    tables: int = 0
    recognised: int = 0
    unknown: int = 0
    """Tables that may list records and reached no dataset."""
    printed: str = ""
    """Of each page a hash of what is printed in its tables, in one text: there are many of them."""
    page: int = 0
    """Where it failed, if known."""
    error: str = ""
    """Name of the error that ended it."""
    key: str = ""
    """What the result depends on."""
    sources: tuple[str, ...] = ()
    """Where the file lies or lay, from the results folder."""
    limits: str = ""
    """Limits that it broke."""
    digest: str = ""
    """Hash of the datasets and grids."""
    part: str = ""
    """The pages that were asked for; empty for all."""
    council: str = ""
    """Whose pack it is."""
    heads: Sequence[str] = ()
    """By which its tables are known in other packs."""

    @property
    def prints(self) -> tuple[tuple[int, str], ...]:
        """The hashes with their pages."""
        return _prints(self.printed)

    @property
    def is_whole(self) -> bool:
        """Whether there is nothing to say of the pack."""
        return self.status == "ok" and not self.message


class Counts(NamedTuple):
    """Of what is known of a pack, the numbers."""

    pages: int
    tables: int
    recognised: int
    unknown: int
    rows: Mapping[str, int]
    findings: Sequence[tuple[str, str, int]]


_REST = ("printed", "page", "error", "limits", "part", "heads")
"""What an entry leaves as text."""


class IndexEntry(NamedTuple):
    """The line of a stored result in the index: what a run asks of every pack, and the rest as text."""

    pack_id: str
    name: str
    sha256: str
    status: str
    message: str
    key: str
    sources: Sequence[str]
    digest: str
    council: str
    line: str
    """The sign of the file, then as JSON what stands above, the counts and the rest."""

    @classmethod
    def of(cls, about: About, sign: str = "") -> Self:
        """The line of a result whose file has this sign."""
        columns = (cls._fields[:-1], Counts._fields, _REST)
        texts = (encoded([getattr(about, name) for name in names]) for names in columns)
        return cls.read("\t".join((sign, *texts)))

    @classmethod
    def read(cls, line: str) -> Self:
        """The line from its text."""
        return cls(*(*scanned(line, line.index("\t") + 1)[0], line))

    @property
    def counts(self) -> Counts:
        """Its numbers; made when they are asked for."""
        return Counts(*scanned(self.line.split("\t")[2], 0)[0])

    @property
    def about(self) -> About:
        """All that is known; made when it is asked for."""
        told = {**self._asdict(), **self.counts._asdict(), **dict(zip(_REST, self._rest, strict=True))}
        del told["line"]
        return about_of(told)

    @property
    def prints(self) -> tuple[tuple[int, str], ...]:
        """The hashes of its pages, with the pages."""
        return _prints(self._rest[0])

    @property
    def marks(self) -> Sequence[str]:
        """The hashes of its pages, and their numbers between."""
        return str(self._rest[0]).split()

    @property
    def _rest(self) -> Any:
        return scanned(self.line.split("\t")[3], 0)[0]

    @property
    def source(self) -> SourceFile:
        """The PDF behind it."""
        return SourceFile(self.pack_id, for_file(self.name), self.sha256, next(iter(self.sources), ""))

    @property
    def is_whole(self) -> bool:
        """Whether there is nothing to say of the pack."""
        return self.status == "ok" and not self.message


def _prints(printed: str) -> tuple[tuple[int, str], ...]:
    lines = (line.partition(" ") for line in printed.splitlines())
    return tuple((int(page), mark) for page, _, mark in lines)


def printed_of(prints: Iterable[tuple[int, str]]) -> str:
    """Pages and their hashes as a text, a line each."""
    return "\n".join(f"{page} {mark}" for page, mark in prints)


def about_of(told: dict[str, Any]) -> About:
    """What JSON says; what many packs have alike is there once, since all are in memory together."""
    return About(
        **{
            **told,
            **{name: sys.intern(told[name]) for name in ALIKE if name in told},
            "rows": {sys.intern(name): number for name, number in told.get("rows", {}).items()},
            "findings": tuple(_finding(*each) for each in told.get("findings", ())),
            "heads": tuple(map(sys.intern, told.get("heads", ()))),
            "sources": tuple(told.get("sources", ())),
        }
    )


@lru_cache(maxsize=4096)
def _finding(kind: str, severity: str, number: int) -> tuple[str, str, int]:
    return sys.intern(kind), sys.intern(severity), number
