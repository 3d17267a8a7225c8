"""Draws packs with planted references and contradictions, and scores what a run makes of them.

    python -m benchmarks.contradictions OUT --seeds 0-13 [--held-out] [--show 20]

Packs of a seed are always the same; seeds go through the layouts in turn. Held-out packs have wordings,
letters of refs and heads that the others never have: look at their figures, never at their pages.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.drawn import seed_options

from .layouts import LAYOUTS, SHOWN, UNNUMBERED, typeset
from .plants import planted
from .score import compare
from .world import World, world

ROOT = Path(__file__).resolve().parents[2]
TABLES = ("rows", "rows of", "links", "links of", "findings", "findings of", "told")


def main() -> int:
    """Draw, read and score."""
    parser = seed_options(__doc__, "0-13")
    parser.add_argument("--show", type=int, default=0, help="what was missed or false in each pack")
    options = parser.parse_args()
    shutil.rmtree(options.out, ignore_errors=True)
    packs = {seed: draw(seed, options.out, held_out=options.held_out) for seed in options.seeds}
    total: Counter[tuple[str, ...]] = Counter()
    for seed, (name, said) in packs.items():
        out = options.out / "out" / str(seed)
        run = [
            sys.executable,
            str(ROOT / "cli.py"),
            "extract",
            str(options.out / f"{seed}.pdf"),
            "-o",
            str(out),
        ]
        subprocess.run([*run, "--ocr", "never", "--quiet"], check=True, capture_output=True, cwd=ROOT)
        if options.show:
            print(f"{seed} {name}")
        total += compare(out, said, name, options.show)
    report(total)
    return 0


def draw(seed: int, folder: Path, *, held_out: bool) -> tuple[str, World]:
    """Write the pack of a seed; its layout and what it says are returned."""
    folder.mkdir(parents=True, exist_ok=True)
    name = list(LAYOUTS)[seed % len(LAYOUTS)]
    numbered = name not in UNNUMBERED
    said = world(seed, SHOWN.get(name, (3,)), held_out=held_out, numbered=numbered)
    planted(said, numbered=numbered)
    typeset(said, name, folder / f"{seed}.pdf")
    return name, said


def report(total: Counter[tuple[str, ...]]) -> None:
    """Shares by sort of place, type and layout."""
    for table in TABLES:
        names = sorted({key[1] for key in total if key[0] == table})
        print(f"\n{table}")
        for title, its in (*((name, [name]) for name in names), ("all", names)):
            parts = (_share(total, table, its, *of) for of in (("found", "wanted"), ("true", "told")))
            print(f"  {title:26} {' '.join(parts)}")


def _share(total: Counter[tuple[str, ...]], table: str, names: Sequence[str], part: str, whole: str) -> str:
    some, of = (sum(total[table, name, what] for name in names) for what in (part, whole))
    return f"{part} {some / of:.3f} of {of:4}" if of else ""


if __name__ == "__main__":
    raise SystemExit(main())
