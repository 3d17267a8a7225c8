"""Takes the outline of a drawn path apart: straight lines, sub-paths, rectangles, small shapes."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2.raw as raw

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box

Point = tuple[float, float]
Piece = tuple[int, float, float, bool]
"""Kind of segment (move, line, curve), its end point, whether it closes the sub-path."""

MAX_SHAPE_PT = 40.0
"""A drawing that stands for a word (an arrow, a tick) is no larger."""
MIN_SHAPE_PT = 1.0
"""Nor does its larger side measure less."""
LEAN_PT = 1.0
"""A line may lean this much and still count as upright or level."""
CURVE_STEPS = 4
"""Straight pieces that stand for a Bézier curve."""
_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    for t in (step / CURVE_STEPS for step in range(1, CURVE_STEPS + 1))
)
"""Shares of a curve's start, controls and end at the ends of these pieces."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The lines of a small path, curves made straight."""

    lines: tuple[tuple[float, float, float, float], ...]
    box: Box
    order: int
    """Place in the drawing order of the page."""
    slanted: bool
    """Whether any line is neither upright nor level."""


def shape_of(pieces: list[Piece], bounds: Box, order: int) -> Shape | None:
    """The path as a small shape; None when it is too large, a dot or a rectangle."""
    size = max(bounds.width, bounds.height)
    if not MIN_SHAPE_PT <= size <= MAX_SHAPE_PT or len(pieces) < 2:
        return None
    flat = tuple(_flattened(pieces))
    slanted = any(map(_slanted, flat))
    return Shape(flat, bounds, order, slanted) if slanted or len(flat) != 4 else None


def _slanted(line: tuple[float, float, float, float]) -> bool:
    return abs(line[2] - line[0]) > LEAN_PT and abs(line[3] - line[1]) > LEAN_PT


def lines(pieces: list[Piece]) -> Iterator[tuple[float, float, float, float]]:
    """Straight lines of a path."""
    start = last = (0.0, 0.0)
    for kind, x, y, closes in pieces:
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = (x, y)
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (*last, x, y)
        last = (x, y)
        if closes and last != start:
            yield (*last, *start)


def subpaths(pieces: list[Piece]) -> Iterator[list[Point]]:
    """The points of each sub-path."""
    current: list[Point] = []
    for kind, x, y, _ in pieces:
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(current) > 1:
                yield current
            current = []
        current.append((x, y))
    if len(current) > 1:
        yield current


def bounds_of(outline: list[Point]) -> Box:
    """The box around the points."""
    xs = [x for x, _ in outline]
    ys = [y for _, y in outline]
    return Box(min(xs), min(ys), max(xs), max(ys))


def is_rectangle(outline: list[Point]) -> bool:
    """Whether it is a level line or a box: every side upright or level."""
    if len(outline) == 2:
        return True
    if not 4 <= len(outline) <= 6:
        return False
    return all(
        abs(x1 - x0) <= LEAN_PT or abs(y1 - y0) <= LEAN_PT
        for (x0, y0), (x1, y1) in zip(outline, outline[1:], strict=False)
    )


def _flattened(pieces: list[Piece]) -> Iterator[tuple[float, float, float, float]]:
    """All lines of a path, each curve as a few straight ones."""
    start = last = (0.0, 0.0)
    controls: list[Point] = []
    for kind, x, y, closes in pieces:
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start, controls = (x, y), []
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield (*last, x, y)
        else:
            controls.append((x, y))
            if len(controls) < 3:  # two control points, then the end of the curve
                continue
            yield from _curve(last, controls)
            controls = []
        last = (x, y)
        if closes and last != start:
            yield (*last, *start)
            last = start


def _curve(start: Point, controls: list[Point]) -> Iterator[tuple[float, float, float, float]]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, *controls
    for a, b, c, d in _WEIGHTS:
        x, y = a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
        if (x, y) != start:
            yield (*start, x, y)
        start = (x, y)
