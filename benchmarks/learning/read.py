"""Reads documents as far as their tables, once: what is learned from needs no more."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import NamedTuple

from agendapack.extract.find import find_grids
from agendapack.extract.model import Table
from agendapack.extract.ocr import mended
from agendapack.extract.outline import lines, outline
from agendapack.extract.outline.running import furniture, set_aside
from agendapack.extract.outline.surroundings import Around, Surroundings, grid_boxes
from agendapack.extract.read import read_pages
from agendapack.extract.read.mend import mend
from agendapack.extract.recognise.banding import without_banding
from agendapack.extract.stitch import stitch


class Beside(NamedTuple):
    """A table and what is printed around it."""

    table: Table
    around: Around


def tables_of(pdf: Path, kept: Path) -> list[Beside]:
    """The tables of a document; those of a file that was read before come from the folder `kept`."""
    stored = kept / f"{hashlib.sha256(pdf.read_bytes()).hexdigest()}.tables"
    if stored.exists():
        found: list[Beside] = pickle.loads(stored.read_bytes())
        return found
    found = _read(pdf)
    kept.mkdir(parents=True, exist_ok=True)
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
        tables=grid_boxes(grids),
        printed=printed,
        running=running,
        source_name=pdf.name,
        properties={},
    )
    around = Surroundings(pages, grids, whole)
    tables = list(map(without_banding, stitch(pages, grids, around.printed)))
    beside = around.of(tables)
    return [Beside(table, beside(table.table_id)) for table in tables]
