"""Runs the tool over packs with known rows and prints how much of them it gets, as a Markdown table.

    python benchmarks/corpus.py CORPUS [--score SCORE.py] [--keep FOLDER]

CORPUS holds folders <name>/document.pdf (or pack.pdf) with gold/*.csv beside it, as samples/ does.
Without --score the table counts rows: known, found, and found with the same telling text. With --score
the named program is asked: run as `SCORE.py OUT DOCUMENT-FOLDER --json FILE`, it leaves there, by dataset,
rows.f1 and cells, or f1.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TELLING = {
    "agenda_items": "title",
    "actions": "action",
    "indicators": "definition",
    "indicator_values": "text",
    "risks": "description",
    "links": "to_ref",
}
"""The column of each dataset that tells its rows apart for a reader."""


def documents(corpus: Path) -> Iterator[Path]:
    """The PDFs that have known rows."""
    for folder in sorted(corpus.iterdir()):
        pdf = next((f for name in ("document.pdf", "pack.pdf") if (f := folder / name).exists()), None)
        if pdf and (folder / "gold").is_dir():
            yield pdf


def extract(pdf: Path, out: Path) -> tuple[str, float]:
    """Run the tool; what went wrong, and the seconds it took."""
    start = time.monotonic()
    command = [
        sys.executable,
        str(ROOT / "cli.py"),
        "extract",
        str(pdf),
        "-o",
        str(out),
        "-q",
        "--format",
        "csv",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stderr.strip().splitlines()
    return (lines[-1] if done.returncode and lines else ""), time.monotonic() - start


def counted(pdf: Path, out: Path) -> Iterator[tuple[str, str]]:
    """By dataset: rows known, found, and both."""
    for dataset, column in TELLING.items():
        gold = pdf.parent / "gold" / f"{dataset}.csv"
        if gold.exists():
            known, found = _texts(gold, column), _texts(out / f"{dataset}.csv", column)
            both = (known & found).total()
            yield dataset, f"{both} of {known.total()}, {found.total() - both} more"


def _texts(path: Path, column: str) -> Counter[str]:
    if not path.exists():
        return Counter()
    with path.open(encoding="utf-8", newline="") as file:
        return Counter(re.sub(r"[\W_]+", "", row[column]).casefold() for row in csv.DictReader(file))


def scored(pdf: Path, out: Path, score: Path) -> Iterator[tuple[str, str]]:
    """By dataset: the figures of the score program."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "score.json")
        subprocess.run(
            [sys.executable, str(score), str(out), str(pdf.parent), "--json", str(file)],
            stdout=subprocess.DEVNULL,
            check=True,
        )
        told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    for dataset, figures in told.items():
        if isinstance(figures, dict) and (words := _said(figures)):
            yield dataset, words


def _said(figures: dict[str, Any]) -> str:
    if figures.get("gold") == 0:
        return f"none known, {figures.get('got', 0)} found"
    if "rows" in figures:
        return f"rows {figures['rows']['f1']:.3f}, cells {figures.get('cells') or 0:.3f}"
    return ", ".join(
        f"{name} {figures[name]:.3f}"
        for name in ("f1", "recall", "matched_output")
        if isinstance(figures.get(name), int | float) and not (name == "recall" and "f1" in figures)
    )


def main() -> None:
    """Print one line a document and dataset."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--score", type=Path, help="program that compares results with known rows")
    parser.add_argument("--keep", type=Path, help="leave the results here")
    given = parser.parse_args()
    print("| document | dataset | result |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        for pdf in documents(given.corpus):
            out = (given.keep or Path(place)) / pdf.parent.name
            wrong, seconds = extract(pdf, out)
            if wrong:
                print(f"| {pdf.parent.name} | | {wrong} |")
            results = scored(pdf, out, given.score) if given.score and not wrong else counted(pdf, out)
            for dataset, words in results:
                print(f"| {pdf.parent.name} | {dataset} | {words} |", flush=True)
            print(f"{pdf.parent.name}: {seconds:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
