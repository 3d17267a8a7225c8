"""What speaks for or against a proposed table: a share between 0 and 1 each, by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from agendapack.extract.find.cell_text import text_lines
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import CHUNK_GAP_EM, Line, is_number, within
from agendapack.extract.find.page.prose import PROSE_WORDS
from agendapack.extract.model import Box, Cell, Grid, Word

CUT_PT = 1.5
"""A word that reaches this far out of its cell stands across its border."""
NEAR_EM = 1.2
"""White between a table and a line that seems to belong to it, in font sizes."""
NEAR_PT = 3.0
"""A rule this near to a cell's border is on it."""
BESIDE_EM = 10.0
"""White between a row and a text beside it."""
COVER = 0.5
"""Share of a text that a rule or colour covers, to part it from the rest of its cell."""
Clue = Callable[[Grid, Evidence], float]


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
    return share(sum(any(_wide_gap(line) for line in _lines(c)) for c in cells), len(cells))


def weights_mixed(grid: Grid, seen: Evidence) -> float:
    """Cells with bold and other lines: a head and a row in one."""
    cells = filled(grid)
    return share(sum(len({line[0].bold for line in _lines(c)}) > 1 for c in cells), len(cells))


def figures_stacked(grid: Grid, seen: Evidence) -> float:
    """Cells with figures under one another: rows are hidden in them."""
    cells = filled(grid)
    stacked = sum(sum(all(is_number(w.text) for w in line) for line in _lines(c)) > 1 for c in cells)
    return share(stacked, len(cells))


def rules_crossed(grid: Grid, seen: Evidence) -> float:
    """Cells through which a rule runs."""
    cells = filled(grid)
    levels = [e for e in seen.levels if grid.box.top < e.at < grid.box.bottom]
    uprights = [e for e in seen.uprights if grid.box.x0 < e.at < grid.box.x1]
    return share(sum(_parted(c, levels, uprights) for c in cells), len(cells))


def framed_missed(grid: Grid, seen: Evidence) -> float:
    """Words beside or between its rules that it does not hold: the table is larger."""
    box = grid.box
    spans = [(e.start, e.end) for e in seen.levels if box.top < e.at < box.bottom]
    heights = [(e.start, e.end) for e in seen.uprights if box.x0 < e.at < box.x1]
    x0, x1 = _hull([s for s in spans if _meet(*s, box.x0, box.x1)], box.x0, box.x1)
    top, bottom = _hull([h for h in heights if _meet(*h, box.top, box.bottom)], box.top, box.bottom)
    return _missed(box, [Box(x0, top, x1, bottom)], seen)


def cells_ruled(grid: Grid, seen: Evidence) -> float:
    """Cells with a rule on their left and one on top."""
    cells = filled(grid)
    ruled = sum(
        any(abs(e.at - c.box.x0) <= NEAR_PT and e.start <= c.box.mid_y <= e.end for e in seen.uprights)
        and any(abs(e.at - c.box.top) <= NEAR_PT and e.start <= c.box.mid_x <= e.end for e in seen.levels)
        for c in cells
    )
    return share(ruled, len(cells))


def coloured_missed(grid: Grid, seen: Evidence) -> float:
    """Words on the coloured areas inside it that it does not hold."""
    return _missed(grid.box, [a for a in seen.areas if a.overlap(grid.box) > 0], seen)


def colours_crossed(grid: Grid, seen: Evidence) -> float:
    """Cells one line of which stands on a colour and another does not."""
    areas = [a for a in seen.areas if a.overlap(grid.box) > 0]
    cells = filled(grid)
    return share(sum(_two_grounds(c, areas) for c in cells), len(cells)) if areas else 0.0


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


def places_filled(grid: Grid, seen: Evidence) -> float:
    """Places of the columns in use that a text takes; a column may stand empty, to be filled in by hand."""
    cells = filled(grid)
    used = {c for cell in cells for c in range(cell.column, cell.column + cell.column_span)}
    return share(sum(c.row_span * c.column_span for c in cells), grid.rows * len(used))


def cells_spanning(grid: Grid, seen: Evidence) -> float:
    """Cells over several columns."""
    cells = filled(grid)
    return share(sum(c.column_span > 1 for c in cells), len(cells))


def running_text(grid: Grid, seen: Evidence) -> float:
    """Rows that are running text across the columns."""
    rows = Counter(c.row for c in filled(grid))
    prose = {
        c.row for c in filled(grid) if c.column_span > 1 and len(c.words) >= PROSE_WORDS and rows[c.row] == 1
    }
    return share(len(prose), len(rows))


def head_set_off(grid: Grid, seen: Evidence) -> float:
    """Whether the first row of several texts has another weight or colour, or is of words over figures."""
    rows = Counter(c.row for c in filled(grid))
    head = min((row for row, n in rows.items() if n > 1), default=grid.rows)
    first = [c for c in filled(grid) if c.row == head]
    body = [c for c in filled(grid) if c.row > head]
    if not body or any(_figure(c) for c in first):
        return 0.0
    other = Counter((c.bold, c.fill is not None) for c in body).most_common(1)[0][0]
    styled = sum((c.bold, c.fill is not None) != other for c in first) * 2 > len(first)
    return float(styled or sum(map(_figure, body)) * 4 > len(body))


def columns_of_a_kind(grid: Grid, seen: Evidence) -> float:
    """Cells below the first row that are of the commoner kind in their column, figures or words."""
    kinds: dict[int, Counter[bool]] = {}
    for cell in filled(grid):
        if cell.row > 0 and cell.column_span == 1:
            kinds.setdefault(cell.column, Counter())[_figure(cell)] += 1
    return share(sum(max(k.values()) for k in kinds.values()), sum(k.total() for k in kinds.values()))


def texts_beside(grid: Grid, seen: Evidence) -> float:
    """Rows with a text of the page right beside them."""
    box = grid.box
    beside = [line for line in seen.lines if box.top < (line.top + line.bottom) / 2 < box.bottom]
    return share(sum(_has_beside(line, box) for line in beside), len(beside))


def texts_above(grid: Grid, seen: Evidence) -> float:
    """Whether texts side by side stand right above."""
    box = grid.box
    near = [k for k in seen.lines if 0 <= box.top - k.bottom + k.size / 2 <= (NEAR_EM + 0.5) * k.size]
    return float(any(_over(line, box) for line in near))


def texts_below(grid: Grid, seen: Evidence) -> float:
    """Whether texts side by side stand right below."""
    box = grid.box
    near = [k for k in seen.lines if 0 <= k.top - box.bottom + k.size / 2 <= (NEAR_EM + 0.5) * k.size]
    return float(any(_over(line, box) for line in near))


def by_rules(grid: Grid, seen: Evidence) -> float:
    """Whether rules enclose it."""
    return float(grid.method == "ruled")


def by_colours(grid: Grid, seen: Evidence) -> float:
    """Whether colours enclose it."""
    return float(grid.method == "bands")


CLUES: Mapping[str, Clue] = {
    clue.__name__: clue
    for clue in (
        words_cut, texts_side_by_side, weights_mixed, figures_stacked, rules_crossed, colours_crossed,
        framed_missed, coloured_missed, cells_ruled, rows_begun, rows_of_one, places_filled, cells_spanning,
        running_text, head_set_off, columns_of_a_kind, texts_beside, texts_above, texts_below, by_rules,
        by_colours,
    )
}  # fmt: skip
"""All clues to a table by itself."""


def _meet(start: float, end: float, low: float, high: float) -> bool:
    return start < high and end > low


def _hull(spans: Sequence[tuple[float, float]], low: float, high: float) -> tuple[float, float]:
    return min([low, *(a for a, _ in spans)]), max([high, *(b for _, b in spans)])


def _missed(box: Box, reach: Sequence[Box], seen: Evidence) -> float:
    """Of the words in reach, the share outside the box."""
    inside = [w for area in reach for line in within(seen.lines, area) for c in line.chunks for w in c.words]
    held = sum(box.holds(w.box.mid_x, w.box.mid_y) for w in inside)
    return share(len(inside) - held, len(inside))


def _lines(cell: Cell) -> Iterator[list[Word]]:
    yield from text_lines([w for w in cell.words if not w.turn and not w.superscript])


def _wide_gap(line: Sequence[Word]) -> bool:
    return any(b.box.x0 - a.box.x1 > CHUNK_GAP_EM * a.size for a, b in pairwise(line))


def _figure(cell: Cell) -> bool:
    return bool(cell.words) and all(is_number(w.text) for w in cell.words)


def _parted(cell: Cell, levels: Sequence[Edge], uprights: Sequence[Edge]) -> bool:
    """Whether a rule runs between the words of a cell."""
    if len(cell.words) < 2:
        return False
    xs = [w.box.mid_x for w in cell.words]
    ys = [w.box.mid_y for w in cell.words]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    across = [e for e in levels if top < e.at < bottom]
    along = [e for e in uprights if left < e.at < right]
    return any(_covers(e, left, right) for e in across) or any(_covers(e, top, bottom) for e in along)


def _covers(edge: Edge, start: float, end: float) -> bool:
    """Whether it runs along most of the way from start to end, or all of a single line."""
    return min(edge.end, end) - max(edge.start, start) >= COVER * (end - start)


def _two_grounds(cell: Cell, areas: Sequence[Box]) -> bool:
    grounds = {
        next((i for i, a in enumerate(areas) if a.holds(w.box.mid_x, w.box.mid_y)), -1) for w in cell.words
    }
    return len(grounds) > 1


def _has_beside(line: Line, box: Box) -> bool:
    reach = BESIDE_EM * line.size
    return any(
        0 <= box.x0 - c.x1 + line.size <= reach or 0 <= c.x0 - box.x1 + line.size <= reach
        for c in line.chunks
    ) and any(box.x0 <= c.mid_x <= box.x1 for c in line.chunks)


def _over(line: Line, box: Box) -> bool:
    return sum(box.x0 <= c.mid_x <= box.x1 for c in line.chunks) > 1
