"""Lines that a half-ruled table leaves out: drawn inside its cells where the text shows them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extract.find.blocks import parted
from extract.find.columns import Span, zones
from extract.find.edges import Edge, Lattice
from extract.find.lines import Chunk, Line, baseline, printed_lines
from extract.find.rows import Strip, row_groups
from extract.find.ruled import NEAR_PT, RuledGrid
from extract.model import Word

SHARE = 0.6
"""Share of a cell's lines, or of the rows found, that must bear a split out."""
FIGURES = 0.5
"""Share of the rows found that must have a figure in one column; headings among them have none."""
MIN_PARTS = 3
"""Rows a cell must hold to be split; with fewer, wrapped text looks the same."""
MIN_STEPS = 4
"""Rows beside a cell before its lines are taken for rows."""
SAME_BASE_PT = 1.5
"""Baselines this near are one."""
MOSTLY = 2
"""Rows the text shows for each row the rules show: else the rules are trusted."""


def completed(ruled: RuledGrid, words: Sequence[Word]) -> RuledGrid:
    """The grid with the inner lines that its words call for; the same grid when there are none."""
    inside = [w for w in words if w.turn == 0 and _in(ruled, w)]
    cuts = [x for c in range(ruled.columns) for x in _column_cuts(ruled, c, inside)]
    levels, uprights = _row_cuts(ruled, sorted([*ruled.xs, *cuts]), cuts, inside)
    levels += _stepped(ruled, inside)
    if not levels and not uprights:
        return ruled
    return RuledGrid(Lattice((*ruled.levels, *levels), (*ruled.uprights, *uprights)))


def _in(ruled: RuledGrid, word: Word) -> bool:
    return ruled.xs[0] <= word.box.mid_x <= ruled.xs[-1] and ruled.ys[0] <= word.box.mid_y <= ruled.ys[-1]


def _column_cuts(ruled: RuledGrid, column: int, words: Sequence[Word]) -> list[float]:
    """Where rivers run through a ruled column, from line to line."""
    a, b = ruled.xs[column], ruled.xs[column + 1]
    lines = printed_lines([w for w in words if a <= w.box.mid_x < b])
    parted = [line for line in lines if len(line.chunks) > 1]
    if len(parted) < max(MIN_PARTS, SHARE * len(lines)):
        return []
    em = parted[0].size
    found = zones(lines, em)
    if len(found) < 2:
        return []
    for x0, x1 in found:
        mine = [c for line in lines for c in line.chunks if x0 <= c.box.mid_x <= x1]
        if len(mine) < SHARE * len(lines) or sum(c.numeric for c in mine) < SHARE * len(mine):
            return []
    return [(p[1] + q[0]) / 2 for p, q in pairwise(found)]


def hides_columns(ruled: RuledGrid, words: Sequence[Word]) -> bool:
    """Whether a ruled column still holds columns: most of its lines have cells side by side."""
    inside = [w for w in words if w.turn == 0 and _in(ruled, w)]
    for a, b in pairwise(ruled.xs):
        lines = printed_lines([w for w in inside if a <= w.box.mid_x < b])
        side = [line for line in lines if parted(line)]
        if len(side) >= max(MIN_PARTS, SHARE * len(lines)) and len(zones(lines, side[0].size)) > 1:
            return True
    return False


def is_open(ruled: RuledGrid) -> bool:
    """Whether most columns lack an upright on one side: the rules part rows, hardly columns."""
    height = ruled.ys[-1] - ruled.ys[0]
    closed = [
        sum(e.length for e in ruled.uprights if abs(e.at - x) <= NEAR_PT) >= SHARE * height for x in ruled.xs
    ]
    return sum(a and b for a, b in pairwise(closed)) < 0.5 * ruled.columns


def shows_more_columns(ruled: RuledGrid, words: Sequence[Word]) -> bool:
    """Whether the words in an open grid stand in more columns than its uprights part."""
    inside = [w for w in words if w.turn == 0 and _in(ruled, w)]
    if not inside:
        return False
    lines = printed_lines(inside)
    used = sum(any(a <= w.box.mid_x < b for w in inside) for a, b in pairwise(ruled.xs))
    return len(zones(lines, lines[len(lines) // 2].size)) > used


def _row_cuts(
    ruled: RuledGrid, xs: Sequence[float], cuts: Sequence[float], words: Sequence[Word]
) -> tuple[list[Edge], list[Edge]]:
    """Levels between the rows of text inside ruled rows, and uprights at the cuts beside them."""
    columns = _text_extents(xs, words)
    levels: list[Edge] = []
    uprights: list[Edge] = []
    found = unsplit = 0
    for r, (top, bottom) in enumerate(pairwise(ruled.ys)):
        free = [c for c in range(ruled.columns) if any(g[0] == r and g[2] == 1 and g[1] <= c < g[1] + g[3] for g in ruled.regions)]
        if not free:
            continue
        mine = [w for w in words if top <= w.box.mid_y < bottom and any(ruled.xs[c] <= w.box.mid_x < ruled.xs[c + 1] for c in free)]
        strips = [_strip(line, xs) for line in printed_lines(mine)]
        groups = row_groups(strips, columns, [])
        if not _rows_shown(groups, columns):
            groups = [strips] if strips else []
        found, unsplit = found + len(groups) * (len(groups) > 1), unsplit + (len(groups) == 1)
        ys = [top, *((g[-1].bottom + h[0].top) / 2 for g, h in pairwise(groups)), bottom]
        for y in ys[1:-1]:
            levels += [Edge(y, ruled.xs[c], ruled.xs[c + 1]) for c in free]
        for group, (y0, y1) in zip(groups, pairwise(ys), strict=False):
            crossed = {c for s in group for a, b in s.cells for c in range(a, b)}
            uprights += [Edge(x, y0, y1) for x in cuts if list(xs).index(x) - 1 not in crossed]
    return (levels, uprights) if found >= MOSTLY * unsplit else ([], [])


def _text_extents(xs: Sequence[float], words: Sequence[Word]) -> list[Span]:
    extents = []
    for a, b in pairwise(xs):
        mine = [w.box for w in words if a <= w.box.mid_x < b]
        extents.append((min(m.x0 for m in mine), max(m.x1 for m in mine)) if mine else (a, b))
    return extents


def _strip(line: Line, xs: Sequence[float]) -> Strip:
    """A line with its words put between the uprights; a chunk over a cut counts for both sides."""
    strip = Strip(line.top, line.bottom, line.base, line.size)
    for chunk in line.chunks:
        parts: list[list[Word]] = []
        for word in chunk.words:
            if parts and _slot(xs, word.box.mid_x) == _slot(xs, parts[-1][-1].box.mid_x):
                parts[-1].append(word)
            else:
                parts.append([word])
        for part in parts:
            at = _slot(xs, part[0].box.mid_x)
            strip.cells.setdefault((at, at), []).append(Chunk(tuple(part)))
    return strip


def _slot(xs: Sequence[float], x: float) -> int:
    return max(i for i in range(len(xs) - 1) if i == 0 or xs[i] <= x)


def _rows_shown(groups: Sequence[Sequence[Strip]], columns: Sequence[Span]) -> bool:
    """Whether the groups are rows of a table: labels in the first column, figures beside them."""
    if len(groups) < MIN_PARTS:
        return False
    filled = [{c for s in g for c in s.columns} for g in groups]
    first = min(c for f in filled for c in f)
    need = SHARE * len(groups)
    if sum(first in f for f in filled) < need:
        return False
    figures = [
        c
        for c in range(first + 1, len(columns))
        if sum(any(k.numeric for s in g for k in s.at(c)) for g in groups) >= FIGURES * len(groups)
    ]
    return bool(figures)


def _stepped(ruled: RuledGrid, words: Sequence[Word]) -> list[Edge]:
    """Levels of the other columns carried on through a cell that holds one line for each."""
    levels: list[Edge] = []
    for region in ruled.regions:
        row, _, height, width = region
        if height < MIN_STEPS or width == ruled.columns:
            continue
        box = ruled.box(region)
        lines = printed_lines([w for w in words if box.holds(w.box.mid_x, w.box.mid_y)])
        beside = [baseline(w) for w in words if box.top <= w.box.mid_y <= box.bottom and not box.x0 <= w.box.mid_x <= box.x1]
        level = [line for line in lines if any(abs(line.base - y) <= SAME_BASE_PT for y in beside)]
        slots = {bisect_right(ruled.ys, (line.top + line.bottom) / 2) for line in lines}
        if len(lines) >= SHARE * height and len(slots) == len(lines) and len(level) >= 0.8 * len(lines):
            levels += [Edge(ruled.ys[i], box.x0, box.x1) for i in range(row + 1, row + height)]
    return levels
