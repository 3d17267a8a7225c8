"""Write: draws pages of packs when they are looked at, each once."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from agendapack.extract.errors import PackError
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Turned
from agendapack.extract.write.review.pictures import Draw, PagePicture

AHEAD = 3
"""Pages drawn at a time: to begin costs more than a page, and people turn over."""


@dataclass(frozen=True, slots=True)
class Undrawn:
    """A pack whose pages are drawn later."""

    pdf: Path
    pages: int
    turned: Mapping[int, Turned]


class Painter:
    """Keeps what it draws in a folder of its own, which goes with it: results are changed by runs alone."""

    def __init__(self, packs: Mapping[str, Undrawn], draw: Draw) -> None:
        """Take the packs by the names of their folders."""
        self.packs, self.draw = packs, draw
        self._home = tempfile.TemporaryDirectory(prefix="agendapack-pages-")
        self.folder = Path(self._home.name).resolve()
        self._drawn: dict[tuple[str, int], PagePicture] = {}
        self._one_at_a_time = threading.Lock()

    def page(self, folder: str, number: int) -> PagePicture | None:
        """The page of a pack, without a file where it cannot be drawn; None where there is no such page."""
        pack = self.packs.get(folder)
        if pack is None or not 1 <= number <= pack.pages:
            return None
        with self._one_at_a_time:
            if (folder, number) not in self._drawn:
                self._draw(folder, pack, range(number, min(number + AHEAD, pack.pages + 1)))
            return self._drawn[folder, number]

    def close(self) -> None:
        """Take the pictures away."""
        self._home.cleanup()

    def _draw(self, folder: str, pack: Undrawn, pages: range) -> None:
        numbers = [number for number in pages if (folder, number) not in self._drawn]
        for number in numbers:
            self._drawn[folder, number] = PagePicture(number, 0, 0, "")
        try:
            for drawn in self.draw(pack.pdf, self.folder / folder, pack.turned, numbers):
                file = drawn.file and f"{folder}/{drawn.file}"
                self._drawn[folder, drawn.number] = replace(drawn, file=file)
        except PackError as error:
            for number in numbers:
                page = self._drawn[folder, number]
                self._drawn[folder, number] = page if page.file else replace(page, why=error.what)
