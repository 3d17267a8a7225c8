"""How good a set of proposed tables is: a log-linear score of what speaks for and against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from agendapack.extract.find.choose.cells import share
from agendapack.extract.find.choose.clues import CLUES, Clue
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.model import Grid
from agendapack.schemas.loading import data_file

Signs = Mapping[str, float]
"""How far each clue holds, by its name."""


@cache
def weights() -> Signs:
    """What each clue is worth: `schemas/weights/find.yaml`, which benchmarks/learn_find.py writes."""
    return {str(name): float(worth) for name, worth in data_file("weights", "find.yaml")["weights"].items()}


def signs(grid: Grid, seen: Evidence, clues: Mapping[str, Clue] = CLUES) -> Signs:
    """How far each clue to a table holds."""
    return {name: clue(grid, seen) for name, clue in clues.items()}


def size(grid: Grid) -> int:
    """The words in its cells."""
    return sum(len(cell.words) for cell in grid.cells)


def together(tables: Sequence[Grid], each: Sequence[Signs], held: int) -> Signs:
    """The signs of a set: the mean of its tables by their words, and the share of all words that it holds."""
    sizes = [size(grid) for grid in tables]
    total = sum(sizes)
    mean = {
        name: sum(n * one[name] for n, one in zip(sizes, each, strict=True)) / max(total, 1) for name in CLUES
    }
    return {**mean, "words_held": share(total, held), "pieces": 1 - 1 / max(len(tables), 1)}


def score(found: Signs, worth: Signs) -> float:
    """The sum of the clues, each by its worth."""
    return sum(worth.get(name, 0.0) * value for name, value in found.items())
