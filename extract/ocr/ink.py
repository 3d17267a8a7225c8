"""Tells ink from paper on a scan, whatever the shade below, and evens the paper out to white."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extract.ocr.picture import Grey, Mask, Rgb

PAPER_WINDOW_IN = 0.14
"""Paper shows somewhere in a window of this size, even between the letters of a heading."""
INK_BELOW = 0.68
"""Ink is darker than this part of the paper around it."""
DARK_GREY = 120
"""An area darker than this carries white letters."""
DARK_AREA_IN = 0.1
"""And has at least this side: no letter stroke is as wide."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A scan on even paper: `even` is grey on white, `ink` where it is dark, `dark` where it was inverted."""

    even: Grey
    ink: Mask
    dark: Mask


def inked(rgb: Rgb, dots: float) -> Inked:
    """Separate ink and paper; areas with white print on dark are inverted first."""
    grey = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    dark = _dark_areas(grey, round(DARK_AREA_IN * dots))
    plain = np.where(dark, 255 - grey, grey).astype(np.uint8)
    window = max(3, round(PAPER_WINDOW_IN * dots)) | 1
    calm = cv2.blur(plain, (3, 3))
    paper = cv2.dilate(calm, np.ones((window, window), np.uint8))
    paper = cv2.erode(paper, np.ones((window, window), np.uint8))
    # a wider blur would take the edge of a coloured cell for ink
    paper = np.maximum(cv2.blur(paper, (5, 5)), 1)
    even = np.minimum(255, plain.astype(np.uint16) * 255 // paper).astype(np.uint8)
    return Inked(even, np.asarray(even < INK_BELOW * 255), dark)


def _dark_areas(grey: Grey, side: int) -> Mask:
    kernel = np.ones((side, side), np.uint8)
    solid = cv2.morphologyEx((grey < DARK_GREY).astype(np.uint8), cv2.MORPH_OPEN, kernel)
    if not solid.any():
        return np.zeros(grey.shape, np.bool_)
    # the holes that the white letters leave belong to the area
    return np.asarray(cv2.morphologyEx(solid, cv2.MORPH_CLOSE, kernel) > 0)
