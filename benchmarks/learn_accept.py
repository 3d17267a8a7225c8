"""Learns what speaks for and against a table that no rules enclose: schemas/weights/accept.yaml.

    python benchmarks/learn_accept.py FOLDER... [--write]

Three kinds of PDFs, found in a FOLDER however deep, say what is a table. Ruled tables of three columns and
four rows or more are read again without their upright rules, and without any; what is found in their place
with pairs of neighbouring cells in common is a table. Where <doc>-str.xml stands beside <doc>.pdf (ICDAR
2013, or benchmarks/layouts.py make, developing seeds) the true tables are known. And of public papers labels
say it of what alignment shows on their pages (benchmarks/labels/aligned). What is a table by a small part
is left out.

Prints for each source, the first part of a file's path, how many tables and others are accepted by weights
learned from the other sources, and by all. The same folders give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accuracy import Pairs, Spot, Tables, pairs, truths
from learning.logistic import fitted
from twins import KEPT, likeness, ruled_tables

from agendapack.extract.errors import PackError
from agendapack.extract.find.accept.proposed import Proposed
from agendapack.extract.find.accept.signs import SIGNS
from agendapack.extract.find.accept.weighed import BASE, is_weighed
from agendapack.extract.find.choose.propose import first_found
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.stream.finder import proposed_grids
from agendapack.extract.model import Box, Grid, Page
from agendapack.extract.read import read_pages

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "schemas" / "weights" / "accept.yaml"
LABELS = ROOT / "benchmarks" / "labels" / "aligned"
HEAD = """\
# What each sign is worth where alignment alone shows a table: the sum over its signs, each between 0 and 1
# and multiplied by its worth, is its score, and a table's is above nought. The signs are described in
# extract/find/accept/signs.py. Written by benchmarks/learn_accept.py.
weights:
"""
LIKE, UNLIKE = 0.25, 0.02
"""F1 of pairs from which something is a table, and up to which it is none."""
SAME_PLACE = 0.8
"""Share of two boxes together that both cover where a label is meant."""
STRENGTH = 2.0
"""How little weights are held back."""
MOST = 6
"""Tables of one document, and others, that count in full; more count together for so many."""
Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """What a proposed grid shows, and whether it is a table."""

    source: str
    document: str
    signs: Signs
    table: bool


def main() -> int:
    """Learn, print what would be accepted, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    options = parser.parse_args()
    examples = [e for folder in options.folder for e in examples_in(folder)]
    worth = learned(examples)
    print(
        "| source | tables | accepted, learned from the others | by all | others | from the others | by all |"
    )
    print("|---|---|---|---|---|---|---|")
    beside: list[tuple[Example, bool]] = []
    for source in sorted({e.source for e in examples}):
        mine = [e for e in examples if e.source == source]
        others = learned([e for e in examples if e.source != source])
        beside += [(e, _accepted(e, others)) for e in mine]
        _told(source, beside[-len(mine) :], worth)
    _told("all", beside, worth)
    text = HEAD + "".join(f"  {name}: {worth[name]}\n" for name in (BASE, *SIGNS))
    if options.write:
        TARGET.write_text(text, encoding="utf-8")
    print(text)
    return 0


def _told(name: str, mine: Sequence[tuple[Example, bool]], worth: Signs) -> None:
    cells = [name]
    for table in (True, False):
        some = [(e, accepted) for e, accepted in mine if e.table is table]
        beside, by_all = sum(a for _, a in some), sum(_accepted(e, worth) for e, _ in some)
        cells += [str(len(some)), *(f"{n / len(some):.3f}" if some else "–" for n in (beside, by_all))]
    print(f"| {' | '.join(cells)} |", flush=True)


def learned(examples: Sequence[Example]) -> Signs:
    """What each sign is worth; every document counts alike from some tables on."""
    count = Counter((e.document, e.table) for e in examples)
    weights = [min(1.0, MOST / count[e.document, e.table]) for e in examples]
    said = ["yes" if e.table else "no" for e in examples]
    model = fitted([e.signs for e in examples], said, weights, STRENGTH, 1)
    no, yes = (model.classes.index(name) for name in ("no", "yes"))
    worth = {n: float(model.weights[at, yes] - model.weights[at, no]) for n, at in model.places.items()}
    worth[BASE] = float(model.base[yes] - model.base[no])
    return {name: round(worth.get(name, 0.0), 2) + 0.0 for name in (BASE, *SIGNS)}


def _accepted(example: Example, worth: Signs) -> bool:
    return worth[BASE] + sum(worth[name] * value for name, value in example.signs.items()) > 0


def examples_in(folder: Path) -> Iterator[Example]:
    """What alignment shows on the pages of a folder's PDFs, where it is known whether it is a table."""
    for pdf, page, true in ruled_tables([folder]):
        for kept in KEPT.values():
            bare = replace(page, rules=tuple(rule for rule in page.rules if kept(rule)))
            found = [(p, max(likeness(grid, [p.grid]) for grid in true)) for p in _proposals(bare)]
            yield from (_example(folder, pdf, p, True) for p, like in found if like >= LIKE)
    labels = _labels()
    for pdf in sorted(folder.rglob("*.pdf")):
        said, readings = labels[hashlib.sha256(pdf.read_bytes()).hexdigest()], truths(pdf)
        try:
            pages = list(read_pages(pdf)) if said or readings else []
        except PackError as error:
            print(f"{pdf.name}: {error}", file=sys.stderr)
            continue
        for page in pages:
            yield from _labelled(folder, pdf, page, said)
            yield from _known(folder, pdf, page, readings)


def _labelled(
    folder: Path, pdf: Path, page: Page, said: Sequence[tuple[int, Box, bool]]
) -> Iterator[Example]:
    mine = [(box, table) for number, box, table in said if number == page.number]
    for proposed in _proposals(page) if mine else ():
        near = [table for box, table in mine if _same_place(box, proposed.grid.box)]
        if near:
            yield _example(folder, pdf, proposed, near[0])


def _known(folder: Path, pdf: Path, page: Page, readings: Sequence[Tables]) -> Iterator[Example]:
    true = [table for reading in readings for table in reading.get(page.number, [])]
    for shown in (page, replace(page, rules=())) if readings else ():
        for proposed in _proposals(shown):
            mine = _pairs(proposed.grid)
            like = max((_shared(mine, table) for table in true), default=0.0)
            if not UNLIKE < like < LIKE:
                yield _example(folder, pdf, proposed, like >= LIKE)


def _proposals(page: Page) -> Iterator[Proposed]:
    """What alignment shows beside what rules and colours enclose, and among it, each once."""
    seen = evidence(page)
    closed = [grid for grid in first_found(seen) if grid.method != "aligned"]
    told = set()
    for proposed in (*proposed_grids(seen.without(closed)), *proposed_grids(seen)):
        grid = proposed.grid
        if is_weighed(proposed) and (grid.box, grid.rows, grid.columns) not in told:
            told.add((grid.box, grid.rows, grid.columns))
            yield proposed


def _example(folder: Path, pdf: Path, proposed: Proposed, table: bool) -> Example:
    path = pdf.relative_to(folder)
    signs = {name: sign(proposed) for name, sign in SIGNS.items()}
    return Example(path.parts[0].split("-")[0], f"{folder.name}/{path}", signs, table)


def _labels() -> Mapping[str, list[tuple[int, Box, bool]]]:
    """Page, box and whether it is a table, by the SHA-256 of the document."""
    labels: dict[str, list[tuple[int, Box, bool]]] = defaultdict(list)
    for file in sorted(LABELS.glob("*.csv")):
        with file.open(newline="", encoding="utf-8") as opened:
            for row in csv.DictReader(opened):
                box = Box(*map(float, row["bbox"].split()))
                labels[row["sha256"]].append((int(row["page"]), box, row["table"] == "yes"))
    return labels


def _same_place(a: Box, b: Box) -> bool:
    shared = a.overlap(b)
    return shared >= SAME_PLACE * (a.area + b.area - shared)


def _shared(mine: Pairs, true: Pairs) -> float:
    """F1 of the pairs; nearly as good is a part of the table that is right."""
    hits = (mine & true).total()
    return max(2 * hits / max(1, mine.total() + true.total()), 0.9 * hits / max(1, mine.total()))


def _pairs(grid: Grid) -> Pairs:
    return pairs(
        Spot(c.text, c.row, c.column, c.row + c.row_span - 1, c.column + c.column_span - 1)
        for c in grid.cells
    )


if __name__ == "__main__":
    raise SystemExit(main())
