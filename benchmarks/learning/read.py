"""Reads documents as far as their tables, once: what is learned from needs no more."""

from __future__ import annotations

import hashlib
import pickle
from functools import cache
from pathlib import Path
from typing import NamedTuple

from agendapack.extract.find import find_grids
from agendapack.extract.model import Table
from agendapack.extract.ocr import mended
from agendapack.extract.outline import lines, outline
from agendapack.extract.outline.running_heads import furniture, set_aside
from agendapack.extract.outline.surroundings import Around, Surroundings
from agendapack.extract.read import read_pages
from agendapack.extract.read.mend import mend
from agendapack.extract.recognise.banding import without_banding
from agendapack.extract.stitch import stitch


class Beside(NamedTuple):
    """A table and what is printed around it."""

    table: Table
    around: Around


READERS = (
    *(f"extract/{stage}" for stage in ("read", "ocr", "find", "outline", "stitch", "model", "normalise")),
    "extract/recognise/banding.py",
    "schemas/vocabulary",
    "schemas/weights/find.yaml",
)
"""What decides how tables are read: when any of it changes, documents are read anew."""
ROOT = Path(__file__).resolve().parents[2]


@cache
def readers() -> str:
    """A hash of the code and the words that read tables."""
    digest = hashlib.sha256()
    for place in (ROOT / name for name in READERS):
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in (".py", ".yaml"):
                digest.update(file.relative_to(ROOT).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def tables_of(pdf: Path, kept: Path) -> list[Beside]:
    """The tables of a document; what the same code has read before comes from the folder `kept`."""
    stored = kept / readers() / f"{hashlib.sha256(pdf.read_bytes()).hexdigest()}.tables"
    if stored.exists():
        found: list[Beside] = pickle.loads(stored.read_bytes())
        return found
    found = _read(pdf)
    stored.parent.mkdir(parents=True, exist_ok=True)
    stored.write_bytes(pickle.dumps(found))
    return found


def _read(pdf: Path) -> list[Beside]:
    read = mend(mended(list(read_pages(pdf))))
    printed = {page.number: lines(page) for page in read}
    running = furniture(read, printed)
    pages = list(set_aside(read, running))
    grids = [grid for page in pages for grid in find_grids(page)]
    whole = outline(
        read,
        grids=grids,
        printed=printed,
        running=running,
        source_name=pdf.name,
        properties={},
    )
    around = Surroundings(pages, grids, whole)
    tables = list(map(without_banding, stitch(pages, grids, around.printed)))
    beside = around.of(tables)
    return [Beside(table, beside(table.table_id)) for table in tables]
