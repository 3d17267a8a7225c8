"""Bodies without rules under a boxed header: its uprights are carried down, its rows told by their text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.grid import NEAR_PT, RuledGrid
from agendapack.extract.find.lattice.header_above import fits_columns
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within
from agendapack.extract.find.page.prose import parted
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.rows import row_groups
from agendapack.extract.find.stream.uneven_lines import together
from agendapack.extract.model import Box

MAX_HEAD_ROWS = 4
"""Rows of a boxed header."""
MIN_COLUMNS = 3
"""Columns of such a table; under a box of two, a list looks the same."""
MIN_ROWS = 2
"""Lines with cells side by side that make a body."""
CLOSE_EM = 0.8
"""White above a single text of the body, at most;"""
ROOMY_EM = 3.0
"""and above cells side by side."""


def with_rows_below(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with the rows that stand under it in its columns, where it is only a header."""
    if ruled.rows > MAX_HEAD_ROWS or ruled.columns < MIN_COLUMNS:
        return ruled
    body = together(_body(ruled, seen))
    if sum(parted(line) for line in body) < MIN_ROWS:
        return ruled
    frame = ruled.frame
    bottom = body[-1].bottom + 1
    row_lines = [_row_line(line, ruled.xs) for line in body]
    rules = [
        e
        for e in (*seen.levels, *seen.band_levels)
        if frame.bottom < e.at < bottom and e.start < frame.x1 and e.end > frame.x0
    ]
    groups = row_groups(row_lines, _extents(ruled, body), rules)
    cuts = [(a[-1].bottom + b[0].top) / 2 for a, b in pairwise(groups)]
    levels = [Edge(y, frame.x0, frame.x1) for y in (*cuts, bottom)]
    uprights = [Edge(x, frame.bottom, bottom) for x in ruled.xs]
    return RuledGrid(Lattice((*ruled.levels, *levels), (*ruled.uprights, *uprights)))


def _body(ruled: RuledGrid, seen: Evidence) -> list[Line]:
    """The lines under the grid that keep to its columns, down to the last with cells side by side."""
    frame = ruled.frame
    below = within(seen.lines, Box(frame.x0, frame.bottom, frame.x1, seen.page.height))
    walls = [e for e in seen.uprights if frame.x0 - NEAR_PT < e.at < frame.x1 + NEAR_PT]
    body: list[Line] = []
    bottom = frame.bottom
    for line in below:
        white = (ROOMY_EM if parted(line) else CLOSE_EM) * line.size
        if line.top - bottom > white or not fits_columns(ruled, line):
            break
        if any(e.start < line.base < e.end for e in walls):  # it stands in a table with rules of its own
            return []
        body.append(line)
        bottom = line.bottom
    while body and not parted(body[-1]) and not _is_closed(body[-1], frame, seen):
        body.pop()
    return body


def _is_closed(line: Line, frame: Box, seen: Evidence) -> bool:
    """Whether a rule across the table ends it right below the line."""
    return any(
        -NEAR_PT <= e.at - line.bottom <= CLOSE_EM * line.size
        and e.start <= frame.x0 + NEAR_PT
        and e.end >= frame.x1 - NEAR_PT
        for e in seen.levels
    )


def _row_line(line: Line, xs: Sequence[float]) -> RowLine:
    row_line = RowLine(line.top, line.bottom, line.base, line.size)
    for chunk in line.chunks:
        column = sum(x <= chunk.mid_x for x in xs) - 1
        row_line.cells.setdefault((column, column), []).append(chunk)
    return row_line


def _extents(ruled: RuledGrid, body: Sequence[Line]) -> list[tuple[float, float]]:
    """How far the text of each column reaches."""
    extents = []
    for a, b in pairwise(ruled.xs):
        mine = [c for line in body for c in line.chunks if a <= c.mid_x < b]
        extents.append((min(c.x0 for c in mine), max(c.x1 for c in mine)) if mine else (a, b))
    return extents
