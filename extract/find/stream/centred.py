"""The last line of a cell of two lines, the other texts of whose row stand in the middle of its height."""

from __future__ import annotations

from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.stream.block import Block

HALF_EM = 0.85
"""Half of the way from one line of a cell to the next; rows never stand so near to each other."""


def closes_centred_cell(block: Block, line: Line) -> bool:
    """Whether the line stands half a line below the block's last, which has several texts."""
    last = block.lines[-1]
    near = 0 < line.base - last.base <= HALF_EM * line.size
    return near and len(line.chunks) == 1 and len(last.chunks) > 1
