"""What the rows of a proposed table say of it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from agendapack.extract.find.choose.cells import filled, lines_of, share
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.prose import PROSE_WORDS
from agendapack.extract.model import Cell, Grid, Word

APART_EM = 1.7
"""Lines of one text are not this far apart, in font sizes."""
CLOSE_EM = 0.1
"""Rows as close as lines, give or take this much."""


def rows_begun(grid: Grid, seen: Evidence) -> float:
    """Rows that begin in the first column in use, and not in the middle of a sentence."""
    cells = filled(grid)
    left = min((c.column for c in cells), default=0)
    first = {c.row for c in cells if c.column == left and not c.text[:1].islower()}
    return share(len(first), len({c.row for c in cells}))


def rows_of_one(grid: Grid, seen: Evidence) -> float:
    """Rows with a single text."""
    rows = Counter(c.row for c in filled(grid))
    return share(sum(n == 1 for n in rows.values()), len(rows))


def running_text(grid: Grid, seen: Evidence) -> float:
    """Rows that are running text across the columns."""
    rows = Counter(c.row for c in filled(grid))
    prose = {
        c.row for c in filled(grid) if c.column_span > 1 and len(c.words) >= PROSE_WORDS and rows[c.row] == 1
    }
    return share(len(prose), len(rows))


def lines_in_step(grid: Grid, seen: Evidence) -> float:
    """Cells of rows in which each cell has as many lines, several: rows are hidden in them."""
    counts: dict[int, list[int]] = {}
    for cell in filled(grid):
        counts.setdefault(cell.row, []).append(cell.text.count("\n") + 1)
    rows = counts.values()
    same = sum(len(n) for n in rows if len(n) > 1 and min(n) == max(n) > 1)
    return share(same, sum(map(len, rows)))


def lines_apart(grid: Grid, seen: Evidence) -> float:
    """Cells with more white between two lines than one text has."""
    cells = filled(grid)
    return share(sum(any(gap > APART_EM for gap in _pitches(c)) for c in cells), len(cells))


def rows_close(grid: Grid, seen: Evidence) -> float:
    """Rows that follow the row above no further than the lines of its cells follow one another."""
    within = sorted(gap for c in filled(grid) for gap in _pitches(c))
    if not within:
        return 0.0
    usual = within[len(within) // 2] + CLOSE_EM
    rows = [(min(w.box.top for w in row), max(w.box.bottom for w in row), row[0].size) for row in _rows(grid)]
    close = sum((below[0] - above[1]) / max(above[2], 1.0) + 1 <= usual for above, below in pairwise(rows))
    return share(close, len(rows) - 1)


def _rows(grid: Grid) -> list[list[Word]]:
    """The words of the rows from the top down, without cells over several rows."""
    rows: dict[int, list[Word]] = {}
    for cell in filled(grid):
        if cell.row_span == 1 and cell.words:
            rows.setdefault(cell.row, []).extend(cell.words)
    return [words for _, words in sorted(rows.items())]


def _pitches(cell: Cell) -> list[float]:
    """How far the lines of a cell are apart, in font sizes."""
    lines = [line[0] for line in lines_of(cell)]
    return [(b.box.bottom - a.box.bottom) / max(a.size, 1.0) for a, b in pairwise(lines)]
