"""Columns of a block of lines without vertical rules: the white rivers that its lines agree on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extract.find.lines import Chunk, Line

CROSSING = 0.5
"""Lines that print over a river, for each line that leaves it white: headings and long labels may."""
MIN_VOTES = 2
"""Lines that must have text on both sides of a river."""
TOUCH_EM = 0.25
"""Text may reach this far into the next column (slanted letters, hanging marks)."""

Span = tuple[float, float]


def rivers(lines: Sequence[Line]) -> list[Span]:
    """White strips between columns: most lines with text on both sides leave them free."""
    parted = [line for line in lines if len(line.chunks) > 1]
    marks = sorted({x for line in parted for c in line.chunks for x in (c.x0, c.x1)})
    index = {x: i for i, x in enumerate(marks)}
    ink, gap = [0] * len(marks), [0] * len(marks)
    for line in parted:
        for chunk in line.chunks:
            ink[index[chunk.x0]] += 1
            ink[index[chunk.x1]] -= 1
        for left, right in pairwise(line.chunks):
            if right.x0 > left.x1:
                gap[index[left.x1]] += 1
                gap[index[right.x0]] -= 1
    found: list[Span] = []
    inked = gaps = 0
    for i, (x, following) in enumerate(pairwise(marks)):
        inked, gaps = inked + ink[i], gaps + gap[i]
        if gaps >= MIN_VOTES and inked <= CROSSING * gaps:
            if found and found[-1][1] == x:
                found[-1] = (found[-1][0], following)
            else:
                found.append((x, following))
    return found


def zones(lines: Sequence[Line], em: float) -> list[Span]:
    """The columns' extents from left to right, sparse columns that stand in a river included."""
    chunks = [c for line in lines for c in line.chunks]
    if not chunks:
        return []
    left, right = min(c.x0 for c in chunks), max(c.x1 for c in chunks)
    white = [r for r in rivers(lines) if r[1] - r[0] >= TOUCH_EM * em]
    cuts = [left, *(x for r in white for x in r), right]
    strong = [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts), 2)]
    found = list(strong)
    for river in white:
        found += _sparse([c for c in chunks if c.x0 >= river[0] - 0.01 and c.x1 <= river[1] + 0.01])
    return sorted(found)


def _sparse(chunks: Sequence[Chunk]) -> list[Span]:
    """Columns with few entries, inside a river: chunks under one another."""
    groups: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda c: c.x0):
        if groups and chunk.x0 < max(c.x1 for c in groups[-1]):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [(min(c.x0 for c in g), max(c.x1 for c in g)) for g in groups if len(g) >= MIN_VOTES]


def covered(chunk: Chunk, columns: Sequence[Span], em: float) -> list[int]:
    """Numbers of the columns the chunk reaches into; the nearest when it stands between two."""
    slack = TOUCH_EM * em
    last = bisect_left(columns, (chunk.x1,))
    over = []
    for i in range(last - 1, -1, -1):
        a, b = columns[i]
        if b <= chunk.x0:
            break
        if min(chunk.x1, b) - max(chunk.x0, a) > min(slack, 0.3 * (b - a)):
            over.append(i)
    if over:
        return over[::-1]
    near = range(max(last - 2, 0), min(last + 1, len(columns)))
    return [min(near, key=lambda i: max(columns[i][0] - chunk.mid_x, chunk.mid_x - columns[i][1]))]
