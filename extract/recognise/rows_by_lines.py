"""The rows of a table without walls as its lines stand: texts that white or type parts, whatever its columns.

Rows of cards have labels where others have the middle of a long text, so that no column is white all down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.model import Cell, Grid, Table, Word, union
from agendapack.extract.outline.lines import WIDE_GAP_EM, TextLine, lines_of

WALLED = frozenset({"ruled", "partly ruled"})
"""How tables are found whose cells are drawn."""
SAME_EDGE_PT = 2.0
"""Lines of rows begin this close to the left edge of the table; others go on with the row above."""
SPACE_EM = 0.5
"""White that parts bold words from others is wider than a space, in font sizes."""


def is_walled(table: Table) -> bool:
    """Whether lines are drawn between the table's columns."""
    return any(part.method in WALLED for part in table.parts)


def rows_by_lines(table: Table) -> list[list[Cell]]:
    """The texts of each row, from left to right, each under a column that is where it begins."""
    return [row for part in table.parts for row in _rows(part)]


def _rows(grid: Grid) -> Iterator[list[Cell]]:
    of_word = {id(word): cell for cell in grid.cells for word in cell.words}
    lines = lines_of(grid.page, (word for cell in grid.cells for word in cell.words if not word.turn))
    left = min((line.box.x0 for line in lines), default=0.0)
    row: list[Cell] = []
    for line in lines:
        texts = [_text(words, of_word[id(words[0])]) for words in _stretches(line)]
        if line.box.x0 <= left + SAME_EDGE_PT:
            if row:
                yield row
            row = texts
        else:
            for text in texts:
                _go_on(row, text)
    if row:
        yield row


def _stretches(line: TextLine) -> list[list[Word]]:
    """The words of a line between wide gaps, and between bold and other type with more than a space."""
    found = [[line.words[0]]]
    for left, right in pairwise(line.words):
        gap = (right.box.x0 - left.box.x1) / max(left.size, right.size, 1.0)
        if gap > (WIDE_GAP_EM if left.bold == right.bold else SPACE_EM):
            found.append([])
        found[-1].append(right)
    return found


def _text(words: Sequence[Word], cell: Cell) -> Cell:
    """A text for itself, with the colour of the cell that it was found in."""
    box = union(word.box for word in words)
    text = " ".join(word.text for word in words)
    return Cell(cell.row, round(box.x0), text, cell.page, box, words=tuple(words), fill=cell.fill)


def _go_on(row: list[Cell], more: Cell) -> None:
    """More of the text above that stands in the same place; else a text of its own."""
    over = max(range(len(row)), key=lambda n: _shared(row[n], more), default=None)
    if over is None or _shared(row[over], more) <= 0:
        row.append(more)
        row.sort(key=lambda cell: cell.column)
        return
    above = row[over]
    row[over] = replace(
        above,
        text=f"{above.text}\n{more.text}",
        words=(*above.words, *more.words),
        box=union([above.box, more.box]),
    )


def _shared(above: Cell, below: Cell) -> float:
    """The width in which two texts stand one over the other."""
    return min(above.box.x1, below.box.x1) - max(above.box.x0, below.box.x0)
