"""Read: small filled drawings go in; where they stand in lines as letters do, text is drawn there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from agendapack.extract.model import Box, union

MIN_PT, MAX_PT = 1.5, 40.0
"""Height and width of a letter."""
LEVEL_PT = 0.6
"""Letters of one line stand on one level within this distance: round ones reach a little below it."""
GAP = 1.5
"""White between two letters, in heights of the taller: what hangs below the line is left out between them."""
MIN_RUN, MIN_FORMS = 4, 3
"""Drawings that follow each other on a line, and sizes among them; the signs of a chart have one size."""
MIN_LETTERS = 60
"""A page with fewer has a logo, or the labels of a chart."""
MOST = 20_000
"""Drawings of a page that are looked at: a page of small print has fewer letters."""


def drawn_text(drawn: Sequence[Box]) -> Box | None:
    """The box of what stands in lines as letters do, read one way or another; None where that is little."""
    small = [b for b in drawn if MIN_PT <= b.height <= MAX_PT and MIN_PT <= b.width <= MAX_PT][:MOST]
    ways = (small, [_turned(b) for b in small], [_mirrored(b) for b in small])
    level, down, up = ([letter for run in _runs(way) for letter in run] for way in ways)
    letters = max((level, [_turned(b) for b in down], [_unmirrored(b) for b in up]), key=len)
    return union(letters) if len(letters) >= MIN_LETTERS else None


def _turned(box: Box) -> Box:
    """The box in a page whose x and y change places: what stands on a right edge stands on a line then."""
    return Box(box.top, box.x0, box.bottom, box.x1)


def _mirrored(box: Box) -> Box:
    """The same for what stands on a left edge."""
    return Box(box.top, -box.x1, box.bottom, -box.x0)


def _unmirrored(box: Box) -> Box:
    return Box(-box.bottom, box.x0, -box.top, box.x1)


def _runs(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Boxes of several sizes that follow each other on one level."""
    for line in _levels(boxes):
        run: list[Box] = []
        for box in sorted(line, key=lambda b: b.x0):
            if run and box.x0 - run[-1].x1 > GAP * max(box.height, run[-1].height):
                yield from _lettered(run)
                run = []
            run.append(box)
        yield from _lettered(run)


def _levels(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Boxes by the level that they stand on."""
    first = float("-inf")

    def level(box: Box) -> float:
        nonlocal first
        first = first if box.bottom - first <= LEVEL_PT else box.bottom
        return first

    for _, line in groupby(sorted(boxes, key=lambda b: b.bottom), level):
        yield list(line)


def _lettered(run: list[Box]) -> Iterator[list[Box]]:
    forms = {(round(b.width, 1), round(b.height, 1)) for b in run}
    if len(run) >= MIN_RUN and len(forms) >= MIN_FORMS:
        yield run
