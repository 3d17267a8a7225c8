"""Where another table begins: a text set apart, and cells below it at other places than those above."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from statistics import median

from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.find.page.prose import parted

MIN_ROWS = 2
"""Lines side by side that tell where a table has its columns: a head and a row."""
MAX_HEAD = 5
"""Lines that the head of a table has side by side."""
SHOWN = 4
"""Lines side by side below a title that tell where the next table has its columns."""
LOOSE = 1.8
"""A title is set off by this many times the usual white of the rows;"""
APART_EM = 0.5
"""and by so much, in font sizes."""
SAME_EM = 0.5
"""Texts of one column begin, end or have their middles this near to each other."""
OFTEN = 0.3
"""Share of the rows above that have a text at one place where a column is;"""
MOSTLY = 0.5
"""share of the texts beside the first column that stand in such columns where a table goes on."""


def is_title_of_next(run: Sequence[Line], lines: Sequence[Line], at: int) -> bool:
    """Whether the line at this place stands between the table of the run and another below it."""
    line, rows = lines[at], [k for k in run if parted(k)]
    if len(line.chunks) != 1 or line.chunks[0].numeric or len(rows) < MIN_ROWS or not _is_apart(run, line):
        return False
    below = islice((k for k in lines[at + 1 : at + 1 + 2 * SHOWN] if parted(k)), SHOWN)
    cells = [chunk for row in below for chunk in row.chunks[1:]]
    above = [chunk for row in rows for chunk in row.chunks[1:]]
    if len(rows) <= MAX_HEAD and _figures(above) < MOSTLY <= _figures(cells):
        return False  # the first rows of the table stand under the heading
    return bool(cells) and sum(_is_in_column(c, rows) for c in cells) < MOSTLY * len(cells)


def _figures(cells: Sequence[Chunk]) -> float:
    """The share of texts that are figures."""
    return sum(chunk.numeric for chunk in cells) / max(1, len(cells))


def _is_apart(run: Sequence[Line], line: Line) -> bool:
    """Whether the white over the line is more than that between rows."""
    whites = [b.top - a.bottom for a, b in pairwise(run)]
    return line.top - run[-1].bottom > max(LOOSE * median(whites), APART_EM * line.size)


def _is_in_column(cell: Chunk, rows: Sequence[Line]) -> bool:
    """Whether texts of the rows begin, end or have their middles where the cell does."""
    slack = SAME_EM * median(row.size for row in rows)
    places = [[_edges(chunk) for chunk in row.chunks[1:]] for row in rows]
    return any(
        sum(any(abs(edges[way] - at) <= slack for edges in row) for row in places) >= OFTEN * len(rows)
        for way, at in enumerate(_edges(cell))
    )


def _edges(chunk: Chunk) -> tuple[float, float, float]:
    """Where a text begins, where it has its middle, and where it ends."""
    return chunk.x0, (chunk.x0 + chunk.x1) / 2, chunk.x1
