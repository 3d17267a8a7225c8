"""Tells ink from paper on a scan, whatever the shade below, and evens the paper out to white."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Fill
from agendapack.extract.ocr.background import CONTRAST, MID_GREY, background_of
from agendapack.extract.ocr.fills import LUMA, fills_of
from agendapack.extract.ocr.picture import Grey, Mask, Rgb

PAPER_WINDOW_IN = 0.14
"""Paper shows somewhere in a window of this size, even between the letters of a heading."""
INK_BELOW = 0.68
"""Ink is darker than this part of the paper around it."""
LEAST_LIGHT = 60
"""Of 255: white print is at least so much lighter than its ground."""
LINE_GREY = 100
"""White lines are drawn so dark on even paper."""
RIM_PT, INNER_PT = 3.0, 0.4
"""Around a dark cell so far nothing is light print; and inside so far from its edge print begins."""
RIM_GREY, MOST_RIM, EDGE_PT = 128, 0.1, 2
"""What is darker along the rim of the sheet, no wider than this part of it, is no print; nor is its edge."""
UNEVEN = 20
"""Of 255: the shade of one cell varies no more."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A scan on even paper: `even` is grey on white, where print was light too; `ink` where it is dark.

    `plain` is grey as scanned, but for white lines, which are black: a rule is darker than both its
    sides there, the edge of a colour only than one. `sides` are the edges of cells with light print:
    half turned, they look like strokes; and the dark rim of the sheet.
    """

    even: Grey
    plain: Grey
    ink: Mask
    sides: Mask
    fills: tuple[Fill, ...]


def inked(rgb: Rgb, dots: float) -> Inked:
    """Separate ink and paper; light print and light lines on colour become dark."""
    grey = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    scale = dots / 72
    ground = background_of(rgb, scale)
    fills = fills_of(rgb, ground, scale)
    even = _evened(grey, dots)
    where = _enlarged(ground.light_print, grey)
    sides = _rim(ground.rgb, grey)
    if where.any():
        shades = cv2.cvtColor(ground.rgb, cv2.COLOR_RGB2GRAY)
        shades = cv2.resize(shades, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
        below = np.asarray(shades, np.float32)
        lit = _settle(where, below, grey, fills, scale)
        even = _turned(even, grey, where, below)
        sides |= _sides(even, lit, scale)
    lines = _enlarged(ground.lines, grey)
    even[lines], grey[lines] = LINE_GREY, 0
    return Inked(even, grey, np.asarray(even < INK_BELOW * 255), sides, fills)


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


def _settle(
    where: Mask, below: NDArray[np.float32], grey: Grey, fills: Iterable[Fill], scale: float
) -> list[Fill]:
    """Set in `where` that print on a dark cell is light all over or not at all, none beside it."""
    lit = []
    dark = [f for f in fills if np.dot(f.colour, LUMA) < MID_GREY]
    for fill in dark:
        top, bottom, x0, x1 = _pixels(fill, RIM_PT, scale)
        where[top:bottom, x0:x1] = False
    for fill in dark:
        top, bottom, x0, x1 = _pixels(fill, -INNER_PT, scale)
        shade, inside = float(np.dot(fill.colour, LUMA)), grey[top:bottom, x0:x1]
        is_lit = (inside > shade + CONTRAST).sum() > (inside < shade - CONTRAST).sum()
        where[top:bottom, x0:x1] = is_lit
        np.clip(below[top:bottom, x0:x1], shade - UNEVEN, shade + UNEVEN, out=below[top:bottom, x0:x1])
        lit += [fill] if is_lit else []
    return lit


def _rim(paper: Rgb, like: Grey) -> Mask:
    """What is dark along the rim of the sheet: the scanner's shadow, a stripe of a slide; with its edge."""
    dark = (cv2.cvtColor(paper, cv2.COLOR_RGB2GRAY) < RIM_GREY).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    x, y, w, h, _ = stats.T
    touches = (x <= 1) | (y <= 1) | (x + w >= dark.shape[1] - 1) | (y + h >= dark.shape[0] - 1)
    thin = np.minimum(w, h) <= MOST_RIM * min(dark.shape)
    thin[0] = False
    edge = cv2.dilate((touches & thin)[labels].astype(np.uint8), np.ones((2 * EDGE_PT + 1,) * 2, np.uint8))
    return _enlarged(edge > 0, like)


def _sides(even: Grey, lit: Iterable[Fill], scale: float) -> Mask:
    """The left and right edges of cells."""
    sides = np.zeros(even.shape, np.bool_)
    for fill in lit:
        top, bottom, x0, x1 = _pixels(fill, INNER_PT, scale)
        wide = max(1, round(2 * INNER_PT * scale))
        sides[top:bottom, x0 : x0 + wide] = sides[top:bottom, x1 - wide : x1] = True
    return sides


def _pixels(fill: Fill, around: float, scale: float) -> tuple[int, int, int, int]:
    box = fill.box.grown(around)
    top, bottom, x0, x1 = (max(0, round(v * scale)) for v in (box.top, box.bottom, box.x0, box.x1))
    return top, bottom, x0, x1


def _turned(even: Grey, grey: Grey, where: Mask, below: NDArray[np.float32]) -> Grey:
    """The even picture, light print on dark ground made dark."""
    white = float(np.percentile(grey[::4, ::4], 95))
    contrast = (grey[where] - below[where]) / np.maximum(LEAST_LIGHT, white - below[where])
    turned = even.copy()
    turned[where] = (255 * (1 - contrast.clip(0, 1))).astype(np.uint8)
    return turned


def _enlarged(mask: Mask, like: Grey) -> Mask:
    large = cv2.resize(mask.astype(np.uint8), like.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(large > 0)
