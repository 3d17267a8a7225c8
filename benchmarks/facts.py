"""Measures how many of the facts that public papers print of themselves are found: council, committee, day.

`python -m benchmarks.facts OUT...` holds results folders against `labels/facts/papers.csv`, where a paper
is known by the SHA-256 of its file. A label is what a reader finds in the text of the paper; one that begins
with "?" can be inferred, from a picture or an address, and is neither expected nor wrong; one without text
must stay empty.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

FACTS = ("council", "committee", "meeting_date")
LABELS = Path(__file__).parent / "labels" / "facts" / "papers.csv"


def main(outs: list[Path]) -> None:
    """Print the counts of each fact, and every one that is wrong or missing."""
    labels = {row["sha256"]: row for row in _rows(LABELS)}
    seen: set[str] = set()
    counts: dict[str, Counter[str]] = {fact: Counter() for fact in FACTS}
    for pack in (row for out in outs for row in _rows(out / "packs.csv")):
        label = labels.get(pack["sha256"])
        if label is None or pack["sha256"] in seen:
            continue
        seen.add(pack["sha256"])
        for fact in FACTS:
            verdict = judge(label[fact], pack[fact])
            counts[fact][verdict] += 1
            if verdict in ("wrong", "missing"):
                print(f"{verdict:8}{fact:13}{pack['source_name']}: {label[fact]!r}, read {pack[fact]!r}")
    print(f"{len(seen)} of {len(labels)} labelled papers")
    for fact, count in counts.items():
        print(f"{fact:13}" + "  ".join(f"{verdict} {n}" for verdict, n in sorted(count.items())))


def judge(label: str, read: str) -> str:
    """What a fact is that was read, beside its label."""
    told = {_folded(name) for name in label.removeprefix("?").split("|")} - {""}
    if _folded(read) in told:
        return "inferred" if label.startswith("?") else "found"
    if read:
        return "wrong"
    return "missing" if told and not label.startswith("?") else "rightly empty"


def _folded(text: str) -> str:
    words = text.casefold().replace("&", " and ").replace("\u2019", "'").split()
    return " ".join(words).removeprefix("the ")


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
