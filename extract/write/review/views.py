"""Write: what there is to see of each pack: pictures that are there are kept, others drawn where wanted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from agendapack.extract.errors import PackError, UsageError
from agendapack.extract.write.names import REVIEW
from agendapack.extract.write.page_rotation import read_turns
from agendapack.extract.write.record import Record
from agendapack.extract.write.review.painter import Undrawn
from agendapack.extract.write.review.pictures import ENDINGS, Draw, PackView, PagePicture
from agendapack.extract.write.safe import for_file_name
from agendapack.extract.write.sources import SourceFile

NOT_FOUND = "not found where it was. Name it, or its folder, behind the folder of the results."
MOST_PAGES = 2000
"""Pages drawn in one go: more would take long minutes and hundreds of megabytes."""
BEYOND = "beyond the first pages: --serve draws pages as they are looked at, --pack NAME those of a pack."
NOT_DRAWN = "not drawn yet; agendapack review with --pack and its name does it."


class Views:
    """Pictures for the packs of a results folder, put into the folder of a new page."""

    def __init__(
        self,
        out: Path,
        made_of: str,
        draw: Draw,
        pdfs: Mapping[str, Path],
        names: Collection[str] = (),
        later: bool = False,
    ) -> None:
        """Take what the results are known by and the PDFs that were found, by pack id.

        `names` of packs or PDFs are those to draw, all when empty; `later` draws none.
        """
        self.out, self.made_of, self.draw, self.pdfs = out, made_of, draw, pdfs
        self.names, self.later = names, later
        self.same = _held(out / REVIEW / "data.js").get("results") == made_of
        self.unseen: list[str] = []
        """Why packs have no pictures, a line each."""
        self.left, self.beyond = MOST_PAGES, 0
        """Pages that may still be drawn, and packs for which none were left."""
        self.undrawn: dict[str, Undrawn] = {}
        """Packs whose pages are drawn when they are looked at, by the names of their folders."""

    def check(self, sources: Collection[SourceFile]) -> None:
        """Raise a UsageError for a name that no pack has."""
        known = {name for source in sources for name in (source.pack_id, source.name)}
        if unknown := sorted(set(self.names) - known):
            raise UsageError(
                f"{self.out}: there is no pack {unknown[0]!r}; name it by its PDF or its pack_id."
            )

    def of(self, source: SourceFile | None, pack: Record, staged: Path) -> PackView:
        """The pictures of a pack, or why there are none."""
        if source is None or pack["status"] == "failed":
            return PackView()
        folder = for_file_name(source.pack_id)
        if kept := self._kept(folder, staged):
            self.left -= len(kept)
            return PackView(kept)
        pages = int(str(pack["pages"] or 0))
        bounded = not (self.later or self.names)
        if not self._is_drawn(source, pages):
            self.beyond += bounded
            return PackView((), NOT_DRAWN)
        self.left -= pages if bounded else 0
        view = self._drawn(source, folder, pages, staged)
        if view.unseen:
            self.unseen.append(f"{source.name}: {view.unseen}")
        return view

    def _is_drawn(self, source: SourceFile, pages: int) -> bool:
        """Whether the pages of a pack are drawn now: of those that are named, or while few enough are."""
        if self.later or self.names:
            return self.later or bool({source.pack_id, source.name} & set(self.names))
        return pages <= self.left or self.left == MOST_PAGES  # the first pack, however long it is

    def _drawn(self, source: SourceFile, folder: str, pages: int, staged: Path) -> PackView:
        pdf = self.pdfs.get(source.pack_id)
        if pdf is None:
            return PackView((), NOT_FOUND if source.sha256 else "")
        turned = read_turns(self.out, source.pack_id)
        if self.later:
            self.undrawn[folder] = Undrawn(pdf, pages, turned)
            return PackView(tuple(PagePicture(n, 0, 0, f"{folder}/{n:04d}") for n in range(1, pages + 1)))
        try:
            pictures = self.draw(pdf, staged / folder, turned, ())
            return PackView(tuple(replace(p, file=p.file and f"{folder}/{p.file}") for p in pictures))
        except PackError as error:
            return PackView((), error.what)

    def _kept(self, folder: str, staged: Path) -> tuple[PagePicture, ...]:
        """The pictures of the page before, copied; nothing when one is missing or the results were others."""
        told = _held(self.out / REVIEW / f"{folder}.js").get("pages", []) if self.same else []
        found = tuple(self._before(folder, told))
        if not found or len(found) < len(told):
            return ()
        (staged / folder).mkdir()
        for picture in found:
            shutil.copyfile(self.out / REVIEW / picture.file, staged / picture.file)
        return found

    def _before(self, folder: str, told: list[Any]) -> Iterator[PagePicture]:
        for number, width, height, _ in told:
            names = (f"{folder}/{number:04d}.{ending}" for ending in ENDINGS)
            if name := next((n for n in names if (self.out / REVIEW / n).is_file()), ""):
                yield PagePicture(number, width, height, name)


def _held(script: Path) -> Mapping[str, Any]:
    """What a script of a page holds; nothing when there is none that can be understood."""
    try:
        _, _, quoted = script.read_text(encoding="ascii").rstrip(";\n").partition(" = ")
        held = json.loads(json.loads(quoted))
    except (OSError, ValueError, TypeError):
        return {}
    return held if isinstance(held, dict) else {}
