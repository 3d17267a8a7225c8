"""Where another table begins: a text set apart, and cells below it at other places than those above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from statistics import median

from agendapack.extract.find.page.lines import Chunk, Line, chunk_of
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
SPACE_EM = 0.5
"""Spaces between words are no wider."""
Edges = tuple[float, float, float]
"""Where a text begins, where it has its middle, and where it ends."""


def is_title_of_next(run: Sequence[Line], held: Sequence[Line], lines: Sequence[Line], at: int) -> bool:
    """Whether the line at this place stands between the table of the run and another below it.

    Behind lines `held` that may belong to the table only larger letters tell; these may also head a group of
    rows in the columns of the fullest row above, which few lines fill where its neighbours wrap.
    """
    line = _uncut(lines[at])
    if len(line.chunks) != 1 or line.chunks[0].numeric:
        return False
    rows = [k for k in run if parted(k)]
    larger = is_headline(line, rows)
    if not larger and (held or not is_set_apart(run, line)):
        return False
    below = [*islice((k for k in lines[at + 1 : at + 1 + 2 * SHOWN] if parted(k)), SHOWN)]
    above, cells = _beside_first(rows), _beside_first(below)
    if len(rows) < MIN_ROWS or not cells:
        return False
    if larger and below[0].bold and not rows[-1].bold:
        return True
    headless = _figures(_beside_first(below[:1])) >= MOSTLY
    if len(rows) <= MAX_HEAD and headless and _figures(above) < MOSTLY <= _figures(cells):
        return False  # the first rows of the table stand under the heading
    slack = SAME_EM * median(row.size for row in rows)
    places = [[_edges(chunk) for chunk in row.chunks[1:]] for row in rows]
    shown = [places, [max(places, key=len)]] if larger else [places]
    goes_on = sum(any(_is_in_column(cell, some, slack) for some in shown) for cell in cells)
    return goes_on < (NEARLY if larger else MOSTLY) * len(cells)


def _uncut(line: Line) -> Line:
    """The line as one text, where only spaces between words part it: a column below may begin at one."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.chunks)]
    if not gaps or max(gaps) > SPACE_EM * line.size:
        return line
    return Line((chunk_of([w for c in line.chunks for w in c.words]),), line.base)


def is_headline(line: Line, rows: Sequence[Line]) -> bool:
    """Whether the line is in larger letters than the rows above."""
    return bool(rows) and line.size >= HEADLINE * median(row.size for row in rows)


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
