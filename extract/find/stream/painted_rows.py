"""Rows told by the coloured cells of one column, a rating: each touches the next, down to the last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.painted_columns import EDGE_PT, stacks
from agendapack.extract.model import Box

MIN_CELLS = 3
"""Coloured cells under one another that show where rows end."""
SLACK_PT = 1.5
"""Text may touch the border between two cells this much."""


def painted_rows(block: Block) -> list[Edge]:
    """The borders between coloured cells as rules across the block, where each such cell is one row.

    A cell over several rows would have the first lines of others beside its lower lines.
    """
    for areas in stacks(block):
        cells = sorted(areas, key=lambda area: area.top)
        touch = all(abs(b.top - a.bottom) <= EDGE_PT for a, b in pairwise(cells))
        rows = [[k for k in block.lines if a.top <= k.mid_y <= a.bottom] for a in cells]
        below = [k for k in block.lines if k.mid_y > cells[-1].bottom]
        if len(cells) >= MIN_CELLS and touch and not below and all(map(_is_row, rows, cells)):
            return [Edge(a.bottom, block.x0, block.x1) for a in cells[:-1]]
    return []


def _is_row(lines: Sequence[Line], cell: Box) -> bool:
    """Whether a rating and all that begins with it stand beside the cell, and nothing across its border."""
    if not lines or not within(lines[:1], cell):
        return False
    inside = all(cell.top - SLACK_PT <= k.top and k.bottom <= cell.bottom + SLACK_PT for k in lines)
    return inside and all(len(k.chunks) < len(lines[0].chunks) - 1 for k in lines[1:])
