"""Invents tables in the styles of office programs and browsers, and counts which are read exactly.

    python -m benchmarks.styles make FOLDER [--first 0] [--count 60]
    python -m benchmarks.styles score FOLDER [--worst 10] [--by look]

`make` writes <producer>-<seed>.pdf with <producer>-<seed>.csv, `count` of each producer. Seeds below 1000 are
for developing; those from 1000 on are held out: look at their figures, never at their pages. A table is
exact when every cell stands in its place, over page breaks too, and no other table is found.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from agendapack.extract.find import find_grids
from agendapack.extract.model import Table
from agendapack.extract.outline import outline
from agendapack.extract.outline.surroundings import Surroundings
from agendapack.extract.read import read_pages
from agendapack.extract.stitch import stitch

from .content import content, text
from .looks import LOOKS, look
from .press import PRESSES, Paper

MANY = 0.3
"""Share of the tables that are longer than a page."""


def main() -> int:
    """Make documents or score them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=["make", "score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--count", type=int, default=60, help="documents of each producer")
    parser.add_argument("--worst", type=int, default=0, help="tables to name that are not exact")
    parser.add_argument("--by", choices=["look"], help="also print the figures of each look")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.task == "score":
        return score(options.folder, options.worst, bool(options.by))
    for producer, press in PRESSES.items():
        papers = [paper(producer, seed) for seed in range(options.first, options.first + options.count)]
        press(papers, options.folder)
        for one in papers:
            with (options.folder / f"{one.name}.csv").open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(one.content.rows)
    return 0


def paper(producer: str, seed: int) -> Paper:
    """The paper of a seed; each producer has other contents and other looks in it."""
    rng = Random(f"{producer} {seed}")
    inside = content(rng, rng.randint(22, 45) if rng.random() < MANY else rng.randint(3, 12))
    wide = len(inside.widths) > 6 or rng.random() < 0.2
    chosen = look(rng, seed + 7 * list(PRESSES).index(producer))
    title = f"{rng.randint(1, 9)}. {rng.choice(['Plan', 'Progress', 'Report'])} of the harbour board"
    return Paper(f"{producer}-{seed:04}", title, text(rng) + ".", inside, chosen, wide, rng.random() < 0.6)


def score(folder: Path, worst: int, by_look: bool) -> int:
    """Print how many tables are exact, by producer."""
    exact: dict[str, list[bool]] = defaultdict(list)
    wrong = []
    for truth in sorted(folder.glob("*.csv")):
        producer, seed = truth.stem.split("-")
        style = LOOKS[(int(seed) + 7 * list(PRESSES).index(producer)) % len(LOOKS)].name
        with truth.open(newline="", encoding="utf-8") as file:
            right = read(truth.with_suffix(".pdf")) == [trimmed(list(csv.reader(file)))]
        exact[producer].append(right)
        exact[f"look: {style}"].append(right)
        exact["all"].append(right)
        wrong += [] if right else [f"{truth.stem} ({style})"]
    print("| tables of | exact | share |\n|---|---|---|")
    for name, some in sorted(exact.items(), key=lambda item: item[0].startswith("look")):
        if by_look or not name.startswith("look"):
            print(f"| {name} | {sum(some)} of {len(some)} | {sum(some) / len(some):.3f} |")
    print("\n".join(wrong[:worst]))
    return 0


def read(pdf: Path) -> list[list[list[str]]]:
    """The tables of a document, joined over its pages."""
    pages = list(read_pages(pdf))
    grids = [grid for page in pages for grid in find_grids(page)]
    whole = outline(pages, grids=grids)
    tables = stitch(pages, grids, Surroundings(pages, grids, whole).printed)
    return [trimmed(_rows(table)) for table in tables]


def _rows(table: Table) -> list[list[str]]:
    """Its texts row by row, that of merged cells at their first place."""
    rows = [[""] * table.columns for _ in table.rows]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell in row.cells:
            texts[cell.column] = cell.text
    return rows


def trimmed(rows: list[list[str]]) -> list[list[str]]:
    """The rows without white space, and without empty rows and columns."""
    squeezed = [["".join(text.split()) for text in row] for row in rows]
    full = [row for row in squeezed if any(row)]
    kept = [c for c in range(max(map(len, full), default=0)) if any(row[c] for row in full)]
    return [[row[c] for c in kept] for row in full]


if __name__ == "__main__":
    raise SystemExit(main())
