"""Moves each threshold of a part of the package by half up and down, and names those that no test notices.

    python benchmarks/thresholds.py extract/records/drawings.py tests/records/test_drawings.py [MORE TESTS …]

The part is a file or folder; the tests should be quick, for they run twice for each threshold, in a copy of
the checkout. A threshold is a number that a module names in capitals. One that nothing notices needs a test
on either side, or is not needed.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACTORS = (0.5, 1.5)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named number and where it stands in its file."""

    path: Path
    name: str
    line: int
    start: int
    end: int
    value: float

    def moved(self, source: str, factor: float) -> str:
        """The source with the number moved; a whole one stays whole and moves by one at least."""
        value = self.value * factor
        if isinstance(self.value, int):
            value = max(self.value + 1, int(value)) if factor > 1 else min(self.value - 1, int(value))
        lines = source.splitlines(keepends=True)
        text = lines[self.line - 1].encode()
        lines[self.line - 1] = (text[: self.start] + repr(value).encode() + text[self.end :]).decode()
        return "".join(lines)


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
                yield Threshold(
                    path, name.id, number.lineno, number.col_offset, number.end_col_offset or 0, number.value
                )


def noticed(copy: Path, threshold: Threshold, factor: float, tests: list[str]) -> bool:
    """Whether a test fails when the threshold is moved."""
    place = copy / threshold.path.relative_to(ROOT)
    source = place.read_text(encoding="utf-8")
    place.write_text(threshold.moved(source, factor), encoding="utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        return subprocess.run(command, cwd=copy, capture_output=True, check=False).returncode != 0
    finally:
        place.write_text(source, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("part", type=Path)
    parser.add_argument("tests", nargs="+")
    chosen = parser.parse_args()
    part = (ROOT / chosen.part).resolve()
    files = sorted(part.rglob("*.py")) if part.is_dir() else [part]
    unnoticed = total = 0
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place, "copy")
        left_out = shutil.ignore_patterns(".git", "*.pyc", "__pycache__", ".venv")
        shutil.copytree(ROOT, copy, symlinks=True, ignore=left_out)
        for threshold in (t for file in files for t in thresholds(file)):
            total += 1
            missed = [f"x {f:g}" for f in FACTORS if not noticed(copy, threshold, f, chosen.tests)]
            unnoticed += bool(missed)
            if missed:
                where = f"{threshold.path.relative_to(ROOT)} {threshold.name}"
                print(f"{where} = {threshold.value:g}: {', '.join(missed)}")
    print(f"{unnoticed} of {total} thresholds may be moved without a test failing")


if __name__ == "__main__":
    main()
