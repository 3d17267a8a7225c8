"""Outline: the words of a page go in, its printed lines come out in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, wraps
from operator import itemgetter
from typing import TypeVar

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Grid, Page, Word, union

Answer = TypeVar("Answer")
SAME_LINE_EM = 0.45
"""Words whose middles are this close, in font sizes, stand on one line: less than half the leading."""
WIDE_GAP_EM = 1.25
"""A gap this wide, in font sizes, is a tab or a gutter and no word space."""
UNIFORM_SHARE = 0.6
"""Share of a line's letters that must be bold (italic) for the line to count as bold (italic)."""


@dataclass(frozen=True)
class TextLine:
    """A printed line, or a stretch of one."""

    page: int
    text: str
    box: Box
    size: float
    """Font size of most of its letters, in points."""
    bold: bool
    italic: bool
    words: tuple[Word, ...]

    @cached_property
    def capitals(self) -> bool:
        """Whether it is set in capitals."""
        letters = sum(map(str.isalpha, self.text))
        return letters > 2 and sum(map(str.isupper, self.text)) >= 0.9 * letters

    @property
    def parts(self) -> tuple[TextLine, ...]:
        """The stretches between wide gaps, left to right."""
        return self._stretches or (self,)

    @cached_property
    def _stretches(self) -> tuple[TextLine, ...]:
        """Nothing where there is but one: a line that keeps itself is let go only with the process."""
        cuts = [0]
        for i, (left, right) in enumerate(zip(self.words, self.words[1:], strict=False), 1):
            if right.box.x0 - left.box.x1 > WIDE_GAP_EM * max(left.size, right.size):
                cuts.append(i)
        if len(cuts) == 1:
            return ()
        ends = [*cuts[1:], len(self.words)]
        return tuple(make_line(self.page, self.words[a:b]) for a, b in zip(cuts, ends, strict=True))


def asked_once(ask: Callable[[TextLine], Answer]) -> Callable[[TextLine], Answer]:
    """Keep the answer with the line: each way to read an agenda asks the same of all lines."""
    name = f"{ask.__module__}.{ask.__name__}"

    @wraps(ask)
    def asked(line: TextLine) -> Answer:
        kept = vars(line)
        if name not in kept:
            kept[name] = ask(line)
        found: Answer = kept[name]
        return found

    return asked


def lines(page: Page, without: Sequence[Box] = ()) -> list[TextLine]:
    """The upright lines from top to bottom; words in the boxes of `without` are left out."""
    words = [w for w in page.words if w.turn == 0]
    if without:
        words = [w for w in words if not held(w.box, without)]
    return lines_of(page.number, words)


def lines_of(page: int, words: Iterable[Word]) -> list[TextLine]:
    """The lines of upright words, from top to bottom."""
    return [make_line(page, row) for row in _rows(words)]


def body_size(printed: Iterable[TextLine]) -> float:
    """The font size most letters are set in, in points; 0 without text."""
    sizes: dict[float, int] = {}
    for line in printed:
        sizes[line.size] = sizes.get(line.size, 0) + len(line.text)
    return max(sizes, key=lambda s: (sizes[s], s), default=0.0)


def make_line(page: int, words: Iterable[Word]) -> TextLine:
    """A line of these words (at least one), given from left to right."""
    row = tuple(words)
    first = row[0]
    if len(row) == 1:
        return TextLine(page, first.text, first.box, first.size, first.bold, first.italic, row)
    text = " ".join([w.text for w in row])
    box = union([w.box for w in row])
    if len({(w.size, w.bold, w.italic) for w in row}) == 1:
        return TextLine(page, text, box, first.size, first.bold, first.italic, row)
    letters = len(text) - (len(row) - 1)
    bold = sum([len(w.text) for w in row if w.bold]) >= UNIFORM_SHARE * letters
    italic = sum([len(w.text) for w in row if w.italic]) >= UNIFORM_SHARE * letters
    return TextLine(page, text, box, _usual_size(row), bold, italic, row)


def _usual_size(words: Sequence[Word]) -> float:
    """The font size most letters are set in."""
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return max(sizes, key=lambda s: (sizes[s], s))


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words by line, each line from left to right."""
    rows: list[list[Word]] = []
    middle = 0.0
    placed = [((w.box.top + w.box.bottom) / 2, w) for w in words]
    placed.sort(key=itemgetter(0))
    for at, word in placed:
        if rows and at - middle <= SAME_LINE_EM * (word.size or word.box.height):
            rows[-1].append(word)
        else:
            rows.append([word])
            middle = at
    for row in rows:
        row.sort(key=lambda w: w.box.x0)
    return rows


def grid_boxes(grids: Sequence[Grid]) -> dict[int, list[Box]]:
    """Where tables stand, by page."""
    boxes: dict[int, list[Box]] = {}
    for grid in grids:
        boxes.setdefault(grid.page, []).append(grid.box)
    return boxes


def held(box: Box, places: Iterable[Box]) -> bool:
    """Whether the middle of a box lies in one of the places; asked of every word, so without calls."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    for place in places:  # noqa: SIM110
        if place.x0 <= x <= place.x1 and place.top <= y <= place.bottom:
            return True
    return False
