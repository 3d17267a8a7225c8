"""Lines that a half-ruled table leaves out: drawn inside its cells where the text shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.grid import NEAR_PT, RuledGrid, slot_of
from agendapack.extract.find.lattice.indented_rows import indented_rows
from agendapack.extract.find.lattice.paced_rows import paced_rows
from agendapack.extract.find.lattice.parted_cells import parted_cells
from agendapack.extract.find.lattice.rows_in_cell import rows_shown
from agendapack.extract.find.lattice.stepped_cells import stepped_cells
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.lines import Chunk, Line, chunk_of
from agendapack.extract.find.page.prose import parted
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.columns import Span, zones
from agendapack.extract.find.stream.rows import row_groups
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Word

NOTE = re.compile(r"\(\w\)|[*†‡§#]{1,3}")
"""The mark of a note below the table."""
SHARE = 0.6
"""Share of a cell's lines, or of the rows found, that must bear a split out."""
MIN_PARTS = 3
"""Lines of a ruled column that can hold columns."""
MAX_HEADING = 3
"""Lines of a ruled heading over rows that are not ruled."""
MOSTLY = 2
"""Rows the text shows for each row the rules show: else the rules are trusted."""


def completed(ruled: RuledGrid, lines: Sequence[Line]) -> RuledGrid:
    """The grid with the inner lines that its text calls for; the same grid when there are none."""
    if indented := indented_rows(ruled, lines):
        ruled = RuledGrid(Lattice((*ruled.levels, *indented), ruled.uprights))
    rows = _RuledRows.of(ruled, lines)
    if paced := _paced_cuts(ruled, rows):
        ruled = RuledGrid(Lattice((*ruled.levels, *paced), ruled.uprights))
        rows = _RuledRows.of(ruled, lines)
    cuts = [x for column in _by_column(ruled, lines) for x in _column_cuts(column)]
    levels, uprights = _row_cuts(ruled, rows, cuts, lines)
    levels += stepped_cells(ruled, lines)
    uprights += parted_cells(ruled, lines)
    if not levels and not uprights:
        return ruled
    return RuledGrid(Lattice((*ruled.levels, *levels), (*ruled.uprights, *uprights)))


@dataclass(frozen=True, slots=True)
class _RuledRows:
    """What stands in each ruled row, without what stands in cells over several."""

    free: list[set[int]]
    """The columns whose cell is one row high."""
    lines: list[list[Line]]
    between: list[list[RowLine]]
    """The lines with their words put between the uprights."""

    @classmethod
    def of(cls, ruled: RuledGrid, lines: Sequence[Line]) -> _RuledRows:
        """Looked at once, for two ways to part them."""
        free = _unspanned(ruled)
        rows = _by_row(ruled, free, lines)
        return cls(free, rows, [[row_line_between(line, ruled.xs) for line in row] for row in rows])


def _by_column(ruled: RuledGrid, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each ruled column."""
    columns: list[list[Line]] = [[] for _ in range(ruled.columns)]
    for line in lines:
        parts: dict[int, list[Chunk]] = {}
        for chunk in line.chunks:
            parts.setdefault(slot_of(ruled.xs, chunk.mid_x), []).append(chunk)
        for column, chunks in parts.items():
            columns[column].append(Line(tuple(chunks), line.base))
    return columns


def _column_cuts(lines: Sequence[Line]) -> list[float]:
    """Where rivers run through a ruled column of figures, from line to line."""
    side = [line for line in lines if len(line.chunks) > 1]
    if len(side) < max(MIN_PARTS, SHARE * len(lines)):
        return []
    found = zones(lines, side[0].size)
    if len(found) < 2:
        return []
    for x0, x1 in found:
        mine = [c for line in lines for c in line.chunks if x0 <= c.mid_x <= x1]
        if len(mine) < SHARE * len(lines) or sum(c.numeric for c in mine) < SHARE * len(mine):
            return []
    return [(p[1] + q[0]) / 2 for p, q in pairwise(found)]


def hides_columns(ruled: RuledGrid, lines: Sequence[Line]) -> bool:
    """Whether a ruled column still holds columns: most of its lines, or rows, have cells side by side."""
    for column in _by_column(ruled, lines):
        side = [line for line in column if parted(line) and not _is_noted(line)]
        rows, parts = _rows_of(ruled, column), _rows_of(ruled, side)
        many = len(side) >= SHARE * len(column) or len(parts) >= max(MIN_PARTS, SHARE * len(rows))
        if len(side) >= MIN_PARTS and many and len(zones(column, side[0].size)) > 1:
            return True
    return False


def _is_noted(line: Line) -> bool:
    """Whether only the mark of a note stands beside a text: "10,000   (1)"."""
    return len(line.chunks) == 2 and NOTE.fullmatch(line.chunks[1].text) is not None


def _rows_of(ruled: RuledGrid, lines: Sequence[Line]) -> set[int]:
    """The rows in which the lines stand."""
    return {slot_of(ruled.ys, line.mid_y) for line in lines}


def is_open(ruled: RuledGrid) -> bool:
    """Whether most columns lack an upright on one side: the rules part rows, hardly columns."""
    height = ruled.ys[-1] - ruled.ys[0]
    closed = [
        sum(e.length for e in ruled.uprights if abs(e.at - x) <= NEAR_PT) >= SHARE * height for x in ruled.xs
    ]
    return sum(a and b for a, b in pairwise(closed)) < 0.5 * ruled.columns


def shows_more_columns(ruled: RuledGrid, lines: Sequence[Line]) -> bool:
    """Whether the text of an open grid stands in more columns than its uprights part."""
    return len(zones(lines, lines[len(lines) // 2].size)) > ruled.columns


def _row_cuts(
    ruled: RuledGrid, inside: _RuledRows, cuts: Sequence[float], lines: Sequence[Line]
) -> tuple[list[Edge], list[Edge]]:
    """Levels between the rows of text inside ruled rows, and uprights at the cuts beside them."""
    free, rows = inside.free, inside.lines
    lone = sum(len(row) == 1 for row in rows)
    if not cuts and sum(map(len, rows)) < (1 + MOSTLY) * lone:
        return [], []
    xs = sorted([*ruled.xs, *cuts])
    columns = _text_extents(xs, lines)
    levels: list[Edge] = []
    uprights: list[Edge] = []
    found = unsplit = 0
    for r, row in enumerate(rows):
        row_lines = [row_line_between(line, xs) for line in row] if cuts else inside.between[r]
        headed = any(len(above) <= MAX_HEADING and _across(above) > 1 for above in rows[:r])
        groups = row_groups(row_lines, columns, []) if len(row) > 1 else []
        if not rows_shown(groups, list(pairwise(xs)), headed):
            groups = [row_lines] if row_lines else []
        found, unsplit = found + len(groups) * (len(groups) > 1), unsplit + (len(groups) == 1)
        ys = [ruled.ys[r], *((g[-1].bottom + h[0].top) / 2 for g, h in pairwise(groups)), ruled.ys[r + 1]]
        levels += [Edge(y, ruled.xs[c], ruled.xs[c + 1]) for y in ys[1:-1] for c in free[r]]
        for group, (y0, y1) in zip(groups, pairwise(ys), strict=False):
            crossed = {c for s in group for a, b in s.cells for c in range(a, b)}
            uprights += [Edge(x, y0, y1) for x in cuts if slot_of(xs, x) - 1 not in crossed]
    return (levels, uprights) if found >= MOSTLY * unsplit else ([], [])


def _by_row(ruled: RuledGrid, free: Sequence[set[int]], lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each ruled row, without what stands in cells over several."""
    rows: list[list[Line]] = [[] for _ in range(ruled.rows)]
    for line in lines:
        at = slot_of(ruled.ys, line.mid_y)
        chunks = tuple(c for c in line.chunks if slot_of(ruled.xs, c.mid_x) in free[at])
        if chunks:
            rows[at].append(Line(chunks, line.base))
    return rows


def _paced_cuts(ruled: RuledGrid, inside: _RuledRows) -> list[Edge]:
    """Levels in the white between rows inside ruled rows."""
    levels: list[Edge] = []
    for r, rows in enumerate(paced_rows(inside.between)):
        for above, below in pairwise(rows):
            y = (max(s.bottom for s in above) + below[0].top) / 2
            levels += [Edge(y, ruled.xs[c], ruled.xs[c + 1]) for c in inside.free[r]]
    return levels


def _across(lines: Sequence[Line]) -> int:
    """The most texts that one of the lines has side by side."""
    return max((len(line.chunks) for line in lines), default=0)


def _unspanned(ruled: RuledGrid) -> list[set[int]]:
    """For each row, the columns whose cell is one row high."""
    free: list[set[int]] = [set() for _ in range(ruled.rows)]
    for row, column, height, width in ruled.regions:
        if height == 1:
            free[row].update(range(column, column + width))
    return free


def _text_extents(xs: Sequence[float], lines: Sequence[Line]) -> list[Span]:
    extents = list(pairwise(xs))
    text: dict[int, Span] = {}
    for line in lines:
        for chunk in line.chunks:
            at = slot_of(xs, chunk.mid_x)
            a, b = text.get(at, (chunk.x0, chunk.x1))
            text[at] = min(a, chunk.x0), max(b, chunk.x1)
    return [text.get(i, extent) for i, extent in enumerate(extents)]


def row_line_between(line: Line, xs: Sequence[float]) -> RowLine:
    """A line with its words put between the uprights."""
    row_line = RowLine(line.top, line.bottom, line.base, line.size)
    for chunk in line.chunks:
        parts: dict[int, list[Word]] = {}
        for word in chunk.words:
            parts.setdefault(slot_of(xs, word.box.mid_x), []).append(word)
        for at, words in parts.items():
            row_line.cells.setdefault((at, at), []).append(chunk if len(parts) == 1 else chunk_of(words))
    return row_line
