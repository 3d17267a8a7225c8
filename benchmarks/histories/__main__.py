"""Draws invented councils over four meetings and scores what a run says of their history.

    python -m benchmarks.histories OUT --seeds 0-9 [--held-out] [--other] [--show 5]

Families of a seed are always the same; held-out ones have wordings that the others never have. Events:
status, date, officer and rating changed, added, dropped, completed, reworded, re-lettered, moved, reference
used again, split, merged, figures restated; one meeting has a supplement and a reissue. With --other some
report monthly, half-yearly or yearly, print risks as cards and indicators twice.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from benchmarks.drawn import seed_options

from .family import make
from .score import compare, f1

ASKED = ("changes", "series", "restated", "overdue", "editions")
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Draw, read and score."""
    parser = seed_options(__doc__, "0-9")
    parser.add_argument("--show", type=int, default=0, help="missed and extra ones of each family")
    parser.add_argument("--other", action="store_true", help="other cadences and layouts")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    for seed in options.seeds:
        folder = options.out / str(seed)
        shutil.rmtree(folder, ignore_errors=True)
        truth = make(seed, folder / "packs", held_out=options.held_out, other=options.other)
        run = [
            sys.executable,
            str(ROOT / "cli.py"),
            "extract",
            str(folder / "packs"),
            "-o",
            str(folder / "out"),
        ]
        subprocess.run(run, check=True, capture_output=True, cwd=ROOT)
        tally = compare(folder / "out", truth, options.show)
        total += tally
        print(f"{seed:4d}  " + "  ".join(f"{name} {f1(tally, name):.3f}" for name in ASKED), flush=True)
    print(
        " all  " + "  ".join(f"{name} {f1(total, name):.3f} of {total[f'{name} wanted']}" for name in ASKED)
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
