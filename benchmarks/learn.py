"""Learns the weights by which tables and their columns are recognised, and judges them on the unseen.

    python benchmarks/learn.py [--papers FOLDER …] [--gold FOLDER …] [-o WEIGHTS]
    python benchmarks/learn.py --cross-validate …

Examples are invented tables (benchmarks/learning), invented packs as they are read from PDF
(benchmarks/packs, developing seeds), labelled tables of public papers below each --papers folder (by its own
labels.csv, and by benchmarks/labels whatever the files are called), and tables of documents with gold rows.
The same examples always make the same file. With `--beside` an earlier file columns are told by the mean of
both, tables by the earlier weights alone: what was learned from other tables is not forgotten.
`--cross-validate` leaves out one publisher at a time and prints how the kind of its tables is told by the
others, and how tables in wordings kept back are, which then play no part. What unseen publishers are like is
told where every publisher counts alike, however many its tables.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from learning.draw import drawn
from learning.fit import Item, judged, learned, mean, readable, weighed
from learning.labelled import by_gold, by_labels
from learning.vary import varied
from packs.pack import make, write_labels

from agendapack.extract.recognise.decide import NONE
from agendapack.extract.recognise.listed import SURE

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "schemas" / "weights" / "recognise.yaml"
HEAD = """# What each piece of evidence adds to the score of what a column means, and of what a table is.
# Learned by benchmarks/learn.py; do not edit: unknown wordings belong into vocabulary/tables.yaml.
"""
HELD_OUT = 800
Told = tuple[str, str, float]
"""What a table is, what it was taken for, and what it counts."""
TINY = 1e-9
FEW_TABLES, FOLDS = 6, 4
"""Publishers with fewer tables are left out several at a time."""


def main() -> int:
    """Learn, or cross-validate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--papers", type=Path, action="append", default=[])
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--packs", type=int, default=150, help="invented packs")
    parser.add_argument("--invented", type=int, default=4000, help="invented tables")
    parser.add_argument("--kept", type=Path, default=Path("/tmp/agendapack-tables"))
    parser.add_argument(
        "--beside", type=Path, help="earlier weights: columns are told by the mean, tables by these"
    )
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    real = list(_real(options))
    invented = list(_invented(options))
    if options.cross_validate:
        return _cross_validate(invented, real)
    columns, tables = learned([*varied(weighed([*invented, *real]))])
    weights = {"columns": readable(columns), "tables": readable(tables)}
    if options.beside:
        earlier = json.loads(_without_comments(options.beside))
        weights = {"columns": mean(earlier["columns"], weights["columns"]), "tables": earlier["tables"]}
    text = json.dumps(weights, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    options.output.write_text(HEAD + text, encoding="utf-8")
    print(f"{len(invented)} invented and {len(real)} real tables: {options.output}, {len(text) // 1024} KB")
    return 0


def _without_comments(file: Path) -> str:
    return "".join(line for line in file.read_text(encoding="utf-8").splitlines(True) if line[:1] != "#")


def _invented(options: argparse.Namespace) -> Iterator[Item]:
    """Tables that were never printed and tables of drawn packs; in all wordings unless some are to judge."""
    part = "learn" if options.cross_validate else "all"
    for n in range(options.invented):
        yield Item.of(drawn(n, part), source="tables")
    folder = options.kept / f"packs-{options.packs}"
    folder.mkdir(parents=True, exist_ok=True)
    write_labels(
        folder, [label for seed in range(options.packs) for label in make(seed, folder, held_out=False)]
    )
    yield from (Item.of(example, source="packs") for example in by_labels(folder, options.kept))


def _real(options: argparse.Namespace) -> Iterator[Item]:
    """The labelled tables of all folders."""
    for folder in options.papers:
        yield from (Item.of(example, source="papers") for example in by_labels(folder, options.kept))
    for folder in options.gold:
        yield from (Item.of(example, source="papers") for example in by_gold(folder, options.kept))


def _cross_validate(invented: Sequence[Item], real: Sequence[Item]) -> int:
    """Judge each publisher by what the others teach, and wordings kept back."""
    told: list[Told] = []
    many = Counter(item.example.publisher for item in real)
    for group in _groups(real):
        rest = [i for i in real if i.example.publisher not in group]
        models = learned([*varied(weighed([*invented, *rest]))])
        left_out = [i for i in real if i.example.publisher in group]
        told += [(i.example.kind, _kind(i, *models), 1 / many[i.example.publisher]) for i in left_out]
    _print("publishers left out", [(said, found, 1.0) for said, found, _ in told])
    _print("every publisher alike", told)
    models = learned([*varied(weighed([*invented, *real]))])
    kept = [Item.of(drawn(n, "held out"), source="tables") for n in range(HELD_OUT)]
    _print("wordings kept back", [(i.example.kind, _kind(i, *models), 1.0) for i in kept])
    return 0


def _groups(real: Sequence[Item]) -> list[set[str]]:
    many = Counter(item.example.publisher for item in real)
    small = sorted(p for p, count in many.items() if count < FEW_TABLES)
    return [{p} for p in sorted(many) if many[p] >= FEW_TABLES] + [
        set(small[n::FOLDS]) for n in range(FOLDS) if small[n::FOLDS]
    ]


def _kind(item: Item, *models: object) -> str:
    """What the table is taken for, as the tool decides."""
    chances = judged(item, *models)  # type: ignore[arg-type]
    kind = max((k for k in chances if k != NONE), key=chances.__getitem__)
    return kind if chances[kind] >= SURE else NONE


def _print(what: str, told: Sequence[Told]) -> None:
    """Precision and recall of the kinds."""
    for kind in ("actions", "indicators", "risks", "all"):
        named = {kind} if kind != "all" else {"actions", "indicators", "risks"}
        right = sum(weight for said, found, weight in told if said == found and found in named)
        called = sum(weight for _, found, weight in told if found in named)
        true = sum(weight for said, _, weight in told if said in named)
        precision, recall = right / max(called, TINY), right / max(true, TINY)
        print(f"{what}: {kind:10s} precision {precision:.3f} recall {recall:.3f} of {true:.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
