"""The texts of a card as blocks: lines of one type below one another, however many blocks stand abreast."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.find.forms.segments import Key, Looks, Segment, words_of
from agendapack.extract.find.page.lines import BULLET
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Cell, Grid, Page, Word, union

LEADING_EM = 1.1
"""White between the lines of one text, at most, in font sizes."""
SAME_PT = 3.0
"""Texts of one column begin, and those of one row stand, within this much of each other."""
MOST_SURE = 0.9
"""Confidence in a card that prints all labels of its form."""
HANGING_EM = 2.5
"""Lines behind a list mark begin so far to the right of it at most."""


@dataclass(slots=True)
class TextBlock:
    """Lines of one type."""

    words: list[Word]
    lines: list[Box]
    looks: Looks
    label: bool
    key: Key
    runs_in_at: float | None = None
    """Where the line begins on which it stands behind a label; its next lines may begin there."""

    @property
    def box(self) -> Box:
        return union(self.lines)


def blocks_of(segments: Sequence[Segment], labels: frozenset[Key]) -> list[TextBlock]:
    """The blocks, in the order of their first lines; labels are blocks of their own."""
    blocks: list[TextBlock] = []
    before: Segment | None = None
    left = 0.0
    for segment in segments:
        left = left if before is not None and before.line == segment.line else segment.box.x0
        own = segment.key in labels
        beside = before is not None and before.line == segment.line and before.key in labels
        above = None if own or beside else next((b for b in reversed(blocks) if _goes_on(b, segment)), None)
        before = segment
        if above:
            above.words += segment.words
            above.lines.append(segment.box)
        else:
            words, lines, runs_in = [*segment.words], [segment.box], left if beside else None
            blocks.append(TextBlock(words, lines, segment.looks, own, segment.key, runs_in))
    return blocks


def _goes_on(block: TextBlock, segment: Segment) -> bool:
    """Whether a line is the next one of a block, or more of its last line behind a list mark."""
    last, box, size = block.lines[-1], segment.box, segment.words[0].size
    if block.label or block.looks != segment.looks:
        return False
    if abs(last.mid_y - box.mid_y) <= SAME_PT:
        return bool(BULLET.match(block.words[-1].text)) and box.x0 - last.x1 <= HANGING_EM * size
    hanging = BULLET.match(block.words[0].text) or block.words[0].text.rstrip(".)").isdigit()
    first = block.lines[0].x0
    in_line = abs(box.x0 - first) <= SAME_PT or hanging and 0 <= box.x0 - first <= HANGING_EM * size
    if block.runs_in_at is not None and len(block.lines) == 1:
        in_line |= abs(box.x0 - block.runs_in_at) <= SAME_PT
    elif block.runs_in_at is not None:
        in_line |= abs(box.x0 - last.x0) <= SAME_PT
    return bool(in_line) and -SAME_PT <= box.top - last.bottom <= LEADING_EM * size


def grid_of(page: Page, blocks: Sequence[TextBlock], labels: frozenset[Key]) -> Grid:
    """A cell for each block, in the rows and columns in which they begin."""
    tops = _places([block.lines[0].bottom for block in blocks])
    lefts = _places([block.lines[0].x0 for block in blocks])
    cells = []
    for block in blocks:
        said, marks = cell_text(block.words)
        row, column = _at(tops, block.lines[0].bottom), _at(lefts, block.lines[0].x0)
        cells.append(Cell(row, column, said, page.number, block.box, words=tuple(block.words), marks=marks))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = union(cell.box for cell in cells)
    return Grid(
        page.number, box, len(tops), len(lefts), tuple(cells), FRAMES, f"{len(cells)} texts of a card",
        MOST_SURE * len({b.key for b in blocks if b.label}) / len(labels),
        page_size=(page.width, page.height),
        form=frozenset(words_of(key) for key in labels),
    )  # fmt: skip


def _places(values: Sequence[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SAME_PT:
            places.append(value)
    return places


def _at(places: Sequence[float], value: float) -> int:
    return max(sum(place <= value for place in places) - 1, 0)
