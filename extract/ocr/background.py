"""Sees what the print of a scan stands on: paper, coloured cells, dark heads, white lines between them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.ocr.picture import Grey, Mask, Rgb, largest

PIXELS_A_POINT = 2.0
"""So fine a picture keeps the thinnest white line."""
CALM_PT, CALM = 2.5, 22
"""Within so little the shades of bare background differ by no more (of 255)."""
LEAST_CALM_PT2 = 35.0
"""A smaller calm spot may be the inside of a bold letter."""
ALONG = 3
"""Ground hidden by print is like the nearest that shows, along the line sooner than across."""
LETTERS_PT, LINE_FEED_PT = 14.0, 1.5
"""Within so many points along and across, background shows between letters."""
SAME = 16
"""Of 255: grounds that differ by less are one, grained."""
STRIP_PT, STRIP_SHOWN = 26.0, 0.6
"""Paper shows in more than this share of so long an upright strip: it is no white letter, none is so tall."""
EDGE_SHOWN = 0.2
"""In a line one pixel thick, in at least this share."""
WINDOW_PT = 7.5
"""In a window of this size lines cover less than half: the median is the background."""
DARK_AREA_PT = 7.0
"""A dark area has at least this side: no letter's stroke is as wide."""
TINT = 8
"""Of 255: background this much darker than the paper is coloured."""
MID_GREY = 190
"""Only background darker than this carries white letters."""
CONTRAST = 40
"""Of 255: letters differ so much from what they stand on."""
PRINT_SHARE = 0.03
"""Letters cover at least so much of what is around them."""
DARK_GREY = 110
"""Ground darker than this carries white letters if any."""
LINE_PT, LINE_SHARE, CALM_PX = 14.0, 0.35, 21
"""White lines are so long at least; in the mean of so many pixels, this part of the paper's lightness."""
DARK_SHARE, DARK_CALM_PX = 0.6, 7
"""The same on background that carries white letters."""
GAP_PT = 24.0
"""Print that stands close to a white line hides so much of it."""
INNER_PT = 2.0
"""So far around a white line its background is coloured: beside the edge of a cell it is not."""


@dataclass(frozen=True, slots=True)
class Background:
    """What lies under the print, a pixel a point; finer, where print is lighter than it, and white lines."""

    rgb: Rgb
    light_print: Mask
    lines: Mask


def background_of(rgb: Rgb, scale: float) -> Background:
    """The background of a picture that has `scale` pixels a point."""
    share = min(1.0, PIXELS_A_POINT / scale)
    size = (max(1, round(rgb.shape[1] * share)), max(1, round(rgb.shape[0] * share)))
    small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    scale *= share
    below = _painted(small, _calm(small, scale), scale)
    grey, even = (np.asarray(cv2.cvtColor(p, cv2.COLOR_RGB2GRAY), np.uint8) for p in (small, below))
    lines = _white_lines(grey, even, scale)
    points = (max(1, round(size[0] / scale)), max(1, round(size[1] / scale)))
    paper = cv2.medianBlur(cv2.resize(below, points, interpolation=cv2.INTER_AREA), 3)
    return Background(np.asarray(paper, np.uint8), _light_print(grey, even, lines, scale), lines)


def _calm(small: Rgb, scale: float) -> Mask:
    """Where the background shows: all around is of one shade."""
    side = max(3, round(CALM_PT * scale)) | 1
    kernel = np.ones((side, side), np.uint8)
    grey = cv2.blur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (3, 3))
    calm = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, kernel) <= CALM
    _, labels, stats, _ = cv2.connectedComponentsWithStats(calm.astype(np.uint8), connectivity=4)
    large = stats[:, cv2.CC_STAT_AREA] >= LEAST_CALM_PT2 * scale**2
    large[0] = False
    return np.asarray(large[labels])


def _painted(small: Rgb, calm: Mask, scale: float) -> Rgb:
    """The picture with its print painted over in the nearest shade of background."""
    middle = ALONG // 2
    shown, shades = calm[:, middle::ALONG].astype(np.uint8), small[:, middle::ALONG]
    if not shown.any():
        return small
    _, nearest = cv2.distanceTransformWithLabels(1 - shown, cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL)
    of_label = np.zeros((int(nearest.max()) + 1, 3), np.uint8)
    of_label[nearest[shown > 0]] = shades[shown > 0]
    columns = np.minimum(np.arange(small.shape[1]) // ALONG, shown.shape[1] - 1)
    painted = of_label[nearest][:, columns]
    paper = np.broadcast_to(np.percentile(small[::4, ::4], 98, axis=(0, 1)).astype(np.uint8), small.shape)
    # beside a dark row the nearest background may be that row's
    line = (LETTERS_PT, LINE_FEED_PT)
    is_paper = _shown(small, paper, line, scale) > _shown(small, painted, line, scale)
    # and so may the background left or right of a narrow strip of paper
    is_paper |= _shown(small, paper, (LINE_FEED_PT, STRIP_PT), scale) > STRIP_SHOWN
    painted = np.where(is_paper, paper, painted)
    # lines hardly lighter than their background are calm themselves
    background = np.where(calm[:, :, None], small, painted)
    return np.asarray(cv2.medianBlur(background, round(WINDOW_PT * scale) | 1), np.uint8)


def _shown(small: Rgb, background: Rgb, within: tuple[float, float], scale: float) -> NDArray[np.float32]:
    """The share of what is seen around (points along and across) that is this background."""
    near = (largest(np.asarray(cv2.absdiff(small, background), np.uint8)) <= SAME).astype(np.float32)
    share = cv2.blur(near, (max(1, round(within[0] * scale)), max(1, round(within[1] * scale))))
    return np.asarray(share, np.float32)[:, :, None]


def _white_lines(grey: Grey, below: Grey, scale: float) -> Mask:
    """Long thin light lines within coloured background."""
    paper = int(np.percentile(below[::4, ::4], 99))
    coloured = (below < paper - TINT).astype(np.uint8)
    inner = cv2.erode(coloured, np.ones((round(2 * INNER_PT * scale) | 1,) * 2, np.uint8)) > 0
    lines = np.zeros(grey.shape, np.bool_)
    if not inner.any():
        return lines
    lighter = (paper - below.astype(np.float32)).clip(1)
    for side in ((1, 0), (0, 1)):
        light = np.zeros(grey.shape, np.bool_)
        for calm, share, background in (
            (CALM_PX, LINE_SHARE, below >= MID_GREY),
            (DARK_CALM_PX, DARK_SHARE, below < MID_GREY),
        ):
            window = (calm, 1) if side[0] else (1, calm)
            light |= (cv2.blur(grey, window) - below.astype(np.float32) > share * lighter) & background
        light &= inner
        long, gap = (
            np.ones([round(pt * scale) if not v else 1 for v in side], np.uint8) for pt in (LINE_PT, GAP_PT)
        )
        found = cv2.morphologyEx(light.astype(np.uint8), cv2.MORPH_OPEN, long)
        lines |= cv2.morphologyEx(found, cv2.MORPH_CLOSE, gap) > 0
    return lines


def _light_print(grey: Grey, below: Grey, lines: Mask, scale: float) -> Mask:
    """Where the background is so dark, and the print on it lighter."""
    side = round(DARK_AREA_PT * scale)
    dark = below < MID_GREY
    dark = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, np.ones((side, side), np.uint8)) > 0
    if not dark.any():
        return np.asarray(dark)
    away = grey.astype(np.int16) - below
    side = round(LETTERS_PT * scale)
    # beyond the edge of the dark nothing dark shows along the edge
    near = (2 * away <= int(grey.max()) - below.astype(np.int16)).astype(np.float32)
    dark &= (cv2.blur(near, (side, 1)) >= EDGE_SHOWN) & (cv2.blur(near, (1, side)) >= EDGE_SHOWN)
    away[cv2.dilate(lines.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 0
    signs = (away > CONTRAST).astype(np.float32) - (away < -CONTRAST).astype(np.float32)
    balance = cv2.blur(signs * dark, (side, side))
    return np.asarray(dark & ((balance > PRINT_SHARE) | ((below < DARK_GREY) & (balance > -PRINT_SHARE))))
