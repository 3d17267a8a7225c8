"""What a run costs that finds nothing new, or one new pack, beside many known ones.

    python -m benchmarks.increments [--stored 100,1000,10000] [--a-council 25] [--keep FOLDER]

The last lines say what a further known pack costs, and how often a run beside few goes into one beside many.
The known packs are fabricated: the stored results of the sample packs under other names, each a council's
pack of another day. CPU seconds are those of the whole command, its workers included.
"""

from __future__ import annotations

import argparse
import csv as table
import gzip
import io
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from agendapack.extract.batch.about import about_of, printed_of
from agendapack.extract.batch.inputs import key_of
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.batch.store import Store
from agendapack.extract.batch.uptodate import LEFT
from agendapack.extract.identity import pack_id_of, sha256_of
from agendapack.extract.settings import Settings
from agendapack.extract.write.names import HOME
from agendapack.extract.write.sources import relative_to

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("**/pack.pdf"))
ALL, NONE, CLOSER, ONE = "first combination", "nothing new", "nothing new, looked closer", "one new pack"
RUNS = (ALL, ONE, ONE, ONE, CLOSER, CLOSER, NONE, NONE)
FIRST_DAY = date(2020, 1, 6)


def read_samples(place: Path) -> list[list[str]]:
    """The stored results of the sample packs, each as its lines."""
    run_batch(SAMPLES, place, Settings(), Options(workers=1))
    files = sorted(Store(place).folder.iterdir())
    return [gzip.decompress(file.read_bytes()).decode().splitlines() for file in files]


def fabricate(place: Path, samples: list[list[str]], packs: int, a_council: int) -> tuple[Path, Path]:
    """A folder of files and one of their results, as if they had been read."""
    inbox, out = place / "inbox", place / "out"
    inbox.mkdir(parents=True)
    store = Store(out)
    store.prepare()
    for number in range(packs):
        council, turn = divmod(number, a_council)
        path = inbox / f"{number:06d}.pdf"
        path.write_bytes(f"%PDF-1.7 fabricated {number}\n".encode())
        write_stored(store, samples[number % len(samples)], path, f"Council {council:04d}", turn)
    return inbox, out


def write_stored(store: Store, lines: list[str], path: Path, council: str, turn: int) -> None:
    """A stored result as if it were another pack's."""
    about = about_of(json.loads(lines[0]))
    sha256 = sha256_of(path)
    pack_id, day = pack_id_of(path, sha256), FIRST_DAY + timedelta(days=28 * turn)
    datasets, grids = (line.replace(about.pack_id, pack_id) for line in lines[1:3])
    datasets = datasets.replace(about.sha256, sha256).replace(about.council, council)
    told = json.loads(datasets)
    told["packs"] = dated(told["packs"], day)
    about = replace(
        about,
        pack_id=pack_id,
        name=path.name,
        sha256=sha256,
        council=council,
        key=key_of(path, sha256, Settings()),
        sources=(relative_to(path, store.home.parent),),
        printed=printed_of(
            (page, f"{number}{mark}"[:32]) for number, (page, mark) in enumerate(about.prints)
        ),
        digest=sha256[:32],
    )
    text = "\n".join(json.dumps(line) for line in (asdict(about), told, json.loads(grids)))
    (store.folder / f"{pack_id}.json.gz").write_bytes(gzip.compress(f"{text}\n".encode(), 1))


def dated(csv: str, day: date) -> str:
    """The row of a pack with another date."""
    rows = list(table.reader(io.StringIO(csv, newline="")))
    rows[1][rows[0].index("meeting_date")] = day.isoformat()
    text = io.StringIO(newline="")
    table.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def timed(inbox: Path, out: Path, *options: str) -> tuple[float, float, float]:
    """CPU seconds of the command and its workers, seconds, and MiB of the process that holds the run."""
    command = [sys.executable, str(ROOT / "cli.py"), "extract", str(inbox), "-o", str(out), "-q", "-j", "1"]
    command += options
    start = time.monotonic()
    process, peak = subprocess.Popen(command, stdout=subprocess.DEVNULL), 0.0
    while True:
        peak = max(peak, mib_of(process.pid))
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        time.sleep(0.02)
    if status:
        raise SystemExit(f"extract ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, peak


def mib_of(pid: int) -> float:
    """The most that a process has held; what the system tells at its end counts this one's memory in."""
    try:
        told = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in told.splitlines() if line.startswith("VmHWM")), 0.0)


def measured(place: Path, samples: list[list[str]], packs: int, a_council: int) -> dict[str, float]:
    """Print a line for each run; gives the CPU seconds of the cheapest of each kind."""
    inbox, out = fabricate(place, samples, packs, a_council)
    new, least = SAMPLES[0].read_bytes(), dict.fromkeys(RUNS, math.inf)
    for number, what in enumerate(RUNS):
        if what == ONE:
            (inbox / f"new {number}.pdf").write_bytes(new + f"\n% {number}\n".encode())
        if what == CLOSER:  # as after a run in which something failed that is tried each time
            (out / HOME / LEFT).unlink(missing_ok=True)
        cpu, seconds, memory = timed(inbox, out)
        least[what] = min(least[what], cpu)
        print(f"| {packs:,} | {what} | {cpu:.2f} | {seconds:.2f} | {memory:.0f} |", flush=True)
    return least


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stored", default="100,1000,10000")
    parser.add_argument("--a-council", type=int, default=25)
    parser.add_argument("--keep", type=Path, help="where the folders stay to be looked at")
    chosen = parser.parse_args()
    print("| stored packs | run | CPU s | s | MiB |\n|---:|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as temporary:
        samples, least = read_samples(Path(temporary, "samples")), {}
        for packs in map(int, chosen.stored.split(",")):
            place = (chosen.keep or Path(temporary)) / str(packs)
            shutil.rmtree(place, ignore_errors=True)
            least[packs] = measured(place, samples, packs, chosen.a_council)
    for (few, less), (many, more) in pairwise(least.items()):
        for what in (NONE, CLOSER, ONE):
            each = 1e6 * (more[what] - less[what]) / (many - few)
            print(
                f"{few:,} to {many:,}, {what}: {each:.0f} µs a further pack, x {more[what] / less[what]:.2f}"
            )


if __name__ == "__main__":
    main()
