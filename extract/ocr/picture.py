"""Stage 1b, ocr: a page of the PDF goes in, its picture comes out: grey, colour, and the scale to points."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.read.pdfium_file import open_pdf

Rgb = NDArray[np.uint8]
Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

DOTS_AN_INCH = 200
"""Enough for 6 pt print; more costs time and reads no better."""
LEAST_DOTS_AN_INCH = 60
"""A picture coarser than this is drawn larger all the same: letters need some pixels."""
LONGEST_PT = 1224.0
"""Longest side of A3; larger sheets are posters, or pictures that count a pixel as a point."""
MAX_SIDE_PX = 3400
"""A3 at 200 dpi; anything larger is scaled down, so that no page fills the memory."""


Number = TypeVar("Number", bound=np.generic)


def largest(channels: NDArray[Number]) -> NDArray[Number]:
    """The largest of three values along the last axis; numpy's own `max` is ten times as slow over so few."""
    first, second, third = (channels[..., i] for i in range(3))
    return np.asarray(np.maximum(np.maximum(first, second), third))


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as drawn: RGB pixels, and how many of them make a point."""

    rgb: Rgb
    scale: float

    @property
    def unit(self) -> float:
        """Pixels a point of print: the print of a poster is as much larger as the sheet."""
        return max(self.scale, float(max(self.rgb.shape)) / LONGEST_PT)


def scan_of(path: Path, number: int) -> Scan:
    """Draw one page (counted from 1) at the resolution its text needs."""
    document = open_pdf(path)
    try:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            dots = max(LEAST_DOTS_AN_INCH, min(DOTS_AN_INCH, _density(page)))
            scale = min(dots / 72, MAX_SIDE_PX / max(width, height, 1.0))
            rgb = np.ascontiguousarray(page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3])
            return Scan(rgb, scale)
        finally:
            page.close()
    finally:
        document.close()


def _density(page: Any) -> float:
    """Dots an inch of the largest picture on the page."""
    found, largest = float(DOTS_AN_INCH), 0.0
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        width, height = ctypes.c_uint(), ctypes.c_uint()
        if not raw.FPDFImageObj_GetImagePixelSize(image.raw, width, height):
            continue
        x0, y0, x1, y1 = image.get_bounds()
        area = abs((x1 - x0) * (y1 - y0))
        if area > largest > -1 and width.value and height.value:
            largest = area
            found = 72 * float(np.sqrt(width.value * height.value / area))
    return found
