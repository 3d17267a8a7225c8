"""Kills a batch with SIGKILL at random moments, then lets it run: the results must be as if nothing happened.

    python benchmarks/kills.py FOLDER [--times 100] [--seed 1] [--layout partitions]

FOLDER holds the packs. Prints where the kills fell and compares all files of the results byte by
byte with those of an undisturbed run; the records of the runs are left out, since they hold times.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOT_COMPARED = (
    "runs/",
    *(f".agendapack/{name}" for name in ("written/", "index.json", "files.json", "left.json")),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layout", choices=("auto", "files", "partitions"), default="auto")
    chosen = parser.parse_args()
    run = [sys.executable, str(ROOT / "cli.py"), "extract", str(chosen.folder.resolve()), "-q"]
    run += ["--layout", chosen.layout]
    with tempfile.TemporaryDirectory() as place:
        start = time.monotonic()
        undisturbed = Path(place, "undisturbed")
        finish(run, undisturbed)
        whole = time.monotonic() - start
        print(f"undisturbed: {whole:.1f} s, {len(contents(undisturbed))} files")
        fell = disturb(run, Path(place), whole, chosen.times, random.Random(chosen.seed))
        print("kills fell:", ", ".join(f"{where}: {n}" for where, n in fell.most_common()))
        wrong = [name for name in sorted(Path(place).glob("run*")) if contents(name) != contents(undisturbed)]
        left = [
            path
            for path in Path(place).rglob("*")
            if path.suffix == ".half" or path.name.startswith(".agendapack-")
        ]
        print(f"results that differ: {len(wrong)}, temporary files left: {len(left)}")
        sys.exit(bool(wrong or left))


def disturb(run: list[str], place: Path, whole: float, times: int, dice: random.Random) -> Counter[str]:
    """Kill a run again and again; each result is taken up until a kill comes too late, and then finished."""
    fell: Counter[str] = Counter()
    number = 0
    out = place / "run0"
    while sum(n for where, n in fell.items() if where != "after the end") < times:
        while_combining = dice.random() < 0.5
        where = killed(run, out, dice.uniform(0, 0.5 if while_combining else whole), while_combining)
        fell[where] += 1
        if where == "after the end" or dice.random() < 0.2:
            finish(run, out)
            number += 1
            out = place / f"run{number}"
    finish(run, out)
    return fell


def finish(run: list[str], out: Path) -> None:
    subprocess.run(
        [*run, "-o", str(out)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )


def killed(run: list[str], out: Path, after: float, while_combining: bool) -> str:
    """Kill a run so many seconds after its start, or after it began to put the datasets together."""
    process = subprocess.Popen([*run, "-o", str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while while_combining and process.poll() is None and not any((out / ".agendapack").glob(".agendapack-*")):
        time.sleep(0.002)
    try:
        process.wait(after)
        return "after the end"
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    home = out / ".agendapack"
    if any(home.glob(".agendapack-*")):
        return "while combining"
    if not (home / "packs").is_dir():
        return "while starting"
    return f"after {len(list((home / 'packs').glob('*.gz')))} packs" if home.exists() else "while starting"


def contents(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.relative_to(out).as_posix().startswith(NOT_COMPARED)
    }


if __name__ == "__main__":
    main()
