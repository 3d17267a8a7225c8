"""Compares what a run tells with what was planted, by sort of place and type of contradiction."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .layouts import UNNUMBERED
from .world import Planted, World

READING = ("unread_text", "unread_page", "low_confidence", "unknown_table", "unknown_column")
Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """The rows of a dataset."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def compare(out: Path, world: World, layout: str, show: int) -> Counter[tuple[str, ...]]:
    """Tallies by (what, name, wanted / found / told / true)."""
    tally: Counter[tuple[str, ...]] = Counter()
    _rows(out, world, layout, tally)
    missed = [*_links(out, world, layout, tally), *_findings(out, world, layout, tally)]
    for line in missed[:show]:
        print("   ", line)
    return tally


def _rows(out: Path, world: World, layout: str, tally: Counter[tuple[str, ...]]) -> None:
    """Rows that are read with their ref: without them no link can be right."""
    numbered = layout not in UNNUMBERED
    for dataset, field, rows in (
        ("actions", "action_ref", world.acts),
        ("indicators", "indicator_ref", world.measures),
        ("risks", "risk_ref", world.perils),
    ):
        got = {row[field] for row in read(out / f"{dataset}.csv")}
        for key in (("rows", dataset), ("rows of", layout)):
            tally[(*key, "wanted")] += len(rows) * numbered
            tally[(*key, "found")] += sum(row.ref in got for row in rows)


def _links(out: Path, world: World, layout: str, tally: Counter[tuple[str, ...]]) -> Iterator[str]:
    got = {(row["from_ref"], row["to_ref"]) for row in read(out / "links.csv")}
    true = {(a, b): place for a, b, place in sorted(world.links)}
    for key, place in sorted(true.items()):
        for name in (("links", place), ("links of", layout)):
            tally[(*name, "wanted")] += 1
            tally[(*name, "found")] += key in got
        if key not in got:
            yield f"link missed ({place}): {key}"
    for name in (("links", "all"), ("links of", layout)):
        tally[(*name, "told")] += len(got)
        tally[(*name, "true")] += len(got & set(true))
    yield from (f"link false: {key}" for key in sorted(got - set(true)))


def _findings(out: Path, world: World, layout: str, tally: Counter[tuple[str, ...]]) -> Iterator[str]:
    got = read(out / "findings.csv")
    used: set[int] = set()
    for one in world.planted:
        its = [n for n, row in enumerate(got) if _tells(row, one, world)]
        used.update(its)
        for name in (("findings", one.type), ("findings of", layout)):
            tally[(*name, "wanted")] += 1
            tally[(*name, "found")] += bool(its)
        if not its:
            yield f"finding missed: {one.type} {one.refs} {one.text}"
    for n, row in enumerate(got):
        sort = "reading" if row["kind"] in READING else row["severity"]
        for name in (("told", sort), *((("findings of", layout),) if sort != "reading" else ())):
            tally[(*name, "told")] += 1
            tally[(*name, "true")] += n in used
        if n not in used and sort != "reading":
            yield f"finding false: {row['severity']} {row['kind']} [{row['refs']}] {row['detail']}"


def _tells(row: Row, one: Planted, world: World) -> bool:
    if row["kind"] not in one.kinds:
        return False
    if one.refs:
        names = {name for ref in one.refs for name in world.names(ref)}
        return bool(names & {part.strip() for part in re.split(r"[;|]", row["refs"])})
    return int(row["page"] or 0) == world.pages.get(one.text)
