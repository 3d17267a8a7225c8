"""Correct: where what people say on the review page is kept while they work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from agendapack.extract.correct.file import merged, read_corrections, write_corrections
from agendapack.extract.model import Correction


class Kept:
    """The corrections in a file, to be read and added to."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def read(self) -> tuple[Correction, ...]:
        """All that has been said, by others too."""
        return read_corrections(self.file)

    def add(self, new: Iterable[Correction]) -> None:
        """Keep what is said now."""
        write_corrections(self.file, merged(self.read(), new))
