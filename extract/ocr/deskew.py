"""Turns a scan so that its lines run level and its columns stand: quarter turns, skew and shear."""

from __future__ import annotations

from math import atan, degrees

import cv2
import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.ocr.binarise import dark_ink
from agendapack.extract.ocr.picture import Mask, Rgb

MAX_SKEW = 0.07
"""Steepest slope looked for (4 degrees); feeders skew less."""
MAX_SHEAR = 0.008
"""Columns lean no more than this against the lines: the sheet moves evenly."""
LEAST_RULED_PX = 400
"""So many pixels of upright rules tell how columns lean."""
SHEAR_GAIN = 1.25
"""A shear is believed only where it gathers the upright rules so many times better."""
COARSE, FINE = 0.003, 0.0003
"""Steps of the search: over a page 3000 px wide the finer one moves a line by a pixel."""
SEARCH_SIDE_PX = 1200
"""Slopes are looked for in a picture of this size."""
MAX_POINTS = 60_000
"""Dark pixels that are looked at."""
LONG_PX = 40
"""A run of this many dark pixels (of the small picture) is a rule, not a letter."""


@dataclass(frozen=True, slots=True)
class Slopes:
    """How far lines fall to the right and columns lean to the left, each as a slope."""

    level: float = 0.0
    plumb: float = 0.0


@dataclass(frozen=True, slots=True)
class Deskewed:
    """A picture with level lines and upright columns, and how it was turned (degrees anticlockwise)."""

    rgb: Rgb
    quarter: int
    skew: float
    shear: float
    """How far columns leaned to the left when lines were level, as a slope."""


def deskewed(rgb: Rgb, dots: float) -> Deskewed:
    """Turn the picture until its lines of text are level; it may still stand on its head."""
    ink = _small_ink(rgb, dots)
    sideways = is_sideways(ink)
    if sideways:
        rgb, ink = np.ascontiguousarray(np.rot90(rgb)), np.ascontiguousarray(np.rot90(ink))
    slopes = slopes_of(ink)
    skew, shear = degrees(atan(slopes.level)), slopes.plumb + slopes.level
    return Deskewed(straightened(rgb, slopes), 90 if sideways else 0, skew, shear)


def is_sideways(ink: Mask) -> bool:
    """Whether the lines of text run from top to bottom."""
    letters = ink & ~_long(ink, level=True) & ~_long(ink, level=False)
    ys, xs = _points(letters)
    return len(ys) > 0 and _best(xs, ys)[1] > _best(ys, xs)[1]


def slopes_of(ink: Mask) -> Slopes:
    """The slopes of an upright page's lines and columns."""
    ys, xs = _points(ink)
    if len(ys) == 0:
        return Slopes()
    level, _ = _best(ys, xs)
    ys, xs = _points(_long(ink, level=False, least=LONG_PX // 2))
    return Slopes(level, _plumb(xs, ys, level))


def _plumb(xs: NDArray[np.int64], ys: NDArray[np.int64], level: float) -> float:
    """The slope of the upright rules; where they show no shear beyond doubt the page is only turned."""
    if len(ys) < LEAST_RULED_PX:
        return -level
    slope, sheared = _best(xs, ys, -level, MAX_SHEAR)
    turned = max(_gathered(xs, ys, -level + away) for away in (-FINE, 0.0, FINE))
    return slope if sheared >= SHEAR_GAIN * turned else -level


def straightened(picture: Rgb, slopes: Slopes) -> Rgb:
    """The picture with its lines level and its columns upright, of the same size."""
    height, width = picture.shape[:2]
    centre = np.array([width / 2, height / 2])
    # columns of the matrix: where the unit steps to the right and down of the straight page lie in the scan
    step = np.array([[1.0, slopes.plumb], [slopes.level, 1.0]])
    step /= np.sqrt(abs(np.linalg.det(step)))
    matrix = np.hstack([step, (centre - step @ centre)[:, None]])
    drawn = cv2.warpAffine(
        picture,
        matrix,
        (width, height),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(drawn, dtype=np.uint8)


def _small_ink(rgb: Rgb, dots: float) -> Mask:
    share = min(1.0, SEARCH_SIDE_PX / max(rgb.shape))
    size = (max(1, round(rgb.shape[1] * share)), max(1, round(rgb.shape[0] * share)))
    small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return dark_ink(small, dots * share)


def _long(ink: Mask, level: bool, least: int = LONG_PX) -> Mask:
    # three pixels across let a leaning rule through
    thick = cv2.dilate(ink.astype(np.uint8), np.ones((3, 1) if level else (1, 3), np.uint8))
    kernel = np.ones((1, least) if level else (least, 1), np.uint8)
    return (cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel) > 0) & ink


def _points(ink: Mask) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    ys, xs = np.nonzero(ink)
    some = slice(None, None, max(1, len(ys) // MAX_POINTS))
    return ys[some], xs[some]


def _best(
    across: NDArray[np.int64], along: NDArray[np.int64], around: float = 0.0, reach: float = MAX_SKEW
) -> tuple[float, float]:
    """The slope at which the points gather best in lines, and how well."""

    def search(middle: float, reach: float, step: float) -> float:
        slopes = np.arange(middle - reach, middle + reach + step / 2, step)
        return float(max(slopes, key=lambda slope: _gathered(across, along, slope)))

    slope = search(search(around, reach, COARSE), COARSE, FINE)
    return slope, _gathered(across, along, slope)


def _gathered(across: NDArray[np.int64], along: NDArray[np.int64], slope: float) -> float:
    """How sharply the points are parted in lines of this slope."""
    places = np.rint(across - slope * along).astype(np.int64)
    counts = np.bincount(places - places.min()).astype(float)
    return float(np.square(np.diff(counts)).sum())
