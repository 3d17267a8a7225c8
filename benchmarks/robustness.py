"""Runs `agendapack extract` on every file of a folder of bad PDFs and prints the outcome of each.

    python benchmarks/robustness.py FOLDER [--index INDEX.csv] [--seconds 60] [--mebibytes 2048]

The index may name passwords: columns `file` and `known password`. A file passes when the command
ends in time and memory with exit code 0, 2 or 3, says no traceback, and leaves no process behind.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

SOUND_CODES = (0, 2, 3)
MARK = "AGENDAPACK_BENCHMARK"
"""An environment variable by which the processes of a run are known, also those left behind."""


@dataclass(frozen=True)
class Outcome:
    name: str
    code: int
    seconds: float
    mebibytes: float
    status: str
    said: str
    wrong: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--mebibytes", type=float, default=2048)
    parser.add_argument("--csv", type=Path, help="write the outcomes here too")
    chosen = parser.parse_args()
    keys = passwords(chosen.index) if chosen.index else {}
    outcomes = []
    for pdf in sorted(chosen.folder.glob("*.pdf")):
        outcome = run(pdf, keys.get(pdf.name, []), chosen.seconds, chosen.mebibytes)
        outcomes.append(outcome)
        print(
            f"{outcome.wrong or 'sound':10} {outcome.code:4} {outcome.seconds:6.1f} s "
            f"{outcome.mebibytes:6.0f} MiB  {outcome.status:8} {outcome.name}  {outcome.said[:120]}",
            flush=True,
        )
    wrong = [outcome for outcome in outcomes if outcome.wrong]
    statuses = {o.status: sum(o.status == x.status for x in outcomes) for o in outcomes}
    print(
        f"\n{len(outcomes)} files, {len(wrong)} wrong; {statuses}; "
        f"slowest {max(o.seconds for o in outcomes):.1f} s, "
        f"largest {max(o.mebibytes for o in outcomes):.0f} MiB"
    )
    if chosen.csv:
        with chosen.csv.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(vars(o).values() for o in outcomes)
    sys.exit(bool(wrong))


def passwords(index: Path) -> dict[str, list[str]]:
    """The passwords of each file: as noted, and its words one by one, for notes in prose."""
    with index.open(newline="", encoding="utf-8") as file:
        noted = {row["file"]: row.get("known password") or "" for row in csv.DictReader(file)}
    return {name: [note, *re.split(r"[\s(),;/]+", note)] for name, note in noted.items() if note}


def run(pdf: Path, keys: list[str], seconds: float, mebibytes: float) -> Outcome:
    mark = uuid4().hex
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "cli", "extract", str(pdf.resolve()), "-o", f"{folder}/out", "-q"]
        if keys:
            Path(folder, "keys").write_text("\n".join(filter(None, keys)), encoding="utf-8")
            command += ["--password-file", f"{folder}/keys"]
        environment = {**os.environ, MARK: mark, "PYTHONPATH": str(Path(__file__).parent.parent)}
        start = time.monotonic()
        with Path(folder, "said").open("w+b") as said:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=environment)
            code, used = ended(process, seconds + 10)
            took = time.monotonic() - start
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
        packs = Path(folder, "out", "packs.csv")
        status = "failed"
        if packs.exists():
            with packs.open(newline="", encoding="utf-8") as file:
                status = next(csv.DictReader(file))["status"]
    wrong = verdict(code, took, used, text, orphans(mark), seconds, mebibytes)
    return Outcome(pdf.name, code, took, used, status, " ".join(text.split()), wrong)


def ended(process: subprocess.Popen[bytes], seconds: float) -> tuple[int, float]:
    """Exit code and the largest resident size, in MiB, of the process and those it started."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage.ru_maxrss / 1024
        time.sleep(0.02)
    process.kill()
    process.wait()
    return -9, 0.0


def orphans(mark: str) -> int:
    """Processes of the run that are still there a moment later."""
    time.sleep(0.05)
    found = 0
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            found += f"{MARK}={mark}".encode() in environment.read_bytes()
        except OSError:
            continue
    return found


def verdict(
    code: int, took: float, used: float, text: str, left: int, seconds: float, mebibytes: float
) -> str:
    if code not in SOUND_CODES:
        return f"code {code}"
    if took > seconds:
        return "slow"
    if used > mebibytes:
        return "large"
    if "Traceback" in text:
        return "traceback"
    return f"{left} left" if left else ""


if __name__ == "__main__":
    main()
