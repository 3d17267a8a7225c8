"""Throughput of a batch: the same packs with one worker and with all, and a second run over them.

    python benchmarks/batch.py PACK.pdf [--copies 200] [--workers 2]

Each copy gets another content (bytes behind the end of the file) and so counts as a pack of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pack", type=Path, nargs="+")
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        inbox = Path(place, "inbox")
        inbox.mkdir()
        for number in range(chosen.copies):
            pack = chosen.pack[number % len(chosen.pack)]
            (inbox / f"{number:04d}.pdf").write_bytes(pack.read_bytes() + f"\n% copy {number}\n".encode())
        times = {}
        for label, out, workers in (
            ("one worker", "one", 1),
            (f"{chosen.workers} workers", "all", chosen.workers),
            ("second run", "all", chosen.workers),
        ):
            times[label] = timed(inbox, Path(place, out), workers)
            print(
                "{}: {:.2f} s, {:.2f} s CPU, largest process {:.0f} MiB".format(label, *times[label]),
                flush=True,
            )
        one, many, again = (seconds for seconds, _, _ in times.values())
        print(f"throughput × {one / many:.2f}; second run {100 * again / many:.1f} % of the first")


def timed(inbox: Path, out: Path, workers: int) -> tuple[float, float, float]:
    """Seconds, CPU seconds and MiB of the largest process."""
    command = [
        sys.executable,
        str(ROOT / "cli.py"),
        "extract",
        str(inbox),
        "-o",
        str(out),
        "-q",
        "-j",
        str(workers),
    ]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"extract ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
