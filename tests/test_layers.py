"""Data flows one way: a stage imports the stages before it, never one behind it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Sequence

import pytest

from benchmarks.structure import (
    FLOORS,
    PICTURES,
    STAGES,
    arrows,
    circles,
    imports,
    in_circles,
    modules,
    picture,
    place,
    rank,
)

MODULES = modules()


def above(
    source: str, module: Sequence[str], inside: Sequence[str], order: Sequence[Sequence[str]]
) -> list[str]:
    """Imports of a part of the folder that does not stand below the module's own, and of the command line."""
    own, used = place(module, inside), imports(source, module[:-1])
    parts = {".".join(name): place(name, inside) for name in used}
    known = rank(own, order)
    return [
        name
        for name, part in parts.items()
        if name == "cli" or (part != own and part and rank(part, order) >= known)
    ]


@pytest.mark.parametrize("name", MODULES)
def test_no_import_of_what_does_not_stand_below(name: str) -> None:
    source = MODULES[name].read_text(encoding="utf-8")
    package = [*name.split("."), ""] if MODULES[name].stem == "__init__" else name.split(".")
    for inside, order in PICTURES:
        if place(package, inside):
            assert above(source, package, inside, order) == []


def test_the_picture_of_the_imports_has_no_arrow_up() -> None:
    drawn = [line for inside, order in PICTURES for line in picture(inside, order)]
    assert len(drawn) == sum(len(names) for names in (*STAGES, *FLOORS))
    assert not [line for line in drawn if "UP" in line]


@pytest.mark.parametrize(("inside", "order"), PICTURES, ids=["extract", "find"])
def test_every_module_has_its_place(inside: Sequence[str], order: Sequence[Sequence[str]]) -> None:
    assert arrows(inside).keys() == {name for names in order for name in names}


GUARDED = [
    ("from agendapack.extract.write import csv", "extract.find.accept", ["extract.write.csv"]),
    ("from agendapack.extract import write, model", "extract.read.words", ["extract.write"]),
    ("def f():\n    import agendapack.extract.batch", "extract.pipeline", ["extract.batch"]),
    ("from ..reconcile import registry", "extract.records.risks", ["extract.reconcile.registry"]),
    ("from agendapack.extract.find import find_grids", "extract.stitch", []),
    ("import agendapack.extract.records", "schemas.datasets", ["extract.records"]),
    ("from agendapack import schemas", "extract.errors", ["schemas"]),
    ("from agendapack.extract.errors import UsageError", "schemas.loading", []),
    ("from agendapack import cli", "extract.batch", ["cli"]),
    ("from agendapack.extract import fetch", "extract.storage.lists", ["extract.fetch"]),
]


@pytest.mark.parametrize(("source", "module", "found"), GUARDED)
def test_the_guard_itself(source: str, module: str, found: list[str]) -> None:
    assert above(source, module.split("."), ("extract",), STAGES) == found


def test_no_two_modules_import_each_other() -> None:
    """Not even for types, nor by a detour: what both need has a module of its own."""
    assert in_circles() == set()


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}, "e": set()}) == {"b", "c"}


def test_one_name_is_one_thing() -> None:
    """No two classes that others may use have one name, or a reader of one takes the other for it."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in MODULES.values())
    classes = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert not [name for name, times in classes.items() if times > 1 and not name.startswith("_")]


@pytest.mark.parametrize("heavy", ["pandas", "pandera"])
def test_only_those_who_need_frames_wait_for_them(heavy: str) -> None:
    """Importing pandas takes longer than reading twenty pages; the command line does without."""
    users = {
        module
        for module, path in MODULES.items()
        for name in imports(path.read_text(encoding="utf-8"))
        if name[0] == heavy
    }
    assert users <= {"extract", "extract.write.frames", "schemas.datasets"}
