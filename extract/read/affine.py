"""Plane geometry the readers share: PDF matrices, and boxes cut by one another."""

from __future__ import annotations

from agendapack.extract.model import Box

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f as in PDF: x' = ax + cy + e, y' = bx + dy + f."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first, then `outer`."""
    if outer is IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def mapped(box: Box, matrix: Matrix) -> Box:
    """The bounding box after the matrix is applied."""
    if matrix is IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    if not b and not c:  # upright, as nearly always
        x0, x1, y0, y1 = a * box.x0 + e, a * box.x1 + e, d * box.top + f, d * box.bottom + f
        return Box(x0 if x0 < x1 else x1, y0 if y0 < y1 else y1, x1 if x0 < x1 else x0, y1 if y0 < y1 else y0)
    corners = [(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def intersection(a: Box, b: Box) -> Box | None:
    """The part both boxes share, None when they lie apart."""
    x0, top = max(a.x0, b.x0), max(a.top, b.top)
    x1, bottom = min(a.x1, b.x1), min(a.bottom, b.bottom)
    return Box(x0, top, x1, bottom) if x1 >= x0 and bottom >= top else None
