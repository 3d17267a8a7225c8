"""Makes words of the letters of a line: by the recogniser's spaces and by the gaps in the ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Word
from agendapack.extract.ocr.picture import Mask
from agendapack.extract.ocr.recogniser import Letter
from agendapack.extract.ocr.textlines import LineBox
from agendapack.extract.read.runs import ASCENT_EM, DESCENT_EM

CAPITAL_EM = 0.72
"""Height of capitals and tall letters."""
SPACE_EM = 0.3
"""White between words where the line shows none."""
LEAST_SPACE_EM = 0.15
"""No space is narrower."""
SPACE_SHARE = 0.8
"""A gap this part of the line's spaces is a space that the recogniser overlooked."""
FIGURE_SHARE = 1.15
"""Beside a figure the gap must be wider: a 1 stands alone in its room."""
LEAST_GAP_EM = 0.05
"""Less white than this is none."""
BLUR_EM = 0.25
"""The recogniser places a letter so far from its middle."""
DASH_EM = 0.42
"""A hyphen that is this wide is a dash."""
DASHES = "-–"
CLOSING, OPENING = ".,;:!?)]}%'", "([{£'"
APART_EM = 0.35
"""Signs before or after which no space stands; so far from the next letter they are dirt."""
DASH_SHARE = 0.5
"""After a dash with a space before it a narrower gap is a space too."""
SUREST = 0.999
"""Nothing read from a picture is as sure as a text layer."""
DIRT = frozenset(".,;:'`·^~_|")
"""Signs that are no words by themselves."""
RAISED_EM, MARK_EM, MAX_MARK, LEAST_MARK_EM = 0.2, 0.6, 2, 0.12
"""A footnote mark ends so far above the baseline, is so much smaller, and has so many figures at most,
none of which is narrower than this."""
TOUCH = 0.15
"""Share of a line's height in which two letters may touch and be told apart."""
COLUMN_EM = 1.5
"""Words further apart have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Set:
    """How a line is set: baseline and font size in pixels."""

    base: float
    size: float


def set_of(ink: Mask, line: LineBox) -> Set:
    """Baseline and size of a line, from the rows its ink covers."""
    rows = ink[line.top : line.bottom, line.x0 : line.x1].sum(axis=1).astype(float)
    if not rows.any():
        return Set(line.bottom, line.height)
    full = np.flatnonzero(rows >= 0.35 * np.percentile(rows, 80))
    base = line.top + float(full[-1]) + 1
    top = line.top + float(np.flatnonzero(rows)[0])
    return Set(base, max(1.0, (base - top) / CAPITAL_EM))


def words_of(
    letters: Sequence[Letter], ink: Mask, line: LineBox, left: int, how: Set, scale: float
) -> list[Word]:
    """The words of a line in points; `left` is the pixel at which the line's picture began."""
    gaps = _gaps(ink, line, LEAST_GAP_EM * how.size)
    words = []
    for group, start, end in _groups(letters, gaps, left, how.size):
        if all(letter.text in DIRT for letter in group):
            continue
        cut = _raised_from(group, ink[line.top : line.bottom], left, end, Set(how.base - line.top, how.size))
        at = (group[cut - 1].x + group[cut].x) / 2 + left if cut < len(group) else end
        words.append(_word(group[:cut], start, at, how, scale))
        if cut < len(group):
            words.append(_mark(group[cut:], at, end, how, scale))
    return words


def _word(group: Sequence[Letter], start: float, end: float, how: Set, scale: float) -> Word:
    top, bottom = how.base - ASCENT_EM * how.size, how.base + DESCENT_EM * how.size
    return Word(
        _text(group, end - start, how.size),
        Box(start / scale, top / scale, max(end, start + 1) / scale, bottom / scale),
        size=round(how.size / scale, 2),
        certainty=min(SUREST, round(min(letter.certainty for letter in group), 3)),
    )


def _mark(group: Sequence[Letter], start: float, end: float, how: Set, scale: float) -> Word:
    """A footnote mark, standing above the line."""
    small = Set(how.base - (1 - MARK_EM) * CAPITAL_EM * how.size, MARK_EM * how.size)
    return replace(_word(group, start, end, small, scale), superscript=True)


def _raised_from(group: Sequence[Letter], ink: Mask, left: int, end: float, how: Set) -> int:
    """Index of the first of the figures at a word's end that stand above the line; its length if none do."""
    cut, stop = len(group), round(end)
    while cut > 1 and group[cut - 1].text.isdigit() and cut > len(group) - MAX_MARK:
        middles = group[cut - 2].x + left, min(group[cut - 1].x + left, stop - 1)
        start = _parting(ink, *middles, 0.0) or _parting(ink, *middles, TOUCH)
        if start is None or not _is_raised(ink[:, start:stop], how):
            break
        cut, stop = cut - 1, start
    return cut


def _is_raised(figure: Mask, how: Set) -> bool:
    """Whether a figure is a small one that ends above the baseline."""
    rows = np.flatnonzero(figure.any(axis=1))
    if not len(rows) or figure.any(axis=0).sum() < LEAST_MARK_EM * how.size:
        return False
    height = rows[-1] + 1 - rows[0]
    return bool(how.base - rows[-1] >= RAISED_EM * how.size and height <= MARK_EM * how.size)


def _parting(ink: Mask, a: float, b: float, touch: float) -> int | None:
    """The column between the middles of two letters with the least ink, at most this share of the height."""
    columns = ink[:, round(a) : round(b) + 1].mean(axis=0)
    if not len(columns) or columns.min() > touch:
        return None
    least = np.flatnonzero(columns == columns.min())
    return round(a) + int(least[len(least) // 2])


def _text(group: Sequence[Letter], width: float, size: float) -> str:
    text = "".join(letter.text for letter in group)
    return "–" if text == "-" and width >= DASH_EM * size else text


def _gaps(ink: Mask, line: LineBox, least: float) -> NDArray[np.int64]:
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
    pairs = list(zip(shown, shown[1:], strict=False))
    typed = [b[0] - a[0] > 1 for a, b in pairs]
    between = _between([(a[1].x + left, b[1].x + left) for a, b in pairs], typed, gaps, size)
    widths = [g[1] - g[0] for g, is_typed in zip(between, typed, strict=True) if is_typed]
    usual = [width for width in widths if LEAST_SPACE_EM * size <= width <= COLUMN_EM * size]
    space = float(median(usual)) if len(usual) > 1 else SPACE_EM * size
    group, start = [shown[0][1]], float(gaps[0][1])
    for (_, letter), gap, is_typed in zip(shown[1:], between, typed, strict=True):
        if is_typed or gap[1] - gap[0] >= _least_gap(group, letter.text, space, size):
            yield group, start, gap[0]
            group, start = [], gap[1]
        group.append(letter)
    yield group, start, float(gaps[-1][0])


def _between(
    pairs: Sequence[tuple[float, float]], typed: Sequence[bool], gaps: NDArray[np.int64], size: float
) -> list[tuple[float, float]]:
    """The gap between each pair of letters, or the point halfway; a gap is given once, to a space first."""
    free = [(float(a), float(b)) for a, b in gaps[1:-1]]
    found = [((a + b) / 2, (a + b) / 2) for a, b in pairs]
    for wanted in (True, False):
        slack = BLUR_EM * size if wanted else 0.0
        for i, (a, b) in enumerate(pairs):
            if typed[i] is not wanted:
                continue
            some = [g for g in free if a - slack < (g[0] + g[1]) / 2 < b + slack]
            # a letter seen astray is nearer to the next word's space, which is no narrower
            between = [g for g in some if a < (g[0] + g[1]) / 2 < b and g[1] - g[0] >= LEAST_SPACE_EM * size]
            if some:
                found[i] = max(between or some, key=lambda g: g[1] - g[0])
                free.remove(found[i])
    # letters seen astray may have taken the gap that follows, leaving theirs to the next
    spaces = [i for i, is_typed in enumerate(typed) if is_typed]
    for i, gap in zip(spaces, sorted(found[i] for i in spaces), strict=True):
        found[i] = gap
    return found


def _least_gap(before: Sequence[Letter], after: str, space: float, size: float) -> float:
    """The gap from which there is a space that the recogniser overlooked."""
    last = before[-1].text
    if after in CLOSING or last in OPENING:
        return APART_EM * size
    if len(before) == 1 and last in DASHES:  # it stands free on its other side
        return DASH_SHARE * space
    beside_figure = after.isdigit() and not last.isalpha() and last not in DASHES
    return (FIGURE_SHARE if beside_figure else SPACE_SHARE) * space
