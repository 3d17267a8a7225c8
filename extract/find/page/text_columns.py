"""Flows of a page: lines of text set in several columns are told apart before tables are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk, Line, side
from agendapack.extract.find.page.prose import is_prose
from agendapack.extract.find.page.shared_rows import share_rows

TEXT_WORDS = 4
"""Words on both sides of a gap that make it a gutter between columns of text."""
MIN_LINES = 5
"""Lines in which text stands on both sides, for a gutter."""
MIN_LONE_LINES = 8
"""Lines of running text beside something else, for a gutter between them."""
OWN_LINES = 0.7
"""Columns of text share fewer baselines than this with what stands beside them; cells of a row share all."""
MOSTLY = 0.7
"""Share of a side's lines that must be running text."""
CROSS_PT = 2.0
"""Print must reach this far past a gutter to cross it."""
MIN_ROWS = 3
"""Rows of a table across the gutter;"""
MIN_ROW_CELLS = 3
"""and cells of each."""


def flows(lines: Sequence[Line], rules: Sequence[Edge]) -> list[list[Line]]:
    """The lines of the page, parted where text runs in columns side by side."""
    x = _gutter(lines)
    if x is None:
        return [list(lines)]
    result: list[list[Line]] = []
    plain: list[Line] = []
    for stretch in stretches(lines, x):
        for run in _runs_of(stretch, x):
            left = [cut for line in run if (cut := side(line, x, True))]
            right = [cut for line in run if (cut := side(line, x, False))]
            if ruled_across(run, rules, x) or _are_rows(run, x) or not _apart(left, right):
                plain += run
                continue
            if plain:
                result.append(plain)
                plain = []
            result += [*flows(left, rules), *flows(right, rules)]
    return [*result, plain] if plain else result


def _runs_of(stretch: Sequence[Line], x: float) -> list[list[Line]]:
    """The stretch cut above and below tables that stand across the gutter, among columns of text."""
    across = [_is_row(line, x) for line in stretch]
    runs: list[list[Line]] = [[]]
    at = 0
    while at < len(stretch):
        end = at
        while end < len(stretch) and across[end]:
            end += 1
        if end - at >= MIN_ROWS:
            runs += [list(stretch[at:end]), []]
        else:
            end = max(end, at + 1)
            runs[-1] += stretch[at:end]
        at = end
    return [run for run in runs if run]


def _is_row(line: Line, x: float) -> bool:
    """Whether the line has cells on both sides of x, several on one, and no running text."""
    left, right = side(line, x, True), side(line, x, False)
    if left is None or right is None or len(line.chunks) < MIN_ROW_CELLS:
        return False
    return not _is_text(left.chunks[-1]) and not _is_text(right.chunks[0])


def _are_rows(run: Sequence[Line], x: float) -> bool:
    """Whether rows with cells on both sides go on with a figure beyond x: columns of text begin with text."""
    rows = [
        right.chunks[0].numeric
        for line in run
        if (left := side(line, x, True)) and len(left.chunks) > 1
        if (right := side(line, x, False)) and len(right.chunks) >= MIN_ROW_CELLS
    ]
    return sum(rows) >= max(MIN_ROWS, MOSTLY * len(rows))


def _gutter(lines: Sequence[Line]) -> float | None:
    """The x beside text that most lines leave white."""
    marks: list[tuple[float, int]] = []
    for line in lines:
        for a, b in pairwise(line.chunks):
            if _is_text(a) or _is_text(b):
                marks += [(a.x1, 1), (b.x0, -1)]
    if len(marks) < 2 * MIN_LINES:
        return None
    return deepest(marks, MIN_LINES)


def deepest(marks: list[tuple[float, int]], least: int) -> float | None:
    """The x that most strips cover; marks are their starts (1) and ends (-1)."""
    marks = sorted(marks)
    best, depth, at = 0, 0, 0.0
    for i, (x, step) in enumerate(marks):
        depth += step
        if depth > best:
            best, at = depth, (x + marks[i + 1][0]) / 2
    return at if best >= least else None


def _apart(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the two sides are texts of their own: both run on, or one does on lines of its own."""
    if share_rows(left, right):
        return False
    bases = {line.base: line for line in right}
    shared = [(line, bases[line.base]) for line in left if line.base in bases]
    if sum(_runs(a) and _runs(b) for a, b in shared) >= MIN_LINES:
        return True
    if len(shared) >= OWN_LINES * min(len(left), len(right)):
        return False
    return any(
        len(lone) >= MIN_LONE_LINES and sum(_runs(line) for line in lone) >= MOSTLY * len(lone)
        for lone in (left, right)
    )


def _runs(line: Line) -> bool:
    """Whether the line is running text."""
    return len(line.chunks) <= 2 and _is_text(line.chunks[-1])


def _is_text(chunk: Chunk) -> bool:
    return is_prose(chunk, TEXT_WORDS)


def stretches(lines: Sequence[Line], x: float) -> list[list[Line]]:
    """Runs of lines that leave x white, and the lines between them."""
    runs: list[list[Line]] = []
    free = False
    for line in lines:
        clear = not any(c.x0 < x - CROSS_PT and c.x1 > x + CROSS_PT for c in line.chunks)
        if not runs or clear != free:
            runs.append([])
            free = clear
        runs[-1].append(line)
    return runs


def ruled_across(lines: Sequence[Line], rules: Sequence[Edge], x: float) -> bool:
    """Whether rules cross the gutter among the lines: rows of a table."""
    top, bottom = lines[0].top, lines[-1].bottom
    return sum(top < e.at < bottom and e.start < x - CROSS_PT and e.end > x + CROSS_PT for e in rules) >= 2
