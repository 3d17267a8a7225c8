"""Columns whose cells say by their colour alone what they say: a rating between texts."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.columns import Span
from agendapack.extract.model import Box

MIN_LINES = 3
"""Lines beside coloured areas under one another that show these to be a column."""
MAX_SHARE = 0.25
"""Share of the table's width that such a column takes at most; wider ones are rows."""
EDGE_PT = 1.0
"""Areas of one column have their edges this near, and reach so far into the texts beside them."""


def with_painted(block: Block, columns: Sequence[Span]) -> list[Span]:
    """The columns, and those of coloured areas under one another between them, without a text in any."""
    found = list(columns)
    for areas in stacks(block):
        x0, x1 = areas[0].x0 + EDGE_PT, areas[0].x1 - EDGE_PT
        lines = _lines(areas, block)
        if len(lines) < MIN_LINES or any(_holds_text(a, block) for a in areas):
            continue
        parted = [_beside(column, lines) if x0 < column[1] and column[0] < x1 else column for column in found]
        if all(right <= x0 or left >= x1 for left, right in parted):
            found = [*parted, (x0, x1)]
    return sorted(found)


def _beside(column: Span, lines: Sequence[Line]) -> Span:
    """The part of a column in which the texts of these lines stand, whatever heading goes over more."""
    mine = [c for line in lines for c in line.chunks if column[0] <= c.mid_x <= column[1]]
    return (min(c.x0 for c in mine), max(c.x1 for c in mine)) if mine else column


def stacks(block: Block) -> Sequence[Sequence[Box]]:
    """The narrow areas of the block, those together that begin and end at the same places."""
    stacks: list[list[Box]] = []
    left, right = block.reach
    for area in block.areas:
        inside = left <= area.mid_x <= right  # not in a table beside it
        if inside and area.width <= MAX_SHARE * (block.x1 - block.x0):
            stack = next((some for some in stacks if _alike(some[0], area)), None)
            if stack is None:
                stacks.append([area])
            else:
                stack.append(area)
    return stacks


def _alike(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) <= EDGE_PT and abs(one.x1 - other.x1) <= EDGE_PT


def _lines(areas: Sequence[Box], block: Block) -> list[Line]:
    """The lines of the block that stand beside one of the areas."""
    return [k for k in block.lines if any(area.top <= k.mid_y <= area.bottom for area in areas)]


def _holds_text(area: Box, block: Block) -> bool:
    return any(
        area.holds(word.box.mid_x, word.box.mid_y)
        for line in block.lines
        for chunk in line.chunks
        for word in chunk.words
    )
