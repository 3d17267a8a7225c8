"""How far a table's confidence can be believed: confidence of found tables against their true score.

    python benchmarks/calibration.py FOLDER [--second-opinion]

FOLDER is as for benchmarks/accuracy.py: <doc>.pdf and <doc>-str.xml. Every table found on a page is
held against the true table of the page that it shares most with; a table found where none is counts 0.
A folder of <name>/document.pdf with gold/tables/ will do as well. Such gold leaves out the tables of the
datasets, so a table that shares nothing with it is not judged, nor are tables of several pages; merged
cells count where they begin, as they are written there.
Prints a Markdown table: for each band of confidence how many tables there are, their mean confidence, their
mean F1, and the share that is (nearly) right.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from accuracy import Spot, Tables, f1, pairs, share, truths

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from agendapack.extract.find import find_grids
from agendapack.extract.model import Grid
from agendapack.extract.read import read_pages
from agendapack.extract.second import second_opinion

EDGES = (0.0, 0.6, 0.8, 0.9, 0.95, 0.98, 1.0, 1.01)
"""Ends of the bands of confidence."""
RIGHT = 0.9
"""F1 from which a table is right but for trifles."""

Judged = tuple[float, float]
"""Confidence and F1 of a found table."""


def main() -> int:
    """Print the curve."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--second-opinion", action="store_true", help="after another reader has been asked")
    options = parser.parse_args()
    judged = [
        one
        for pdf in sorted(options.folder.glob("*.pdf"))
        for one in judged_tables(pdf, options.second_opinion)
    ]
    for pdf in sorted(options.folder.glob("*/document.pdf")):
        judged += gold_tables(pdf)
    if not judged:
        print(f"{options.folder}: neither <doc>.pdf with <doc>-str.xml nor gold/tables", file=sys.stderr)
        return 1
    print("\n".join(curve(judged)))
    return 0


def judged_tables(pdf: Path, second: bool) -> Iterator[Judged]:
    """Confidence and score of each table found in a document that has a truth."""
    readings = truths(pdf)
    if not readings:
        return
    sheets = [(page, find_grids(page)) for page in read_pages(pdf)]
    for page, grids in second_opinion(pdf, sheets) if second else sheets:
        for grid in grids:
            yield grid.confidence, best(grid, page.number, readings)


def gold_tables(pdf: Path) -> Iterator[Judged]:
    """Confidence and score of each table found that a person wrote down too."""
    folder = pdf.parent / "gold" / "tables"
    if not (folder / "index.csv").exists():
        return
    gold: Tables = defaultdict(list)
    for entry in rows_of(folder / "index.csv"):
        if entry.get("last_page") in (None, "", entry["page"]):
            with (folder / entry["file"]).open(newline="", encoding="utf-8-sig") as file:
                cells = [(t, r, c) for r, row in enumerate(csv.reader(file)) for c, t in enumerate(row)]
            gold[int(entry["page"])].append(pairs(Spot(t, r, c, r, c) for t, r, c in cells if t))
    for page in read_pages(pdf):
        for grid in find_grids(page) if page.number in gold else ():
            if score := best(grid, page.number, [gold], merged=False):
                yield grid.confidence, score


def rows_of(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(newline="", encoding="utf-8-sig") as rows:
        return list(csv.DictReader(rows))


def best(grid: Grid, page: int, readings: Sequence[Tables], merged: bool = True) -> float:
    """F1 of the grid against the true table of the page that it fits best; with merged cells whole or not."""
    found = pairs(
        Spot(
            c.text,
            c.row,
            c.column,
            c.row + (c.row_span - 1) * merged,
            c.column + (c.column_span - 1) * merged,
        )
        for c in grid.cells
    )
    scores = (
        f1(share((found & true).total(), found.total()), share((found & true).total(), true.total()))
        for tables in readings
        for true in tables.get(page, [])
    )
    return max(scores, default=0.0)


def curve(judged: Sequence[Judged]) -> Iterator[str]:
    """The lines of the Markdown table, from low confidence to high."""
    yield "| confidence | tables | mean confidence | mean F1 | right (F1 ≥ 0.9) |"
    yield "|---|---|---|---|---|"
    for low, high in zip(EDGES, EDGES[1:], strict=False):
        some = [j for j in judged if low <= j[0] < high]
        if some:
            name = "1" if low == 1.0 else f"{low:g} to {high:g}"
            believed, true = (sum(j[k] for j in some) / len(some) for k in (0, 1))
            right = sum(j[1] >= RIGHT for j in some) / len(some)
            yield f"| {name} | {len(some)} | {believed:.3f} | {true:.3f} | {right:.0%} |"
    off = sum(abs(confidence - score) for confidence, score in judged) / len(judged)
    yield f"\n{len(judged)} tables; on average confidence and F1 are {off:.3f} apart."


if __name__ == "__main__":
    raise SystemExit(main())
