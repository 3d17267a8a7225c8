"""Options that all benchmarks over drawn documents have."""

from __future__ import annotations

import argparse
from pathlib import Path


def seed_options(description: str | None, seeds: str) -> argparse.ArgumentParser:
    """A parser with the folder to draw into, the seeds (`seeds` if not said) and which wordings to use."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", type=_seeds, default=_seeds(seeds), metavar="FIRST-LAST")
    parser.add_argument("--held-out", action="store_true", help="wordings kept back from developing")
    return parser


def _seeds(text: str) -> range:
    first, last = (int(n) for n in text.split("-"))
    return range(first, last + 1)
