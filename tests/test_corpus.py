"""Real packs with known rows through all stages; needs AGENDAPACK_CORPUS: folders of document.pdf and gold/.

What a person read on the pages is compared by its telling text alone: this guards against a stage that drops
rows or invents them. Accuracy in full is measured with benchmarks/corpus.py and stands in docs/accuracy.md.
"""

from __future__ import annotations

import csv
import os
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from agendapack.extract.find import find_grids
from agendapack.extract.model import Grid, PackResult, Page, Table, Word
from agendapack.extract.outline import outline
from agendapack.extract.outline.surroundings import Surroundings
from agendapack.extract.pipeline import read_pack
from agendapack.extract.read import properties, read_pages
from agendapack.extract.settings import Settings
from agendapack.extract.stitch import stitch
from agendapack.extract.stitch.rows import grid_rows, kinds, same_text

CORPUS = os.environ.get("AGENDAPACK_CORPUS")
DOCUMENTS = sorted(Path(CORPUS).glob("*/document.pdf")) if CORPUS else []
TEXTS = {"actions": "action", "indicators": "definition", "indicator_values": "text", "risks": "description"}
"""The column of each dataset that tells its rows apart for a reader."""
MIN_OF_ALL, MIN_OF_ONE = 0.99, 0.9
"""Share of the known rows that are found: over all documents, and in each of them."""
MAX_EXTRA = 0.02
"""Rows found over all documents beyond those that are known, as a share of these."""

pytestmark = pytest.mark.skipif(not CORPUS, reason="AGENDAPACK_CORPUS is not set")
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)


@cache
def read(document: Path) -> PackResult:
    """Read once for all tests, without OCR, which has tests of its own."""
    return read_pack(document, Settings(ocr="never"), lambda _done, _pages: None)


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows are known, found, and both."""

    known: int = 0
    found: int = 0
    both: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.known + other.known, self.found + other.found, self.both + other.both)


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def count(document: Path, dataset: str) -> Count:
    """Known and found rows of a dataset, the same text as often as it is printed."""
    file = document.parent / "gold" / f"{dataset}.csv"
    column = TEXTS[dataset]
    with file.open(encoding="utf-8", newline="") as rows:
        known = Counter(folded(row[column]) for row in csv.DictReader(rows))
    found = Counter(folded(getattr(row, column)) for row in getattr(read(document), dataset))
    return Count(known.total(), found.total(), (known & found).total())


def counted(documents: list[Path]) -> dict[tuple[Path, str], Count]:
    return {
        (document, dataset): count(document, dataset)
        for document in documents
        for dataset in TEXTS
        if (document.parent / "gold" / f"{dataset}.csv").exists() and not is_scan(document)
    }


@cache
def is_scan(document: Path) -> bool:
    """Whether the first pages of the document hold nothing but pictures."""
    return not any(page.words for page in read_pages(document, range(1, 4)))


@every_document
def test_a_document_is_read_and_says_where_everything_stands(document: Path) -> None:
    result = read(document)
    assert result.pack.pages > 0
    ids = Counter(row.source.row_id for dataset in TEXTS for row in getattr(result, dataset))
    assert not ids or max(ids.values()) == 1
    for dataset in TEXTS:
        for row in getattr(result, dataset):
            assert 1 <= row.source.page <= result.pack.pages
            assert row.source.box is not None and row.source.box.area > 0
            assert row.source.table_id in {table.source.table_id for table in result.tables}


@every_document
def test_known_rows_are_found(document: Path) -> None:
    for (_, dataset), number in counted([document]).items():
        assert number.both >= MIN_OF_ONE * number.known, (dataset, number)


def test_known_rows_are_found_over_all_documents() -> None:
    for dataset in TEXTS:
        numbers = [n for (_, name), n in counted(DOCUMENTS).items() if name == dataset]
        whole = sum(numbers, Count())
        assert whole.both >= MIN_OF_ALL * whole.known, (dataset, whole)
        assert whole.found <= (1 + MAX_EXTRA) * whole.known, (dataset, whole)


def test_documents_without_such_rows_have_hardly_any() -> None:
    """Where a reader found no actions, indicators or risks at all, neither does the tool."""
    for dataset in ("actions", "indicators", "risks"):
        silent = [d for d in DOCUMENTS if not (d.parent / "gold" / f"{dataset}.csv").exists()]
        loud = {d.parent.name: len(getattr(read(d), dataset)) for d in silent if getattr(read(d), dataset)}
        assert len(loud) <= 0.1 * len(silent), (dataset, loud)


# --- every word of a table is in one of its cells -----------------------------------


def tables_of(document: Path) -> tuple[list[Page], list[Grid], list[Table]]:
    pages = list(read_pages(document))
    grids = [grid for page in pages for grid in find_grids(page)]
    known = outline(pages, grids=grids, source_name=document.name, properties=properties(document))
    return pages, grids, stitch(pages, grids, Surroundings(pages, grids, known).printed)


def place(word: Word) -> tuple[object, ...]:
    return (word.text, word.box)


@every_document
def test_every_word_inside_a_table_is_accounted_for_once(document: Path) -> None:
    pages, grids, tables = tables_of(document)
    printed = {page.number: Counter(map(place, page.words)) for page in pages}
    for grid in grids:
        inside = Counter(
            place(word) for word in pages[grid.page - pages[0].number].words
            if grid.box.holds(word.box.mid_x, word.box.mid_y)
        )  # fmt: skip
        held = Counter(place(w) for cell in grid.cells for w in cell.words) + Counter(
            map(place, grid.left_over)
        )
        assert not inside - held, (grid.page, grid.box)
        assert not held - printed[grid.page], (grid.page, grid.box)
    for table in tables:
        assert lost(table) == [], table.table_id


def lost(table: Table) -> list[Word]:
    """Words of the table's parts that stand in none of its rows, nor in a head that is printed again."""
    kept = Counter(id(word) for row in table.rows for cell in row.cells for word in cell.words)
    assert not kept or max(kept.values()) == 1, "a word stands in two cells"
    heads = [row for row in table.rows if row.kind != "body"]
    return [
        word
        for part in table.parts
        for row in kinds(grid_rows(part), part.columns)
        if not any(same_text(row, head) for head in heads)
        for cell in row.cells
        for word in cell.words
        if id(word) not in kept
    ]
