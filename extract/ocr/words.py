"""Makes words of the letters of a line: by the recogniser's spaces and by the gaps in the ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from extract.model import Box, Word
from extract.ocr.picture import Mask
from extract.ocr.recogniser import Letter
from extract.ocr.textlines import Line
from extract.read.runs import ASCENT_EM, DESCENT_EM

CAPITAL_EM = 0.72
"""Height of capitals and tall letters."""
SPACE_EM = 0.3
"""White between words where the line shows none."""
SPACE_SHARE = 0.8
"""A gap this part of the line's spaces is a space that the recogniser overlooked."""
FIGURE_SHARE = 1.15
"""Beside a figure the gap must be wider: a 1 stands alone in its room."""
LEAST_GAP_EM = 0.05
"""Less white than this is none."""
COLUMN_EM = 1.5
"""Words further apart have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Set:
    """How a line is set: baseline and font size in pixels."""

    base: float
    size: float


def set_of(ink: Mask, line: Line) -> Set:
    """Baseline and size of a line, from the rows its ink covers."""
    rows = ink[line.top : line.bottom, line.x0 : line.x1].sum(axis=1).astype(float)
    full = np.flatnonzero(rows >= 0.35 * np.percentile(rows, 80)) if len(rows) else []
    if not len(full) or rows.max() == 0:
        return Set(line.bottom, line.height)
    base = line.top + float(full[-1]) + 1
    top = line.top + float(np.flatnonzero(rows)[0])
    return Set(base, max(1.0, (base - top) / CAPITAL_EM))


def words_of(letters: Sequence[Letter], ink: Mask, line: Line, left: int, how: Set, scale: float) -> list[Word]:
    """The words of a line in points; `left` is the pixel at which the line's picture began."""
    gaps = _gaps(ink, line, LEAST_GAP_EM * how.size)
    groups = list(_groups(letters, gaps, left, how.size))
    return [
        Word(
            "".join(letter.text for letter in group),
            Box(
                start / scale,
                (how.base - ASCENT_EM * how.size) / scale,
                max(end, start + 1) / scale,
                (how.base + DESCENT_EM * how.size) / scale,
            ),
            size=round(how.size / scale, 2),
            certainty=round(min(letter.certainty for letter in group), 3),
        )
        for group, start, end in groups
    ]


def _gaps(ink: Mask, line: Line, least: float) -> NDArray[np.int64]:
    """First and last empty column + 1 of each gap, with the ends of the line."""
    columns = ink[line.top : line.bottom, line.x0 : line.x1].any(axis=0)
    padded = np.concatenate([[0], columns.astype(np.int8), [0]])
    change = np.flatnonzero(np.diff(padded))
    starts, ends = change[::2], change[1::2]
    inner = np.stack([ends[:-1], starts[1:]], axis=1)
    inner = inner[inner[:, 1] - inner[:, 0] >= least]
    first, last = (starts[0], ends[-1]) if len(starts) else (0, line.width)
    return np.concatenate([[[first, first]], inner, [[last, last]]]) + line.x0


def _groups(
    letters: Sequence[Letter], gaps: NDArray[np.int64], left: int, size: float
) -> Iterator[tuple[list[Letter], float, float]]:
    """Letters of one word, with the pixels at which its ink starts and ends."""
    shown = [(i, letter) for i, letter in enumerate(letters) if not letter.text.isspace()]
    if not shown:
        return
    between = [_gap(a.x + left, b.x + left, gaps) for (_, a), (_, b) in zip(shown, shown[1:], strict=False)]
    typed = [b - a > 1 for (a, _), (b, _) in zip(shown, shown[1:], strict=False)]
    usual = [g[1] - g[0] for g, t in zip(between, typed, strict=True) if t and g[1] - g[0] <= COLUMN_EM * size]
    space = float(median(usual)) if len(usual) > 1 else SPACE_EM * size
    group, start = [shown[0][1]], float(gaps[0][1])
    for (_, letter), gap, is_typed in zip(shown[1:], between, typed, strict=True):
        if is_typed or _is_space(group[-1].text, letter.text, gap[1] - gap[0], space):
            yield group, start, gap[0]
            group, start = [], gap[1]
        group.append(letter)
    yield group, start, float(gaps[-1][0])


def _gap(a: float, b: float, gaps: NDArray[np.int64]) -> tuple[float, float]:
    """The widest gap between two letters, or the point halfway."""
    middles = gaps[1:-1].mean(axis=1)
    some = gaps[1:-1][(middles > a) & (middles < b)]
    if not len(some):
        return (a + b) / 2, (a + b) / 2
    widest = some[np.argmax(some[:, 1] - some[:, 0])]
    return float(widest[0]), float(widest[1])


def _is_space(before: str, after: str, gap: float, space: float) -> bool:
    beside_figure = after.isdigit() and not before.isalpha()
    return gap >= (FIGURE_SHARE if beside_figure else SPACE_SHARE) * space
