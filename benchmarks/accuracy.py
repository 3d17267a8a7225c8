"""Table reading side by side: agendapack, pdfplumber and camelot on a folder of PDFs with true cells.

    python benchmarks/accuracy.py FOLDER [--only WORD]

FOLDER holds <doc>.pdf and <doc>-str.xml (the form of the ICDAR 2013 table competition; a
document with two readings has <doc>a-str.xml and <doc>b-str.xml, and the better one counts).
Prints a Markdown table. The measure is that of the competition: every filled cell is paired
with its nearest filled neighbour to the right and below, and the pairs found are compared with
the true ones. "Whole" tables must be found in one piece: each true table is matched with one
found table. A reader that is not installed, or fails on a document, is said so.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from agendapack.extract.find import find_grids
from agendapack.extract.read import read_pages

Pairs = Counter[tuple[str, str, str]]
"""(text, neighbour's text, right or below), as often as it occurs."""
LOOKALIKES = str.maketrans(
    {c: "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"}
    | {"\u2018": "'", "\u2019": "'", "`": "'", "\u201c": '"', "\u201d": '"'}
)
BLANK = re.compile(r"[\s\u200b\ufeff\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: its text and the rows and columns it takes, ends included."""

    text: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Tally:
    """What one reader got right over the documents."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    right: int = 0
    whole: int = 0
    found: int = 0
    true: int = 0
    seconds: float = 0.0
    pages: int = 0
    failed: int = 0

    def add(self, right: int, whole: int, found: int, true: int) -> None:
        self.precision.append(right / found if found else 0.0)
        self.recall.append(right / true if true else 0.0)
        self.right, self.whole = self.right + right, self.whole + whole
        self.found, self.true = self.found + found, self.true + true

    def row(self, name: str) -> str:
        count = len(self.precision)
        documents = f1(sum(self.precision) / count, sum(self.recall) / count)
        pooled = f1(share(self.right, self.found), share(self.right, self.true))
        whole = f1(share(self.whole, self.found), share(self.whole, self.true))
        speed = f"{1000 * self.seconds / self.pages:.1f}" if self.pages else "–"
        return (
            f"| {name} | {documents:.3f} | {pooled:.3f} | {whole:.3f} | {share(self.right, self.found):.3f} "
            f"| {share(self.right, self.true):.3f} | {speed} | {self.failed or '–'} |"
        )


def main() -> int:
    """Score every reader and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="documents whose name holds this")
    options = parser.parse_args()
    papers = [(pdf, truths(pdf)) for pdf in sorted(options.folder.glob("*.pdf")) if options.only in pdf.name]
    papers = [(pdf, true) for pdf, true in papers if true]
    if not papers:
        print(f"{options.folder}: no <doc>.pdf with its <doc>-str.xml", file=sys.stderr)
        return 1
    print("| reader | documents F1 | pooled F1 | whole F1 | precision | recall | ms CPU a page | failed |")
    print("|---|---|---|---|---|---|---|---|")
    for name, reader in READERS.items():
        print(scored(reader, papers).row(name), flush=True)
    return 0


def scored(reader: Reader, papers: Iterable[tuple[Path, list[Tables]]]) -> Tally:
    """One reader's tally over all documents."""
    tally = Tally()
    for pdf, readings in papers:
        start = time.process_time()
        try:
            found, pages = reader(pdf)
        except Exception as error:  # a reader's failure on one file is a result, not the end
            print(f"{pdf.name}: {type(error).__name__}: {error}", file=sys.stderr)
            found, pages = {}, 0
            tally.failed += 1
        tally.seconds += time.process_time() - start
        tally.pages += pages
        tally.add(*max((compared(found, true) for true in readings), key=goodness))
    return tally


# --- the measure ----------------------------------------------------------------------


def compared(found: Tables, true: Tables) -> tuple[int, int, int, int]:
    """Pairs right, right in whole tables, found, true."""
    right = whole = 0
    for page, tables in found.items():
        wanted = true.get(page, [])
        if not wanted:
            continue
        shared = [[(f & t).total() for t in wanted] for f in tables]
        left = [Counter(t) for t in wanted]
        for i in sorted(range(len(tables)), key=lambda i: -max(shared[i])):
            best = max(range(len(wanted)), key=lambda j: shared[i][j])
            hit = tables[i] & left[best]
            left[best] -= hit
            right += hit.total()
        whole += matched(shared)
    total = [sum(t.total() for tables in side.values() for t in tables) for side in (found, true)]
    return right, whole, total[0], total[1]


def matched(shared: list[list[int]]) -> int:
    """Pairs shared when each found table is given to one true table, the best first."""
    order = sorted(((n, i, j) for i, row in enumerate(shared) for j, n in enumerate(row) if n), reverse=True)
    used: tuple[set[int], set[int]] = set(), set()
    total = 0
    for n, i, j in order:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            total += n
    return total


def goodness(result: tuple[int, int, int, int]) -> float:
    right, _, found, true = result
    return f1(share(right, found), share(right, true))


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def folded(text: str) -> str:
    """The text without white space, its dashes and quotes made alike."""
    return BLANK.sub("", unicodedata.normalize("NFKC", text).translate(LOOKALIKES))


def pairs(cells: Iterable[Spot]) -> Pairs:
    """Each filled cell with its nearest filled neighbours, out of every row and column it takes."""
    filled = [c for c in cells if folded(c.text)]
    owner: dict[tuple[int, int], Spot] = {}
    for cell in filled:
        for r in range(cell.top, cell.bottom + 1):
            for c in range(cell.left, cell.right + 1):
                owner.setdefault((r, c), cell)
    rows: dict[int, list[int]] = defaultdict(list)
    columns: dict[int, list[int]] = defaultdict(list)
    for r, c in sorted(owner):
        rows[r].append(c)
        columns[c].append(r)
    seen = {(a, b, "right") for r, cs in rows.items() for a, b in neighbours([owner[r, c] for c in cs])}
    seen |= {(a, b, "below") for c, rs in columns.items() for a, b in neighbours([owner[r, c] for r in rs])}
    return Counter((folded(a.text), folded(b.text), way) for a, b, way in seen)


def neighbours(cells: list[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Neighbouring cells along a row or column; a cell that takes several places counts once."""
    for a, b in zip(cells, cells[1:], strict=False):
        if a is not b:
            yield a, b


# --- truth and readers ------------------------------------------------------------------

Tables = dict[int, list[Pairs]]
"""The pairs of each table, by page."""
Reader = Callable[[Path], tuple[Tables, int]]
"""Reads a PDF: its tables and the number of pages."""


def truths(pdf: Path) -> list[Tables]:
    """The true tables of a document, in each of its readings."""
    stem = pdf.stem[:-1] if pdf.stem[-1].isalpha() else pdf.stem
    files = sorted({*pdf.parent.glob(f"{stem}-str.xml"), *pdf.parent.glob(f"{stem}[a-z]-str.xml")})
    return [true_tables(file) for file in files]


def true_tables(file: Path) -> Tables:
    tables: Tables = defaultdict(list)
    for region in ElementTree.parse(file).getroot().iter("region"):
        cells = []
        for cell in region.iter("cell"):
            top, left = int(cell.get("start-row", 0)), int(cell.get("start-col", 0))
            bottom, right = int(cell.get("end-row", top)), int(cell.get("end-col", left))
            text = " ".join(content.text or "" for content in cell.findall("content"))
            cells.append(Spot(text, top, left, max(top, bottom), max(left, right)))
        tables[int(region.get("page", 0))].append(pairs(cells))
    return tables


def by_agendapack(pdf: Path) -> tuple[Tables, int]:
    tables: Tables = defaultdict(list)
    pages = 0
    for page in read_pages(pdf):
        pages += 1
        for grid in find_grids(page):
            spots = (
                Spot(c.text, c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1)
                for c in grid.cells
            )
            tables[page.number].append(pairs(spots))
    return tables, pages


def by_pdfplumber(pdf: Path) -> tuple[Tables, int]:
    import pdfplumber

    tables: Tables = defaultdict(list)
    with pdfplumber.open(pdf) as document:
        for page in document.pages:
            for table in page.extract_tables():
                tables[page.page_number].append(pairs(spots_of(table)))
            page.close()
        return tables, len(document.pages)


def by_camelot(pdf: Path) -> tuple[Tables, int]:
    import camelot

    tables: Tables = defaultdict(list)
    found = camelot.read_pdf(pdf, pages="all", flavor="hybrid", engine="vector", suppress_stdout=True)
    for table in found:
        tables[table.page].append(pairs(spots_of(table.data)))
    return tables, sum(1 for _ in read_pages(pdf))


def spots_of(rows: Iterable[Iterable[str | None]]) -> Iterator[Spot]:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            yield Spot(text or "", r, c, r, c)


READERS: dict[str, Reader] = {
    "agendapack": by_agendapack,
    "pdfplumber": by_pdfplumber,
    "camelot hybrid, vector": by_camelot,
}

if __name__ == "__main__":
    raise SystemExit(main())
