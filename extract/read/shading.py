"""Finds the colour a reader sees where a gradient fills an area, from a small picture of the page."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as raw

from agendapack.extract.model import Box, Colour, Fill
from agendapack.extract.read.affine import Matrix, mapped

MAX_PICTURE_PX = 600
"""Longer side of the picture: colours need no detail."""
SAMPLES = 9
"""Points taken along each side of an area."""
MIN_AREA_PT = 3.0
"""Thinner gradients are lines."""


def with_gradients(
    fills: list[tuple[Fill, int]],
    areas: list[tuple[Box, int]],
    handle: Any,
    upright: Matrix,
    to_page: Matrix,
) -> list[tuple[Fill, int]]:
    """The fills with those areas that a gradient colours, in drawing order."""
    colours = visible_colours(handle, [mapped(box, upright) for box, _ in areas])
    gradients = [
        (Fill(mapped(box, to_page), colour), order)
        for (box, order), colour in zip(areas, colours, strict=True)
        if colour is not None
    ]
    return sorted([*fills, *gradients], key=lambda f: f[1])


def visible_colours(handle: Any, areas: Sequence[Box]) -> list[Colour | None]:
    """The middle visible colour of each area of a loaded page; None for lines and slivers.

    Areas are in points on the page as pdfium draws it, origin top left.
    """
    page_width, page_height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
    wide = [box if min(box.width, box.height) >= MIN_AREA_PT else None for box in areas]
    if not any(wide) or page_width <= 0 or page_height <= 0:
        return [None] * len(areas)
    scale = MAX_PICTURE_PX / max(page_width, page_height)
    width, height = max(1, round(page_width * scale)), max(1, round(page_height * scale))
    bitmap = raw.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        return [None] * len(areas)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 0)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        buffer = ctypes.cast(raw.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value or 0
        pixels = ctypes.string_at(buffer, stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return [_middle(pixels, stride, width, height, box, scale) if box else None for box in wide]


def _middle(pixels: bytes, stride: int, width: int, height: int, box: Box, scale: float) -> Colour:
    """The middle colour of a lattice of points, so that letters on the area do not count."""
    points = []
    for i in range(SAMPLES):
        for j in range(SAMPLES):
            x = min(width - 1, max(0, int((box.x0 + box.width * (i + 0.5) / SAMPLES) * scale)))
            y = min(height - 1, max(0, int((box.top + box.height * (j + 0.5) / SAMPLES) * scale)))
            b, g, r = pixels[y * stride + 4 * x : y * stride + 4 * x + 3]
            points.append((r, g, b))
    channels = [sorted(p[k] for p in points) for k in range(3)]
    r, g, b = (c[len(c) // 2] for c in channels)
    return (r, g, b)
