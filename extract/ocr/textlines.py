"""Finds the lines of text on a straightened scan: boxes in pixels that hold one line of one column each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.ocr.picture import Mask
from agendapack.extract.ocr.ruling import Ruling

SPECK_PT = 0.55
"""Ink smaller than this both ways is dirt; the full stop of 6 pt print is larger."""
LEAST_LETTER_PT, MOST_LETTER_PT = 2.5, 40.0
"""Heights of letters that tell how large the print is."""
SMEAR_EM = 0.9
"""Ink this near on a line belongs together; columns without rules lie further apart."""
TALL = 1.75
"""A block this much taller than the line is more than one line."""
MAX_LINES = 1_500
"""Lines of a picture that are read, a cell of a table being one; one with more is a plan or a pattern."""


@dataclass(frozen=True, slots=True)
class LineBox:
    """Pixels x0 to x1, top to bottom, of one line of text."""

    x0: int
    top: int
    x1: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.x1 - self.x0


def text_ink(ink: Mask, ruling: Ruling, scale: float) -> Mask:
    """The ink without rules and specks."""
    wide = cv2.dilate(ruling.mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    left = (ink & ~wide).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(left, connectivity=8)
    speck = SPECK_PT * scale
    keep = (stats[:, cv2.CC_STAT_WIDTH] >= speck) | (stats[:, cv2.CC_STAT_HEIGHT] >= speck)
    keep &= stats[:, cv2.CC_STAT_HEIGHT] <= MOST_LETTER_PT * scale * 2
    keep[0] = False
    return np.asarray(keep[labels]) if count > 1 else np.zeros(ink.shape, np.bool_)


def letter_height(ink: Mask, scale: float) -> float:
    """Height in pixels of the page's usual capitals and tall letters."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    heights = stats[1:, cv2.CC_STAT_HEIGHT]
    some = heights[(heights >= LEAST_LETTER_PT * scale) & (heights <= MOST_LETTER_PT * scale)]
    return float(np.percentile(some, 75)) if len(some) else 8 * scale


def text_lines(ink: Mask, ruling: Ruling, scale: float) -> list[LineBox]:
    """Boxes of the lines of text, from `text_ink`; from top to bottom."""
    tall = letter_height(ink, scale)
    blocks = _blocks(ink, ruling, round(SMEAR_EM * tall * 1.35))
    lines = [line for block in blocks for line in _split(ink, block, tall)]
    lines = [line for line in lines if line.height >= 0.15 * tall]
    lines = _levelled(_with_marks(lines, tall), tall)
    return sorted(lines, key=lambda b: (b.top, b.x0))


def _blocks(ink: Mask, ruling: Ruling, reach: int) -> list[LineBox]:
    """Ink joined along the lines, but never over an upright rule."""
    smeared = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    for rule in ruling.plumb:
        x = round(rule.at)
        smeared[rule.start : rule.end, max(0, x - 1) : x + 2] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(smeared, connectivity=4)
    return [LineBox(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _ in stats[1:]]


def _split(ink: Mask, block: LineBox, tall: float) -> Iterator[LineBox]:
    """The lines of a block, cut where the fewest letters reach over."""
    if block.height <= TALL * tall:
        yield block
        return
    part = ink[block.top : block.bottom, block.x0 : block.x1]
    rows = part.sum(axis=1).astype(float)
    cuts = list(_valleys(rows, tall))
    for top, bottom in zip([0, *cuts], [*cuts, block.height], strict=True):
        xs = np.flatnonzero(part[top:bottom].any(axis=0))
        ys = np.flatnonzero(rows[top:bottom])
        if len(xs) and len(ys):
            yield LineBox(
                block.x0 + int(xs[0]),
                block.top + top + int(ys[0]),
                block.x0 + int(xs[-1]) + 1,
                block.top + top + int(ys[-1]) + 1,
            )


def _valleys(rows: NDArray[np.float64], tall: float) -> Iterator[int]:
    """Heights at which a block of several lines falls apart."""
    window = max(3, round(tall * 0.3))
    smooth = np.convolve(rows, np.ones(window) / window, mode="same")
    level = 0.35 * float(np.percentile(smooth, 85))
    last = 0
    low = np.flatnonzero(smooth < level)
    for run in np.split(low, np.flatnonzero(np.diff(low) > 1) + 1) if len(low) else []:
        middle = int(run[np.argmin(smooth[run])])
        if middle - last >= 0.7 * tall and len(rows) - middle >= 0.5 * tall:
            yield middle
            last = middle


def _with_marks(lines: Sequence[LineBox], tall: float) -> list[LineBox]:
    """Lines with their loose dots, accents and quotation marks back in place."""
    whole = [line for line in lines if line.height >= 0.45 * tall]
    for mark in (line for line in lines if line.height < 0.45 * tall):
        home = next((i for i, line in enumerate(whole) if _belongs(mark, line, tall)), None)
        if home is None:
            whole.append(mark)
        else:
            line = whole[home]
            whole[home] = LineBox(
                min(line.x0, mark.x0),
                min(line.top, mark.top),
                max(line.x1, mark.x1),
                max(line.bottom, mark.bottom),
            )
    return whole


def _belongs(mark: LineBox, line: LineBox, tall: float) -> bool:
    beside = max(line.x0 - mark.x1, mark.x0 - line.x1)
    apart = max(line.top - mark.bottom, mark.top - line.bottom)
    return beside <= 0.2 * tall and apart <= 0.25 * tall and line.height + max(0, apart) <= TALL * tall


def _levelled(lines: Sequence[LineBox], tall: float) -> list[LineBox]:
    """Lines given the height of their neighbours: «on» alone does not tell how tall its letters could be."""
    given = []
    for line in lines:
        top, bottom = line.top, line.bottom
        if line.height < 1.2 * tall:
            for other in lines:
                level = min(line.bottom, other.bottom) - max(line.top, other.top)
                if level >= 0.8 * line.height and other.height <= 1.45 * tall:
                    top, bottom = min(top, other.top), max(bottom, other.bottom)
        given.append(replace(line, top=top, bottom=bottom))
    return given
