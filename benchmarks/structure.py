"""Draws what imports what, folder by folder, for the whole and for the floors of `find`.

    python -m benchmarks.structure

A line a folder, from the ground up, with the folders that it uses and by how many imports; `UP` marks an
import of what stands above, of which there is none as long as `tests/test_layers.py` passes.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAGES = (
    *("light_dataclass", "errors", "passwords", "without_gc", "interrupts", "realpath", "model", "schemas"),
    *("settings", "identity", "isolation", "normalise", "read", "ocr", "find", "second", "outline", "stitch"),
    *("recognise", "records", "correct", "reconcile", "write", "history", "pipeline", "fetch", "batch"),
    *("answers", "explain", "report", "report_forms", "commands"),
)
FLOORS = ("cell_text", "page", "accept", "stream", "lattice", "tiles", "choose")
PICTURES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("extract",), STAGES),
    (("extract", "find"), FLOORS),
)
"""Folders, and their parts from the ground up."""


def imported(path: Path) -> Iterator[list[str]]:
    """The dotted names that a module imports from this project, without the package they are installed in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1:] for name in names if name.startswith("agendapack."))


def place(name: Sequence[str], inside: Sequence[str]) -> str:
    """The part of a folder that a dotted name stands in; empty when it is not in the folder."""
    if name[:1] == ["schemas"] and tuple(inside) == ("extract",):
        return "schemas"
    here = list(name[: len(inside)]) == list(inside) and len(name) > len(inside)
    return name[len(inside)] if here else ""


def arrows(inside: Sequence[str]) -> Mapping[str, Counter[str]]:
    """By part of a folder, how many names it imports from each other part."""
    found: dict[str, Counter[str]] = {}
    for path in sorted(ROOT.joinpath(*inside).rglob("*.py")):
        own = place(path.relative_to(ROOT).with_suffix("").parts, inside)
        used = (place(name, inside) for name in imported(path))
        found.setdefault(own, Counter()).update(part for part in used if part not in ("", own))
    return found


def picture(inside: Sequence[str], order: Sequence[str]) -> Iterator[str]:
    """The arrows as lines, in the order from the ground up."""
    found = arrows(inside)
    rank = {name: n for n, name in enumerate(order)}
    for part in sorted((p for p in found if p != "__init__"), key=lambda p: (rank.get(p, len(rank)), p)):
        used = sorted(found[part].items(), key=lambda item: rank.get(item[0], len(rank)))
        up = [name for name, _ in used if rank.get(name, -1) > rank.get(part, len(rank))]
        text = ", ".join(f"{name} {count}" for name, count in used) or "nothing of these"
        yield f"  {part:12s} <- {text}{'   UP: ' + ', '.join(up) if up else ''}"


def main() -> None:
    for inside, order in PICTURES:
        print("/".join(inside))
        print("\n".join(picture(inside, order)))


if __name__ == "__main__":
    main()
