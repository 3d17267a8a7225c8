"""Rebuilds words from runs of characters: by space characters, and by gaps judged against their line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import sub
from statistics import median

from extract.model import Word
from extract.read.runs import Run, placed
from extract.read.symbols import (
    NEEDS_PLAIN,
    PLAIN,
    SPACES,
    is_foreign,
    latin,
    lone_look_alike,
    signs,
)

KERNING_EM = 0.1
"""Glyphs nearer than this belong together on every line: kerning stays below."""
COLUMN_EM = 0.6
"""Glyphs further apart never do."""
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
DOUBLE_EM = 0.15
"""The same glyph drawn again this near is fake bold or a shadow."""
STRIP_PT = 8.0
"""Height of the strips of the page in which runs are remembered."""
BASELINE_EM = 0.2
"""Glyphs of one word may differ this much in baseline."""
SAME_BASELINE_EM = 0.05
"""Small capitals stand on the baseline of their capital."""

_TOKEN = re.compile("[^" + re.escape("".join(sorted(SPACES))) + "]+")


@dataclass(slots=True)
class _Piece:
    """Glyphs that certainly belong together."""

    text: str
    start: float
    end: float
    run: Run
    spaced: bool
    """Whether a space character stands before it."""


def build_words(runs: Iterable[Run]) -> list[Word]:
    """Words in the order of the content stream; glyphs drawn twice count once."""
    pieces = _undoubled(_pieces(_drawn_once(runs)))
    words: list[Word] = []
    spaces = _Spaces(pieces)
    first = 0
    for k in range(1, len(pieces) + 1):
        if k < len(pieces) and not pieces[k].spaced and _joins(pieces[k - 1], pieces[k], k, spaces):
            continue
        word = _word(pieces[first:k])
        if word is not None:
            words.append(word)
        first = k
    return _latinised(words)


# --- pieces -------------------------------------------------------------------------


def _pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    spaced = True
    for run in runs:
        text, starts, ends, size = run.text, run.starts, run.ends, run.size
        gaps = list(map(sub, starts[1:], ends))
        even = _holds_together(gaps, size)
        reach = 0
        for token in _TOKEN.finditer(text):
            a, b = token.span()
            # pdfium's guess at a space has no width; a typed one has
            spaced = spaced or (a > reach and _wide(starts, ends, reach, a))
            if not even and not _holds_together(gaps[a : b - 1], size):
                for i, j in _split(text, starts, a, b, gaps, size):
                    yield _Piece(text[i:j], starts[i], ends[j - 1], run, spaced)
                    spaced = False
            else:
                yield _Piece(token.group(), starts[a], ends[b - 1], run, spaced)
                spaced = False
            reach = b
        spaced = spaced or (len(text) > reach and _wide(starts, ends, reach, len(text)))


def _holds_together(gaps: list[float], size: float) -> bool:
    """Whether no gap parts a word and no glyph may be drawn twice."""
    return not gaps or (max(gaps) <= KERNING_EM * size and min(gaps) >= -DOUBLE_EM * size)


def _wide(starts: list[float], ends: list[float], a: int, b: int) -> bool:
    """Whether any of the space characters from a to b has a width."""
    return ends[b - 1] - starts[b - 1] > 0.01 or (b - a > 1 and _wide(starts, ends, a, b - 1))


def _split(
    text: str, starts: list[float], a: int, b: int, gaps: list[float], size: float
) -> Iterator[tuple[int, int]]:
    """Stretches of a token between its gaps, without the second of a glyph drawn twice."""
    first = a
    for i in range(a + 1, b):
        # the letters of one ligature have one and the same box; a second drawing is a little off
        double = text[i] == text[i - 1] and 0.001 < abs(starts[i] - starts[i - 1]) <= DOUBLE_EM * size
        if double or gaps[i - 1] > KERNING_EM * size:
            if first < i:
                yield first, i
            first = i + 1 if double else i
    if first < b:
        yield first, b


def _undoubled(pieces: Iterator[_Piece]) -> list[_Piece]:
    """Pieces without single glyphs that repeat the one before in the same place."""
    kept: list[_Piece] = []
    for piece in pieces:
        if len(piece.text) == 1 and kept and kept[-1].text == piece.text:
            last, size = kept[-1], piece.run.size
            if _same_place(piece.start - last.start, piece.run.base - last.run.base, size):
                continue
        kept.append(piece)
    return kept


def _same_place(dx: float, dy: float, size: float) -> bool:
    return abs(dx) <= DOUBLE_EM * size and abs(dy) <= DOUBLE_EM * size


# --- gaps ---------------------------------------------------------------------------


class _Spaces:
    """How wide spaces are, on a line or on the page; looked up only for a doubtful gap."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
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


def _one_line(piece: _Piece, run: Run) -> bool:
    other = piece.run
    return other is run or (other.turn == run.turn and abs(other.base - run.base) <= BASELINE_EM * run.size)


def _joins(last: _Piece, piece: _Piece, k: int, spaces: _Spaces) -> bool:
    """Whether a piece goes on with the word before it."""
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


def _one_word_set(a: Run, b: Run, em: float) -> bool:
    """Whether size and baseline of two runs are those of one word."""
    if a.turn != b.turn:
        return False
    shift, ratio = abs(a.base - b.base), min(a.size, b.size) / em if em else 1.0
    return shift <= BASELINE_EM * em and ratio >= 0.8 or shift <= SAME_BASELINE_EM * em and ratio >= 0.6


# --- words --------------------------------------------------------------------------


def _word(pieces: Sequence[_Piece]) -> Word | None:
    head = pieces[0]
    run, start, end = head.run, head.start, head.end
    text, printed = head.text, None
    if len(pieces) > 1:
        text, printed = _joined(pieces)
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
    elif run.symbols or not text.isascii():
        text = _text(head)
    if not text.isascii():
        text, printed = _plain(text, printed)
    elif not text.isprintable():
        text = text.translate(PLAIN)
    if not text:
        return None
    size = round(run.size, 2)
    box = placed(run.turn, start, end, run.base, run.size)
    return Word(text, box, size, run.bold, run.italic, run.turn, False, printed)


def _plain(text: str, printed: str | None) -> tuple[str, str | None]:
    """A word with signs outside ASCII: ligatures and hyphens plain, look-alikes Latin."""
    plain = text.translate(PLAIN) if NEEDS_PLAIN.search(text) else text
    text = latin(plain)
    return text, printed if text == plain else printed or plain


def _latinised(words: list[Word]) -> list[Word]:
    """Words of look-alike letters alone (a rating М) as Latin ones, on a page that is Latin otherwise."""
    odd = [i for i, word in enumerate(words) if not word.text.isascii()]
    if any(is_foreign(words[i].text) for i in odd):
        return words
    for i in odd:
        text = lone_look_alike(words[i].text)
        if text != words[i].text:
            words[i] = replace(words[i], text=text, printed=words[i].text)
    return words


def _text(piece: _Piece) -> str:
    text = piece.text
    if piece.run.symbols or (not text.isascii() and any("\ue000" <= c <= "\uf8ff" for c in text)):
        return signs(text, piece.run.symbols)
    return text


def _joined(pieces: Sequence[_Piece]) -> tuple[str, str | None]:
    """The word of several pieces, and how it looks when every wide gap counts as a space."""
    text = printed = _text(pieces[0])
    for last, piece in zip(pieces, pieces[1:], strict=False):
        part = _text(piece)
        gap = piece.start - last.end
        text += part
        printed += (" " if gap > WORD_GAP_EM * piece.run.size else "") + part
    return text, printed if printed != text else None


def _drawn_once(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without those that repeat another in the same place: fake bold, shadows."""
    seen: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    for run in runs:
        start, base, reach = run.starts[0], run.base, DOUBLE_EM * run.size
        low, high = int((base - reach) // STRIP_PT), int((base + reach) // STRIP_PT)
        if not any(
            _same_place(start - other_start, base - other_base, run.size)
            for strip in ((low,) if low == high else (low, high))
            for other_start, other_base in seen.get((run.text, run.turn, strip), ())
        ):
            yield run
        seen.setdefault((run.text, run.turn, int(base // STRIP_PT)), []).append((start, base))
