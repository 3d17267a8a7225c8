"""What the cells of a proposed table say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendapack.extract.find.accept.proposed import is_figure
from agendapack.extract.find.cell_text import text_lines
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import CHUNK_GAP_EM
from agendapack.extract.model import Cell, Grid, Word
from agendapack.extract.normalise.figures import stands_for_figure

CUT_PT = 1.5
"""A word that reaches this far out of its cell stands across its border."""


def share(part: int, whole: int) -> float:
    """The part of the whole; none of nothing."""
    return part / whole if whole else 0.0


def filled(grid: Grid) -> list[Cell]:
    """The cells that hold something."""
    return [c for c in grid.cells if c.text or c.glyphs]


def words_cut(grid: Grid, seen: Evidence) -> float:
    """Words that stand across a border of their cell."""
    words = [(w.box, c.box) for c in grid.cells for w in c.words if not w.turn]
    return share(sum(w.x0 < b.x0 - CUT_PT or w.x1 > b.x1 + CUT_PT for w, b in words), len(words))


def texts_side_by_side(grid: Grid, seen: Evidence) -> float:
    """Cells that print texts beside each other: columns are hidden in them."""
    cells = filled(grid)
    return share(sum(any(_wide_gap(line) for line in lines_of(c)) for c in cells), len(cells))


def weights_mixed(grid: Grid, seen: Evidence) -> float:
    """Cells with bold and other lines: a head and a row in one."""
    cells = filled(grid)
    return share(sum(len({line[0].bold for line in lines_of(c)}) > 1 for c in cells), len(cells))


def figures_stacked(grid: Grid, seen: Evidence) -> float:
    """Cells with figures under one another: rows are hidden in them."""
    cells = filled(grid)
    stacked = sum(
        sum(all(stands_for_figure(w.text) for w in line) for line in lines_of(c)) > 1 for c in cells
    )
    return share(stacked, len(cells))


def places_filled(grid: Grid, seen: Evidence) -> float:
    """Places of the columns in use that a text takes; a column may stand empty, to be filled in by hand."""
    cells = filled(grid)
    used = {c for cell in cells for c in range(cell.column, cell.column + cell.column_span)}
    return share(sum(c.row_span * c.column_span for c in cells), grid.rows * len(used))


def cells_spanning(grid: Grid, seen: Evidence) -> float:
    """Cells over several columns."""
    cells = filled(grid)
    return share(sum(c.column_span > 1 for c in cells), len(cells))


def columns_of_a_kind(grid: Grid, seen: Evidence) -> float:
    """Cells below the first row that are of the commoner kind in their column, figures or words."""
    kinds: dict[int, Counter[bool]] = {}
    for cell in filled(grid):
        if cell.row > 0 and cell.column_span == 1:
            kinds.setdefault(cell.column, Counter())[is_figure(cell)] += 1
    return share(sum(max(k.values()) for k in kinds.values()), sum(k.total() for k in kinds.values()))


def head_set_off(grid: Grid, seen: Evidence) -> float:
    """Whether the first row of several texts has another weight or colour, or is of words over figures."""
    rows = Counter(c.row for c in filled(grid))
    head = min((row for row, n in rows.items() if n > 1), default=grid.rows)
    first = [c for c in filled(grid) if c.row == head]
    body = [c for c in filled(grid) if c.row > head]
    if not body or any(is_figure(c) for c in first):
        return 0.0
    other = Counter((c.bold, c.fill is not None) for c in body).most_common(1)[0][0]
    styled = sum((c.bold, c.fill is not None) != other for c in first) * 2 > len(first)
    return float(styled or sum(map(is_figure, body)) * 4 > len(body))


def lines_of(cell: Cell) -> Iterator[list[Word]]:
    """Its upright words line by line, without marks."""
    yield from text_lines([w for w in cell.words if not w.turn and not w.superscript])


def _wide_gap(line: Sequence[Word]) -> bool:
    return any(b.box.x0 - a.box.x1 > CHUNK_GAP_EM * a.size for a, b in pairwise(line))
