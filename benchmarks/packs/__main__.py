"""Draws invented packs with their labels and gold, and scores what is read from them.

    python -m benchmarks.packs OUT --seeds 0-199 [--held-out] [--score]

Packs of a seed are always the same. Held-out packs use wordings that the others never have: look at their
figures, never at their pages. OUT gets <pack>.pdf, labels.csv (a line for each table: where it is, its kind,
the roles of its columns) and gold/<pack>/*.csv (the rows a careful reader takes from it).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .pack import make, write_labels
from .score import score


def main() -> int:
    """Draw packs, and score them if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", default="0-99", help="first-last")
    parser.add_argument("--held-out", action="store_true", help="wordings kept back from developing")
    parser.add_argument("--score", action="store_true", help="extract and compare")
    options = parser.parse_args()
    first, last = (int(n) for n in options.seeds.split("-"))
    options.out.mkdir(parents=True, exist_ok=True)
    labels = [
        x for seed in range(first, last + 1) for x in make(seed, options.out, held_out=options.held_out)
    ]
    write_labels(options.out, labels)
    print(f"{last - first + 1} packs, {len(labels)} tables")
    return score(options.out) if options.score else 0


if __name__ == "__main__":
    raise SystemExit(main())
