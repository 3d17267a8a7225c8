"""Cuts runs of characters into pieces that certainly belong together: at spaces and at gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import sub

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.read.runs import Run
from agendapack.extract.read.symbols import SPACES

KERNING_EM = 0.1
"""Glyphs nearer than this belong together on every line: kerning stays below."""
DOUBLE_EM = 0.15
"""The same glyph drawn again this near is fake bold or a shadow."""
STRIP_PT = 8.0
"""Height of the strips of the page in which runs are remembered."""
TYPED_PT = 0.01
"""A space that was typed is at least this wide; pdfium's guess at one has no width."""

_TOKEN = re.compile("[^" + re.escape("".join(sorted(SPACES))) + "]+")


@dataclass(slots=True)
class Piece:
    """Glyphs that certainly belong together."""

    text: str
    start: float
    end: float
    run: Run
    spaced: bool
    """Whether a space character stands before it."""


def pieces_of(runs: Iterable[Run]) -> list[Piece]:
    """The pieces in the order of the content stream; glyphs drawn twice count once."""
    kept: list[Piece] = []
    spaced = True
    for run in _drawn_once(runs):
        text, starts, ends, size = run.text, run.starts, run.ends, run.size
        gaps = list(map(sub, starts[1:], ends))
        even = _holds_together(gaps, size)
        reach = 0
        for token in _TOKEN.finditer(text):
            a, b = token.span()
            spaced = spaced or (a > reach and _typed(starts, ends, reach, a))
            if even or _holds_together(gaps[a : b - 1], size):
                _add(kept, Piece(token[0], starts[a], ends[b - 1], run, spaced))
                spaced = False
            else:
                for i, j in _split(text, starts, a, b, gaps, size):
                    _add(kept, Piece(text[i:j], starts[i], ends[j - 1], run, spaced))
                    spaced = False
            reach = b
        spaced = spaced or (len(text) > reach and _typed(starts, ends, reach, len(text)))
    return kept


def _add(kept: list[Piece], piece: Piece) -> None:
    """Keep the piece unless it is a single glyph that repeats the one before in the same place."""
    if kept and len(piece.text) == 1 and kept[-1].text == piece.text:
        last, run = kept[-1], piece.run
        if _same_place(piece.start - last.start, run.base - last.run.base, run.size):
            return
    kept.append(piece)


def _holds_together(gaps: list[float], size: float) -> bool:
    """Whether no gap parts a word and no glyph may be drawn twice."""
    return not gaps or (max(gaps) <= KERNING_EM * size and min(gaps) >= -DOUBLE_EM * size)


def _typed(starts: list[float], ends: list[float], a: int, b: int) -> bool:
    """Whether any of the space characters from a to b was typed."""
    return ends[b - 1] - starts[b - 1] > TYPED_PT or (b - a > 1 and _typed(starts, ends, a, b - 1))


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


def _same_place(dx: float, dy: float, size: float) -> bool:
    return abs(dx) <= DOUBLE_EM * size and abs(dy) <= DOUBLE_EM * size


def _drawn_once(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without those that repeat another in the same place: fake bold, shadows."""
    seen: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    for run in runs:
        start, base, reach = run.starts[0], run.base, DOUBLE_EM * run.size
        low, high = int((base - reach) // STRIP_PT), int((base + reach) // STRIP_PT)
        alike = seen.get((run.text, run.turn, low), [])
        if low != high:
            alike = [*alike, *seen.get((run.text, run.turn, high), ())]
        if not alike or not any(_same_place(start - x, base - y, run.size) for x, y in alike):
            yield run
        seen.setdefault((run.text, run.turn, int(base // STRIP_PT)), []).append((start, base))
