"""Invents tables as browsers print them: borders, fills, padding and letters are each drawn by chance.

    python -m benchmarks.styles.mixed make FOLDER [--first 0] [--count 160]
    python -m benchmarks.styles.mixed score FOLDER [--worst 10]

Where `benchmarks.styles` takes looks that somebody designed, this one takes any border with any fill: rules
below the rows and none at the head, every third row boxed, white borders, the first column outside.
Seeds from 1000 on are held out. A table is exact when every cell stands in its place and there is no other.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
from html import escape
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from agendapack.extract.pipeline import tables_taken
from agendapack.extract.settings import Settings

from .content import content, text
from .press import CHROMIUM

LINES = ["#999", "#000", "#1f4e79", "#bbb"]
TINTS = ["#e8eef5", "#f2f2f2", "#e2efda", "#fff2cc"]
BORDERS = {
    "none": "",
    "below every row": "tr{border-bottom:B}",
    "below the head": "thead tr{border-bottom:B}",
    "at head and ends": "table{border-top:B;border-bottom:B} thead tr{border-bottom:B}",
    "grid": "td,th{border:B}",
    "uprights": "td,th{border-left:B;border-right:B}",
    "frame": "table{border:B}",
    "every third row": "thead tr,tbody tr:nth-child(3n){border:B}",
    "dotted": "tr{border-bottom:1px dotted C}",
    "white": "td,th{border:2px solid #fff}",
    "below the rows": "tbody tr{border-bottom:B}",
    "between the rows": "tbody tr+tr{border-top:B}",
}
FILLS = {
    "none": "",
    "even rows": "tbody tr:nth-child(even){background:T}",
    "odd rows": "tbody tr:nth-child(odd){background:T}",
    "even columns": "td:nth-child(even),th:nth-child(even){background:T}",
    "odd columns": "td:nth-child(odd){background:T}",
    "first column": "td:first-child{background:T}",
    "cells": "td{background:T}",
}
HEADS = {
    "grey": "thead th{background:#d9d9d9;font-weight:bold}",
    "dark": "thead th{background:#1f3864;color:#fff;font-weight:bold}",
    "bold": "thead th{font-weight:bold}",
    "plain": "",
}
OUTSIDE = (
    "td:first-child,th:first-child{background:none!important;border:none!important;color:#000!important}"
)
FONTS = ["Liberation Sans", "DejaVu Serif", "DejaVu Sans", "Liberation Sans Narrow", "Liberation Serif"]


def main() -> int:
    """Make pages or score them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=["make", "score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--count", type=int, default=160)
    parser.add_argument("--worst", type=int, default=0, help="tables to name that are not exact")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.task == "score":
        return score(options.folder, options.worst)
    for seed in range(options.first, options.first + options.count):
        make(seed, options.folder / f"mixed-{seed:04}.pdf")
    return 0


def make(seed: int, target: Path) -> None:
    """The page of a seed, and beside it its cells."""
    rng = Random(f"mixed {seed}")
    inside = content(rng, rng.randint(4, 9))
    sides = ["right" if n in inside.figures else "left" for n in range(len(inside.widths))]
    rows = [
        "".join(
            f"<{kind} style='text-align:{side}'>{escape(cell)}</{kind}>"
            for side, cell in zip(sides, row, strict=True)
        )
        for kind, row in [("th", inside.rows[0]), *(("td", row) for row in inside.rows[1:])]
    ]
    head, *body = (f"<tr>{row}</tr>" for row in rows)
    table = f"<table><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>"
    sheet = rng.choice(["A4", "A4", "A4 landscape"])
    target.with_suffix(".html").write_text(
        f"<!DOCTYPE html><meta charset=utf-8><style>@page{{size:{sheet};margin:18mm}} {style(rng)}</style>"
        f"<h2>Report of the harbour board</h2><p>{escape(text(rng))}.</p>{table}<p>{escape(text(rng))}.</p>",
        "utf-8",
    )
    source = target.with_suffix(".html")
    subprocess.run([*CHROMIUM, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True)
    source.unlink()
    with target.with_suffix(".csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(inside.rows)


def style(rng: Random) -> str:
    """A style sheet: each of its parts by chance."""
    border, fill, head = rng.choice([*BORDERS]), rng.choice(["none", *FILLS]), rng.choice([*HEADS])
    if border in ("none", "white") and fill == "none" and head == "plain":
        head = "bold"  # else nothing shows the table
    line = rng.choice(LINES)
    drawn = BORDERS[border].replace("B", f"1px solid {line}").replace("C", line)
    return "".join(
        [
            f"body{{font-family:'{rng.choice(FONTS)}'}} table{{border-collapse:collapse;",
            f"width:{rng.choice(['100%', '100%', 'auto', '75%'])};",
            f"font-size:{rng.choice([8, 9, 10, 11])}pt}} td,th{{",
            f"padding:{rng.choice(['1px 3px', '2px 6px', '4px 8px', '8px 10px'])};font-weight:normal;",
            f"vertical-align:{rng.choice(['top', 'top', 'middle', 'bottom'])}}} ",
            f"{drawn} {FILLS[fill].replace('T', rng.choice(TINTS))} {HEADS[head]} ",
            OUTSIDE if rng.random() < 0.12 else "",
            " td:first-child{font-weight:bold}" if rng.random() < 0.25 else "",
        ]
    )


def score(folder: Path, worst: int) -> int:
    """Print how many tables are exact."""
    wrong = []
    truths = sorted(folder.glob("*.csv"))
    for truth in truths:
        with truth.open(newline="", encoding="utf-8") as file:
            if read(truth.with_suffix(".pdf")) != [[*csv.reader(file)]]:
                wrong.append(truth.stem)
    print(f"exact: {len(truths) - len(wrong)} of {len(truths)}")
    print(*wrong[:worst], sep="\n")
    return 0


def read(pdf: Path) -> list[list[list[str]]]:
    """The cells of the tables that the tool finds."""
    found = tables_taken(pdf, Settings(), lambda *_: None)[2]
    return [
        [[row.at(n).flat if row.at(n) else "" for n in range(one.table.columns)] for row in one.table.rows]  # type: ignore[union-attr]
        for one in found
    ]


if __name__ == "__main__":
    raise SystemExit(main())
