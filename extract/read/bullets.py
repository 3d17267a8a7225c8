"""Read: round dots drawn before lines of text go in; the page's words come out with a bullet for each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from agendapack.extract.model import Box, Word
from agendapack.extract.read.paths import Shape

BULLET = "•"
MIN_DOT_PT, MAX_DOT_PT = 1.2, 6.0
"""Diameter of a drawn bullet."""
MAX_DOT_EM = 0.6
"""The same in the size of its text; a larger dot is a traffic light or the mark of a chart's key."""
ROUND_PT = 0.3
"""Width and height of a dot differ by no more."""
MIN_ROUND_LINES = 8
"""A circle, its curves made straight, has so many lines; a diamond or an arrow has fewer."""
GAP_EM = (0.15, 2.5)
"""White between a bullet and its text, in the size of the text."""
LEFT_GAP_EM = 0.5
"""White between a bullet and what stands left of it; a point between two words has less."""
LEVEL_EM = 0.35
"""How far the middle of a bullet stands from that of its line."""
SAME_EDGE_PT = 0.5
"""Bullets of one list begin within this distance, and a list has two."""
MAX_DOTS = 400
"""A page with more is a chart or a map."""


def with_bullets(words: Sequence[Word], drawn: Iterable[Box], coloured: Sequence[Box]) -> list[Word]:
    """The words, a bullet before each that a drawn dot opens; `coloured` dots speak by their colour."""
    dots = [dot for dot in drawn if not any(dot.overlap(c) for c in coloured)]
    edges = Counter(_edge(d) for d in dots)
    listed = [d for d in dots if sum(edges[_edge(d) + step] for step in (-1, 0, 1)) > 1]
    if not listed or len(dots) > MAX_DOTS:
        return list(words)
    upright = sorted((i for i, w in enumerate(words) if not w.turn), key=lambda i: words[i].box.mid_y)
    middles = [words[i].box.mid_y for i in upright]
    tallest = max((words[i].size for i in upright), default=0.0)
    opened: dict[int, Box] = {}
    for dot in listed:
        reach = LEVEL_EM * tallest
        near = upright[bisect_left(middles, dot.mid_y - reach) : bisect_left(middles, dot.mid_y + reach)]
        at = _opens(dot, [i for i in near if _level(dot, words[i])], words)
        if at is not None:
            opened.setdefault(at, dot)
    return [w for i, word in enumerate(words) for w in (*_bullet(opened.get(i), word), word)]


def is_dot(shape: Shape) -> bool:
    """Whether a small drawing is round and of a bullet's size."""
    width, height = shape.box.width, shape.box.height
    curved = len(shape.lines) >= MIN_ROUND_LINES and abs(width - height) <= ROUND_PT
    return curved and MIN_DOT_PT <= width <= MAX_DOT_PT


def _edge(dot: Box) -> int:
    return round(dot.x0 / SAME_EDGE_PT)


def _level(dot: Box, word: Word) -> bool:
    return abs(dot.mid_y - word.box.mid_y) <= LEVEL_EM * word.size and dot.width <= MAX_DOT_EM * word.size


def _opens(dot: Box, line: Sequence[int], words: Sequence[Word]) -> int | None:
    """The word of a line that the dot stands before; None when it stands elsewhere."""
    right = [i for i in line if words[i].box.x0 >= dot.x1]
    first = min(right, key=lambda i: words[i].box.x0, default=None)
    if first is None:
        return None
    size = words[first].size
    free = all(dot.x0 - words[i].box.x1 >= LEFT_GAP_EM * size for i in line if words[i].box.x0 < dot.x1)
    gap = words[first].box.x0 - dot.x1
    return first if free and GAP_EM[0] * size <= gap <= GAP_EM[1] * size else None


def _bullet(dot: Box | None, word: Word) -> tuple[Word, ...]:
    return (Word(BULLET, dot, word.size),) if dot is not None else ()
