"""How well real tables are read when their rules are missing, beside what is read with them.

    python benchmarks/twins.py FOLDER...

Tables of three columns and four rows or more that rules enclose are read as drawn, and again from the same
page without its upright rules, and without any rule. Prints for each way the mean F1 of the pairs of
neighbouring cells, beside those that were read with all rules, over the tables and over the documents; the
share of tables that are read alike; and how many are not found. A page that comes again in another file
counts once. What is read wrongly with rules counts as right: this is no measure of accuracy, but of how much
rests on the rules.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from accuracy import Pairs, Spot, pairs

from agendapack.extract.errors import PackError
from agendapack.extract.find import find_grids
from agendapack.extract.model import Grid, Page, Rule
from agendapack.extract.read import read_pages

MIN_COLUMNS, MIN_ROWS = 3, 4
"""Smaller tables tell little."""
ALIKE = 0.995
"""F1 from which a table is read as with its rules."""
KEPT: Mapping[str, Callable[[Rule], bool]] = {
    "upright rules": lambda rule: rule.horizontal,
    "all rules": lambda rule: False,
}
"""What is taken away, and which rules that leaves."""


def main() -> int:
    """Read the tables with and without their rules, and print how like each other they are."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="+", help="a folder with PDFs in it, however deep")
    folders = parser.parse_args().folder
    found: dict[str, dict[Path, list[float]]] = {way: defaultdict(list) for way in KEPT}
    for pdf, page, true in ruled_tables(folders):
        for way, kept in KEPT.items():
            again = find_grids(replace(page, rules=tuple(rule for rule in page.rules if kept(rule))))
            found[way][pdf] += [likeness(grid, again) for grid in true]
    print("| without | tables | documents | pairs | pairs, mean of documents | read alike | not found |")
    print("|---|---|---|---|---|---|---|")
    for way, documents in found.items():
        print(f"| {way} | {_told(list(documents.values()))} |")
    return 0


def ruled_tables(folders: Sequence[Path]) -> Iterator[tuple[Path, Page, list[Grid]]]:
    """The pages with tables that rules enclose, and these; files that cannot be read are left out."""
    told: set[str] = set()
    for pdf in sorted(path for folder in folders for path in folder.rglob("*.pdf")):
        try:
            pages = list(read_pages(pdf))
        except PackError:
            continue
        for page in pages:
            text = " ".join(word.text for word in page.words)
            grids = [grid for grid in find_grids(page) if _is_meant(grid)] if text not in told else []
            told.add(text)
            if grids:
                yield pdf, page, grids


def likeness(true: Grid, found: Sequence[Grid]) -> float:
    """F1 of the pairs of neighbouring cells in the most alike of the tables in its place."""
    wanted = _pairs(true)
    return max((_f1(wanted, _pairs(grid)) for grid in found if grid.box.overlap(true.box) > 0), default=0.0)


def _is_meant(grid: Grid) -> bool:
    large = grid.columns >= MIN_COLUMNS and grid.rows >= MIN_ROWS
    return large and grid.method == "ruled" and _pairs(grid).total() > 0


def _pairs(grid: Grid) -> Pairs:
    return pairs(
        Spot(c.text, c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1)
        for c in grid.cells
        if c.text.strip()
    )


def _f1(wanted: Pairs, found: Pairs) -> float:
    return 2 * (wanted & found).total() / (wanted.total() + found.total())


def _told(documents: Sequence[Sequence[float]]) -> str:
    each = [value for values in documents for value in values]
    if not each:
        return "0 | 0 | – | – | – | 0"
    alike = sum(value >= ALIKE for value in each) / len(each)
    mean = fmean(fmean(values) for values in documents)
    figures = f"{fmean(each):.3f} | {mean:.3f} | {alike:.3f} | {each.count(0.0)}"
    return f"{len(each)} | {len(documents)} | {figures}"


if __name__ == "__main__":
    raise SystemExit(main())
