"""Draws invented agendas in the ways that bodies set them and scores the items read.

python -m benchmarks.agendas OUT --seeds 0-44 [--held-out] [--show 5]
"""

from __future__ import annotations

from collections import Counter

from agendapack import extract_pack
from benchmarks.drawn import seed_options

from .draw import Gold, make

COLUMNS = ("item_no", "title", "section", "lead_officer")


def main() -> int:
    """Draw, read and score."""
    parser = seed_options(__doc__, "0-44")
    parser.add_argument("--show", type=int, default=0, help="faults of each sheet to print")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    total: dict[str, Counter[str]] = {}
    for seed in options.seeds:
        path = options.out / f"{seed}.pdf"
        style, gold = make(seed, path, held_out=options.held_out)
        read = extract_pack(path)["agenda_items"].reindex(columns=list(COLUMNS)).fillna("")
        got: list[Gold] = read.astype(str).to_dict("records")
        tally, faults = compare(gold, got)
        total[style] = total.get(style, Counter()) + tally
        for fault in faults[: options.show]:
            print(f"{seed:4d} {style}: {fault}")
    for style, tally in {**total, "all": sum(total.values(), Counter())}.items():
        rows = 2 * tally["found"] / max(1, tally["gold"] + tally["got"])
        print(f"{style:12s} rows F1 {rows:.3f}  cells {tally['right'] / max(1, tally['cells']):.3f}")
    return 0


def compare(gold: list[Gold], got: list[Gold]) -> tuple[Counter[str], list[str]]:
    """Items pair by their title, in order of print; cells as gold and output fill them."""
    tally, faults = Counter({"gold": len(gold), "got": len(got)}), []
    left = list(got)
    for want in gold:
        have = next((g for g in left if g["title"].casefold() == want["title"].casefold()), None)
        if have:
            left.remove(have)
            tally["found"] += 1
        else:
            faults.append(f"missing {list(want.values())}")
        for column in COLUMNS:
            value = have[column] if have else ""
            if want[column] or value:
                tally["cells"] += 1
                right = have is not None and value.casefold() == want[column].casefold()
                tally["right"] += right
                if have and not right:
                    faults.append(f"{column} {value!r} for {want[column]!r} in {want['title'][:40]!r}")
    return tally, faults + [f"extra {list(g.values())}" for g in left]


if __name__ == "__main__":
    raise SystemExit(main())
