"""Draws what imports what, folder by folder, for the whole and for the floors of `find`.

    python -m benchmarks.structure

A line a folder, from the ground up, with the folders that it uses and by how many imports; `UP` marks an
import of what does not stand below. The last line counts the modules and names those that import each other.
`tests/test_layers.py` passes as long as there is neither.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAGES = (
    ("light_dataclass", "errors", "passwords", "without_gc", "realpath"),
    ("interrupts", "model", "identity"),
    ("isolation", "schemas"),
    ("settings", "normalise"),  # parsers of printed words: what they know comes from schemas/ alone
    *(
        ("read",),
        ("ocr",),
        ("pages", "find"),
        ("second",),
        ("outline",),
        ("stitch",),
        ("recognise",),
        ("records",),
    ),
    *(("correct",), ("reconcile",), ("write",), ("history",), ("pipeline", "fetch", "storage"), ("batch",)),
    *(("answers", "explain", "report", "report_forms"), ("commands",)),
)
FLOORS = (
    *(("cell_text", "page"), ("accept",), ("stream",), ("lattice",), ("boxes",), ("choose",), ("carried",)),
    ("forms",),
)
PICTURES: tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...] = (
    (("extract",), STAGES),
    (("extract", "find"), FLOORS),
)
"""Folders, and their parts from the ground up; of parts in one set none may use another."""


def dotted(path: Path) -> list[str]:
    """A module's name, without the package that all parts are installed in."""
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" else parts


def modules() -> dict[str, Path]:
    """All modules of the package, by name."""
    found = chain.from_iterable((ROOT / folder).rglob("*.py") for folder in ("extract", "schemas"))
    return {".".join(dotted(path)): path for path in sorted(found)}


def imports(source: str, package: Sequence[str] = ()) -> Iterator[list[str]]:
    """The dotted names of all imports, also those inside functions; relative ones resolved."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (_ours(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            stem = base + (node.module.split(".") if node.module else [])
            yield from (_ours([*stem, alias.name]) for alias in node.names)


def _ours(name: list[str]) -> list[str]:
    """The name without the package that all parts are installed in."""
    return name[1:] if name[:1] == ["agendapack"] else name


def place(name: Sequence[str], inside: Sequence[str]) -> str:
    """The part of a folder that a dotted name stands in; empty when it is not in the folder."""
    if name[:1] == ["schemas"] and tuple(inside) == ("extract",):
        return "schemas"
    here = list(name[: len(inside)]) == list(inside) and len(name) > len(inside)
    return name[len(inside)] if here else ""


def arrows(inside: Sequence[str]) -> Mapping[str, Counter[str]]:
    """By part of a folder, how many names it imports from each other part."""
    found: dict[str, Counter[str]] = {}
    for name, path in modules().items():
        if own := place(name.split("."), inside):
            package = name.split(".")[: None if path.stem == "__init__" else -1]
            used = (place(one, inside) for one in imports(path.read_text(encoding="utf-8"), package))
            found.setdefault(own, Counter()).update(part for part in used if part not in ("", own))
    return found


def rank(part: str, order: Sequence[Sequence[str]]) -> int:
    """Which set from the ground up a part is in; what has no place stands above all."""
    return next((n for n, names in enumerate(order) if part in names), len(order))


def picture(inside: Sequence[str], order: Sequence[Sequence[str]]) -> Iterator[str]:
    """The arrows as lines, in the order from the ground up."""
    found = arrows(inside)
    for part in sorted(found, key=lambda p: (rank(p, order), p)):
        used = sorted(found[part].items(), key=lambda item: (rank(item[0], order), item[0]))
        up = [name for name, _ in used if rank(name, order) >= rank(part, order)]
        text = ", ".join(f"{name} {count}" for name, count in used) or "nothing of these"
        yield f"  {part:15s} <- {text}{'   UP: ' + ', '.join(up) if up else ''}"


def circles(wanted: Mapping[str, set[str]]) -> set[str]:
    """The modules left when those that need none left, and those that none left needs, are taken away."""
    left = {name: needs - {name} for name, needs in wanted.items()}
    while done := {name for name, needs in left.items() if not needs & left.keys()}:
        left = {name: needs for name, needs in left.items() if name not in done}
    while done := left.keys() - set().union(*left.values()):
        left = {name: needs for name, needs in left.items() if name not in done}
    return set(left)


def in_circles() -> set[str]:
    """The modules that import each other, be it for types alone or by a detour."""
    known = modules()

    def module_of(name: Sequence[str]) -> str:
        return next((m for m in (".".join(name), ".".join(name[:-1])) if m in known), "")

    wanted = {
        name: {module_of(found) for found in imports(path.read_text(encoding="utf-8"))}
        for name, path in known.items()
    }
    return circles(wanted)


def main() -> None:
    for inside, order in PICTURES:
        print("/".join(inside))
        print("\n".join(picture(inside, order)))
    print(f"{len(modules())} modules; in circles: {', '.join(sorted(in_circles())) or 'none'}")


if __name__ == "__main__":
    main()
