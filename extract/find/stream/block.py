"""A run of lines that may be a table."""

from __future__ import annotations

from dataclasses import dataclass, field

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line
from agendapack.extract.model import Box


@dataclass
class Block:
    """Consecutive lines, and the level rules that lie among them."""

    lines: list[Line] = field(default_factory=list)
    rules: list[Edge] = field(default_factory=list)
    segments: list[Edge] = field(default_factory=list)
    """The rules as drawn, before collinear ones are joined."""
    areas: list[Box] = field(default_factory=list)
    """Coloured areas."""

    @property
    def x0(self) -> float:
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        return max(line.x1 for line in self.lines)
