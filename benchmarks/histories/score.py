"""Compares what a run says of a family with what is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Set
from pathlib import Path

from agendapack.extract.history.wording import folded
from agendapack.extract.write.folder import read_folder
from agendapack.schemas.cells import text

from .family import Truth

Tally = Counter[str]
Things = Set[tuple[Hashable, ...]]
TOLD = {"status", "due_text", "due_date", "officers", "likelihood", "score", "section"}
"""Fields whose changes the families make; where others change, it is by what they make."""


def compare(out: Path, truth: Truth, show: int = 0) -> Tally:
    """How many are right, found and wanted, by what is asked."""
    tally: Tally = Counter()
    wanted: dict[str, Things] = {
        "changes": {tuple(map(folded, c)) for c in truth.changes},
        "editions": truth.editions,
        "overdue": {tuple(map(folded, o)) for o in truth.overdue},
        "series": {(folded(k[0]), *k[1:], v) for k, v in truth.series.items()},
        "restated": {(folded(k[0]), *k[1:]) for k in truth.restated},
    }
    for name, found in _found(out).items():
        right = wanted[name] & found
        tally.update(
            {f"{name} right": len(right), f"{name} found": len(found), f"{name} wanted": len(wanted[name])}
        )
        for sign, rest in (("missed", wanted[name] - found), ("extra", found - wanted[name])):
            for one in sorted(map(str, rest))[:show]:
                print(f"   {name} {sign}: {one}")
    return tally


def _found(out: Path) -> dict[str, Things]:
    records = read_folder(out)
    name = {text(p["pack_id"]): text(p["source_name"]).removesuffix(".pdf") for p in records["packs"]}
    changes = set()
    for c in records["changes"]:
        said = [text(c[column]) for column in ("kind", "ref", "change", "field", "new")]
        said[1] = text(c["old_ref"]) or said[1]
        if said[2] != "changed" or said[3] in TOLD:
            changes.add(
                tuple(map(folded, (name[text(c["from_pack_id"])], name[text(c["to_pack_id"])], *said)))
            )
    values = [v for v in records["value_history"] if v["measure"] == "actual"]
    keys = [(folded(text(v["indicator_ref"])), text(v["span"]), text(v["period_end"])) for v in values]
    return {
        "changes": changes,
        "editions": {
            (name[text(p["pack_id"])], text(p["edition"]), name.get(text(p["replaces_pack_id"]), ""))
            for p in records["packs"]
        },
        "overdue": {
            (folded(name[text(a["pack_id"])]), folded(text(a["action_ref"])))
            for a in records["actions"]
            if a["overdue"]
        },
        "series": {(*key, v["value"]) for key, v in zip(keys, values, strict=True)},
        "restated": {key for key, v in zip(keys, values, strict=True) if v["restated"]},
    }


def f1(tally: Tally, name: str) -> float:
    """The harmonic mean of precision and recall."""
    both = tally[f"{name} found"] + tally[f"{name} wanted"]
    return 2 * tally[f"{name} right"] / both if both else 1.0
