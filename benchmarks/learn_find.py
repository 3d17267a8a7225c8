"""Learns what each clue to a table is worth, from pages whose tables are known: schemas/weights/find.yaml.

    python benchmarks/learn_find.py FOLDER... [--beside WEIGHTS] [--write]

A FOLDER holds <doc>.pdf with <doc>-str.xml (ICDAR 2013, or benchmarks/layouts.py make, developing seeds), or
<case>/document.pdf with <case>/expected*.csv or <case>/gold/actions.csv and so on. An example is a place of a
page for which the finders propose different sets of tables; a set is as good as the F1 of its pairs of
neighbouring cells, or as the share of the records' texts that stand whole in the cells of one row.

Prints for each source how good the choice is: that of the first finder, of weights learned from the other
sources, of all weights, and the best there is. The same folders give the same file, byte for byte. With
`--beside` an earlier file the mean of both is written: what was learned from other rivals is not forgotten.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml
from accuracy import Pairs, Spot, Tables, compared, folded, goodness, pairs, truths
from learning.preference import Example, learned, left_out, mean, picked

from agendapack.extract.find.choose.best import choices, places
from agendapack.extract.find.choose.clues import CLUES
from agendapack.extract.find.choose.propose import all_rivals
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Grid, Page
from agendapack.extract.read import read_pages

TARGET = Path(__file__).resolve().parent.parent / "schemas" / "weights" / "find.yaml"
HEAD = """\
# What each clue is worth where several tables are proposed for one place of a page: the sum over its clues,
# each between 0 and 1 and multiplied by its worth, is a proposal's score. The clues are described in
# extract/find/choose/clues.py. Written by benchmarks/learn_find.py.
weights:
"""
NAMES = (*CLUES, "words_held", "pieces")
FIELDS = {
    "actions": ("action_ref", "action", "due_text"),
    "indicators": ("indicator_ref", "definition"),
    "risks": ("risk_ref", "description", "priority"),
}
"""Columns of the records that say what is printed in a cell."""
HOLDING = ("words_held", "cells_ruled")
"""What never speaks against a table."""
DIFFERENT = 0.01
"""Alternatives that differ by less in goodness teach nothing."""


def main() -> int:
    """Learn, print how good the choices are, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    parser.add_argument(
        "--beside", type=Path, help="earlier weights, of which and of these the mean is written"
    )
    options = parser.parse_args()
    examples = [e for folder in options.folder for e in examples_in(folder)]
    worth = learned(examples, NAMES, HOLDING)
    others = left_out(examples, NAMES, HOLDING)
    print("| source | places | first finder | learned from the others | learned | best there is |")
    print("|---|---|---|---|---|---|")
    for source in sorted({e.source for e in examples}):
        mine = [e for e in examples if e.source == source]
        first, all_of = mean(e.goodness[0] for e in mine), mean(picked(e, worth) for e in mine)
        best = mean(max(e.goodness) for e in mine)
        print(f"| {source} | {len(mine)} | {first:.3f} | {others[source]:.3f} | {all_of:.3f} | {best:.3f} |")
    if options.beside:
        earlier = yaml.safe_load(options.beside.read_text(encoding="utf-8"))["weights"]
        worth = {name: round((earlier[name] + worth[name]) / 2, 2) for name in NAMES}
    text = HEAD + "".join(f"  {name}: {worth[name]}\n" for name in NAMES)
    if options.write:
        TARGET.write_text(text, encoding="utf-8")
    print(text)
    return 0


def examples_in(folder: Path) -> Iterator[Example]:
    """The places of a folder's pages for which there is a choice that matters."""
    for source, pdf, readings in documents(folder):
        for page in read_pages(pdf):
            true = [reading.get(page.number, []) for reading in readings]
            yield from _examples(source, page, partial(_by_pairs, true))
    for pdf in sorted(folder.glob("*/document.pdf")):
        rows = printed_rows(pdf.parent / "gold")
        for page in read_pages(pdf) if rows else ():
            if mine := rows.get(page.number):
                yield from _examples(folder.name, page, partial(_by_rows, mine))


def documents(folder: Path) -> Iterator[tuple[str, Path, list[Tables]]]:
    """The folder's documents with their source and true tables, in each reading."""
    for pdf in sorted(folder.glob("*.pdf")):
        if true := truths(pdf):
            yield f"{folder.name} {pdf.stem.split('-')[0]}", pdf, true
    for pdf in sorted(folder.glob("*/document.pdf")):
        if tables := [_from_csv(path) for path in sorted(pdf.parent.glob("expected*.csv"))]:
            yield folder.name, pdf, [{1: tables}]


def _from_csv(path: Path) -> Pairs:
    with path.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.reader(opened))
    return pairs(Spot(text, r, c, r, c) for r, row in enumerate(rows) for c, text in enumerate(row))


def printed_rows(gold: Path) -> dict[int, list[set[str]]]:
    """The texts of each row of the records that are printed on a page, by page."""
    rows: dict[int, list[set[str]]] = defaultdict(list)
    for name, fields in FIELDS.items():
        path = gold / f"{name}.csv"
        if not path.exists():
            continue
        with path.open(newline="", encoding="utf-8") as opened:
            for row in csv.DictReader(opened):
                texts = {folded(row[field]) for field in fields if row.get(field)}
                if row.get("page") and texts:
                    rows[int(row["page"])].append(texts)
    return rows


def _examples(source: str, page: Page, judge: Callable[[list[Grid]], float]) -> Iterator[Example]:
    seen = evidence(page)
    groups = places(all_rivals(seen))
    if all(len(group) == 1 for group in groups):
        return
    offers = [choices(group, seen) for group in groups]
    for i, offered in enumerate(offers):
        others = [grid for j, offer in enumerate(offers) if j != i for grid in offer[0].tables]
        good = tuple(judge([*others, *choice.tables]) for choice in offered)
        if max(good) - min(good) > DIFFERENT:
            yield Example(source, tuple(choice.signs for choice in offered), good)


def _by_pairs(readings: list[list[Pairs]], grids: list[Grid]) -> float:
    """F1 of the pairs of neighbouring cells, in the reading that fits best."""
    found = {1: [_pairs(grid) for grid in grids]}
    return max((goodness(compared(found, {1: true})) for true in readings), default=0.0)


def _by_rows(rows: list[set[str]], grids: list[Grid]) -> float:
    """Share of a record's texts with which cells of one row end, on average; labels may go before."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for i, grid in enumerate(grids):
        for cell in grid.cells:
            found[i, cell.row].add(folded(cell.text))
    return mean(max((_ended(row, cells) for cells in found.values()), default=0) / len(row) for row in rows)


def _ended(texts: set[str], cells: set[str]) -> int:
    return sum(any(cell.endswith(text) for cell in cells) for text in texts)


def _pairs(grid: Grid) -> Pairs:
    return pairs(
        Spot(c.text, c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1)
        for c in grid.cells
    )


if __name__ == "__main__":
    raise SystemExit(main())
