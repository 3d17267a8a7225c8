"""Last rows of tables whose rows are shaded by turns: one without a colour ends below the coloured areas."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line

CLOSE_EM = 0.7
"""White between the lines of a row."""
PAD_EM = 1.2
"""White between the last coloured area and the text of the row below it, at most."""
GAP_EM = 0.4
"""White on a border between columns; words of one text stand closer."""
BAND_COVER = 0.9
"""Share of the table's width that the shading of a row covers."""
FILLED = 0.5
"""Share of the columns in which the row's first line must stand."""
MAX_LINES = 6
"""Lines of a row."""


def footed(ruled: RuledGrid, seen: Evidence) -> RuledGrid:
    """The grid with the unshaded row under its last band, where text in its columns calls for one."""
    if not _by_turns(ruled, seen):
        return ruled
    frame = ruled.frame
    row = _row_below(ruled, seen)
    filled = {bisect_right(ruled.xs, w.box.mid_x) for c in row[0].chunks for w in c.words} if row else set()
    if len(filled) < max(2, FILLED * ruled.columns) or row[0].x0 > ruled.xs[1]:
        return ruled
    bottom = row[-1].bottom + max(row[0].top - frame.bottom, 1.0)
    uprights = [Edge(x, frame.bottom, bottom) for x in ruled.xs]
    return RuledGrid(Lattice((*ruled.levels, Edge(bottom, frame.x0, frame.x1)), (*ruled.uprights, *uprights)))


def _by_turns(ruled: RuledGrid, seen: Evidence) -> bool:
    """Whether a row without shading stands between shaded ones, and the last one is shaded."""
    shaded = [_shaded(ruled, seen, (a + b) / 2) for a, b in pairwise(ruled.ys)]
    return shaded[-1:] == [True] and any(
        a and not b and c for a, b, c in zip(shaded, shaded[1:], shaded[2:], strict=False)
    )


def _shaded(ruled: RuledGrid, seen: Evidence, y: float) -> bool:
    frame = ruled.frame
    widths = [min(a.x1, frame.x1) - max(a.x0, frame.x0) for a in seen.areas if a.top < y < a.bottom]
    return sum(w for w in widths if w > 0) >= BAND_COVER * frame.width


def _row_below(ruled: RuledGrid, seen: Evidence) -> list[Line]:
    """Lines close under the table and to each other whose texts keep to the columns."""
    row: list[Line] = []
    bottom = ruled.frame.bottom
    for line in (line for line in seen.lines if line.top >= ruled.frame.bottom - 1):
        near = line.top - bottom <= (CLOSE_EM if row else PAD_EM) * line.size
        if not near or not _keeps(ruled, line) or len(row) == MAX_LINES:
            break
        row.append(line)
        bottom = line.bottom
    return row


def _keeps(ruled: RuledGrid, line: Line) -> bool:
    """Whether no word crosses the border of a column, and none stands close to one beyond it."""
    words = sorted((w for c in line.chunks for w in c.words), key=lambda w: w.box.x0)
    inside = all(any(a - 1 <= w.box.x0 and w.box.x1 <= b + 1 for a, b in pairwise(ruled.xs)) for w in words)
    return inside and not any(
        b.box.x0 - a.box.x1 < GAP_EM * line.size
        and bisect_right(ruled.xs, a.box.mid_x) != bisect_right(ruled.xs, b.box.mid_x)
        for a, b in pairwise(words)
    )
