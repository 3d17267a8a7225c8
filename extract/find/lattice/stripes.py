"""Rows of coloured cells in a table striped cell by cell, and the uprights they give to white rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from agendapack.extract.find.page.edges import Edge, positions
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Chunk, Line, within
from agendapack.extract.find.stream.columns import cut_lines
from agendapack.extract.model import Box

NEAR_PT = 3.0
"""Borders of coloured cells, and rules, this near are one."""
CELL_GAP_EM = 0.4
"""White on a border between two cells; words of one text stand closer."""
MIN_BORDERS = 4
"""Borders of three cells; two say little about where columns are."""
MIN_TEXTS = 3
"""Texts side by side of which one may be a heading over several columns."""

Stripe = tuple[Box, list[float]]
"""Where a row of coloured cells is, and the borders of its cells."""


def stripes(areas: Sequence[Box], least: int = MIN_BORDERS) -> list[Stripe]:
    """The rows of coloured cells that meet, from the top down, with this many borders at least."""
    rows: list[list[Box]] = []
    for area in sorted(areas, key=lambda a: (a.top, a.x0)):
        row = next((r for r in rows[::-1] if _beside(r[-1], area)), None)
        if row is None:
            rows.append([area])
        else:
            row.append(area)
    borders = [positions(x for area in row for x in (area.x0, area.x1)) for row in rows]
    return [
        (Box(xs[0], row[0].top, xs[-1], row[0].bottom), xs)
        for row, xs in zip(rows, borders, strict=True)
        if len(xs) >= least
    ]


def across_white(seen: Evidence) -> list[Edge]:
    """The borders of coloured cells carried on through each white row to cells of the same columns."""
    found = []
    for (above, xs), (below, others) in pairwise(stripes(seen.areas)):
        gap = Box(above.x0, above.bottom, above.x1, below.top)
        if _same(xs, others) and gap.height > 0 and _is_row(within(seen.lines, gap), xs):
            found += [Edge(x, gap.top, gap.bottom) for x in xs]
    return found


def padding(striped: Sequence[Stripe], lines: Sequence[Line]) -> tuple[float, float]:
    """White above the texts of a coloured row, and below them too: the least of all rows.

    Text in the middle of its cell, or in a row of a fixed height, has more of it.
    """
    texts = [(box, mine) for box, _ in striped if (mine := within(lines, box))]
    above = (mine[0].top - box.top for box, mine in texts)
    both = (box.height - (max(line.bottom for line in mine) - mine[0].top) for box, mine in texts)
    return min(above, default=0.0), min(both, default=0.0)


def parted_rows(lines: Sequence[Line], white: float) -> list[list[Line]]:
    """The lines, from the top down, parted where so much white is between them."""
    rows: list[list[Line]] = []
    bottom = -inf
    for line in lines:
        if line.top - bottom >= white:
            rows.append([])
        rows[-1].append(line)
        bottom = max(bottom, line.bottom)
    return rows


def crossed(chunk: Chunk, xs: Sequence[float]) -> list[float]:
    """The borders that a text stands across; between two cells' texts is more white than between words."""
    inner = [x for x in xs if chunk.x0 + 1 < x < chunk.x1 - 1]
    gap = CELL_GAP_EM * chunk.size
    gaps = [(a.box.x1, b.box.x0) for a, b in pairwise(chunk.words) if b.box.x0 - a.box.x1 >= gap]
    return [x for x in inner if not any(a - 1 <= x <= b + 1 for a, b in gaps)]


def by_cells(line: Line, xs: Sequence[float]) -> Line:
    """The line cut at the borders between its words where it has several texts side by side: it is a row."""
    return cut_lines([line], xs)[0] if len(line.chunks) >= MIN_TEXTS else line


def keeps(line: Line, xs: Sequence[float]) -> bool:
    """Whether the line keeps to the columns: all its texts, or most of several beside a heading over two."""
    across = sum(bool(crossed(c, xs)) for c in line.chunks)
    inside = xs[0] - NEAR_PT <= line.x0 and line.x1 <= xs[-1] + NEAR_PT
    return inside and (not across or len(line.chunks) >= MIN_TEXTS and 2 * across < len(line.chunks))


def columns_of(lines: Sequence[Line], xs: Sequence[float]) -> set[int]:
    """Numbers of the columns in which the lines have a text, from 1."""
    return {bisect_right(xs, w.box.mid_x) for line in lines for c in line.chunks for w in c.words}


def _beside(left: Box, right: Box) -> bool:
    level = abs(left.top - right.top) <= NEAR_PT and abs(left.bottom - right.bottom) <= NEAR_PT
    return level and abs(right.x0 - left.x1) <= NEAR_PT


def _same(xs: Sequence[float], others: Sequence[float]) -> bool:
    return len(xs) == len(others) and all(abs(x - y) <= NEAR_PT for x, y in zip(xs, others, strict=True))


def _is_row(lines: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether the lines are a row: cells side by side, none across a border, no title over the first."""
    across = any(crossed(c, xs[1:-1]) for line in lines for c in by_cells(line, xs).chunks)
    return not across and len(columns_of(lines, xs)) > 1 and columns_of(lines[:1], xs) != {1}
