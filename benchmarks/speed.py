"""Measures agendapack against table libraries: pages per CPU second and peak memory, in one interleaved run.

    python benchmarks/speed.py PACK.pdf... [--rounds 3] [--only agendapack,pdfplumber]

Every measurement is a process of its own, from start to end: CPU time (user and system) of it and its
workers, and the memory of the largest. One round before the counted ones fills caches (compiled modules,
files). Contenders take turns, so that a busy machine slows all of them; the figure is the median.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
PLUMBER = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_tables()
        page.close()
"""
CAMELOT = """
import sys, camelot
camelot.read_pdf(sys.argv[1], pages="all", flavor=sys.argv[2], engine="vector")
"""
PYMUPDF = """
import sys, pymupdf
for page in pymupdf.open(sys.argv[1]):
    [table.extract() for table in page.find_tables().tables]
"""
TABLERS = """
import sys, tablers
document = tablers.Document(sys.argv[1])
for page in document.pages():
    tablers.find_tables(page, extract_text=True)
"""
OXIDE = """
import sys, pdf_oxide
document = pdf_oxide.PdfDocument(sys.argv[1])
for page in range(document.page_count()):
    document.extract_tables(page)
"""
LITEPARSE = """
import sys, liteparse
liteparse.LiteParse(ocr_enabled=False, quiet=True).parse(sys.argv[1])
"""
OTHERS = {
    "pymupdf find_tables": ("pymupdf", PYMUPDF),
    "tablers find_tables": ("tablers", TABLERS),
    "pdf_oxide extract_tables": ("pdf_oxide", OXIDE),
    "liteparse, without OCR": ("liteparse", LITEPARSE),
}
"""What else is held against us where it is installed, with its module."""
REFERENCE = "pdfplumber extract_tables"


class Cost(NamedTuple):
    """What one process took."""

    seconds: float
    """CPU, user and system."""
    megabytes: float
    failed: bool


def contenders(pack: Path, out: Path) -> dict[str, list[str]]:
    """The command of each, those that are not installed left out."""
    python, file = sys.executable, str(pack)
    found = {
        "agendapack extract, all stages": [
            python,
            str(ROOT / "cli.py"),
            "extract",
            file,
            "-o",
            str(out),
            "-q",
        ],
        "agendapack tables, grids only": [python, str(ROOT / "cli.py"), "tables", file],
        REFERENCE: [python, "-c", PLUMBER, file],
    }
    if importlib.util.find_spec("camelot"):
        for flavor in ("lattice", "hybrid"):
            found[f"camelot {flavor}, vector"] = [python, "-c", CAMELOT, file, flavor]
    installed = {name: code for name, (module, code) in OTHERS.items() if importlib.util.find_spec(module)}
    return found | {name: [python, "-c", code, file] for name, code in installed.items()}


def measure(command: list[str], environment: dict[str, str]) -> Cost:
    """Run a command; its workers, which it waits for, are counted with it."""
    child = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=tempfile.gettempdir(),
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / unit, child.returncode != 0)


def rounds(pack: Path, count: int, only: list[str]) -> Iterator[tuple[str, Cost]]:
    """The counted measurements of a pack, contenders in turn."""
    with tempfile.TemporaryDirectory() as place:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(place, "compiled"))
        for number in range(count + 1):
            # a new folder each time: what a results folder holds already is not read again
            for name, command in contenders(pack, Path(place, f"out{number}")).items():
                if not only or any(name.startswith(word) for word in only):
                    cost = measure(command, environment)
                    if number:
                        yield name, cost


def report(pack: Path, count: int, only: list[str]) -> Iterator[str]:
    """The lines of the table of one pack."""
    with pypdfium2.PdfDocument(pack) as pdf:
        pages = len(pdf)
    costs: dict[str, list[Cost]] = defaultdict(list)
    for name, cost in rounds(pack, count, only):
        costs[name].append(cost)
    usual = {name: statistics.median(c.seconds for c in some) for name, some in costs.items()}
    reference = usual.get(REFERENCE)
    for name, some in costs.items():
        share = f"{usual[name] / reference:.2f}" if reference else ""
        spread = f"{min(c.seconds for c in some):.1f}–{max(c.seconds for c in some):.1f}"
        note = " (failed)" if any(c.failed for c in some) else ""
        yield (
            f"| {name}{note} | {pages} | {pages / usual[name]:.1f} | {usual[name]:.1f} ({spread}) "
            f"| {share} | {max(c.megabytes for c in some):.0f} |"
        )


def main() -> None:
    """Print the Markdown table for docs/performance.md."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--only", default="", help="names of contenders, by their beginning, with commas between"
    )
    given = parser.parse_args()
    if not importlib.util.find_spec("camelot"):
        print(
            'camelot is not installed and left out: pip install "agendapack[second-opinion]"', file=sys.stderr
        )
    print("| | pages | pages per CPU s | CPU s (all rounds) | of pdfplumber's | peak MB |")
    print("|---|---|---|---|---|---|")
    for pack in given.packs:
        for line in report(pack.resolve(), given.rounds, [w for w in given.only.split(",") if w]):
            print(line, flush=True)


if __name__ == "__main__":
    main()
