"""Measures reading and finding alone, in one process: CPU time a page, and memory by the number of pages.

    python benchmarks/reading.py PACK.pdf... [--rounds 5] [--times 5]

Libraries are loaded and the first page is read before the clock starts. Contenders take turns, each run is
a process of its own; the figures are the median, smallest and largest. One file holds the pack's pages
several times over: what the peak of memory grows by beyond pdfium's own would be pages that are kept.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
OURS = """
from pathlib import Path
from agendapack.extract.find import find_grids
from agendapack.extract.read import read_pages

def work(file, first_only):
    for page in read_pages(Path(file), range(1, 2) if first_only else None):
        find_grids(page)
"""
PLUMBER = """
import pdfplumber

def work(file, first_only):
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages[:1] if first_only else pdf.pages:
            page.extract_tables()
            page.close()
"""
PDFIUM = """
import pypdfium2
import pypdfium2.raw as raw

def work(file, first_only):
    with pypdfium2.PdfDocument(file) as pdf:
        for index in range(1 if first_only else len(pdf)):
            page = raw.FPDF_LoadPage(pdf, index)
            text = raw.FPDFText_LoadPage(page)
            raw.FPDFText_CountChars(text)
            raw.FPDFText_ClosePage(text)
            raw.FPDF_ClosePage(page)
"""
CLOCK = """
import json, resource, sys, time
work(sys.argv[1], True)
started = time.process_time()
work(sys.argv[1], False)
took = time.process_time() - started
print(json.dumps([started, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""
REFERENCE = "pdfplumber extract_tables"


class Cost(NamedTuple):
    """What one process took."""

    start: float
    """CPU seconds until the first page had been read."""
    seconds: float
    """CPU seconds for all pages."""
    megabytes: float


def measure(code: str, file: Path) -> Cost:
    """Run a contender on a file."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code + CLOCK, str(file)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    start, seconds, peak = json.loads(done.stdout)
    return Cost(start, seconds, peak / (2**20 if sys.platform == "darwin" else 2**10))


def repeated(pack: Path, times: int, folder: Path) -> Path:
    """A file with the pack's pages several times over."""
    path = folder / f"{pack.stem}-{times}-times.pdf"
    with pypdfium2.PdfDocument(pack) as pdf, pypdfium2.PdfDocument.new() as longer:
        for _ in range(times):
            longer.import_pages(pdf)
        longer.save(path)
    return path


def pages_of(file: Path) -> int:
    """Number of pages of a file."""
    with pypdfium2.PdfDocument(file) as pdf:
        return len(pdf)


def report(pack: Path, rounds: int, times: int, folder: Path) -> list[str]:
    """The lines of the table of one pack."""
    longer = repeated(pack, times, folder)
    contenders = {
        "agendapack, reading and finding": (OURS, pack),
        f"the same, the pages {times} times over": (OURS, longer),
        "pdfium alone, pages and their text loaded": (PDFIUM, pack),
        f"pdfium alone, the pages {times} times over": (PDFIUM, longer),
        REFERENCE: (PLUMBER, pack),
    }
    costs: dict[str, list[Cost]] = defaultdict(list)
    for _ in range(rounds):
        for name, (code, file) in contenders.items():
            costs[name].append(measure(code, file))
    lines = []
    reference = statistics.median(c.seconds for c in costs[REFERENCE]) / pages_of(pack)
    for name, (_, file) in contenders.items():
        pages = pages_of(file)
        each = sorted(1000 * c.seconds / pages for c in costs[name])
        usual = statistics.median(each)
        start = statistics.median(c.start for c in costs[name])
        peak = max(c.megabytes for c in costs[name])
        lines.append(
            f"| {name} | {pages} | {usual:.1f} ({each[0]:.1f}–{each[-1]:.1f}) "
            f"| {usual / 1000 / reference:.2f} | {start:.2f} | {peak:.0f} |"
        )
    return lines


def main() -> None:
    """Print the Markdown table for docs/performance.md."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=5, help="how often the longer file holds the pages")
    given = parser.parse_args()
    print("| | pages | CPU ms a page | of pdfplumber's | CPU s to start | peak MB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for pack in given.packs:
            for line in report(pack.resolve(), given.rounds, given.times, Path(folder)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
