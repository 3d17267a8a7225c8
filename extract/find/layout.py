"""Flows of a page: lines of text set in several columns are told apart before tables are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.find.edges import Edge
from extract.find.lines import Chunk, Line

TEXT_WORDS = 4
"""Words on both sides of a gap that make it a gutter between columns of text."""
MIN_LINES = 5
"""Lines in which text stands on both sides, for a gutter."""
CROSS_PT = 2.0
"""Print must reach this far past a gutter to cross it."""
MAX_COLUMNS = 4
"""Columns of text on a page."""


def flows(lines: Sequence[Line], rules: Sequence[Edge], depth: int = MAX_COLUMNS) -> list[list[Line]]:
    """The lines of the page, parted where text runs in columns side by side."""
    gutter = _gutter(lines)
    if gutter is None or depth == 0:
        return [list(lines)]
    x, voters = gutter
    result: list[list[Line]] = []
    plain: list[Line] = []
    for stretch in _stretches(lines, x):
        parted = sum(line in voters for line in stretch) >= MIN_LINES and not _ruled_across(stretch, rules, x)
        if not parted:
            plain += stretch
            continue
        if plain:
            result.append(plain)
            plain = []
        left = [cut for line in stretch if (cut := _side(line, x, True))]
        right = [cut for line in stretch if (cut := _side(line, x, False))]
        result += [*flows(left, rules, depth - 1), *flows(right, rules, depth - 1)]
    return [*result, plain] if plain else result


def _gutter(lines: Sequence[Line]) -> tuple[float, set[Line]] | None:
    """The x that most lines of text leave white, and these lines."""
    gaps = [
        (a.x1, b.x0, line) for line in lines for a, b in pairwise(line.chunks) if _is_text(a) and _is_text(b)
    ]
    if len(gaps) < MIN_LINES:
        return None
    marks = sorted([(a, 1) for a, _, _ in gaps] + [(b, -1) for _, b, _ in gaps])
    best, depth, at = 0, 0, 0.0
    for i, (x, step) in enumerate(marks):
        depth += step
        if depth > best:
            best, at = depth, (x + marks[i + 1][0]) / 2
    if best < MIN_LINES:
        return None
    return at, {line for a, b, line in gaps if a <= at <= b}


def _is_text(chunk: Chunk) -> bool:
    return len(chunk.words) >= TEXT_WORDS and sum(c.isalpha() for c in chunk.text) > 0.6 * len(chunk.text)


def _stretches(lines: Sequence[Line], x: float) -> list[list[Line]]:
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


def _ruled_across(lines: Sequence[Line], rules: Sequence[Edge], x: float) -> bool:
    """Whether rules cross the gutter among the lines: rows of a table."""
    top, bottom = lines[0].top, lines[-1].bottom
    return sum(top < e.at < bottom and e.start < x - CROSS_PT and e.end > x + CROSS_PT for e in rules) >= 2


def _side(line: Line, x: float, left: bool) -> Line | None:
    chunks = tuple(c for c in line.chunks if (c.box.mid_x < x) == left)
    return Line(chunks, line.base) if chunks else None
