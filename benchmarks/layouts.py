"""Invents documents with tables in many layouts, with their true cells, and scores the finder on them.

    python benchmarks/layouts.py make FOLDER [--first 0] [--count 20] [--engine ENGINE]
    python benchmarks/layouts.py score FOLDER [--worst 10]

`make` writes <doc>.pdf and <doc>-str.xml, `count` of each engine: Chromium, LibreOffice Calc, reportlab.
The same seed always makes the same document. Seeds below 100 are for developing; those from 100 on are held
out: look at their figures, never at their pages. `score` prints F1 of pairs of neighbouring cells, as does
benchmarks/accuracy.py, which reads such a folder too; the tables that are none; and those not found.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pikepdf
from accuracy import Pairs, by_agendapack, compared, f1, share, truths
from layout import canvas, html, office
from layout.paper import Paper, paper
from layout.truth import write_truth

ENGINES = ("chromium", "calc", "reportlab")
MISSED = 0.5
"""A true table with fewer of its pairs found counts as missed."""


def main() -> int:
    """Make documents or score them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=["make", "score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--count", type=int, default=20, help="documents of each engine")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--worst", type=int, default=0, help="documents to name, the worst first")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.task == "score":
        return score(options.folder, options.engine or ENGINES, options.worst)
    for engine in options.engine or ENGINES:
        make(engine, range(options.first, options.first + options.count), options.folder)
    return 0


# --- making --------------------------------------------------------------------------------


def make(engine: str, seeds: range, folder: Path) -> None:
    """Typeset the documents of the seeds; pages too full for one sheet are made again with less prose."""
    papers = [paper(seed, engine) for seed in seeds]
    typeset(papers, folder)
    full = [p for p in papers if not _fits(p, folder)]
    for one in full:
        one.thin()
    if full:
        typeset(full, folder)
    for one in papers:
        target = folder / f"{one.name}.pdf"
        if not _fits(one, folder):
            target.unlink(missing_ok=True)
            continue
        _turn(target, [n for n, leaf in enumerate(one.leaves) if leaf.sideways])
        write_truth(one, folder / f"{one.name}-str.xml")


def typeset(papers: list[Paper], folder: Path) -> None:
    """Typeset papers of one engine."""
    if papers[0].engine == "calc":
        office.typeset([(p, folder / f"{p.name}.pdf") for p in papers])
        return
    setter: Callable[[Paper, Path], None] = html.typeset if papers[0].engine == "chromium" else canvas.typeset
    for one in papers:
        setter(one, folder / f"{one.name}.pdf")


def _fits(one: Paper, folder: Path) -> bool:
    """Whether every leaf took one page."""
    target = folder / f"{one.name}.pdf"
    if not target.exists():
        return False
    with pikepdf.open(target) as pdf:
        return len(pdf.pages) == len(one.leaves)


def _turn(target: Path, pages: list[int]) -> None:
    """Print wide pages turned by a quarter on upright paper."""
    if not pages:
        return
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        for n in pages:
            page = pdf.pages[n]
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.mediabox = [0, 0, height, width]
            if "/CropBox" in page:
                page.cropbox = [0, 0, height, width]
        pdf.save(target, deterministic_id=True)


# --- scoring -------------------------------------------------------------------------------


def score(folder: Path, engines: tuple[str, ...] | list[str], worst: int) -> int:
    """Print a line for each engine, and the documents that fare worst."""
    print("| engine | documents | documents F1 | pooled F1 | true tables | false tables | missed |")
    print("|---|---|---|---|---|---|---|")
    everything: list[Judged] = []
    for engine in engines:
        judged = [judge(pdf) for pdf in sorted(folder.glob(f"{engine}-*.pdf"))]
        everything += judged
        if judged:
            print(_row(engine, judged))
    if len(engines) > 1 and everything:
        print(_row("all", everything))
    for one in sorted(everything, key=lambda j: j.f1)[:worst]:
        print(f"{one.f1:.3f}  {one.name}  {'; '.join(one.remarks)}")
    return 0


class Judged:
    """What was found in a document, held against its truth."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.right = self.found = self.true = self.tables = self.false = self.missed = 0
        self.remarks: list[str] = []

    @property
    def precision(self) -> float:
        return share(self.right, self.found) if self.found or self.true else 1.0

    @property
    def recall(self) -> float:
        return share(self.right, self.true) if self.true else 1.0

    @property
    def f1(self) -> float:
        return f1(self.precision, self.recall)


def judge(pdf: Path) -> Judged:
    """Find the tables of a document and compare them."""
    (true,) = truths(pdf)
    found, _ = by_agendapack(pdf)
    judged = Judged(pdf.stem)
    judged.right, _, judged.found, judged.true = compared(found, true)
    for page in sorted({*true, *found}):
        _judge_page(judged, page, found.get(page, []), true.get(page, []))
    return judged


def _judge_page(judged: Judged, page: int, found: list[Pairs], true: list[Pairs]) -> None:
    judged.tables += len(true)
    for one in found:
        if not any((one & t).total() for t in true):
            judged.false += 1
            judged.remarks.append(f"p{page} false table")
    for one in true:
        hits = [(one & f).total() for f in found]
        best = max(hits, default=0)
        if best < MISSED * one.total():
            judged.missed += 1
        if best < one.total():
            judged.remarks.append(f"p{page} {best} of {one.total()}")


def _row(name: str, judged: list[Judged]) -> str:
    count = len(judged)
    documents = f1(sum(j.precision for j in judged) / count, sum(j.recall for j in judged) / count)
    right, found, true = (sum(getattr(j, key) for j in judged) for key in ("right", "found", "true"))
    pooled = f1(share(right, found), share(right, true))
    tables, false, missed = (sum(getattr(j, key) for j in judged) for key in ("tables", "false", "missed"))
    return f"| {name} | {count} | {documents:.3f} | {pooled:.3f} | {tables} | {false} | {missed} |"


if __name__ == "__main__":
    raise SystemExit(main())
