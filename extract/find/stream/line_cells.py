"""Which columns the parts of a line stand in; a text over a gap between columns is cut where it can be."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.lines import Chunk, Line, chunk_of
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.columns import Span, covered, homes, reached, set_right
from agendapack.extract.model import Word

SPLIT_EM = 0.45
"""The only word gap of a text, on a river, may part two cells when it is at least this wide."""
NEAR_EM = 0.6
"""How near to its column's edge or middle a part must stand, cut at a wide gap;"""
EXACT_EM = 0.2
"""and cut at a gap like any other."""
WIDER = 1.3
"""Beside other word gaps, those that part cells are wider by this."""


def row_lines(lines: Sequence[Line], columns: Sequence[Span], em: float) -> list[RowLine]:
    """The lines with their chunks put to columns; chunks over a river are parted where they can be."""
    result = []
    right, reach = set_right(lines, columns, em), reached(lines, columns, em)
    for line in lines:
        row_line = RowLine(line.top, line.bottom, line.base, line.size)
        parts = [part for chunk in line.chunks for part in _parted(chunk, columns, em)]
        for part, over in zip(parts, homes(parts, columns, em, right, reach), strict=True):
            row_line.cells.setdefault(over, []).append(part)
        result.append(row_line)
    return result


def _parted(chunk: Chunk, columns: Sequence[Span], em: float) -> list[Chunk]:
    """The chunk cut at word gaps on the rivers it crosses, when every river has such a gap."""
    over = covered(chunk, columns, em)
    if len(over) < 2:
        return [chunk]
    parts: list[list[Word]] = [[]]
    inner, cuts = [], []
    for word in chunk.words:
        if parts[-1]:
            last = parts[-1][-1]
            gap = word.box.x0 - last.box.x1
            here, there = covered(chunk_of([last]), columns, em), covered(chunk_of([word]), columns, em)
            if here[-1] < there[0]:
                parts.append([])
                cuts.append(gap)
            else:
                inner.append(gap)
        parts[-1].append(word)
    if len(parts) < len(over):
        return [chunk]
    wide = min(cuts) >= (WIDER * max(inner) if inner else SPLIT_EM * em)
    pieces = [chunk_of(p) for p in parts]
    slack = (NEAR_EM if wide else EXACT_EM) * em
    return pieces if all(_stands(p, columns, em, slack) for p in pieces) else [chunk]


def _stands(chunk: Chunk, columns: Sequence[Span], em: float, slack: float) -> bool:
    """Whether the chunk stands at an edge or the middle of its column."""
    over = covered(chunk, columns, em)
    if len(over) > 1:
        return False
    a, b = columns[over[0]]
    return (
        abs(chunk.x0 - a) <= slack
        or abs(chunk.x1 - b) <= slack
        or abs((chunk.x0 + chunk.x1) - (a + b)) <= 2 * slack
    )
