"""How far a table's confidence can be believed: confidence of found tables against their true score.

    python benchmarks/calibration.py FOLDER [--second-opinion]

FOLDER is as for benchmarks/accuracy.py: <doc>.pdf and <doc>-str.xml. Every table found on a page is
held against the true table of the page that it shares most with; a table found where none is counts 0.
Prints a Markdown table: for each band of confidence how many tables there are, their mean confidence, their
mean F1, and the share that is (nearly) right.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from accuracy import Spot, Tables, f1, pairs, share, truths

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extract.find import find_grids
from extract.model import Grid
from extract.read import read_pages
from extract.second import second_opinion

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
    if not judged:
        print(f"{options.folder}: no <doc>.pdf with its <doc>-str.xml", file=sys.stderr)
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


def best(grid: Grid, page: int, readings: Sequence[Tables]) -> float:
    """F1 of the grid against the true table of the page that it fits best."""
    found = pairs(
        Spot(c.text, c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1)
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
