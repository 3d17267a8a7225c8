"""Axes of charts: numbers in even steps at even heights, which stand on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.normalise.figures import number_in

MIN_TICKS = 4
"""Numbers in even steps that make an axis."""
ALIGNED_PT = 2.0
"""Ticks end at one x."""
EVEN_PT = 1.5
"""Ticks stand at even heights, within this."""
ALONE = 0.6
"""Share of the ticks that stand on lines of their own; in a table values stand beside them."""
NAMED_ALONE = 0.3
"""The same where names stand along the foot: some ticks may be level with what stands beside the chart."""
MIN_NAMES = 3
"""Names along the foot of a chart."""
FOOT_EM = 3.0
"""How far below the lowest tick they stand."""


def without_axes(lines: Sequence[Line]) -> list[Line]:
    """The lines without the numbers up an axis and the names along its foot."""
    drop: set[int] = set()
    for ticks in _axes(lines):
        drop.update(id(chunk) for _, chunk in ticks)
        drop.update(map(id, _names(lines, ticks[-1])))
    if not drop:
        return list(lines)
    kept = [(line, tuple(c for c in line.chunks if id(c) not in drop)) for line in lines]
    return [k if len(c) == len(k.chunks) else Line(c, k.base) for k, c in kept if c]


def _axes(lines: Sequence[Line]) -> list[list[tuple[Line, Chunk]]]:
    """The ticks of each axis, from top to bottom."""
    found = [
        (line, chunk)
        for line in lines
        for chunk in line.chunks
        if len(chunk.words) == 1 and number_in(chunk.text) is not None
    ]
    found.sort(key=lambda pair: pair[1].x1)
    columns: list[list[tuple[Line, Chunk]]] = []
    for pair in found:
        if columns and pair[1].x1 - columns[-1][-1][1].x1 <= ALIGNED_PT:
            columns[-1].append(pair)
        else:
            columns.append([pair])
    ordered = [sorted(ticks, key=lambda pair: pair[0].base) for ticks in columns]
    return [ticks for column in ordered for ticks in _falling(column) if _is_axis(ticks, lines)]


def _falling(ticks: Sequence[tuple[Line, Chunk]]) -> list[list[tuple[Line, Chunk]]]:
    """The numbers cut where they rise: there the axis of a chart further below begins."""
    runs: list[list[tuple[Line, Chunk]]] = []
    for pair in ticks:
        if runs and (number_in(pair[1].text) or 0.0) < (number_in(runs[-1][-1][1].text) or 0.0):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _is_axis(ticks: Sequence[tuple[Line, Chunk]], lines: Sequence[Line]) -> bool:
    """Whether the numbers fall in even steps at even heights, most on lines of their own."""
    if len(ticks) < MIN_TICKS:
        return False
    values = [number_in(chunk.text) or 0.0 for _, chunk in ticks]
    steps = [a - b for a, b in pairwise(values)]
    heights = [b.bottom - a.bottom for (_, a), (_, b) in pairwise(ticks)]
    even = min(steps) > 0 and max(steps) - min(steps) < 0.01 * max(steps)
    alone = sum(len(line.chunks) == 1 for line, _ in ticks)
    if not even or max(heights) - min(heights) > EVEN_PT or alone < NAMED_ALONE * len(ticks):
        return False
    return alone >= ALONE * len(ticks) or bool(_names(lines, ticks[-1]))


def _names(lines: Sequence[Line], foot: tuple[Line, Chunk]) -> list[Chunk]:
    """What stands in a row just below the lowest tick and to its right."""
    line, tick = foot
    for below in lines:
        if line.base < below.base <= line.base + FOOT_EM * tick.size:
            names = [c for c in below.chunks if c.x0 >= tick.x0]
            if len(names) >= MIN_NAMES or sum(len(c.words) for c in names if c.numeric) >= MIN_NAMES:
                return names
    return []
