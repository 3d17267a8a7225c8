"""Finds the coloured areas of a straightened scan: shaded header rows, bands, rated cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

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
SAME_SHADE = 10
"""Of 255: what differs less is one colour, unevenly lit."""
MIN_CELL_SHARE = 0.7
"""A cell is coloured when this part of it is."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """The page without its print, a pixel a point."""

    colours: NDArray[np.uint8]
    tinted: Mask


def fills_of(rgb: Rgb, ruling: Ruling, tall: float, scale: float) -> tuple[Fill, ...]:
    """The coloured areas in points: rectangles, and cells of the ruling where colours meet.

    `tall` is the height of capitals in pixels: what is not taller is print.
    """
    paper = _paper(rgb, max(STROKE_PT * scale, PRINT_TALL * tall), scale)
    found: list[Fill] = []
    count, labels, stats, _ = cv2.connectedComponentsWithStats(paper.tinted.astype(np.uint8), connectivity=4)
    for i in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[i])
        if min(w, h) < LEAST_PT or _on_rim(x, y, w, h, paper.tinted):
            continue
        box = Box(x, y, x + w, y + h)
        colours = paper.colours[y : y + h, x : x + w][labels[y : y + h, x : x + w] == i]
        ys = _cuts([r.at / scale for r in ruling.level if _meets(r, x, x + w, scale)], y, y + h)
        if area >= FULL * w * h and _even(colours) and len(ys) == 2:
            found.append(Fill(box, _colour(colours)))
        else:
            found.extend(_cells(paper, box, ys, ruling, scale))
    shows = _white(rgb)
    return tuple(_one_shade([f for f in found if _white_share(shows, f.box, scale) <= MAX_WHITE]))


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


def _one_shade(fills: Sequence[Fill]) -> Iterator[Fill]:
    """The fills, each in the most spread of the colours that are the same to the eye."""
    shades: list[tuple[Colour, float]] = []
    for fill in fills:
        i = next((i for i, (shade, _) in enumerate(shades) if _alike(shade, fill.colour)), None)
        if i is None:
            shades.append((fill.colour, fill.box.area))
        else:
            shades[i] = (shades[i][0], shades[i][1] + fill.box.area)
    shades.sort(key=lambda s: -s[1])
    for fill in fills:
        yield replace(fill, colour=next(shade for shade, _ in shades if _alike(shade, fill.colour)))


def _alike(a: Colour, b: Colour) -> bool:
    return max(abs(x - y) for x, y in zip(a, b, strict=True)) <= SAME_SHADE


def _paper(rgb: Rgb, print_side: float, scale: float) -> _Paper:
    share = min(1.0, PIXELS_A_POINT / scale)
    size = (round(rgb.shape[1] * share), round(rgb.shape[0] * share))
    small = cv2.resize(cv2.blur(rgb, (3, 3)), size, interpolation=cv2.INTER_AREA)
    # dark print goes in a closing, white print on dark in an opening; edges stay where they are
    for how in (cv2.MORPH_CLOSE, cv2.MORPH_OPEN):
        side = round(print_side * share) | 1
        small = cv2.morphologyEx(small, how, np.ones((side, side), np.uint8))
    points = (max(1, round(rgb.shape[1] / scale)), max(1, round(rgb.shape[0] / scale)))
    small = cv2.medianBlur(cv2.resize(small, points, interpolation=cv2.INTER_AREA), 3)
    white = np.percentile(small.reshape(-1, 3), 90, axis=0)
    away = (white - small.astype(float)).max(axis=2)
    return _Paper(np.asarray(small, dtype=np.uint8), np.asarray(away > TINT))


def _on_rim(x: int, y: int, w: int, h: int, of: Mask) -> bool:
    """Whether it is the shadow along the sheet's edge, or the whole sheet."""
    rim = x <= 1 or y <= 1 or x + w >= of.shape[1] - 1 or y + h >= of.shape[0] - 1
    return rim and (min(w, h) < 3 * LEAST_PT or w * h > 0.5 * of.size)


def _even(colours: NDArray[np.uint8]) -> bool:
    low, high = np.percentile(colours, 10, axis=0), np.percentile(colours, 90, axis=0)
    return bool((high - low).max() <= 2 * TINT)


def _colour(colours: NDArray[np.uint8]) -> Colour:
    red, green, blue = (int(v) for v in np.median(colours, axis=0))
    return red, green, blue


def _cells(paper: _Paper, area: Box, ys: list[float], ruling: Ruling, scale: float) -> Iterator[Fill]:
    """The cells that the ruling cuts the area into, as far as they are coloured."""
    for top, bottom in zip(ys, ys[1:], strict=False):
        between = [r.at / scale for r in ruling.plumb if _meets(r, top, bottom, scale)]
        xs = _cuts(between, area.x0, area.x1)
        for x0, x1 in zip(xs, xs[1:], strict=False):
            if bottom - top < LEAST_PT or x1 - x0 < LEAST_PT:
                continue
            part = np.s_[round(top) + 1 : round(bottom) - 1, round(x0) + 1 : round(x1) - 1]
            tinted = paper.tinted[part]
            colours = paper.colours[part][tinted]
            if tinted.size and tinted.mean() >= MIN_CELL_SHARE and _even(colours):
                yield Fill(Box(x0, top, x1, bottom), _colour(colours))


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
