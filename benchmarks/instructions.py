"""Counts the instructions that a pack takes: the same on any machine, however busy. Needs valgrind.

    python -m benchmarks.instructions PACK.pdf... [--parts reading,all]

Each part is a process of its own, from start to end: `start` loads the tool and reads one made-up page;
`reading` makes the pages of the pack; `pure` does so by Python alone; `all` is everything but writing.
Pictures are not read; modules are compiled beforehand. The history of the counts is in docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from agendapack.extract.read import page_count

ROOT = Path(__file__).resolve().parent.parent
READING = """
import sys
from pathlib import Path
from agendapack.extract.read import read_pages

for page in read_pages(Path(sys.argv[1])):
    pass
"""
ALL = """
import sys
from pathlib import Path
from agendapack.extract.pipeline import read_pack
from agendapack.extract.settings import Settings

read_pack(Path(sys.argv[1]), Settings(ocr="never"), lambda done, pages: None)
"""
START = "from agendapack.extract.batch.warm import warm_up; warm_up()"
PARTS = {"start": START, "reading": READING, "pure": READING, "all": ALL}
COUNTED = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
MILLIONS = 1_000_000


def instructions(part: str, pack: Path, compiled: Path) -> int:
    """Instructions of a part, in millions; modules of Python are kept compiled in a folder."""
    with tempfile.TemporaryDirectory() as place:
        log = Path(place, "log")
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(compiled),
            "PYTHONHASHSEED": "0",
            "OPENBLAS_NUM_THREADS": "1",
            **({"AGENDAPACK_PURE": "1"} if part == "pure" else {}),
        }
        part_of = [sys.executable, "-c", PARTS[part], str(pack)]
        for command in (part_of, [*COUNTED, f"--log-file={log}", *part_of]):
            subprocess.run(command, check=True, env=environment, capture_output=True)
        found = re.search(r"I\s+refs:\s+([\d,]+)", log.read_text())
    if not found:
        raise SystemExit("valgrind counted nothing")
    return int(found[1].replace(",", "")) // MILLIONS


def main() -> None:
    """Print a line for each pack."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("packs", nargs="+", type=Path, metavar="PACK.pdf")
    parser.add_argument("--parts", default=",".join(PARTS))
    chosen = parser.parse_args()
    parts = chosen.parts.split(",")
    print("| million instructions | pages |", *(f"{part} |" for part in parts))
    print("|---|" + "---:|" * (1 + len(parts)))
    with tempfile.TemporaryDirectory() as compiled:
        for pack in chosen.packs:
            counts = (f"{instructions(part, pack, Path(compiled)):,} |" for part in parts)
            print(f"| {pack.parent.name} | {page_count(pack)} |", *counts, flush=True)


if __name__ == "__main__":
    main()
