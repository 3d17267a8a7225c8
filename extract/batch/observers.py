"""Who is told how a batch goes."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from agendapack.extract.batch.record import PackRun


class Audience(Protocol):
    """Who is told how the run goes."""

    def begin(self, packs: int) -> None:
        """So many packs are to be read."""

    def pages(self, path: Path, done: int, pages: int) -> None:
        """So many pages of a pack are read."""

    def pack(self, run: PackRun) -> None:
        """A pack is done."""


class Nobody:
    """An audience that does not listen."""

    def begin(self, packs: int) -> None:
        pass

    def pages(self, path: Path, done: int, pages: int) -> None:
        pass

    def pack(self, run: PackRun) -> None:
        pass
