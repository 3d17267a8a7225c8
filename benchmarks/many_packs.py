"""What people open costs with many packs: the workbook, the review page and the overview, from the CSV files.

    python -m benchmarks.many_packs [--stored 801]

CPU seconds and MiB of the process that makes each, and MB of what it writes. The packs are fabricated as in
`benchmarks.increments`: there is no PDF to draw, so the pages stand without pictures.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from agendapack.extract.write.package import read_sources
from agendapack.extract.write.workbook import write_workbook
from benchmarks.increments import ROOT, fabricate, read_samples, timed


def made(make: Callable[[], None]) -> tuple[float, float]:
    """CPU seconds and MiB of a child that has loaded what writing takes and makes something."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = before.ru_utime + before.ru_stime
    if not (child := os.fork()):
        make()
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"it ended with {os.waitstatus_to_exitcode(status)}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - began, usage.ru_maxrss / 1024


def commanded(*command: str) -> tuple[float, float]:
    """CPU seconds and MiB of one of the tool's commands."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(*paths: Path) -> float:
    """MB of files and of all in folders."""
    files = (file for path in paths for file in (path, *path.rglob("*")) if file.is_file())
    return sum(file.stat().st_size for file in files) / 1e6


def main() -> None:
    """Print a line for each thing that people open."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stored", type=int, default=801)
    parser.add_argument("--a-council", type=int, default=25)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        samples = read_samples(Path(temporary, "samples"))
        inbox, out = fabricate(Path(temporary), samples, chosen.stored, chosen.a_council)
        timed(inbox, out, "--layout", "files")
        shutil.rmtree(inbox)
        book = Path(temporary, "book.xlsx")
        began = time.monotonic()
        costs = made(lambda: write_workbook(book, out, read_sources(out)))
        print(line("workbook", *costs, size(book), time.monotonic() - began), flush=True)
        for name, place in (("review", out / "review"), ("overview", out / "overview.html")):
            began = time.monotonic()
            print(line(name, *commanded(name, str(out)), size(place), time.monotonic() - began), flush=True)


def line(name: str, cpu: float, held: float, written: float, passed: float) -> str:
    """What one of them costs."""
    return f"{name:9s} {cpu:5.1f} s CPU {passed:5.1f} s {held:5.0f} MiB {written:6.1f} MB written"


if __name__ == "__main__":
    main()
