"""Finds the coloured areas of a straightened scan: shaded header rows, bands, rated cells."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from extract.model import Box, Colour, Fill
from extract.ocr.picture import Mask, Rgb
from extract.ocr.ruling import Ruling, Run

TINT = 18
"""Of 255: paper and fill differ by more; the grain of a scan does not."""
LEAST_PT = 7.0
"""No side of a coloured area is shorter: a row of small print is taller."""
FULL = 0.85
"""A coloured patch that covers this part of its box is a rectangle."""
STROKE_PT, PRINT_TALL = 6.0, 1.3
"""Print is smaller than this, one way at least; blurred words may look like fills as tall as capitals."""
PIXELS_A_POINT = 2.0
"""So fine a picture keeps the white between letters."""
MAX_WHITE = 0.15
"""Share of a coloured area in which bare paper shows; between blurred letters it shows more."""
SAME_SHADE, MAX_SHADES = 14, 16
"""Of 255: what differs less is one colour, unevenly lit. A page with more shades shows a photograph."""
MIN_CELL_SHARE = 0.7
"""A cell is coloured when this part of it is."""


def fills_of(rgb: Rgb, ruling: Ruling, tall: float, scale: float) -> tuple[Fill, ...]:
    """The coloured areas in points: rectangles of one shade, or the cells of the ruling that have it.

    `tall` is the height of capitals in pixels: what is not taller is print.
    """
    paper = _paper(rgb, max(STROKE_PT * scale, PRINT_TALL * tall), scale)
    shows = _white(rgb)
    found = [
        Fill(box, shade)
        for shade, where in _shades(paper)
        for area, full in _areas(where)
        for box in ([area] if full else _cells(where, area, ruling, scale))
    ]
    return tuple(f for f in found if _white_share(shows, f.box, scale) <= MAX_WHITE)


def _shades(paper: Rgb) -> Iterator[tuple[Colour, Mask]]:
    """The shades of the page that are not the paper's, the most spread first, and where they are."""
    white = np.percentile(paper.reshape(-1, 3), 90, axis=0)
    left = np.asarray((white - paper.astype(float)).max(axis=2) > TINT)
    for _ in range(MAX_SHADES):
        if left.sum() < LEAST_PT**2:
            return
        bins = (paper[left] // SAME_SHADE).astype(np.int64) @ np.array([10_000, 100, 1])
        values, counts = np.unique(bins, return_counts=True)
        shade = np.median(paper[left][bins == values[counts.argmax()]], axis=0)
        where = left & (np.abs(paper.astype(float) - shade).max(axis=2) <= SAME_SHADE)
        left &= ~where
        yield (int(shade[0]), int(shade[1]), int(shade[2])), where


def _areas(where: Mask) -> Iterator[tuple[Box, bool]]:
    """The connected areas of a shade, and whether they fill their box."""
    # the grain leaves pinholes
    closed = cv2.morphologyEx(where.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=4)
    for x, y, w, h, area in stats[1:].tolist():
        if min(w, h) >= LEAST_PT and not _on_rim(x, y, w, h, where):
            yield Box(x, y, x + w, y + h), area >= FULL * w * h


def _white(rgb: Rgb) -> Mask:
    """Where the bare paper shows."""
    calm = cv2.blur(rgb, (3, 3))
    white = np.percentile(calm[::4, ::4].reshape(-1, 3), 90, axis=0)
    lightest = np.maximum(0, white - 0.7 * TINT).astype(np.uint8)
    return np.asarray(cv2.inRange(calm, lightest, np.full(3, 255, np.uint8)) > 0)


def _white_share(shows: Mask, box: Box, scale: float) -> float:
    top, bottom, x0, x1 = (round(v * scale) for v in (box.top, box.bottom, box.x0, box.x1))
    part = shows[top:bottom, x0:x1]
    return float(part.mean()) if part.size else 1.0


def _paper(rgb: Rgb, print_side: float, scale: float) -> Rgb:
    """The page without its print, a pixel a point."""
    share = min(1.0, PIXELS_A_POINT / scale)
    size = (round(rgb.shape[1] * share), round(rgb.shape[0] * share))
    small = cv2.resize(cv2.blur(rgb, (3, 3)), size, interpolation=cv2.INTER_AREA)
    # dark print goes in a closing, white print on dark in an opening; edges stay where they are
    for how in (cv2.MORPH_CLOSE, cv2.MORPH_OPEN):
        side = round(print_side * share) | 1
        small = cv2.morphologyEx(small, how, np.ones((side, side), np.uint8))
    points = (max(1, round(rgb.shape[1] / scale)), max(1, round(rgb.shape[0] / scale)))
    return np.asarray(cv2.medianBlur(cv2.resize(small, points, interpolation=cv2.INTER_AREA), 3), np.uint8)


def _on_rim(x: int, y: int, w: int, h: int, of: Mask) -> bool:
    """Whether it is the shadow along the sheet's edge, or the whole sheet."""
    rim = x <= 1 or y <= 1 or x + w >= of.shape[1] - 1 or y + h >= of.shape[0] - 1
    return rim and (min(w, h) < 3 * LEAST_PT or w * h > 0.5 * of.size)


def _cells(where: Mask, area: Box, ruling: Ruling, scale: float) -> Iterator[Box]:
    """The cells that the ruling cuts the area into, as far as they have the shade."""
    level = [r.at / scale for r in ruling.level if _meets(r, area.x0, area.x1, scale)]
    ys = _cuts(level, area.top, area.bottom)
    for top, bottom in zip(ys, ys[1:], strict=False):
        between = [r.at / scale for r in ruling.plumb if _meets(r, top, bottom, scale)]
        xs = _cuts(between, area.x0, area.x1)
        for x0, x1 in zip(xs, xs[1:], strict=False):
            part = where[round(top) + 1 : round(bottom) - 1, round(x0) + 1 : round(x1) - 1]
            if min(bottom - top, x1 - x0) >= LEAST_PT and part.size and part.mean() >= MIN_CELL_SHARE:
                yield Box(x0, top, x1, bottom)


def _meets(rule: Run, start: float, end: float, scale: float) -> bool:
    """Whether the rule runs through (most of) the stretch from `start` to `end` points."""
    shared = min(rule.end / scale, end) - max(rule.start / scale, start)
    return shared >= 0.5 * (end - start)


def _cuts(at: list[float], start: float, end: float) -> list[float]:
    inner = sorted(a for a in at if start + LEAST_PT / 2 < a < end - LEAST_PT / 2)
    cuts = [start]
    for a in [*inner, end]:
        if a - cuts[-1] > 1.5:
            cuts.append(a)
    return cuts
