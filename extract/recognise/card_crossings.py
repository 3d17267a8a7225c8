"""Grids on cards whose texts merely stand in line: labels side by side, and rows that begin with one.

"Jul-Sep | Oct-Dec" over "Reached | 78% | 81%" and "Aimed at | 80% | 80%" are four values, each of its row and
its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_places import EDGE_PT, Texts, in_line
from agendapack.extract.recognise.card_rows import Names, at_side, name_of

MIN_HEADS = 2
"""Labels side by side over values, and values of a row."""


def crossings(texts: Texts, labels: Names) -> tuple[list[Labelled], set[int]]:
    """The values of all grids under what they are of, and the ids of the texts that make these."""
    pairs: list[Labelled] = []
    used: set[int] = set()
    lines = [*_lines(texts)]
    for n, heads in enumerate(lines):
        if len(heads) < MIN_HEADS or not all(name_of(cell) in labels for cell in heads):
            continue
        for row in lines[n + 1 :]:
            values = _values(row, heads, labels)
            if not values:
                break
            pairs += values
            used |= {id(row[0]), *map(id, heads)}
    return pairs, used | {id(pair.value) for pair in pairs}


def _lines(texts: Texts) -> Iterator[list[Cell]]:
    """The texts that stand in line, from the top."""
    left = sorted(texts, key=lambda cell: (cell.box.top, cell.box.x0))
    while left:
        line = [cell for cell in left if in_line(cell, left[0])]
        yield sorted(line, key=lambda cell: cell.box.x0)
        left = [cell for cell in left if all(cell is not other for other in line)]


def _values(row: Sequence[Cell], heads: Sequence[Cell], labels: Names) -> list[Labelled]:
    """The values of a row that begins left of the heads with a label; nothing for other lines."""
    within = [cell for cell in row if cell.box.x0 < heads[-1].box.x1 + EDGE_PT]
    if len(within) <= MIN_HEADS:
        return []
    side, *values = within
    if name_of(side) not in labels or side.box.x1 > heads[0].box.x0 + EDGE_PT:
        return []
    pairs: list[Labelled] = []
    for value in values:
        over = [head for head in heads if head.box.x0 - EDGE_PT <= value.box.mid_x <= head.box.x1 + EDGE_PT]
        if name_of(value) in labels or len(over) != 1:
            return []
        pairs.append(Labelled(replace(over[0], text=at_side(side, over[0])), value))
    return pairs if len({id(pair.label) for pair in pairs}) == len(pairs) else []
