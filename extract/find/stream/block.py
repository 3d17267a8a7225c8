"""A run of lines that may be a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line
from agendapack.extract.model import Box


@dataclass(frozen=True)
class Block:
    """Consecutive lines, and the level rules that lie among them."""

    lines: Sequence[Line]
    rules: Sequence[Edge] = ()
    segments: Sequence[Edge] = ()
    """The rules as drawn, before collinear ones are joined."""
    areas: Sequence[Box] = ()
    """Coloured areas."""

    @cached_property
    def x0(self) -> float:
        return min(line.x0 for line in self.lines)

    @cached_property
    def x1(self) -> float:
        return max(line.x1 for line in self.lines)
