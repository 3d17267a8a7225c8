"""A run of lines that may be a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box

COVERING = 0.8
"""Share of a block's width from which a level rule in it is one of its own."""


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

    @cached_property
    def reach(self) -> tuple[float, float]:
        """From where to where its lines and the rules over them go."""
        own = [e for e in self.rules if self._covered(e) >= COVERING * (self.x1 - self.x0)]
        return min([self.x0, *(e.start for e in own)]), max([self.x1, *(e.end for e in own)])

    def _covered(self, rule: Edge) -> float:
        return min(rule.end, self.x1) - max(rule.start, self.x0)
