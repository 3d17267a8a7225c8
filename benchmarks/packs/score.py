"""Scores what is read from invented packs: were tables taken for what they are, are the cells right."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from .sheet import Fields

KINDS = ("actions", "indicators", "risks")
SUBJECT = {"actions": "action", "indicators": "definition", "risks": "description"}
KEYS = {"indicator_values": ("definition", "measure", "period")}
SETS = {"officers", "indicator_refs", "risk_refs"}
NOT_CELLS = {"plan", "row"}
SAME_PLACE = 0.3
SURE = 0.7
"""Labels less sure count neither way."""


def score(folder: Path) -> int:
    """Extract the packs, print precision and recall by kind and the mean share of right cells."""
    with tempfile.TemporaryDirectory() as out:
        cli = Path(__file__).parents[2] / "cli.py"
        command = [sys.executable, str(cli), "extract", str(folder), "-o", out, "--ocr", "never", "--quiet"]
        subprocess.run(command, check=False, capture_output=True)
        got = Read(Path(out))
    print_kinds(_read(folder / "labels.csv"), got)
    print_cells(folder, got)
    return 0


def _read(path: Path) -> list[Fields]:
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Read:
    """What a run wrote."""

    def __init__(self, out: Path) -> None:
        self.names = {p["pack_id"]: Path(p["source_name"]).name for p in _read(out / "packs.csv")}
        self.rows = {
            d: self._by_file(_read(out / f"{d}.csv")) for d in (*KINDS, "indicator_values", "tables")
        }

    def _by_file(self, rows: list[Fields]) -> dict[str, list[Fields]]:
        parted: dict[str, list[Fields]] = defaultdict(list)
        for row in rows:
            parted[self.names[row["pack_id"]]].append(row)
        return parted


def print_kinds(labels: list[Fields], got: Read) -> None:
    """Precision and recall of the kinds of tables; a table that no label has is false."""
    tables = [(file, t) for file, found in got.rows["tables"].items() for t in found]
    for kind in KINDS:
        true = [(x["file"], x) for x in labels if x["kind"] == kind]
        said = [(file, t) for file, t in tables if t["kind"] == kind]
        counted = [(file, x) for file, x in true if float(x["sure"]) >= SURE]
        found = sum(any(f == file and _same_place(t, x) for f, t in said) for file, x in counted)
        right = sum(any(f == file and _same_place(t, x) for f, x in true) for file, t in said)
        precision, recall = right / max(1, len(said)), found / max(1, len(counted))
        print(f"{kind:11} precision {precision:.3f} of {len(said)} recall {recall:.3f} of {len(counted)}")


def _same_place(table: Fields, label: Fields) -> bool:
    if table["page"] != label["page"]:
        return False
    one, other = ([float(x) for x in t["bbox"].split()] for t in (table, label))
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > SAME_PLACE * min(one[3] - one[1], other[3] - other[1])


def print_cells(folder: Path, got: Read) -> None:
    """The share of right cells: by dataset, and the mean of the packs."""
    by_dataset: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    means = []
    for pdf in sorted(folder.glob("*.pdf")):
        right = total = 0
        for dataset in (*KINDS, "indicator_values"):
            true = _read(folder / "gold" / pdf.stem / f"{dataset}.csv")
            counts = cells(dataset, true, got.rows[dataset][pdf.name])
            right, total = right + counts[0], total + counts[1]
            by_dataset[dataset] = [a + b for a, b in zip(by_dataset[dataset], counts, strict=True)]
        means.append(right / total if total else 1.0)
    for dataset, (right, total) in by_dataset.items():
        print(f"{dataset:17} cells {right / max(1, total):.3f} of {total}")
    print(f"mean cells of {len(means)} packs {sum(means) / max(1, len(means)):.3f}")


def cells(dataset: str, true: list[Fields], got: list[Fields]) -> tuple[int, int]:
    """How many cells of the gold are right, and how many there are; all those of an extra row are wrong."""
    left = list(got)
    right = total = 0
    for row in true:
        partner = next((g for g in left if _key(dataset, g) == _key(dataset, row)), None)
        if partner is not None:
            left.remove(partner)
        names = [n for n in row if n not in NOT_CELLS and (row[n] or (partner and partner.get(n)))]
        total += len(names)
        right += sum(
            partner is not None and _folded(n, partner.get(n, "")) == _folded(n, row[n]) for n in names
        )
    width = sum(map(bool, true[0].values())) - len(NOT_CELLS) if true else 4
    return right, total + len(left) * width


def _key(dataset: str, row: Fields) -> tuple[str, ...]:
    return tuple(_folded(n, row[n]) for n in KEYS.get(dataset, (SUBJECT.get(dataset, ""),)))


def _folded(name: str, text: str) -> str:
    parts = sorted(text.split(";")) if name in SETS else [text]
    return "; ".join(" ".join(p.split()).strip(" .;").casefold() for p in parts)
