"""What stands around a proposed table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from agendapack.extract.find.choose.cells import filled, share
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.find.page.prose import is_prose
from agendapack.extract.find.page.row_line import OVERLAP
from agendapack.extract.find.stream.columns_again import MAX_BETWEEN, MIN_COLUMNS, goes_on
from agendapack.extract.model import Box, Grid, Word

BELOW_EM = 1.7
"""White between a table and a line below it that seems to belong to it, in font sizes."""
ABOVE_EM = 3.5
"""The same above, where its head may stand apart."""
BESIDE_EM = 10.0
"""White between a row and a text beside it."""


def texts_beside(grid: Grid, seen: Evidence) -> float:
    """Rows with a text right beside them, set under one another, where nothing else stands there."""
    box = grid.box
    level = [line for line in seen.lines if box.top < (line.top + line.bottom) / 2 < box.bottom]
    return max(_labelled(level, grid, left) for left in (True, False))


def _labelled(level: Sequence[Line], grid: Grid, left: bool) -> float:
    """Of the rows, or of the lines that have a text on this side, those with one of a common start or end."""
    edges: Counter[tuple[str, int]] = Counter()
    lines = 0
    for line in level:
        beside = _nearest(line, grid.box, left)
        if (
            beside
            and not is_prose(beside)
            and any(grid.box.x0 <= c.mid_x <= grid.box.x1 for c in line.chunks)
        ):
            edges.update([("start", round(beside.x0)), ("end", round(beside.x1))])
        lines += beside is not None
    rows = max(edges.values(), default=0)
    return share(rows, max(grid.rows, lines)) if rows > 1 else 0.0


def _nearest(line: Line, box: Box, left: bool) -> Chunk | None:
    """The text of the line right beside the box."""
    reach = BESIDE_EM * line.size
    if left:
        near = [c for c in line.chunks if c.mid_x < box.x0 and box.x0 - c.x1 <= reach]
        return near[-1] if near else None
    return next((c for c in line.chunks if c.mid_x > box.x1 and c.x0 - box.x1 <= reach), None)


def texts_above(grid: Grid, seen: Evidence) -> float:
    """Columns over which a text of the line right above stands, of those with texts side by side."""
    over = [k for k in seen.lines if 0 <= grid.box.top - k.bottom + k.size / 2 <= ABOVE_EM * k.size]
    line = max(over, key=lambda k: k.bottom, default=None)
    return _in_columns(_beside(line, seen.lines), grid) if line else 0.0


def _in_columns(texts: Sequence[Chunk], grid: Grid) -> float:
    """Columns of the grid in which one of the texts stands by itself."""
    words: dict[int, list[Word]] = {}
    for cell in filled(grid):
        if cell.column_span == 1:
            words.setdefault(cell.column, []).extend(cell.words)
    spans = [(min(w.box.x0 for w in some), max(w.box.x1 for w in some)) for some in words.values() if some]
    held = sum(sum(c.x0 < b and c.x1 > a for a, b in spans) == 1 for c in texts)
    return min(share(held, len(spans)), 1.0) if held > 1 else 0.0


def texts_below(grid: Grid, seen: Evidence) -> float:
    """Columns under which a text of the line right below stands, of those with texts side by side."""
    under = [k for k in seen.lines if 0 <= k.top - grid.box.bottom + k.size / 2 <= BELOW_EM * k.size]
    line = min(under, key=lambda k: k.top, default=None)
    return _in_columns(_beside(line, seen.lines), grid) if line else 0.0


def rows_going_on(grid: Grid, seen: Evidence) -> float:
    """Whether a row of its columns stands some lines above or below it, in a table or in none.

    What rules or colours enclose ends where they do.
    """
    if grid.method != "aligned":
        return 0.0
    inside = [n for n, line in enumerate(seen.lines) if grid.box.holds((line.x0 + line.x1) / 2, line.mid_y)]
    rows = [seen.lines[n] for n in inside if len(seen.lines[n].chunks) >= MIN_COLUMNS]
    if not rows:
        return 0.0
    above = seen.lines[max(inside[0] - MAX_BETWEEN - 1, 0) : inside[0]]
    below = seen.lines[inside[-1] + 1 : inside[-1] + MAX_BETWEEN + 2]
    begun = any(len(k.chunks) >= MIN_COLUMNS and goes_on([k], rows[0]) for k in above)
    return float(begun or any(goes_on(rows, k) for k in below))


def _beside(line: Line, lines: Sequence[Line]) -> list[Chunk]:
    """The texts of the line and of those half a line above or below it: cells in the middle of their row."""
    level = (k for k in lines if min(k.bottom, line.bottom) - max(k.top, line.top) > OVERLAP * line.size)
    return [chunk for k in level for chunk in k.chunks]
