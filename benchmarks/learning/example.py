"""Invented tables: what one is, its columns before they are typeset, and the wordings of heads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import NamedTuple

import yaml

from agendapack.extract.model import Table
from learning.texts_in_cells import HERE

OTHER, UNTOLD = "other", ""


class Drawn(NamedTuple):
    """A column before it is typeset: its head's levels, what it holds, its cells."""

    levels: tuple[str, ...]
    meaning: str
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A table, what it is, what its columns hold, and what stands over it."""

    table: Table
    kind: str
    meanings: tuple[str, ...]
    """What each column holds; empty where nobody told."""
    head: int
    """Rows of the head, from the top; -1 where nobody told."""
    title: str = ""
    headings: tuple[str, ...] = ()
    publisher: str = "invented"
    weight: float = 1.0


@cache
def heads() -> dict[str, list[str]]:
    """The wordings of heads.yaml, by what the column holds."""
    loaded: dict[str, list[str]] = yaml.safe_load((HERE / "heads.yaml").read_text(encoding="utf-8"))
    return loaded


class Bank:
    """Wordings to learn from, those kept back to judge what was learned, or all of them."""

    COMMON_FIRST = 1.6
    """The wordings of a meaning stand in the order of how common they are; 1 would draw all as often."""

    def __init__(self, part: str) -> None:
        self.part = part

    def head(self, rnd: Random, meaning: str) -> str:
        """A wording for such a column, as some council might print it."""
        every = heads()[meaning]
        kept = [
            h for i, h in enumerate(every) if self.part == "all" or (i % 3 == 2) == (self.part == "held out")
        ]
        bank = kept or every
        head = bank[int(len(bank) * rnd.random() ** self.COMMON_FIRST)]
        return head.upper() if rnd.random() < 0.08 else head
