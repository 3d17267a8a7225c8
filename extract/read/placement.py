"""Where a pdfium page lies: from its own space to the upright page, turned so that its text reads."""

from __future__ import annotations

import ctypes
from ctypes import c_int
from typing import Any

import pypdfium2.raw as raw

from agendapack.extract.read.affine import Matrix


def placement(handle: Any) -> tuple[Matrix, float, float]:
    """The matrix from pdfium's page space to the upright page, and the page's size."""
    width, height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
    x, y = c_int(), c_int()
    scale = 1000  # whole device units a point, as the call gives integers

    def at(px: float, py: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(
            handle, 0, 0, int(width * scale), int(height * scale), 0, px, py, ctypes.byref(x), ctypes.byref(y)
        )
        return x.value / scale, y.value / scale

    (e, f), (x1, y1), (x2, y2) = at(0, 0), at(100, 0), at(0, 100)
    a, b, c, d = ((x1 - e) / 100, (y1 - f) / 100, (x2 - e) / 100, (y2 - f) / 100)
    return (_whole(a), _whole(b), _whole(c), _whole(d), e, f), width, height


def _whole(value: float) -> float:
    """Pages turn by quarters and keep their size, but for rounding."""
    return float(round(value)) if abs(value - round(value)) < 0.001 else value


def turned(matrix: Matrix, width: float, height: float, turn: int) -> tuple[Matrix, float, float]:
    """Turn the page so that text which reads in direction `turn` becomes upright."""
    a, b, c, d, e, f = matrix
    if turn == 0:
        return matrix, width, height
    if turn == 90:  # reads downwards: turn a quarter to the left
        return (b, -a, d, -c, f, width - e), height, width
    if turn == 270:
        return (-b, a, -d, c, height - f, e), height, width
    return (-a, -b, -c, -d, width - e, height - f), width, height
