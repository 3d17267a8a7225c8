"""Data flows one way: a stage imports the stages before it, never one behind it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.structure import PICTURES, picture

ROOT = Path(__file__).parent.parent

LAYERS = [
    {
        "model",
        "errors",
        "identity",
        "passwords",
        "isolation",
        "without_gc",
        "realpath",
        "interrupts",
        "light_dataclass",
    },
    {"schemas", "settings"},
    {"normalise"},  # parsers of printed words: what they know comes from schemas/ alone
    {"read"},
    {"ocr"},
    {"find"},
    {"second"},
    {"outline"},
    {"stitch"},
    {"recognise"},
    {"records"},
    {"correct"},
    {"reconcile"},
    {"write"},
    {"history"},
    {"pipeline", "fetch", "storage"},
    {"batch"},
    {"answers", "explain", "report", "report_forms"},
    {"commands"},
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

MODULES = sorted(path for folder in ("extract", "schemas") for path in (ROOT / folder).rglob("*.py"))


def dotted(path: Path) -> list[str]:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" else parts


def ours(name: list[str]) -> list[str]:
    """The name without the package that all parts are installed in."""
    return name[1:] if name[:1] == ["agendapack"] else name


def imports(source: str, package: list[str]) -> Iterator[list[str]]:
    """The dotted names of all imports, also those inside functions; relative ones resolved."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (ours(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = base + (node.module.split(".") if node.module else [])
            yield from (ours(stem + [alias.name]) for alias in node.names)


def breaches(source: str, module: list[str], package: list[str]) -> list[str]:
    """Imports of a later stage or of the command line; schemas/ comes before all stages."""
    own = rank(module)
    return [".".join(name) for name in imports(source, package) if name[0] == "cli" or rank(name) > own >= 0]


def rank(module: list[str]) -> int:
    """Place of the module in the order; -1 when it has none."""
    if module[0] == "schemas":
        return RANK["schemas"]
    return RANK.get(module[1], -1) if module[0] == "extract" and len(module) > 1 else -1


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_import_of_a_later_stage(path: Path) -> None:
    module = dotted(path)
    package = module if path.name == "__init__.py" else module[:-1]
    assert breaches(path.read_text(encoding="utf-8"), module, package) == []


FLOORS = [["cell_text", "page"], ["accept"], ["stream"], ["lattice"], ["tiles"], ["choose"], []]
"""The floors of find/ from the ground up; what stands beside them at the top is the last."""


def floor(module: list[str]) -> int:
    """The floor of a module of find/; -1 for any other."""
    if module[:2] != ["extract", "find"]:
        return -1
    return next((n for n, names in enumerate(FLOORS) if module[2:3] and module[2] in names), len(FLOORS) - 1)


@pytest.mark.parametrize("path", sorted((ROOT / "extract" / "find").rglob("*.py")), ids=lambda p: p.stem)
def test_no_floor_of_find_knows_one_above(path: Path) -> None:
    own = floor(dotted(path))
    used = [name for name in imports(path.read_text(encoding="utf-8"), []) if floor(name) > own]
    assert used == []


def test_the_picture_of_the_imports_has_no_arrow_up() -> None:
    drawn = [line for inside, order in PICTURES for line in picture(inside, order)]
    assert len(drawn) > len(RANK) and not [line for line in drawn if "UP" in line]


def test_every_module_has_its_place() -> None:
    names = {dotted(path)[1] for path in MODULES if dotted(path)[0] == "extract" and len(dotted(path)) > 1}
    assert names - RANK.keys() == set()


GUARDED = [
    ("from agendapack.extract.write import csv", ["extract", "find", "accept"], ["extract.write.csv"]),
    ("from agendapack.extract import write, model", ["extract", "read", "words"], ["extract.write"]),
    ("def f():\n    import agendapack.extract.batch", ["extract", "pipeline"], ["extract.batch"]),
    ("from ..reconcile import registry", ["extract", "records", "risks"], ["extract.reconcile.registry"]),
    ("from agendapack.extract.find import find_grids", ["extract", "stitch"], []),
    ("import agendapack.extract.records", ["schemas", "datasets"], ["extract.records"]),
    ("from agendapack import schemas", ["extract", "errors"], ["schemas"]),
    ("from agendapack.extract.errors import UsageError", ["schemas"], []),
    ("from agendapack import cli", ["extract", "batch"], ["cli"]),
]


@pytest.mark.parametrize(("source", "module", "found"), GUARDED)
def test_the_guard_itself(source: str, module: list[str], found: list[str]) -> None:
    assert breaches(source, module, module[:-1]) == found


def module_of(name: list[str], known: set[str]) -> str:
    """The module that an imported name is or stands in; empty when it is not ours."""
    return next((m for m in (".".join(name), ".".join(name[:-1])) if m in known), "")


def circles(wanted: dict[str, set[str]]) -> set[str]:
    """The modules left when those that need none left, and those that none left needs, are taken away."""
    left = {name: needs - {name} for name, needs in wanted.items()}
    while done := {name for name, needs in left.items() if not needs & left.keys()}:
        left = {name: needs for name, needs in left.items() if name not in done}
    while done := left.keys() - set().union(*left.values()):
        left = {name: needs for name, needs in left.items() if name not in done}
    return set(left)


def test_no_two_modules_import_each_other() -> None:
    """Not even for types, nor by a detour: what both need has a module of its own."""
    paths = {".".join(dotted(path)): path for path in MODULES}
    wanted = {
        name: {module_of(found, set(paths)) for found in imports(path.read_text(encoding="utf-8"), [])}
        for name, path in paths.items()
    }
    assert circles(wanted) == set()


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}, "e": set()}) == {"b", "c"}


@pytest.mark.parametrize("heavy", ["pandas", "pandera"])
def test_only_those_who_need_frames_wait_for_them(heavy: str) -> None:
    """Importing pandas takes longer than reading twenty pages; the command line does without."""
    users = {
        str(path.relative_to(ROOT))
        for path in MODULES
        for name in imports(path.read_text(encoding="utf-8"), [])
        if name[0] == heavy
    }
    assert users <= {"extract/__init__.py", "extract/write/frames.py", "schemas/datasets.py"}
