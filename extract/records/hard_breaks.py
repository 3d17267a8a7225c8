"""Which printed lines of a cell begin although they had room on the line above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from agendapack.extract.model import Cell, Word
from agendapack.extract.recognise.columns import Column

SPACE_EM = 0.3
"""White between two words, in font sizes."""
SLACK_PT = 1.5
"""A word may be said to have fitted when so much room was left beside it."""


def after_hard_breaks(cell: Cell, column: Column, *, walled: bool = False) -> frozenset[int]:
    """Lines, counted from 0, whose first word fitted on the line above: no wrapping put them there.

    The widest line of the column stands for the room, which is no wider than the room there was; on
    another page the column may be wider than the cell. A `walled` cell has its rules or its colour on
    both sides, so that the room is known: as much is left free at the right as at the left.
    """
    lines = _lines(cell)
    if len(lines) < 2:
        return frozenset()
    room = min(max(_widths([*column.cells, cell])), cell.box.width)
    if walled:
        margin = max(0.0, min(line[0].box.x0 for line in lines) - cell.box.x0)
        room = max(room, cell.box.width - 2 * margin)
    return frozenset(n for n, (above, line) in enumerate(pairwise(lines), 1) if _fits(above, line[0], room))


def _lines(cell: Cell) -> list[Sequence[Word]]:
    """The cell's words by line; none where they do not match the text."""
    counts = [len(line.split()) for line in cell.lines]
    if sum(counts) != len(cell.words) or not all(counts):
        return []
    words = list(cell.words)
    lines: list[Sequence[Word]] = []
    for count in counts:
        lines.append(words[:count])
        words = words[count:]
    return lines


def _widths(cells: Iterable[Cell]) -> list[float]:
    return [_width(line) for cell in cells for line in _lines(cell)]


def _width(line: Sequence[Word]) -> float:
    return line[-1].box.x1 - line[0].box.x0


def _fits(above: Sequence[Word], word: Word, room: float) -> bool:
    return _width(above) + SPACE_EM * word.size + word.box.width + SLACK_PT <= room
