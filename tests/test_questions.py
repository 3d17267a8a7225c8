"""A question changes nothing: what returns yes or no and changes what it is given says so by its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from benchmarks.structure import modules

DOING = frozenset({"add", "begin", "fill", "give", "open", "take"})
"""First words of names that tell of a change; whether it was made is the answer."""
CHANGES = frozenset(
    [
        "append",
        "appendleft",
        "add",
        "update",
        "pop",
        "popleft",
        "remove",
        "discard",
        "clear",
        "extend",
        "insert",
        "setdefault",
        "sort",
    ]
)


def root(node: ast.expr) -> str:
    """The name at which a chain of attributes, places and calls begins."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def changed(function: ast.FunctionDef) -> Iterator[str]:
    """What a function changes of what it is given; what it only remembers is private to the value."""
    given = {arg.arg for arg in (*function.args.args, *function.args.kwonlyargs)}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                remembered = isinstance(target, ast.Attribute) and target.attr.startswith("_")
                if (
                    isinstance(target, ast.Attribute | ast.Subscript)
                    and root(target) in given
                    and not remembered
                ):
                    yield ast.unparse(target)
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES
        ) and root(node.func.value) in given:
            yield ast.unparse(node.func)


def questions_that_change(source: str) -> list[str]:
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    asked = (f for f in functions if f.returns is not None and ast.unparse(f.returns) == "bool")
    return [f.name for f in asked if f.name.lstrip("_").split("_")[0] not in DOING and any(changed(f))]


def test_a_question_changes_nothing() -> None:
    found = {
        name: questions_that_change(path.read_text(encoding="utf-8")) for name, path in modules().items()
    }
    assert {name: functions for name, functions in found.items() if functions} == {}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("row.kind = 'band'", ["_is_band"]),
        ("row.cells.append(1)", ["_is_band"]),
        ("kept = []; kept.append(row)", []),
        ("row._known = 1", []),
    ],
)
def test_the_guard_itself(body: str, found: list[str]) -> None:
    assert questions_that_change(f"def _is_band(row) -> bool:\n    {body}; return True") == found
