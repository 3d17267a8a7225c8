"""Judges the gaps between pieces against their line: which part words, which stand inside one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from agendapack.extract.read.pieces import KERNING_EM, Piece
from agendapack.extract.read.runs import Run

COLUMN_EM = 0.6
"""Glyphs further apart never belong together."""
WORD_GAP_EM = 0.18
"""A gap that ends the word where nothing on the page tells how wide its spaces are."""
SPACE_SHARE = 0.8
"""A gap this part of the line's spaces is a space that was only moved, not typed."""
MIN_GAP_EM, MAX_GAP_EM = 0.13, 0.24
"""Bounds for that judgement: spaces may be squeezed or stretched to justify the line."""
MIN_SPACED_LETTERS = 3
"""Single letters at even distances in one text object, from this many, are one spaced word."""
EVEN_EM = 0.08
"""The distances between spaced letters differ by no more."""
OVERLAP_EM = 0.6
"""A glyph may start this far before the end of the last one (accents, tight kerning)."""
BASELINE_EM = 0.2
"""Glyphs of one word may differ this much in baseline."""
SAME_BASELINE_EM = 0.05
"""Small capitals stand on the baseline of their capital."""


class Spaces:
    """How wide spaces are, on a line or on the page; looked up only for a doubtful gap."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self._page: float | None = None

    def shortest_gap(self, k: int) -> float:
        """The gap, in em, from which pieces k-1 and k are two words."""
        typed = list(self._typed(k))
        if len(typed) < 2:
            typed = [self._of_page()] if self._of_page() else []
        if not typed:
            return WORD_GAP_EM
        return min(MAX_GAP_EM, max(MIN_GAP_EM, SPACE_SHARE * median(typed)))

    def letters_apart(self, k: int) -> bool:
        """Whether the gap before piece k only spaces out the letters of a word."""
        pieces, run = self.pieces, self.pieces[k].run
        if pieces[k - 1].run is not run:
            return False
        first, last = k - 1, k
        while first > 0 and pieces[first - 1].run is run:
            first -= 1
        while last + 1 < len(pieces) and pieces[last + 1].run is run:
            last += 1
        letters = pieces[first : last + 1]
        if not all(len(p.text) == 1 for p in letters):
            return False
        if sum(p.text.isalpha() for p in letters) < MIN_SPACED_LETTERS:
            return False
        least = min(b.start - a.end for a, b in zip(letters, letters[1:], strict=False) if not b.spaced)
        return pieces[k].start - pieces[k - 1].end - least <= EVEN_EM * run.size

    def _typed(self, k: int) -> Iterator[float]:
        """Widths of the space characters on the line of piece k."""
        here = self.pieces[k].run
        for step in (1, -1):
            i = k if step > 0 else k - 1
            while 0 < i < len(self.pieces):
                a, b = self.pieces[i - 1], self.pieces[i]
                if not _one_line(a, here) or not _one_line(b, here):
                    break
                if b.spaced and 0 < b.start - a.end <= COLUMN_EM * here.size:
                    yield (b.start - a.end) / here.size
                i += step

    def _of_page(self) -> float:
        if self._page is None:
            widths = [
                (b.start - a.end) / b.run.size
                for a, b in zip(self.pieces, self.pieces[1:], strict=False)
                if b.spaced and _one_line(a, b.run) and 0 < b.start - a.end <= COLUMN_EM * b.run.size
            ]
            self._page = median(widths) if len(widths) >= 5 else 0.0
        return self._page


def joins(last: Piece, piece: Piece, k: int, spaces: Spaces) -> bool:
    """Whether piece k goes on with the word before it."""
    a, b = last.run, piece.run
    em = a.size if a is b else max(a.size, b.size)
    gap = piece.start - last.end
    if a is not b and not _one_word_set(a, b, em):
        return False
    if gap <= KERNING_EM * em:
        return gap >= -OVERLAP_EM * em
    if gap > COLUMN_EM * em:
        return False
    # whoever sets the next glyphs anew and leaves a gap means a space
    return a is b and (gap < spaces.shortest_gap(k) * em or spaces.letters_apart(k))


def _one_line(piece: Piece, run: Run) -> bool:
    other = piece.run
    return other is run or (other.turn == run.turn and abs(other.base - run.base) <= BASELINE_EM * run.size)


def _one_word_set(a: Run, b: Run, em: float) -> bool:
    """Whether size and baseline of two runs are those of one word."""
    if a.turn != b.turn:
        return False
    shift, ratio = abs(a.base - b.base), min(a.size, b.size) / em if em else 1.0
    return shift <= BASELINE_EM * em and ratio >= 0.8 or shift <= SAME_BASELINE_EM * em and ratio >= 0.6
