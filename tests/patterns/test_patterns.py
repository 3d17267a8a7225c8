"""Every pattern of the package takes steps in proportion to the text, whatever is printed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import pytest
from patterns.attacks import attacks
from patterns.compiled import ROOT, Compiled
from patterns.steps import Machine, Program, TooManySteps, program, steps

LENGTHS = (200, 400, 800)
"""Characters: a bounded repeat within a bounded repeat may look slow up to its bounds, but not for ever."""
FEW = 20
"""Steps a character that raise no suspicion: twice the text cannot take many times as many."""
MOST = 3.0
"""Times the steps that a text twice as long may take: 2 where time grows with the text, 4 with its square."""
LIMIT = 500_000
SHORT_TEXTS = {
    "extract/outline/file_metadata.py _TITLE_PROPERTY": "a PDF property, which is cut",
}
"""Patterns that are only given short texts, with what bounds them."""


def collected() -> list[Compiled]:
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    told = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "compiled.py")],
        check=True, capture_output=True, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip
    return [Compiled(**found) for found in json.loads(told.stdout)]


def slow(pattern: str, flags: int = 0, anchored: bool = False) -> Iterator[str]:
    """Texts for which the steps grow faster than the text."""
    made = program(pattern, flags)
    for texts in zip_longest(*(attacks(pattern, flags, length) for length in LENGTHS)):
        if _grows(made, texts, anchored):
            yield texts[0]


def _grows(made: Program, texts: Sequence[str], anchored: bool) -> bool:
    few = 0
    for text in texts:
        try:
            taken = steps(made, text, anchored, LIMIT)
        except TooManySteps:
            return True
        if taken <= max(FEW * len(text), MOST * few):
            return False
        few = taken
    return True


def test_no_pattern_of_the_package_is_slow() -> None:
    found = collected()
    assert len(found) > 400
    assert SHORT_TEXTS.keys() <= {one.place for one in found}
    assert {
        (one.place, one.pattern): text[:40]
        for one in found
        if one.place not in SHORT_TEXTS
        for text in slow(one.pattern, one.flags, one.anchored)
    } == {}


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d+$",
        r"(a+)+b",
        r"(a|a)*b",
        r"(?:a|ab|b)*c",
        r"x.*y.*z",
        r"\([^)]*\)",
        r"(?:\w+,?)+;",
        r"^(\d+|\w)*$",
    ],
)
def test_a_slow_pattern_is_found(pattern: str) -> None:
    assert next(slow(pattern))


@pytest.mark.parametrize(
    "pattern",
    [r"(?<!\d)\d++$", r"(?<!a)a*+b?c", r"\([^)]{0,40}\)", r"(?<![a-z,])(?:[a-z]++,?)++;", r"\b(?:ab|cd)+\b"],
)
def test_a_pattern_in_proportion_is_left_alone(pattern: str) -> None:
    assert not list(slow(pattern))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(\w)\1(?=x)", "abbcddx"),
        (r"(?i)A+?b{2,3}", "xaaBBBb aab"),
        (r"(?<=a)b|(?<!\w)c\b", "ab c dc"),
        (r"(?m)^x$", "y\nx\nxx"),
        (r"(?:a*b?)*c", "aabab c"),
        (r"[^\W\d_]{2}+\s", "ab cde f"),
        (r"(?s).b$", "\nb\n"),
    ],
)
def test_the_machine_finds_what_python_finds(pattern: str, text: str) -> None:
    made = program(pattern, 0)
    for start in range(len(text) + 1):
        found = re.compile(pattern).match(text, start)
        assert Machine(text, LIMIT).run(made, start) == (found.end() if found else -1)
