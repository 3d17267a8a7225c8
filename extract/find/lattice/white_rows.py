"""White rows of a striped table: above its first coloured row, below its last, and one below the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.lattice.stripes import (
    NEAR_PT,
    Stripe,
    by_cells,
    columns_of,
    crossed,
    keeps,
    padding,
    parted_rows,
    stripes,
)
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, within

PAD_EM = 1.5
"""White between two rows above the first coloured one, or below the last."""
PADDED, PADDED_ABOVE = 0.9, 1.5
"""White between rows, for that in a coloured one and that above its text: as much, or twice, or nearly."""
TIGHT_EM = 0.3
"""With less white between rows, their lines are as far apart."""
CLOSE_EM = 0.7
"""White between the lines of a row where that tells nothing."""
LARGER = 1.25
"""A title or a text beside the table is set so much larger than its rows."""
MAX_ABOVE = 2
"""Rows above the first coloured one: a white one and the head."""
INSIDE = 0.9
"""Share of a coloured row that lies in its table."""


def with_white_rows(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with the white rows above its first coloured row, and the one below its last."""
    ruled = _with_white_parted(ruled, seen)
    mine = [
        (box, xs) for box, xs in stripes(seen.areas) if ruled.frame.grown(1).overlap(box) >= INSIDE * box.area
    ]
    return with_rows_around(ruled, seen, mine) if mine else ruled


def with_rows_around(ruled: RuledGrid, seen: Evidence, mine: Sequence[Stripe]) -> RuledGrid:
    """The grid with the white rows above the first of these coloured ones, and the one below the last."""
    lines = _as_large(ruled, [by_cells(line, ruled.xs) for line in seen.lines])
    return _with_row_below(_with_rows_above(ruled, lines, mine), lines, mine)


def _with_white_parted(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with levels between rows that are white one below the other: the head and the first, or more.

    They have the white between them that coloured rows have; a head may show by its bold letters alone.
    """
    frame, xs = ruled.frame, ruled.xs
    wide = [a for a in seen.areas if min(a.x1, frame.x1) - max(a.x0, frame.x0) >= INSIDE * frame.width]
    mine = [stripe for stripe, _ in stripes(seen.areas)] + wide
    mine = [a for a in mine if frame.grown(1).overlap(a) >= INSIDE * a.area and a.height < frame.height / 2]
    if not mine:
        return ruled
    lines = [by_cells(line, xs) for line in within(seen.lines, frame)]
    white = _white_between([(a, []) for a in mine], lines)
    levels = []
    for n, (top, bottom) in enumerate(pairwise(ruled.ys)):
        if any(a.top < (top + bottom) / 2 < a.bottom for a in mine):
            continue
        row = [line for line in lines if top <= line.mid_y < bottom]
        rows = parted_rows(row, white) if row and white > TIGHT_EM * row[0].size else _by_weight(row)
        if n == 0 and len(rows) == MAX_ABOVE or all(_is_row(some, xs) for some in rows):
            cuts = [(max(k.bottom for k in a) + b[0].top) / 2 for a, b in pairwise(rows)]
            levels += [Edge(y, frame.x0, frame.x1) for y in cuts]
    return RuledGrid(Lattice((*ruled.levels, *levels), ruled.uprights)) if levels else ruled


def _is_row(lines: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether the lines have a label and a text in half of the columns beside it."""
    columns = columns_of(lines, xs)
    return 1 in columns and len(columns) >= max(2, len(xs) / 2)


def _by_weight(lines: Sequence[Line]) -> list[list[Line]]:
    """The bold lines on top and the others."""
    bold = [all(w.bold for c in line.chunks for w in c.words) for line in lines]
    first = bold.index(False) if False in bold else 0
    return [list(lines[:first]), list(lines[first:])] if first and not any(bold[first:]) else [list(lines)]


def _as_large(ruled: RuledGrid, lines: Sequence[Line]) -> list[Line]:
    """The lines without those in larger letters than any in the table."""
    largest = max((line.size for line in within(lines, ruled.frame)), default=0.0)
    return [line for line in lines if line.size < LARGER * largest]


def _with_rows_above(ruled: RuledGrid, printed: Sequence[Line], mine: Sequence[Stripe]) -> RuledGrid:
    frame = ruled.frame
    if abs(mine[0][0].top - frame.top) > NEAR_PT:
        return ruled
    lines = _close_above(ruled, printed, padding(mine, printed)[1])
    white = _white_between(mine, printed)
    tight = not lines or white <= TIGHT_EM * lines[0].size
    tops: list[float] = []
    for row in parted_rows([] if tight else lines, white)[::-1][:MAX_ABOVE]:
        if len(columns_of(row, ruled.xs)) < 2:
            break
        tops.append(min(line.top for line in row) - 1)
    return _extended(ruled, tops, [line for line in lines if line.top > tops[-1]]) if tops else ruled


def _white_between(mine: Sequence[Stripe], lines: Sequence[Line]) -> float:
    """The white that parts rows at the least."""
    above, both = padding(mine, lines)
    return min(PADDED_ABOVE * above, PADDED * both)


def _close_above(ruled: RuledGrid, lines: Sequence[Line], white: float) -> list[Line]:
    """The lines right above the table that keep to its columns, with as much white between as a row has.

    One half above it is of a white label beside the first coloured cells.
    """
    frame, found = ruled.frame, list[Line]()
    top = frame.top
    for line in reversed([line for line in lines if line.top < frame.top - NEAR_PT]):
        if top - line.bottom > max(PAD_EM * line.size, white + NEAR_PT) or not keeps(line, ruled.xs):
            break
        if line.bottom <= frame.top + NEAR_PT:
            found.insert(0, line)
        top = line.top
    return found


def _extended(ruled: RuledGrid, tops: Sequence[float], lines: Sequence[Line]) -> RuledGrid:
    """The grid with rows that begin at these heights, headings over several columns on top of these."""
    frame, xs = ruled.frame, ruled.xs
    over = [c for line in lines for c in line.chunks if crossed(c, xs)]
    levels = [Edge(y, frame.x0, frame.x1) for y in tops]
    for c in over:
        levels.append(Edge(c.bottom, xs[bisect_right(xs, c.x0 + 1) - 1], xs[bisect_left(xs, c.x1 - 1)]))
    starts = [max((c.bottom for c in over if x in crossed(c, xs)), default=tops[-1]) for x in xs]
    uprights = [Edge(x, start, frame.top) for x, start in zip(xs, starts, strict=True)]
    return RuledGrid(Lattice((*ruled.levels, *levels), (*ruled.uprights, *uprights)))


def _with_row_below(ruled: RuledGrid, lines: Sequence[Line], mine: Sequence[Stripe]) -> RuledGrid:
    """The grid with the row under its last coloured one, where rows are white by turns."""
    frame = ruled.frame
    if ruled.rows < 2 or abs(mine[-1][0].bottom - frame.bottom) > NEAR_PT:
        return ruled
    row = _row_below(ruled, lines, _white_between(mine, lines))
    fewest = min(len(columns_of(some, ruled.xs)) for some in _row_lines(ruled, lines))
    full = (
        row
        and min(line.x0 for line in row) <= ruled.xs[1]
        and len(columns_of(row, ruled.xs)) >= max(2, fewest)
    )
    if not full and not (row and _begins_as(row[0], within(lines, frame))):
        return ruled
    bottom = row[-1].bottom + max(row[0].top - frame.bottom, 1.0)
    uprights = [Edge(x, frame.bottom, bottom) for x in ruled.xs]
    return RuledGrid(Lattice((*ruled.levels, Edge(bottom, frame.x0, frame.x1)), (*ruled.uprights, *uprights)))


def _begins_as(line: Line, rows: Sequence[Line]) -> bool:
    """Whether several texts begin right where texts of the rows do, whatever columns stay empty."""
    starts = [c.x0 for row in rows for c in row.chunks]
    return len(line.chunks) > 1 and all(any(abs(c.x0 - x) <= 1 for x in starts) for c in line.chunks)


def _row_below(ruled: RuledGrid, lines: Sequence[Line], white: float) -> list[Line]:
    """The lines right under the table that keep to its columns, as far as they are one row."""
    row: list[Line] = []
    bottom = ruled.frame.bottom
    for line in (line for line in lines if line.top >= ruled.frame.bottom - 1):
        apart = min(white, CLOSE_EM * line.size) if white > TIGHT_EM * line.size else CLOSE_EM * line.size
        if line.top - bottom > (apart if row else PAD_EM * line.size):
            break
        if any(crossed(c, ruled.xs) for c in line.chunks):
            break
        row.append(line)
        bottom = max(bottom, line.bottom)
    return row


def _row_lines(ruled: RuledGrid, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each row."""
    inside = within(lines, ruled.frame)
    return [[line for line in inside if a <= (line.top + line.bottom) / 2 < b] for a, b in pairwise(ruled.ys)]
