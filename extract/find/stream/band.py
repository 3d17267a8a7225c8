"""Headings that stand over all columns between the rows of a table without rules."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.page.prose import parted

MAX_LINES = 2
"""Lines of such a heading."""
MIN_SHARED = 2
"""Gutters that the row below has in common with rows above;"""
MOSTLY = 0.7
"""and the share of its gutters that are these."""
SENTENCE_END = (".", ";", ",")


def is_band(run: Sequence[Line], lines: Sequence[Line], at: int) -> bool:
    """Whether the line `at` this place, over the gutters of the run above it, is a heading of rows below.

    It begins where they do or stands in their middle, is no sentence, and the columns go on under it. A
    heading over a head, which is printed over other rows too, is the title of another table.
    """
    line, below = lines[at], lines[at + 1 :]
    row = next((i for i, k in enumerate(below[:MAX_LINES]) if parted(k)), None)
    if row is None or sum(_texts(k) == _texts(below[row]) for k in lines) > 1:
        return False
    heading = [line, *below[:row]]
    rows = [*(k for k in run if parted(k)), below[row]]
    if not all(_is_over(k, rows) for k in heading) or heading[-1].chunks[-1].text.endswith(SENTENCE_END):
        return False
    above = [gap for k in rows[:-1] for gap in _gaps(k)]
    gaps = _gaps(below[row])
    shared = sum(any(max(a, c) < min(b, d) for c, d in above) for a, b in gaps)
    return shared >= max(MIN_SHARED, MOSTLY * len(gaps))


def _is_over(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line is one text, be it numbered, that begins where a row does or stands in the middle."""
    middle = (min(k.x0 for k in rows) + max(k.x1 for k in rows)) / 2
    starts = any(abs(line.x0 - k.x0) <= line.size for k in rows)
    return not parted(line) and (starts or abs((line.x0 + line.x1) / 2 - middle) <= line.size)


def _gaps(line: Line) -> list[tuple[float, float]]:
    return [(a.x1, b.x0) for a, b in pairwise(line.chunks)]


def _texts(line: Line) -> list[str]:
    return [chunk.text for chunk in line.chunks]
