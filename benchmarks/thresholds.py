"""Moves each threshold of a part of the package by half up and down, and names those that no test notices.

    python benchmarks/thresholds.py extract/outline tests/outline [MORE TESTS …] [--only NAME …]

The part is a file or folder. A threshold is a number that a module names in capitals; a whole one moves by
one at least. One that nothing notices needs a test on either side, or is not needed. Tests are collected once
and run once as they are, to see which of them call what uses a threshold; only those run again when it is
moved, the likeliest to notice first, and none that takes seconds. Each run is a child of this process,
in which the number is another one wherever it is known.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import importlib
import inspect
import json
import os
import pkgutil
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).resolve().parent.parent
FACTORS = (0.5, 1.5)
SAYS = "_uses_thresholds"  # by which watched functions say so
SLOW_S = 3  # a test that takes longer is about something else than the sides of a bound
ENDLESS_S = 60  # so much longer than usual and a test has noticed: it does not end


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
        parts = ["agendapack", *self.path.relative_to(ROOT).with_suffix("").parts]
        return ".".join(parts).removesuffix(".__init__")

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)} {self.name} = {self.value:g}"


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
    """Move the number in this process: in its module, in what is made of it there, where it is imported.

    A function may have it for a default as well.
    """
    own = sys.modules[threshold.module]
    setattr(own, threshold.name, threshold.moved(factor))
    for node, _ in _made_of(threshold):
        exec(compile(ast.Module([node], []), str(threshold.path), "exec"), own.__dict__)
    for node in ast.parse(threshold.path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and any(threshold.name in _names(d) for d in node.args.defaults):
            defaults = (eval(ast.unparse(default), own.__dict__) for default in node.args.defaults)
            inspect.unwrap(getattr(own, node.name)).__defaults__ = tuple(defaults)
    for user in _users(own, threshold.name):
        setattr(user, threshold.name, getattr(own, threshold.name))


def _made_of(threshold: Threshold) -> Iterator[tuple[ast.Assign, set[str]]]:
    """What is made of a number in its module, with the names that it has there."""
    made = {threshold.name}
    for node in ast.parse(threshold.path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and made & _names(node.value):
            names = set().union(*(_names(target) for target in node.targets))
            made |= names
            yield node, names


def _names(tree: ast.AST) -> set[str]:
    """The names in a piece of code, those of a module with it: `limits.MOST`."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    inside = (n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name))
    return names | {ast.unparse(node) for node in inside}


def _users(own: ModuleType, name: str) -> Iterator[ModuleType]:
    """The modules that import a name from another."""
    for module in [m for n, m in sys.modules.items() if n.startswith("agendapack.") and hasattr(m, name)]:
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        froms = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == own.__name__]
        if any(alias.name == name for node in froms for alias in node.names):
            yield module


class Watch(MetaPathFinder):
    """Has functions that use thresholds say so when they are called, in all modules imported from now on."""

    def __init__(self, found: Sequence[Threshold]) -> None:
        self.seen: set[int] = set()
        self._named: dict[Path, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        where = {(threshold.module, threshold.name): number for number, threshold in enumerate(found)}
        for number, threshold in enumerate(found):
            for name in {threshold.name}.union(*(names for _, names in _made_of(threshold))):
                self._named[threshold.path][name].add(number)
        for path in (ROOT / "extract").rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for alias in node.names if isinstance(node, ast.ImportFrom) else ():
                    own = alias.asname or alias.name
                    if (number := where.get((str(node.module), alias.name))) is not None:
                        self._named[path][own].add(number)
                    for (module, name), number in where.items():
                        if module == f"{node.module}.{alias.name}":
                            self._named[path][f"{own}.{name}"].add(number)
        setattr(builtins, SAYS, self.seen.update)

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path, target)  # type: ignore[arg-type]
        if spec and spec.origin and (named := self._named.get(Path(spec.origin).resolve())):
            spec.loader = Loader(fullname, spec.origin, named)
        return spec


class Loader(SourceFileLoader):
    """A module whose functions say which thresholds they use."""

    def __init__(self, fullname: str, path: str, named: Mapping[str, set[int]]) -> None:
        super().__init__(fullname, path)
        self._named = named

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(self.get_data(self.path))
        for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
            if used := set().union(*(self._named.get(name, ()) for name in _names(function))):
                said = ast.parse(f"{SAYS}({sorted(used)})").body
                first = 1 if ast.get_docstring(function) else 0  # a check is explained by its docstring
                place = function.body[0]
                function.body[first:first] = [ast.copy_location(ast.fix_missing_locations(said[0]), place)]
        return compile(ast.fix_missing_locations(tree), self.path, "exec", dont_inherit=True)


def in_child(task: Callable[[], object], seconds: float = 0) -> object:
    """What a task returns in a child of this process; None where the child dies or does not end in time."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(int(seconds))
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - not a path
            os.dup2(nowhere.fileno(), 1), os.dup2(nowhere.fileno(), 2)
        with os.fdopen(writes, "w") as pipe:
            json.dump(task(), pipe)
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as pipe:
        said = pipe.read()
    return json.loads(said) if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0 else None


def passes(item: pytest.Item) -> bool:
    return all(r.passed or r.skipped for r in runtestprotocol(item, log=False, nextitem=None))


@dataclass
class Bench:
    """A plugin of pytest that runs the tests once for each move instead of once."""

    found: Sequence[Threshold]
    watch: Watch
    unnoticed: int = 0
    seconds: list[float] = field(default_factory=list)
    users: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    noticed: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            return False
        said = in_child(lambda: self._as_it_is(session.items))
        if not isinstance(said, list):  # or each move would seem to be noticed
            pytest.exit(f"this test fails as it is: {said}", returncode=1)
        for number, (seconds, used) in enumerate(said):
            self.seconds.append(seconds)
            for threshold in used if seconds < SLOW_S else ():
                self.users[threshold].append(number)
        for number, threshold in enumerate(self.found):
            tests = self._likeliest_first(threshold, self.users[number], session.items)
            moves = [f"x {f:g}" for f in FACTORS if not self._noticed(threshold, f, tests, session.items)]
            if moves:
                self.unnoticed += 1
                print(f"{threshold}: {', '.join(moves)}", flush=True)
        return True

    def _likeliest_first(
        self, threshold: Threshold, tests: Iterable[int], items: Sequence[pytest.Item]
    ) -> list[int]:
        """Tests named after the threshold or its module, then those that noticed others, then quick ones."""

        def likely(n: int) -> tuple[bool, bool, int, float]:
            name, stem = (word not in items[n].nodeid for word in (threshold.name, threshold.path.stem))
            return name, stem, -self.noticed[n], self.seconds[n]

        return sorted(tests, key=likely)

    def _as_it_is(self, items: Sequence[pytest.Item]) -> list[tuple[float, list[int]]] | str:
        """For each test how long it takes and which thresholds it uses; or the one that fails."""
        told = []
        for item in items:
            for cached in _cached(self.found):
                cached.cache_clear()
            self.watch.seen.clear()
            start = time.process_time()
            if not passes(item):
                return item.nodeid
            told.append((time.process_time() - start, sorted(self.watch.seen)))
        return told

    def _noticed(
        self, threshold: Threshold, factor: float, tests: Iterable[int], items: Sequence[pytest.Item]
    ) -> bool:
        """Whether one of the tests fails when the threshold is moved."""

        def moved() -> int:
            move(threshold, factor)
            return next((n for n in tests if not passes(items[n])), -1)

        usual = sum(self.seconds[n] for n in tests)
        number = in_child(moved, ENDLESS_S + 10 * usual)
        if isinstance(number, int) and number >= 0:
            self.noticed[number] += 1
        return number != -1


def _cached(found: Iterable[Threshold]) -> Iterator[Callable[..., object]]:
    """What remembers in their modules: a test would not be seen to use what another asked before."""
    for module in {sys.modules[t.module] for t in found}:
        yield from (v for v in vars(module).values() if hasattr(v, "cache_clear"))


def _only_from_here() -> None:
    """Have the package of this checkout tested, wherever another one is installed."""
    os.chdir(ROOT)
    beside = str(ROOT / "benchmarks")  # whose modules have names that folders of tests have too
    sys.path[:] = [str(ROOT), *(place for place in sys.path if os.path.realpath(place) != beside)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("part", type=Path)
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--only", nargs="*", default=[], help="names of thresholds")
    chosen = parser.parse_args()
    _only_from_here()
    part = (ROOT / chosen.part).resolve()
    files = sorted(part.rglob("*.py")) if part.is_dir() else [part]
    found = [t for f in files for t in thresholds(f) if not chosen.only or t.name in chosen.only]
    sys.meta_path.insert(0, watch := Watch(found))
    package = importlib.import_module("agendapack.extract")
    for module in pkgutil.walk_packages(package.__path__, "agendapack.extract."):
        importlib.import_module(module.name)
    bench = Bench(found, watch)
    if pytest.main(["-qqq", "-s", "-p", "no:cacheprovider", *chosen.tests], [bench]):
        sys.exit("these tests cannot be collected, or fail as they are")
    print(f"{bench.unnoticed} of {len(bench.found)} thresholds may be moved without a test failing")


if __name__ == "__main__":
    main()
