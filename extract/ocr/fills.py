"""Finds the coloured areas of a straightened scan: shaded header rows, bands, rated cells."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.model import Box, Colour, Fill
from extract.ocr.ground import Ground
from extract.ocr.picture import Mask, Rgb

LEAST_TINT, TINT = 9, 13
"""Of 255: a point may belong to a fill when it is so much darker than the paper; a fill is so much darker."""
LEAST_PT = 7.0
"""No side of a coloured area is shorter: a row of small print is taller."""
FULL = 0.85
"""A coloured patch that covers this part of its box is a rectangle."""
MAX_WHITE = 0.15
"""Share of a coloured area in which bare paper shows; between blurred letters it shows more."""
SAME_SHADE, SAME_COLOUR, MAX_SHADES = 9, 28, 20
"""Of 255: what differs less in lightness, and in each colour, is one shade, unevenly lit and compressed.
A page with more shades shows a photograph."""
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""How much red, green and blue lighten."""
RAGGED_PT = 3
"""The sides of an area waver by no more."""


def fills_of(rgb: Rgb, ground: Ground, scale: float) -> tuple[Fill, ...]:
    """The coloured areas in points: rectangles of one shade."""
    shows = _white(rgb)
    found = [Fill(box, shade) for shade, where in _shades(ground.rgb) for box in _areas(where)]
    return tuple(f for f in found if _white_share(shows, f.box, scale) <= MAX_WHITE)


def _shades(paper: Rgb) -> Iterator[tuple[Colour, Mask]]:
    """The shades of the page that are not the paper's, the most spread first, and where they are."""
    white = np.percentile(paper.reshape(-1, 3), 98, axis=0)
    left = np.asarray((white - paper.astype(float)).max(axis=2) > LEAST_TINT)
    for _ in range(MAX_SHADES):
        if left.sum() < LEAST_PT**2:
            return
        bins = (paper[left] // SAME_SHADE).astype(np.int64) @ np.array([10_000, 100, 1])
        values, counts = np.unique(bins, return_counts=True)
        shade = np.median(paper[left][bins == values[counts.argmax()]], axis=0)
        where = np.zeros(left.shape, np.bool_)
        where[left] = _like(paper[left], shade)
        left &= ~where
        # by shades, not by points: a cell is coloured or it is not
        if (white - shade).max() > TINT:
            yield (int(shade[0]), int(shade[1]), int(shade[2])), where


def _like(colours: NDArray[np.uint8], shade: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the colours are this shade, nearly."""
    away = colours.astype(np.float32) - shade.astype(np.float32)
    return np.asarray((np.abs(away).max(axis=1) <= SAME_COLOUR) & (np.abs(away @ LUMA) <= SAME_SHADE))


def _areas(where: Mask) -> Iterator[Box]:
    """The connected areas of a shade, as rectangles."""
    # the grain leaves pinholes
    closed = cv2.morphologyEx(where.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=4)
    for i, (x, y, w, h, area) in enumerate(stats[1:].tolist(), 1):
        if min(w, h) < LEAST_PT or _on_rim(x, y, w, h, where):
            continue
        if area >= FULL * w * h:
            yield Box(x, y, x + w, y + h)
        else:
            yield from _blocks(labels[y : y + h, x : x + w] == i, x, y)


def _blocks(part: Mask, x: int, y: int) -> Iterator[Box]:
    """The rectangles of an area with corners: rows that reach equally far make one."""
    spans: list[NDArray[np.int64]] = [
        np.flatnonzero(np.diff(np.concatenate([[0], row, [0]]))) for row in part.astype(np.int8)
    ]
    first = 0
    for i in range(1, len(spans) + 1):
        if i < len(spans) and _alike(spans[first], spans[i]):
            continue
        middle = spans[(first + i) // 2]
        for x0, x1 in zip(middle[::2].tolist(), middle[1::2].tolist(), strict=True):
            if min(i - first, x1 - x0) >= LEAST_PT:
                yield Box(x + x0, y + first, x + x1, y + i)
        first = i


def _alike(a: NDArray[np.int64], b: NDArray[np.int64]) -> bool:
    return len(a) == len(b) and (not len(a) or int(np.abs(a - b).max()) <= RAGGED_PT)


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


def _on_rim(x: int, y: int, w: int, h: int, of: Mask) -> bool:
    """Whether it is the shadow along the sheet's edge, or the whole sheet."""
    rim = x <= 1 or y <= 1 or x + w >= of.shape[1] - 1 or y + h >= of.shape[0] - 1
    return rim and (min(w, h) < 3 * LEAST_PT or w * h > 0.5 * of.size)
