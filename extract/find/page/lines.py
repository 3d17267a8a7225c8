"""Upright words as printed lines, each cut into chunks at gaps too wide for a word space."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.justified_text import justified
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Word, union
from agendapack.extract.normalise.figures import stands_for_figure
from agendapack.extract.normalise.rag import direction_of

BASELINE_EM = 0.3
"""Words whose baselines differ less than this, in their own size, share a line."""
DESCENT_EM = 0.21
"""A word's box reaches this far below its baseline."""
MARK_SIZE = 0.8
"""Raised marks are set this much smaller than their line, or less;"""
RAISED_EM = 0.6
"""at most this far above its baseline;"""
MAX_MARKS = 4
"""and few in a line."""
CHUNK_GAP_EM = 0.95
"""A gap this wide ends a chunk; a word space is 0.25 em, in justified text rarely above 0.8."""
CLEAR_GAP_EM = 0.7
"""This wide a gap does in a line that has several"""
CLEARLY = 2.2
"""wider by this than its narrowest, so many"""
MIN_STEPS = 2
"""at least, and nowhere more than so many"""
MAX_STEP_WORDS = 5
"""words between them: no running text."""
NUMBER_GAP_EM = 0.5
"""Between two figures a narrower gap does; a space inside a number ("1 234") is below 0.35 em."""
BULLET = re.compile(r"^[^\w\s$£€%(]$|^o$")
"""A list mark set apart from its text."""
DOTS = re.compile(r"^[.…]+$")
"""Dots that lead to the next column."""
DASHES = "-_=–—"
TYPED_RULE = re.compile(rf"^[{DASHES}]{{6,}}$")
"""A ruling line typed with dashes."""
Wall = tuple[float, float, float]
"""An upright rule: its x, where it starts and where it ends."""
LEFT = attrgetter("box.x0")
CURRENCY = frozenset("$£€")
CURRENCY_GAP_EM = 10.0
"""A currency sign set at the left of its cell belongs to the figure at the right."""
SPACE_EM = 0.1
"""Words closer than this are parts of one word."""
BULLET_GAP_EM = 3.0
"""A list mark belongs to the text it stands before; an arrow behind other texts tells where figures go."""


@dataclass(eq=False, slots=True)
class Chunk:
    """Words of a line with nothing but word spaces between them, from left to right."""

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    """Of its largest word."""
    _numeric: bool | None = None

    @property
    def mid_x(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def text(self) -> str:
        return " ".join([w.text for w in self.words])

    @property
    def numeric(self) -> bool:
        """Whether it reads as a value: every word a figure or a sign."""
        if self._numeric is None:  # asked for again and again
            self._numeric = all(
                stands_for_figure(w.text) or w.text in CURRENCY or w.text in "%±–-" for w in self.words
            )
        return self._numeric


class Line:
    """A printed line: its chunks from left to right and the y of its baseline."""

    __slots__ = ("base", "bottom", "chunks", "size", "top", "x0", "x1")

    def __init__(self, chunks: tuple[Chunk, ...], base: float) -> None:
        """Measure the line once: every finder asks for its extent."""
        self.chunks, self.base = chunks, base
        first = chunks[0]
        self.x0, self.top, self.x1, self.bottom = first.x0, first.top, first.x1, first.bottom
        self.size = first.size
        if len(chunks) > 1:
            self.x0 = min([c.x0 for c in chunks])
            self.top = min([c.top for c in chunks])
            self.x1 = max([c.x1 for c in chunks])
            self.bottom = max([c.bottom for c in chunks])
            self.size = max([c.size for c in chunks])

    @property
    def mid_y(self) -> float:
        """The middle of its height."""
        return (self.top + self.bottom) / 2

    @property
    def bold(self) -> bool:
        """Whether all its words are in bold type."""
        return all(word.bold for chunk in self.chunks for word in chunk.words)


def chunk_of(words: Sequence[Word]) -> Chunk:
    """A chunk of some words."""
    if len(words) == 1:
        box = words[0].box
        return Chunk(tuple(words), box.x0, box.top, box.x1, box.bottom, words[0].size)
    box = union([w.box for w in words])
    return Chunk(tuple(words), box.x0, box.top, box.x1, box.bottom, max([w.size for w in words]))


def printed_lines(words: Iterable[Word], uprights: Sequence[Edge] = ()) -> list[Line]:
    """The upright words as lines, from top to bottom; upright rules between two words part chunks."""
    upright = [(w.box.bottom - DESCENT_EM * w.size, w) for w in words if w.turn == 0]
    upright.sort(key=itemgetter(0))
    groups: list[tuple[float, list[Word]]] = []
    for base, word in upright:
        if groups and base - groups[-1][0] <= BASELINE_EM * max(word.size, 1.0):
            groups[-1][1].append(word)
        else:
            groups.append((base, [word]))
    walls = sorted((e.at, e.start, e.end) for e in uprights)
    return [Line(tuple(_chunks(group, walls)), base) for base, group in _marks_joined(groups)]


def within(lines: Sequence[Line], box: Box) -> list[Line]:
    """The lines' chunks whose middle lies in the box."""
    found = []
    for line in lines:
        if box.top <= (line.top + line.bottom) / 2 <= box.bottom:
            chunks = tuple(c for c in line.chunks if box.x0 <= c.mid_x <= box.x1)
            if chunks:
                found.append(line if len(chunks) == len(line.chunks) else Line(chunks, line.base))
    return found


def side(line: Line, x: float, left: bool) -> Line | None:
    """The part of the line on one side of x, if any."""
    chunks = tuple(c for c in line.chunks if (c.mid_x < x) == left)
    return Line(chunks, line.base) if chunks else None


def typed_rule(word: Word) -> bool:
    """Whether the word is a row of dashes that stands for a ruling line."""
    return word.text[:1] in DASHES and TYPED_RULE.match(word.text) is not None


def baseline(word: Word) -> float:
    """Y of the line the word stands on."""
    return word.box.bottom - DESCENT_EM * word.size


def _marks_joined(groups: list[tuple[float, list[Word]]]) -> list[tuple[float, list[Word]]]:
    """Put raised marks, which stand on baselines of their own, with the line they belong to."""
    joined: list[tuple[float, list[Word]]] = []
    held: list[tuple[float, list[Word]]] = []
    for base, group in groups:
        size = max(w.size for w in group)
        for at, marks in held:
            small = all(w.superscript or w.size <= MARK_SIZE * size for w in marks)
            if small and base - at <= RAISED_EM * size:
                group = group + marks
            else:
                joined.append((at, marks))
        held = []
        if len(group) <= MAX_MARKS:
            held = [(base, group)]
        else:
            joined.append((base, group))
    return joined + held


def _chunks(words: Sequence[Word], walls: Sequence[Wall]) -> list[Chunk]:
    """The words of one line, cut where a gap is wider than a word space can be or a rule stands."""
    if len(words) == 1:
        return [chunk_of(words)]
    ordered = sorted(words, key=LEFT)
    even, near = justified(ordered), _beside(ordered, walls)
    groups = [[ordered[0]]]
    reach = ordered[0].box.x1
    for i, word in enumerate(ordered[1:]):
        last = groups[-1]
        box = word.box
        gap = box.x0 - reach
        # most gaps are word spaces: those that need a closer look are few
        wide = gap > NUMBER_GAP_EM * word.size or last[-1].text[-1] in ".…"
        if (wide and i not in even and _parts(last, word, gap, ordered)) or (
            near and _walled(last[-1], word, near)
        ):
            groups.append([word])
            reach = box.x1
        else:
            last.append(word)
            reach = max(reach, box.x1)
    return [chunk_of(g) for g in groups]


def _beside(words: Sequence[Word], walls: Sequence[Wall]) -> list[Wall]:
    """The upright rules that reach the height of any of the words' middles."""
    if not walls:
        return []
    middles = [(w.box.top + w.box.bottom) / 2 for w in words]
    first, last = min(middles), max(middles)
    return [wall for wall in walls if wall[1] <= last and wall[2] >= first]


def _walled(last: Word, word: Word, walls: Sequence[Wall]) -> bool:
    """Whether an upright rule stands between the middles of two words."""
    a, b = last.box, word.box
    left, right, y = (a.x0 + a.x1) / 2, (b.x0 + b.x1) / 2, (b.top + b.bottom) / 2
    i = bisect_left(walls, (left,))
    while i < len(walls) and walls[i][0] < right:
        if walls[i][1] <= y <= walls[i][2]:
            return True
        i += 1
    return False


def _parts(chunk: Sequence[Word], word: Word, gap: float, line: Sequence[Word]) -> bool:
    """Whether the gap before the word ends the chunk."""
    last = chunk[-1]
    em = max(last.size, word.size)
    if last.text[-1] in ".…" and DOTS.match(last.text):
        return not DOTS.match(word.text)
    if gap <= NUMBER_GAP_EM * em:
        return False
    if last.text in CURRENCY:
        return gap > CURRENCY_GAP_EM * em
    if len(chunk) == 1 and BULLET.match(last.text) and not stands_for_figure(word.text):
        tells = last is not line[0] and bool(direction_of(last.text))
        return gap > (CHUNK_GAP_EM if tells else BULLET_GAP_EM) * em
    if gap > CHUNK_GAP_EM * em or (stands_for_figure(last.text) and stands_for_figure(word.text)):
        return True
    return gap > CLEAR_GAP_EM * em and _in_steps(line, em)


def _in_steps(words: Sequence[Word], em: float) -> bool:
    """Whether the line is of short texts side by side: several gaps clearly wider than its narrowest."""
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(words)]
    clear = max(CLEAR_GAP_EM * em, CLEARLY * min((g for g in gaps if g > SPACE_EM * em), default=em))
    cuts = [i for i, gap in enumerate(gaps) if gap >= clear]
    ends = [-1, *cuts, len(gaps)]
    return len(cuts) >= MIN_STEPS and all(b - a <= MAX_STEP_WORDS for a, b in pairwise(ends))
