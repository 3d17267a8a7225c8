"""Tells ink from paper on a scan, whatever the shade below, and evens the paper out to white."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extract.ocr.ground import Ground, ground_of
from extract.ocr.picture import Grey, Mask, Rgb

PAPER_WINDOW_IN = 0.14
"""Paper shows somewhere in a window of this size, even between the letters of a heading."""
INK_BELOW = 0.68
"""Ink is darker than this part of the paper around it."""
LEAST_LIGHT = 60
"""Of 255: white print is at least so much lighter than its ground."""
LINE_GREY = 100
"""White lines are drawn so dark on even paper."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A scan on even paper: `even` is grey on white, where print was light too; `ink` where it is dark."""

    even: Grey
    ink: Mask
    ground: Ground


def inked(rgb: Rgb, dots: float) -> Inked:
    """Separate ink and paper; light print and light lines on colour become dark."""
    grey = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    ground = ground_of(rgb, dots / 72)
    even = _evened(grey, dots)
    if ground.light_print.any():
        even = _turned(even, grey, ground)
    even[_enlarged(ground.lines, grey)] = LINE_GREY
    return Inked(even, np.asarray(even < INK_BELOW * 255), ground)


def dark_ink(rgb: Rgb, dots: float) -> Mask:
    """Where the ink is, letters lighter than their ground left out."""
    return np.asarray(
        _evened(np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8), dots) < INK_BELOW * 255
    )


def _evened(grey: Grey, dots: float) -> Grey:
    """The picture as if its ground were white all over."""
    window = max(3, round(PAPER_WINDOW_IN * dots)) | 1
    calm = cv2.blur(grey, (3, 3))
    paper = cv2.dilate(calm, np.ones((window, window), np.uint8))
    paper = cv2.erode(paper, np.ones((window, window), np.uint8))
    # a wider blur would take the edge of a coloured cell for ink
    paper = np.maximum(cv2.blur(paper, (5, 5)), 1)
    return np.asarray(np.minimum(255, grey.astype(np.uint16) * 255 // paper), np.uint8)


def _turned(even: Grey, grey: Grey, ground: Ground) -> Grey:
    """The even picture, light print on dark ground made dark."""
    where = _enlarged(ground.light_print, grey)
    below = cv2.cvtColor(ground.rgb, cv2.COLOR_RGB2GRAY)
    below = cv2.resize(below, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)[where].astype(np.float32)
    white = float(np.percentile(grey[::4, ::4], 95))
    contrast = (grey[where] - below) / np.maximum(LEAST_LIGHT, white - below)
    turned = even.copy()
    turned[where] = (255 * (1 - contrast.clip(0, 1))).astype(np.uint8)
    return turned


def _enlarged(mask: Mask, like: Grey) -> Mask:
    large = cv2.resize(mask.astype(np.uint8), like.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(large > 0)
