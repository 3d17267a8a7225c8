"""Whether white parts the rows of a table as rules would."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.cell_text import text_lines
from agendapack.extract.find.page.row_line import JUMP_EM
from agendapack.extract.model import Grid, Word

MIN_WRAPPED = 4
"""Lines below others in their cells, that tell how near to each other these stand."""


def is_paced(grid: Grid) -> bool:
    """Whether more white parts its rows than the lines of its cells; in columns of text it does not."""
    rows = [[c for c in grid.cells if c.row == r and c.words] for r in range(grid.rows)]
    lines = [text_lines(list(c.words)) for row in rows for c in row]
    inside = [_top(b) - _bottom(a) for some in lines for a, b in pairwise(some)]
    if len(inside) < MIN_WRAPPED or not all(rows):
        return False
    em = max(w.size for row in rows for c in row for w in c.words)
    clear = max(inside) + JUMP_EM * em
    ends = [[w for c in row for w in c.words] for row in rows]
    return all(_top(b) - _bottom(a) >= clear for a, b in pairwise(ends))


def _top(words: Sequence[Word]) -> float:
    return min(w.box.top for w in words)


def _bottom(words: Sequence[Word]) -> float:
    return max(w.box.bottom for w in words)
