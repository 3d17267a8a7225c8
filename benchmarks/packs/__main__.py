"""Draws invented packs with their labels and gold, and scores what is read from them.

    python -m benchmarks.packs OUT --seeds 0-199 [--held-out] [--score]

Packs of a seed are always the same. Held-out packs use wordings that the others never have: look at their
figures, never at their pages. OUT gets <pack>.pdf, labels.csv (a line for each table: where it is, its kind,
the roles of its columns) and gold/<pack>/*.csv (the rows a careful reader takes from it).
"""

from __future__ import annotations

from benchmarks.drawn import seed_options

from .pack import make, write_labels
from .score import score


def main() -> int:
    """Draw packs, and score them if asked."""
    parser = seed_options(__doc__, "0-99")
    parser.add_argument("--score", action="store_true", help="extract and compare")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    labels = [x for seed in options.seeds for x in make(seed, options.out, held_out=options.held_out)]
    write_labels(options.out, labels)
    print(f"{len(options.seeds)} packs, {len(labels)} tables")
    return score(options.out) if options.score else 0


if __name__ == "__main__":
    raise SystemExit(main())
