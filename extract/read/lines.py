"""Words that follow one another on a baseline, and the gaps between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from statistics import median

from agendapack.extract.model import Box, Page, Word
from agendapack.extract.read.runs import along

CELL_GAP_EM = 0.75
"""Words further apart stand in different columns."""
OVERLAP_EM = 0.5
"""A word may begin this far before the end of the last one (slanted or squeezed type)."""
BASELINE_EM = 0.15
"""Words of one line share their baseline to this part of the size."""
USUAL_GAP_EM = 0.27
"""Width of a space where a line has too few of them to tell."""
MIN_GAPS = 3
"""Gaps on a line before its own usual gap counts."""
_LEFT = attrgetter("x0")


def stretches(page: Page) -> Iterator[list[Word]]:
    """Words that follow one another with no column gap and no ruling between."""
    walls = sorted((r.box for r in page.rules if not r.horizontal), key=_LEFT)
    line: list[Word] = []
    for word in page.words:
        if line and not _follows(line[-1], word, walls):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _follows(last: Word, word: Word, walls: Sequence[Box]) -> bool:
    """Whether a word goes on with the last one; `walls` stand from left to right."""
    if last.turn != word.turn or word.superscript or last.superscript:
        return False
    size = max(last.size, word.size)
    _, end, base = along(last.turn, last.box)
    start, _, other = along(word.turn, word.box)
    if abs(base - other) > BASELINE_EM * size or not -OVERLAP_EM * size <= start - end <= CELL_GAP_EM * size:
        return False
    if word.turn != 0:
        return True
    between = walls[bisect_left(walls, end - 1, key=_LEFT) : bisect_right(walls, start + 1, key=_LEFT)]
    return not any(wall.top <= word.box.mid_y <= wall.bottom for wall in between)


def gaps_of(line: Sequence[Word]) -> list[float]:
    """Distances between the words of a line, in ems."""
    return [
        (along(b.turn, b.box)[0] - along(a.turn, a.box)[1]) / (a.size or 10.0)
        for a, b in zip(line, line[1:], strict=False)
    ]


def usual_gap(gaps: Sequence[float]) -> float:
    """The line's usual word gap: the middle of its wider half."""
    wide = sorted(gaps)[len(gaps) // 2 :]
    return median(wide) if len(gaps) >= MIN_GAPS and wide[0] > 0.1 else USUAL_GAP_EM
