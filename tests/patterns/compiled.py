"""All patterns that the package compiles: its modules', and those made from words while packs are read.

Run as a program, since a pattern is compiled once in the life of a process.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from inspect import isfunction
from pathlib import Path
from types import FrameType, ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent
METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
AT_THE_BEGINNING = {"match", "fullmatch"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern of the package."""

    pattern: str
    flags: int
    place: str
    """File and name."""
    anchored: bool
    """Whether it is only ever tried at one place of a text."""


def patterns() -> list[Compiled]:
    """The patterns, compiled from now on; the package must not have been imported."""
    found: dict[tuple[str, int, Path, int], Compiled] = {}
    compile_ = vars(re)["_compile"]

    def noting(pattern: str | bytes, flags: int) -> re.Pattern[str]:
        made = compile_(pattern, flags)
        place = _place(sys._getframe(1))
        if isinstance(pattern, str) and place and (key := (pattern, int(flags), *place[:2])) not in found:
            found[key] = place_of(pattern, int(flags), *place)
        return made

    vars(re)["_compile"] = noting
    try:
        for module in _modules():
            _call_makers(module)
        _read_samples()
    finally:
        vars(re)["_compile"] = compile_
    return list(found.values())


def _modules() -> Iterator[ModuleType]:
    import agendapack.extract

    for info in pkgutil.walk_packages(agendapack.extract.__path__, "agendapack.extract."):
        yield importlib.import_module(info.name)


def _call_makers(module: ModuleType) -> None:
    """Make what is made once from the vocabulary."""
    for value in vars(module).values():
        made = getattr(value, "__wrapped__", None)  # a class may be remembered too
        if hasattr(value, "cache_clear") and isfunction(made) and not made.__code__.co_argcount:
            value()


def _read_samples() -> None:
    from agendapack.extract.pipeline import read_pack
    from agendapack.extract.settings import Settings

    for pdf in sorted((ROOT / "samples").glob("*/*.pdf")):
        read_pack(pdf, Settings(ocr="never"), lambda _done, _pages: None)


def _place(frame: FrameType | None) -> tuple[Path, int, str] | None:
    """File and line of the package that compiles, and the function of `re` it calls."""
    caller = frame.f_back if frame else None
    if not frame or not caller or not (path := _ours(caller.f_code.co_filename)):
        return None
    return path, caller.f_lineno, frame.f_code.co_name


@cache
def _ours(file: str) -> Path | None:
    path = Path(file).resolve()
    return path if path.is_relative_to(ROOT / "extract") else None


def place_of(pattern: str, flags: int, path: Path, line: int, function: str) -> Compiled:
    """The pattern with its name and how it is used."""
    name = _name(path, line)
    used = {function} if function in METHODS else _uses(path if name.startswith("_") else None).get(name)
    where = f"{path.relative_to(ROOT)} {name}"
    return Compiled(pattern, flags, where, used is not None and used <= AT_THE_BEGINNING)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path, line: int) -> str:
    """The innermost name that what stands on the line is given."""
    named = [
        (node.end_lineno - node.lineno, name)
        for node in ast.walk(_tree(path))
        if (name := _given(node)) and node.lineno <= line <= node.end_lineno
    ]
    return min(named)[1] if named else ""


def _given(node: ast.AST) -> str:
    if isinstance(node, ast.keyword):
        return node.arg or ""
    if isinstance(node, ast.FunctionDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(target, ast.Name) else ""


@cache
def _uses(path: Path | None) -> dict[str, set[str]]:
    """The methods called on each name, in a file or in all."""
    uses: dict[str, set[str]] = defaultdict(set)
    for file in [path] if path else sorted((ROOT / "extract").rglob("*.py")):
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                of = node.value.func if isinstance(node.value, ast.Call) else node.value
                uses[getattr(of, "id", getattr(of, "attr", ""))].add(node.attr)
    return uses


if __name__ == "__main__":
    json.dump([asdict(found) for found in patterns()], sys.stdout)
