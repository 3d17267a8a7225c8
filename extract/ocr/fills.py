"""Finds the coloured areas of a straightened scan: shaded header rows, bands, rated cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour, Fill, union
from agendapack.extract.ocr.background import Background
from agendapack.extract.ocr.picture import Mask, Rgb, largest

LEAST_TINT, TINT = 9, 13
"""Of 255: a point may belong to a fill when it is so much darker than the paper; a fill is so much darker."""
LEAST_PT = 7.0
"""No side of a coloured area is shorter: a row of small print is taller."""
FULL = 0.85
"""A coloured patch that covers this part of its box is a rectangle."""
MAX_WHITE = 0.15
"""Share of a coloured area in which bare paper shows; between blurred letters it shows more."""
NEAR_LETTERS = 16
"""Of 255: between letters a colour is so much darker, or on dark ground lighter, as letters are blurred."""
SAME_SHADE, SAME_COLOUR, MAX_SHADES = 9, 28, 20
"""Of 255: what differs less in lightness, and in each colour, is one shade, unevenly lit and compressed.
A page with more shades shows a photograph."""
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""How much red, green and blue lighten."""
RAGGED_PT = 3
"""The sides of an area waver by no more."""
UNCLEAR_PT = 30
"""Between two shades of an unevenly lit area neither may fill so much of it."""
EDGE_PT, EDGE = 4, 6
"""Of 255: over so short a way light falls off by no more; the edge of a colour is steeper."""
LETTERS_PT, LINES_PT = 400.0, 40.0
"""So far along and across the lines, at the most, letters hide the colour below."""
BETWEEN_LETTERS, BETWEEN_LINES = 0.08, 0.3
"""Of an upright line through letters the colour below shows in this share at least, of a level one in this;
of a rule in none."""


def fills_of(rgb: Rgb, ground: Background, scale: float) -> tuple[Fill, ...]:
    """The coloured areas in points: rectangles of one shade."""
    calm = np.asarray(cv2.blur(rgb, (3, 3)), np.uint8)
    white = np.percentile(calm[::4, ::4].reshape(-1, 3), 90, axis=0)
    shows = _white(calm, white)
    found = [Fill(box, shade) for shade, where in _shades(ground.rgb) for box in _areas(where)]
    kept = [f for f in found if _white_share(shows, f.box, scale) <= MAX_WHITE]
    whole = _unparted(kept, ground.rgb)
    seen = _Seen(calm, white, scale)
    return tuple(Fill(_widened(f, [o.box for o in whole if o is not f], seen), f.colour) for f in whole)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The picture without its grain, the shade of the paper, pixels a point."""

    calm: Rgb
    white: NDArray[np.float64]
    scale: float


def _unparted(fills: Sequence[Fill], paper: Rgb) -> list[Fill]:
    """The areas, joined where one goes over into the other without an edge: an unevenly lit cell."""
    done: list[Fill] = []
    for fill in sorted(fills, key=lambda f: -f.box.area):
        while other := next((f for f in done if _goes_over(f, fill, paper)), None):
            done.remove(other)
            fill = Fill(union([other.box, fill.box]), other.colour)
        done.append(fill)
    return done


def _goes_over(a: Fill, b: Fill, paper: Rgb) -> bool:
    if max(abs(x - y) for x, y in zip(a.colour, b.colour, strict=True)) > SAME_COLOUR:
        return False
    for first, second, picture in (
        (a.box, b.box, paper),
        (_turned(a.box), _turned(b.box), paper.transpose(1, 0, 2)),
    ):
        if max(abs(first.x0 - second.x0), abs(first.x1 - second.x1)) <= RAGGED_PT:
            upper, lower = sorted((first, second), key=lambda box: box.top)
            if lower.top - upper.bottom <= UNCLEAR_PT and _is_smooth(upper, lower, picture):
                return True
    return False


def _is_smooth(upper: Box, lower: Box, paper: Rgb) -> bool:
    """Whether no edge lies between two areas, one above the other or inside it."""
    x0, x1 = (round(v) for v in (max(upper.x0, lower.x0) + 1, min(upper.x1, lower.x1) - 1))
    top, bottom = min(upper.bottom, lower.top) - EDGE_PT, max(upper.bottom, lower.top) + EDGE_PT
    if lower.bottom <= upper.bottom:
        top, bottom = lower.top - EDGE_PT, min(lower.bottom + EDGE_PT, upper.bottom)
    shades = (
        np.median(paper[max(0, round(top)) : round(bottom), x0:x1], axis=1) if x0 < x1 else np.empty((0, 3))
    )
    return len(shades) > EDGE_PT and float(np.abs(shades[EDGE_PT:] - shades[:-EDGE_PT]).max()) <= EDGE


def _turned(box: Box) -> Box:
    return Box(box.top, box.x0, box.bottom, box.x1)


def _widened(fill: Fill, others: Sequence[Box], seen: _Seen) -> Box:
    """The area as far up and down, left and right as its colour shows between letters, up to the next."""
    box, calm, scale = fill.box, seen.calm, seen.scale
    for least, reach in ((BETWEEN_LINES, LINES_PT), (BETWEEN_LETTERS, LETTERS_PT)):
        x0, x1 = (round(v * scale) for v in (box.x0 + 1, box.x1 - 1))
        top, bottom = (max(0, round(v * scale)) for v in (box.top - reach, box.bottom + reach))
        shown = np.zeros(len(calm))
        shown[top:bottom] = _shown(calm[top:bottom, x0:x1], fill.colour, seen.white)
        for other in others:
            if min(other.x1, box.x1) - max(other.x0, box.x0) > RAGGED_PT:
                shown[round(other.top * scale) : round(other.bottom * scale)] = 0
        box, others = _turned(_lengthened(box, shown, least, scale)), [_turned(o) for o in others]
        calm = calm.transpose(1, 0, 2)
    return box


def _shown(part: Rgb, colour: Colour, white: NDArray[np.float64]) -> NDArray[np.float64]:
    """In each row the share of points that have a colour rather than the paper's."""
    part = np.ascontiguousarray(part)
    away, of_paper = (_away(part, shade) for shade in (colour, white))
    grey = cv2.cvtColor(part, cv2.COLOR_RGB2GRAY)
    luma = float(np.dot(colour, LUMA))
    near = cv2.inRange(grey, np.array(luma - NEAR_LETTERS), np.array(luma + NEAR_LETTERS)) > 0
    return np.asarray((near & (away <= SAME_COLOUR) & (away < of_paper)).mean(axis=1))


def _away(part: Rgb, shade: Sequence[float] | NDArray[np.float64]) -> NDArray[np.uint8]:
    """How far each point is from a shade in the colour that differs most."""
    channels = [
        cv2.absdiff(c, np.full_like(c, round(v))) for c, v in zip(cv2.split(part), shade, strict=True)
    ]
    return np.asarray(cv2.max(cv2.max(channels[0], channels[1]), channels[2]), np.uint8)


def _lengthened(box: Box, shown: NDArray[np.float64], least: float, scale: float) -> Box:
    """The box as far up and down as the colour shows in at least this share."""
    ends = np.flatnonzero(shown < least)
    above, below = ends[ends < (box.top + 1) * scale], ends[ends >= (box.bottom - 1) * scale]
    top = (above[-1] + 1) / scale if len(above) else 0.0
    bottom = (below[0] if len(below) else len(shown)) / scale
    return Box(box.x0, min(box.top, top), box.x1, max(box.bottom, bottom))


def _shades(paper: Rgb) -> Iterator[tuple[Colour, Mask]]:
    """The shades of the page that are not the paper's, the most spread first, and where they are."""
    white = np.percentile(paper.reshape(-1, 3), 98, axis=0)
    coloured = largest(white - paper.astype(float)) > LEAST_TINT
    points = paper[coloured]
    shades = list(_told_apart(points))
    nearest, closest = np.full(len(points), -1), np.full(len(points), np.inf, np.float32)
    for i, shade in enumerate(shades):
        away = largest(np.abs(points.astype(np.float32) - shade.astype(np.float32)))
        closer = _like(points, shade) & (away < closest)
        nearest[closer], closest[closer] = i, away[closer]
    for i, shade in enumerate(shades):
        # by shades, not by points: a cell is coloured or it is not
        if (white - shade).max() > TINT:
            where = np.zeros(coloured.shape, np.bool_)
            where[coloured] = nearest == i
            yield (int(shade[0]), int(shade[1]), int(shade[2])), where


def _told_apart(points: NDArray[np.uint8]) -> Iterator[NDArray[np.float64]]:
    """The shades of points, the most frequent first."""
    for _ in range(MAX_SHADES):
        if len(points) < LEAST_PT**2:
            return
        bins = (points // SAME_SHADE).astype(np.int64) @ np.array([10_000, 100, 1])
        values, counts = np.unique(bins, return_counts=True)
        shade = np.median(points[bins == values[counts.argmax()]], axis=0)
        points = points[~_like(points, shade)]
        yield shade


def _like(colours: NDArray[np.uint8], shade: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of the colours are this shade, nearly."""
    away = colours.astype(np.float32) - shade.astype(np.float32)
    return np.asarray((largest(np.abs(away)) <= SAME_COLOUR) & (np.abs(away @ LUMA) <= SAME_SHADE))


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


def _white(calm: Rgb, white: NDArray[np.float64]) -> Mask:
    """Where the bare paper shows."""
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
