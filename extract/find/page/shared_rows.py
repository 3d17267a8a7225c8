"""Texts beside each other that begin, or have their middles, on one level again and again: cells of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.page.row_line import JUMP_EM

LEVEL_EM = 0.3
"""Tops or middles this near are on one level."""
MIN_UNEVEN = 3
"""Pairs of texts of different heights, each below such a pair, that show rows."""
MOSTLY = 0.8
"""Share of the texts of the side with more of them that stand level with one on the other."""

Band = tuple[float, float]
"""Top and bottom of a text."""


def share_rows(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the two sides are cells of the same rows.

    Of texts that run on their own, those below a longer one begin lower than what stands beside them.
    """
    whites = sorted([*_whites(left), *_whites(right)])
    if not left or not right or not whites:
        return False
    em = max(left[0].size, right[0].size)
    tight = max(whites[len(whites) // 10], 0.0) + JUMP_EM * em
    a, b = _bands(left, tight), _bands(right, tight)
    level = list(_level(a, b, LEVEL_EM * em))
    uneven = sum(abs((q[1] - q[0]) - (p[1] - p[0])) > em / 2 for p, q in level)
    return uneven >= MIN_UNEVEN and len(level) >= MOSTLY * max(len(a), len(b))


def _whites(lines: Sequence[Line]) -> Iterator[float]:
    """White between lines of which one has text under the other's."""
    for above, line in pairwise(lines):
        if any(p.x0 < q.x1 and q.x0 < p.x1 for p in above.chunks for q in line.chunks):
            yield line.top - above.bottom


def _bands(lines: Sequence[Line], tight: float) -> list[Band]:
    """The texts, lines that are no further apart than those of a cell together."""
    found: list[Band] = []
    for line in lines:
        if found and line.top - found[-1][1] <= tight:
            found[-1] = (found[-1][0], max(found[-1][1], line.bottom))
        else:
            found.append((line.top, line.bottom))
    return found


def _level(left: Sequence[Band], right: Sequence[Band], slack: float) -> Iterator[tuple[Band, Band]]:
    """Pairs of texts of both sides whose tops or middles are on one level."""
    i = j = 0
    while i < len(left) and j < len(right):
        p, q = left[i], right[j]
        middles = (p[0] + p[1]) / 2, (q[0] + q[1]) / 2
        if abs(p[0] - q[0]) <= slack or abs(middles[0] - middles[1]) <= slack:
            yield p, q
            i, j = i + 1, j + 1
        elif middles[0] < middles[1]:
            i += 1
        else:
            j += 1
