"""Recognises small vector drawings that stand for a word: arrows and triangles up, down and sideways."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from agendapack.extract.model import Box, Glyph, union
from agendapack.extract.read.paths import MAX_SHAPE_PT, Shape

LineSegment = tuple[float, float, float, float]

MIN_ARROW_PT = 3.0
"""Length of the smallest arrow set beside a figure."""
MIN_LINES, MAX_LINES = 3, 400
"""Lines an arrow is made of, its curves as four lines each."""
MAX_SLANTED = 500
"""Slanted shapes looked at around level ones; a page with more is a drawing."""
REMEMBERED = 512
"""Drawings kept in mind: a pack repeats its few arrows, and a chart its marks, a hundred times."""
SLICES = 12
"""Cuts across a drawing, from which its profile is read."""
TIP_SHARE = 0.4
"""The first cut behind the tip is at most this part of the widest one."""
STEM_SHARE = 0.75
"""The shaft is at most this part of the head's width."""
SKEW_SHARE = 0.18
"""The middle of every cut lies this near to the axis, as part of the widest cut."""
MIRROR_SHARE = 0.25
"""Head and shaft differ by more than this part of the widest cut."""
JITTER_SHARE = 0.08
"""A head may narrow by this part of its width from one cut to the next (rounded corners)."""
TOUCH_PT = 0.6
"""Parts of one drawing overlap or come this near."""


def arrows(shapes: Iterable[Shape]) -> Iterator[tuple[Glyph, frozenset[int]]]:
    """Yield each drawing that is an arrow, with the drawing orders of its parts.

    Coordinates are those of the upright page. A drawing of several paths (outline and
    filling, head and shaft) counts once.
    """
    for drawing in _drawings(list(shapes)):
        box = union(s.box for s in drawing)
        if max(box.width, box.height) > MAX_SHAPE_PT or max(box.width, box.height) < MIN_ARROW_PT:
            continue
        lines = [line for s in drawing for line in s.lines]
        if not MIN_LINES <= len(lines) <= MAX_LINES:
            continue
        sign = _direction_of(_form(lines, box))
        if sign:
            yield Glyph(sign, box), frozenset(s.order for s in drawing)


def _form(lines: list[LineSegment], box: Box) -> tuple[LineSegment, ...]:
    """The drawing moved to the corner of the page, so that the same one elsewhere is known again."""
    x, y = box.x0, box.top
    return tuple(
        (round(x0 - x, 2), round(y0 - y, 2), round(x1 - x, 2), round(y1 - y, 2)) for x0, y0, x1, y1 in lines
    )


@lru_cache(maxsize=REMEMBERED)
def _direction_of(form: tuple[LineSegment, ...]) -> str:
    return direction(list(form))


def may_be_arrows(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes without level and upright lines that meet nothing slanted."""
    slanted = [s for s in shapes if s.slanted]
    if not slanted:
        return []
    grown = [s.box.grown(TOUCH_PT) for s in slanted[:MAX_SLANTED]]
    return [s for s in shapes if s.slanted or any(_meet(s.box, box) for box in grown)]


def direction(lines: list[LineSegment]) -> str:
    """Where an outline points (↑ ↓ ← → ↗ ↘ ↙ ↖), empty when it is no arrow."""
    for signs, turn, bare_head in (("↑↓", 0, True), ("→←", 90, True), ("↗↙", 45, False), ("↘↖", 135, False)):
        cuts = _profile(_turned(lines, turn))
        for sign, some in zip(signs, (cuts, cuts[::-1]), strict=True):
            if _points_up(some, bare_head):
                return sign
    return ""


def _drawings(shapes: list[Shape]) -> list[list[Shape]]:
    """Shapes that overlap, together; level and upright lines join only something slanted."""
    drawings: list[tuple[Box, list[Shape]]] = []
    for shape in sorted(shapes, key=lambda s: not s.slanted):
        box, parts = shape.box.grown(TOUCH_PT), [shape]
        touching = [d for d in drawings if _meet(d[0], box)]
        if not touching and not shape.slanted:
            continue
        for other in touching:
            drawings.remove(other)
            parts = other[1] + parts
        drawings.append((union(s.box for s in parts), parts))
    return [parts for _, parts in drawings]


def _meet(a: Box, b: Box) -> bool:
    return a.x0 <= b.x1 and b.x0 <= a.x1 and a.top <= b.bottom and b.top <= a.bottom


def _turned(lines: list[LineSegment], degrees: float) -> list[LineSegment]:
    """Turn so that what points in this direction (clockwise from up) points up."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (x0 * cos + y0 * sin, y0 * cos - x0 * sin, x1 * cos + y1 * sin, y1 * cos - x1 * sin)
        for x0, y0, x1, y1 in lines
    ]


def _points_up(cuts: list[tuple[float, float]], bare_head: bool) -> bool:
    """An arrow thins to a tip at one end, widens to its head, then has a thin shaft or ends."""
    if len(cuts) < SLICES:
        return False
    widths = [right - left for left, right in cuts]
    widest = max(widths)
    # the head ends at the last of the widest cuts
    head = max(i for i, w in enumerate(widths) if w >= 0.9 * widest)
    if widest < MIN_ARROW_PT / 2 or head < 2 or widths[0] > TIP_SHARE * widest:
        return False
    if all(abs(a - b) <= MIRROR_SHARE * widest for a, b in zip(widths, reversed(widths), strict=True)):
        return False  # the same from above and below: it points sideways, if at all
    # a barb may end a little lower than the other when the arrow is not quite straight
    middles = [sum(cut) / 2 for i, cut in enumerate(cuts) if i != head + 1]
    if max(middles) - min(middles) > 2 * SKEW_SHARE * widest:
        return False
    if any(widths[i + 1] < widths[i] - JITTER_SHARE * widest for i in range(head)):
        return False
    # a block (tip on a box) stays wide; a head widens all the way
    if sum(1 for w in widths[: head + 1] if w >= 0.9 * widest) > max(2, (head + 1) * 0.4):
        return False
    shaft = widths[head + 1 :]
    if len(shaft) < 2:
        return bare_head and head >= SLICES - 2
    # one cut may graze the foot of the head
    return all(w <= STEM_SHARE * widest for w in shaft[1:]) and _even(shaft[1:], widest)


def _even(shaft: list[float], widest: float) -> bool:
    """A shaft keeps its width; a diamond or a circle thins out."""
    return max(shaft) - min(shaft) <= 0.2 * widest


def _profile(lines: list[LineSegment]) -> list[tuple[float, float]]:
    """Left and right end of the drawing at each of the cuts, from the top down."""
    top = min(min(line[1], line[3]) for line in lines)
    bottom = max(max(line[1], line[3]) for line in lines)
    if bottom - top < MIN_ARROW_PT:
        return []
    step = (bottom - top) / SLICES
    lefts, rights = [math.inf] * SLICES, [-math.inf] * SLICES
    for x0, y0, x1, y1 in lines:
        if y1 < y0:
            x0, y0, x1, y1 = x1, y1, x0, y0
        # cut i lies at top + (i + 0.5) * step
        first, last = math.ceil((y0 - top) / step - 0.5), math.floor((y1 - top) / step - 0.5)
        for i in range(max(0, first), min(SLICES - 1, last) + 1):
            y = top + (i + 0.5) * step
            x = x0 + (x1 - x0) * (y - y0) / (y1 - y0) if y1 > y0 else x0
            lefts[i], rights[i] = min(lefts[i], x), max(rights[i], x)
    return [(left, right) for left, right in zip(lefts, rights, strict=True) if left <= right]
