"""Runs the tool over packs with known rows and prints how much of them it gets, as a Markdown table.

    python benchmarks/corpus.py CORPUS [--score SCORE.py] [--keep FOLDER] [--without uprights]

CORPUS holds folders <name>/document.pdf (or pack.pdf) with gold/*.csv beside it, as samples/ does.
Without --score the table counts rows: known, found, and found with the same telling text. With --score
the named program is asked: run as `SCORE.py OUT DOCUMENT-FOLDER --json FILE`, it leaves there, by dataset,
rows.f1 and cells, or f1. --without takes upright rules, level rules or all rules off the pages first:
the same papers as other councils might set them.
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
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.unruled import WAYS, without  # noqa: E402

TELLING = {
    "agenda_items": "title",
    "actions": "action",
    "indicators": "definition",
    "indicator_values": "text",
    "risks": "description",
    "links": "to_ref",
}
"""The column of each dataset that tells its rows apart for a reader."""
ORDER = (*TELLING, "findings", "tables")


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
    """Rows F1 and cells right, or F1, or what was found and what of the found is known."""
    if figures.get("gold") == 0:
        return f"none, {figures.get('got', 0)} found"
    if "rows" in figures:
        return f"{figures['rows']['f1']:.3f} / {figures.get('cells') or 0:.3f}"
    names = ("f1",) if "f1" in figures else ("recall", "matched_output")
    return " / ".join(f"{figures[n]:.3f}" for n in names if isinstance(figures.get(n), int | float))


def table(results: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """A Markdown table: one line a document, one column a dataset."""
    known = {name for found in results.values() for name in found}
    datasets = [name for name in ORDER if name in known]
    yield f"| document | {' | '.join(datasets)} |"
    yield "|---" * (1 + len(datasets)) + "|"
    for document, found in results.items():
        yield f"| {document} | {' | '.join(found.get(name, '') for name in datasets)} |"


def main() -> None:
    """Read all documents and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--score", type=Path, help="program that compares results with known rows")
    parser.add_argument("--keep", type=Path, help="leave the results here")
    parser.add_argument("--without", choices=WAYS, help="take these rules off the pages first")
    given = parser.parse_args()
    results: dict[str, dict[str, str]] = {}
    with tempfile.TemporaryDirectory() as place:
        for pdf in documents(given.corpus):
            out = (given.keep or Path(place)) / pdf.parent.name
            paper = pdf
            if given.without:
                without(pdf, given.without, paper := Path(place, f"{pdf.parent.name}.pdf"))
            wrong, seconds = extract(paper, out)
            print(f"{pdf.parent.name}: {wrong or f'{seconds:.1f} s'}", file=sys.stderr)
            found = scored(pdf, out, given.score) if given.score and not wrong else counted(pdf, out)
            results[pdf.parent.name] = dict(found)
    for line in table(results):
        print(line)


if __name__ == "__main__":
    main()
