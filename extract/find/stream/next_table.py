"""Where another table begins: a text set apart, and cells below it at other places than those above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from statistics import median

from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.find.page.prose import parted
from agendapack.extract.find.stream.extent import HEADLINE, is_set_apart

MIN_ROWS = 2
"""Lines side by side that tell where a table has its columns: a head and a row."""
MAX_HEAD = 5
"""Lines that the head of a table has side by side."""
SHOWN = 4
"""Lines side by side below a title that tell where the next table has its columns."""
SAME_EM = 0.5
"""Texts of one column begin, end or have their middles this near to each other."""
OFTEN = 0.3
"""Share of the rows above that have a text at one place where a column is;"""
MOSTLY = 0.5
"""share of the texts beside the first column that stand in such columns where a table goes on;"""
NEARLY = 0.75
"""the same below a heading in larger letters."""
Edges = tuple[float, float, float]
"""Where a text begins, where it has its middle, and where it ends."""


def is_title_of_next(run: Sequence[Line], held: Sequence[Line], lines: Sequence[Line], at: int) -> bool:
    """Whether the line at this place stands between the table of the run and another below it.

    Behind lines `held` that may belong to the table only larger letters tell; these may also head a group of
    rows in the columns of the fullest row above, which few lines fill where its neighbours wrap.
    """
    if len(lines[at].chunks) != 1 or lines[at].chunks[0].numeric:
        return False
    rows = [line for line in run if parted(line)]
    larger = is_headline(lines[at], rows)
    if not larger and (held or not is_set_apart(run, lines[at])):
        return False
    below = [*islice((k for k in lines[at + 1 : at + 1 + 2 * SHOWN] if parted(k)), SHOWN)]
    above, cells = _beside_first(rows), _beside_first(below)
    if len(rows) < MIN_ROWS or not cells:
        return False
    if larger and _is_bold(below[0]) and not _is_bold(rows[-1]):
        return True
    first = _beside_first(below[:1])  # no head of its own
    if len(rows) <= MAX_HEAD and _figures(above) < MOSTLY <= min(_figures(cells), _figures(first)):
        return False  # the first rows of the table stand under the heading
    slack = SAME_EM * median(row.size for row in rows)
    places = [[_edges(chunk) for chunk in row.chunks[1:]] for row in rows]
    shown = [places, [max(places, key=len)]] if larger else [places]
    goes_on = sum(any(_is_in_column(cell, some, slack) for some in shown) for cell in cells)
    return goes_on < (NEARLY if larger else MOSTLY) * len(cells)


def is_headline(line: Line, rows: Sequence[Line]) -> bool:
    """Whether the line is in larger letters than the rows above."""
    return bool(rows) and line.size >= HEADLINE * median(row.size for row in rows)


def _is_bold(line: Line) -> bool:
    return all(word.bold for chunk in line.chunks for word in chunk.words)


def _beside_first(rows: Iterable[Line]) -> list[Chunk]:
    return [chunk for row in rows for chunk in row.chunks[1:]]


def _figures(cells: Sequence[Chunk]) -> float:
    """The share of texts that are figures."""
    return sum(chunk.numeric for chunk in cells) / max(1, len(cells))


def _is_in_column(cell: Chunk, places: Sequence[Sequence[Edges]], slack: float) -> bool:
    """Whether texts of the rows begin, end or have their middles where the cell does."""
    return any(
        sum(any(abs(edges[way] - at) <= slack for edges in row) for row in places) >= OFTEN * len(places)
        for way, at in enumerate(_edges(cell))
    )


def _edges(chunk: Chunk) -> Edges:
    return chunk.x0, (chunk.x0 + chunk.x1) / 2, chunk.x1
