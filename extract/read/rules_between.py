"""Upright rules between two texts that touch: a long text in a narrow cell ends at the next one's rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from agendapack.extract.model import Rule
from agendapack.extract.read.pieces import Piece

KERNED_EM = 0.05
"""Letters of one word, however often they are set anew, stand as near as this to where the last ended."""
OVER_EM = 0.3
"""A text may reach this far over the rule that parts it from the next: half a letter."""
X_HEIGHT_EM = 0.25
"""Where the middle of small letters is above the baseline."""


class Walls:
    """The upright rules of a page."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        uprights = [r.box for r in rules if not r.horizontal]
        self._places = sorted((box.mid_x, box.top, box.bottom) for box in uprights)

    def part(self, last: Piece, piece: Piece) -> bool:
        """Whether a rule stands where one upright text ends and the next, set anew, begins."""
        if not self._places or piece.run is last.run or piece.run.turn or _goes_on(last, piece):
            return False
        over = OVER_EM * piece.run.size
        left, right = min(last.end, piece.start) - over, max(last.end, piece.start) + over
        y = piece.run.base - X_HEIGHT_EM * piece.run.size
        for x, top, bottom in self._places[bisect_left(self._places, (left,)) :]:
            if x > right:
                return False
            if top <= y <= bottom:
                return True
        return False


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Whether small letters go on right where small letters end: a word that runs over the rule."""
    near = abs(piece.start - last.end) <= KERNED_EM * piece.run.size
    return near and last.text[-1].islower() and piece.text[0].islower()
