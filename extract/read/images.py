"""Tells whether a raster image hides what lies under it."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw

OPAQUE_FROM = 250
"""Alpha, of 255, that lets nothing through."""
OPAQUE_SHARE = 0.95
"""Share of an image's points that must be opaque before text under it counts as hidden."""
MAX_POINTS = 4000
"""Points of an image that are looked at."""


def is_opaque(document: Any, page: Any, obj: int) -> bool:
    """Whether the image, drawn with its masks, is solid (nearly) everywhere."""
    image = ctypes.cast(obj, raw.FPDF_PAGEOBJECT)
    if raw.FPDFPageObj_HasTransparency(image):
        return False
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(document, page, image)
    if not bitmap:
        return False
    try:
        if raw.FPDFBitmap_GetFormat(bitmap) not in (raw.FPDFBitmap_BGRA, raw.FPDFBitmap_BGRA_Premul):
            return True
        size = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
        address = ctypes.cast(raw.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value or 0
        alphas = ctypes.string_at(address, size)[3::4]
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    some = alphas[:: max(1, len(alphas) // MAX_POINTS)]
    return sum(a >= OPAQUE_FROM for a in some) >= OPAQUE_SHARE * len(some)
