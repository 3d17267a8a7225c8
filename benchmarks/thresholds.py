"""Moves each threshold of a part of the package by half up and down, and names those that no test notices.

    python benchmarks/thresholds.py extract/outline tests/outline [MORE TESTS …] [--only NAME …]

The part is a file or folder; the tests should be quick, for they run twice for each threshold, those of its
own module first. A threshold is a number that a module names in capitals; a whole one moves by one at least.
One that nothing notices needs a test on either side, or is not needed. Each run is a child of this
process, in which the number is another one wherever it is known.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import io
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

import agendapack.extract

ROOT = Path(__file__).resolve().parent.parent
FACTORS = (0.5, 1.5)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named number and the module that it stands in."""

    path: Path
    name: str
    value: float

    def moved(self, factor: float) -> float:
        """The number moved; a whole one stays whole."""
        value = self.value * factor
        if isinstance(self.value, int):
            return max(self.value + 1, int(value)) if factor > 1 else min(self.value - 1, int(value))
        return value

    @property
    def module(self) -> str:
        return ".".join(["agendapack", *self.path.relative_to(ROOT).with_suffix("").parts])


def thresholds(path: Path) -> Iterator[Threshold]:
    """The named numbers of a file, also several named in one line."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.Assign):
            continue
        target, value = node.targets[0], node.value
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        values = value.elts if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) else [value]
        for name, number in zip(names, values, strict=False):
            plain = isinstance(number, ast.Constant) and type(number.value) in (int, float)
            if plain and isinstance(name, ast.Name) and name.id.isupper():
                yield Threshold(path, name.id, number.value)


def move(threshold: Threshold, factor: float) -> None:
    """Move the number in this process: in its module, in what is made of it there, where it is imported."""
    value, own = threshold.moved(factor), sys.modules[threshold.module]
    setattr(own, threshold.name, value)
    made = {threshold.name}
    for node in ast.parse(threshold.path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and made & {
            n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)
        }:
            exec(compile(ast.Module([node], []), str(threshold.path), "exec"), own.__dict__)
            made |= {n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)}
    for user in _users(own, threshold.name):
        setattr(user, threshold.name, value)


def _users(own: ModuleType, name: str) -> Iterator[ModuleType]:
    """The modules that import a name from another."""
    for module in [m for n, m in sys.modules.items() if n.startswith("agendapack.") and hasattr(m, name)]:
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        froms = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == own.__name__]
        if any(alias.name == name for node in froms for alias in node.names):
            yield module


def run(arguments: Sequence[str]) -> int:
    """The exit code of pytest, which says nothing."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return int(pytest.main(["-q", "-p", "no:cacheprovider", *arguments]))


def fails(tests: Sequence[str], before: Callable[[], None] = lambda: None) -> bool:
    """Whether a test fails in a child of this process in which something was done before."""
    child = os.fork()
    if not child:
        before()
        os._exit(run(["-x", *tests]) != 0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def noticed(threshold: Threshold, factor: float, tests: Sequence[str]) -> bool:
    """Whether a test fails when the threshold is moved."""
    return fails(tests, lambda: move(threshold, factor))


def missed(threshold: Threshold, tests: Sequence[str]) -> list[str]:
    """The moves that no test notices."""
    own = [str(p) for t in tests for p in Path(t).glob(f"test_{threshold.path.stem}.py")]
    tries = [some for some in (own, tests) if some]
    return [f"x {f:g}" for f in FACTORS if not any(noticed(threshold, f, some) for some in tries)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("part", type=Path)
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--only", nargs="*", default=[], help="names of thresholds")
    chosen = parser.parse_args()
    os.chdir(ROOT)
    for module in pkgutil.walk_packages(agendapack.extract.__path__, "agendapack.extract."):
        importlib.import_module(module.name)
    if run([*chosen.tests, "--collect-only"]):  # what tests import is then there for all children
        parser.error("these tests cannot be collected")
    if fails(chosen.tests):  # or each move would seem to be noticed
        parser.error("these tests fail as it is")
    part = (ROOT / chosen.part).resolve()
    files = sorted(part.rglob("*.py")) if part.is_dir() else [part]
    found = [t for file in files for t in thresholds(file) if not chosen.only or t.name in chosen.only]
    unnoticed = 0
    for threshold in found:
        if moves := missed(threshold, chosen.tests):
            unnoticed += 1
            where = f"{threshold.path.relative_to(ROOT)} {threshold.name}"
            print(f"{where} = {threshold.value:g}: {', '.join(moves)}", flush=True)
    print(f"{unnoticed} of {len(found)} thresholds may be moved without a test failing")


if __name__ == "__main__":
    main()
