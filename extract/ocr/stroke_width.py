"""Tells bold type on a scan: its strokes are thicker than those of the other words of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Word
from agendapack.extract.ocr.picture import Grey, Mask

LEAST_RATIO = 1.22
"""Bold strokes are at least so much thicker than regular ones; in typefaces it is 1.4 to 2."""
LEAST_LETTERS = 3
"""Words from which the thickness of strokes is learned."""
LEAST_WORDS = 8
"""And so many of them are needed."""
GRAIN = 0.12
"""Darkness below this is the grain of the paper."""


@dataclass(frozen=True, slots=True)
class Print:
    """The print of a scan: grey on even paper, where its ink is, pixels a point."""

    even: Grey
    ink: Mask
    scale: float


def weighed(lines: Sequence[Sequence[Word]], on: Print) -> Iterator[Word]:
    """All words, with `bold` set; a line is bold as a whole, or up to the colon of its label."""
    strokes = [[_stroke(word, on) for word in line] for line in lines]
    least = _bold_from(
        np.array(
            [
                s
                for line, some in zip(lines, strokes, strict=True)
                for w, s in zip(line, some, strict=True)
                if _tells(w)
            ]
        )
    )
    for line, some in zip(lines, strokes, strict=True):
        cut = next((i + 1 for i, w in enumerate(line) if w.text.endswith(":")), len(line))
        for part in (slice(0, cut), slice(cut, len(line))):
            letters = [len(w.text) if _tells(w) else 0.5 for w in line[part]]
            bold = bool(letters) and float(np.average(some[part], weights=letters)) >= least
            yield from (replace(word, bold=bold) for word in line[part])


def _tells(word: Word) -> bool:
    return sum(c.isalnum() for c in word.text) >= LEAST_LETTERS


def _stroke(word: Word, on: Print) -> float:
    """Mean thickness of the word's strokes across the line, in em."""
    box = word.box
    top, bottom, x0, x1 = (max(0, round(v * on.scale)) for v in (box.top, box.bottom, box.x0, box.x1))
    ink = on.ink[top:bottom, x0:x1]
    dark = 1 - on.even[top:bottom, x0:x1].astype(np.float32) / 255
    strokes = int((ink[:, 1:] & ~ink[:, :-1]).sum() + ink[:, :1].sum())
    return float(dark[dark > GRAIN].sum()) / max(1, strokes) / max(1.0, word.size * on.scale)


def _bold_from(strokes: NDArray[np.float64]) -> float:
    """The thickness that parts bold from regular words; infinite when the page has one weight."""
    if len(strokes) < LEAST_WORDS:
        return float("inf")
    strokes = np.sort(strokes)
    counts = np.arange(1, len(strokes))
    sums = np.cumsum(strokes)
    low, high = sums[:-1] / counts, (sums[-1] - sums[:-1]) / counts[::-1]
    split = int(np.argmax(counts * counts[::-1] * (high - low) ** 2))
    if high[split] < LEAST_RATIO * low[split]:
        return float("inf")
    return float(low[split] + high[split]) / 2
