"""Finds the colour a reader sees where a gradient fills an area, from a small picture of the page."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as raw

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour, Fill
from agendapack.extract.read.affine import Matrix, mapped

MAX_PICTURE_PX = 600
"""Longer side of the picture: colours need no detail."""
SAMPLES = 9
"""Points taken along each side of an area."""
MIN_AREA_PT = 3.0
"""Thinner gradients are lines."""


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A page drawn small, its points as blue, green, red and a fourth byte."""

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float
    """Pixels a point."""

    def colour(self, x: float, y: float) -> Colour:
        """What is seen at a place, in points from the top left; at the nearest one where it lies outside."""
        column = min(self.width - 1, max(0, int(x * self.scale)))
        row = min(self.height - 1, max(0, int(y * self.scale)))
        b, g, r = self.pixels[row * self.stride + 4 * column : row * self.stride + 4 * column + 3]
        return r, g, b


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
    picture = page_picture(handle, MAX_PICTURE_PX / max(page_width, page_height))
    return [_middle(picture, box) if picture and box else None for box in wide]


def page_picture(handle: Any, scale: float) -> SmallPicture | None:
    """A loaded page as pdfium draws it, on white; None where it cannot be. `scale`: pixels a point."""
    width = max(1, round(raw.FPDF_GetPageWidthF(handle) * scale))
    height = max(1, round(raw.FPDF_GetPageHeightF(handle) * scale))
    bitmap = raw.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        return None
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 0)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        buffer = ctypes.cast(raw.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value or 0
        return SmallPicture(ctypes.string_at(buffer, stride * height), stride, width, height, scale)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _middle(picture: SmallPicture, box: Box) -> Colour:
    """The middle colour of a lattice of points, so that letters on the area do not count."""
    steps = [(i + 0.5) / SAMPLES for i in range(SAMPLES)]
    points = (picture.colour(box.x0 + box.width * i, box.top + box.height * j) for i in steps for j in steps)
    return middle_colour([*points])


def middle_colour(colours: Sequence[Colour]) -> Colour:
    """The middle of each part of some colours."""
    r, g, b = (sorted(c[k] for c in colours)[len(colours) // 2] for k in range(3))
    return r, g, b
