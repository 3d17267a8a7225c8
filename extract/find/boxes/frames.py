"""Finds cards: frames of one width below one another, in which the same short lines are printed.

Nothing is drawn between the texts of such a frame, so its rows are read as they stand: the line over it,
what stands in a coloured column at its side, then the rest: each line's texts side by side, lines of one text
together, rows of a table inside it between its rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.find.accept.confidence import aligned_confidence
from agendapack.extract.find.boxes.framed_rows import SAME_SIZE_PT, Text, TextRow, lines_of_part, rows_of_part
from agendapack.extract.find.boxes.signals import signals_of
from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.find.page.drawn import Drawn
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Chunk, Line, within
from agendapack.extract.model import Box, Cell, Fill, Grid, union

FRAMES = "frames"
"""How they are found, by a grid's word for it."""
MIN_FRAMES = 2
"""Frames of one width on a page."""
SAME_PT = 3.0
"""Frames end, and texts of one column begin, within this much of each other."""
MOST = 0.6
"""Share of the frames that a line of the form is in: the end of the page may cut the first and the last."""
MIN_FORM = 3
"""Lines of the form."""
TALL = 0.5
"""Share of a frame's height that a column at its side takes, and an upright rule that makes it a table."""
ACROSS = 0.9
"""Share of a frame's width that is coloured behind the line that heads it."""


def framed_cards(seen: Evidence) -> list[Grid]:
    """A grid for each frame of a page whose frames have a form in common."""
    frames = _frames(seen)
    inside = [within(seen.lines, frame) for frame in frames]
    many = Counter(text for lines in inside for text in {*_texts(lines)})
    form = {text for text, count in many.items() if count >= max(MIN_FRAMES, MOST * len(frames))}
    if len(form) < MIN_FORM or any(form.isdisjoint(_texts(lines)) for lines in inside):
        return []
    if any(_is_ruled(seen, frame, lines) for frame, lines in zip(frames, inside, strict=True)):
        return []
    grids = [_grid(seen, frame, lines) for frame, lines in zip(frames, inside, strict=True)]
    return [_rated(grid, by) for grid, by in zip(grids, signals_of(seen, frames), strict=True)]


def _rated(grid: Grid, by: Fill | None) -> Grid:
    """The card with a cell for the colour that rates it."""
    if by is None:
        return grid
    cell = Cell(0, grid.columns, "", grid.page, by.box, fill=by.colour)
    return replace(grid, columns=grid.columns + 1, cells=(*grid.cells, cell), box=union([grid.box, by.box]))


def _frames(seen: Evidence) -> list[Box]:
    """What upright rules of one height enclose, with none so tall between them: a box, or several abreast.

    Of those of one width, the ones that take most of the page: what stands in a card is smaller.
    """
    found: list[Box] = []
    for left in seen.uprights:
        like = [u for u in seen.uprights if _same(u.start, left.start) and _same(u.end, left.end)]
        if left is like[0] and len(like) > 1:
            found += _enclosed(seen, sorted(like, key=_at))
    alike = (_as_wide(found, box) for box in found)
    several = (boxes for boxes in alike if len(boxes) >= MIN_FRAMES)
    return sorted(max(several, key=_area, default=()), key=lambda box: (box.top, box.x0))


def _enclosed(seen: Evidence, uprights: Sequence[Edge]) -> list[Box]:
    """What these enclose together; or, with nothing in every other gap, each two of them."""
    whole = _between(uprights[0], uprights[-1])
    if not _is_parted(whole, seen.uprights):
        return [whole]
    boxes = [_between(left, right) for left, right in zip(uprights[::2], uprights[1::2], strict=False)]
    gaps = [Box(a.x1, a.top, b.x0, a.bottom) for a, b in pairwise(boxes)]
    apart = len(uprights) % 2 == 0 and not any(_is_filled(seen, gap) for gap in gaps)
    return [box for box in boxes if not _is_parted(box, seen.uprights)] if apart else []


def _between(left: Edge, right: Edge) -> Box:
    return Box(left.at, left.start - SAME_PT, right.at, left.end + SAME_PT)


def _is_filled(seen: Evidence, gap: Box) -> bool:
    """Whether something is printed between two boxes, or a rule runs from one to the other."""
    levels = (e for e in seen.levels if gap.top <= e.at <= gap.bottom)
    crossed = any(e.start <= gap.x0 and e.end >= gap.x1 for e in levels)
    return gap.width <= 0 or crossed or bool(within(seen.lines, gap))


def _as_wide(boxes: Sequence[Box], as_this: Box) -> Sequence[Box]:
    return [box for box in boxes if _same(box.width, as_this.width)]


def _area(boxes: Iterable[Box]) -> float:
    return sum(box.area for box in boxes)


def _at(edge: Edge) -> float:
    return edge.at


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_PT


def _is_parted(box: Box, uprights: Sequence[Edge]) -> bool:
    """Whether a rule between its sides makes it a table."""
    return any(
        box.x0 + SAME_PT < u.at < box.x1 - SAME_PT
        and min(u.end, box.bottom) - max(u.start, box.top) >= TALL * box.height
        for u in uprights
    )


def _is_ruled(seen: Evidence, frame: Box, lines: Sequence[Line]) -> bool:
    """Whether an upright rule inside a frame stands between texts: such rules say what its cells are."""
    told = [c for line in lines for c in line.chunks if any(map(str.isalpha, c.text))]
    for rule in seen.uprights:
        inside = frame.x0 + SAME_PT < rule.at < frame.x1 - SAME_PT
        beside = [c for c in told if inside and rule.start < (c.top + c.bottom) / 2 < rule.end]
        if any(c.x1 <= rule.at for c in beside) and any(c.x0 >= rule.at for c in beside):
            return True
    return False


def _texts(lines: Sequence[Line]) -> Iterator[str]:
    """The texts of these lines, of those with a colon what stands before it."""
    texts = (chunk.text.partition(":")[0] for line in lines for chunk in line.chunks)
    return (text for text in texts if any(map(str.isalpha, text)))


def _grid(seen: Evidence, frame: Box, lines: Sequence[Line]) -> Grid:
    head = _head_of(seen, frame)
    titles = [line for line in lines if line.mid_y <= head]
    below = [line for line in lines if line.mid_y > head]
    edge = _side_of(seen, frame, head)
    parts = [lines_of_part(below, lambda c: c.mid_x <= edge), lines_of_part(below, lambda c: c.mid_x > edge)]
    levels = [e.at for e in seen.levels if _is_inside(e, frame) and e.end - edge >= TALL * (frame.x1 - edge)]
    rows: list[TextRow] = [_title(frame, titles)] if titles else []
    first = 0
    for part in filter(None, parts):
        read = rows_of_part(part, levels, first)
        rows += read
        first = max((text.column + text.span for row in read for text in row), default=first)
    return _as_grid(seen, rows, max(first, 1))


def _title(frame: Box, lines: Sequence[Line]) -> TextRow:
    """The line that heads a frame; what stands in other letters at its right, as a status does, apart."""
    chunks = [chunk for line in lines for chunk in line.chunks]
    apart = [c for c in chunks if c.x0 > (frame.x0 + frame.x1) / 2 and _looks(c) != _looks(chunks[0])]
    parts = [[c for c in chunks if c not in apart], apart]
    return [Text([w for c in part for w in c.words], n, 1) for n, part in enumerate(parts) if part]


def _looks(chunk: Chunk) -> tuple[float, bool]:
    return round(chunk.size / SAME_SIZE_PT), chunk.words[0].bold


def _is_inside(level: Edge, frame: Box) -> bool:
    return frame.top + 2 * SAME_PT < level.at < frame.bottom - SAME_PT - 1


def _head_of(seen: Evidence, frame: Box) -> float:
    """Where the line that heads a frame ends: the foot of the colour behind it, if any."""
    heads = [
        a.bottom
        for a in seen.areas
        if a.width >= ACROSS * frame.width
        and abs(a.top - frame.top) <= 2 * SAME_PT
        and a.height < TALL * frame.height
    ]
    return min(heads, default=frame.top)


def _side_of(seen: Evidence, frame: Box, head: float) -> float:
    """The edge of a coloured column at the left of a frame; its left side where it has none."""
    sides = [
        a.x1
        for a in seen.areas
        if _same(a.x0, frame.x0)
        and a.width < TALL * frame.width
        and min(a.bottom, frame.bottom) - max(a.top, head) >= TALL * (frame.bottom - head)
    ]
    return max(sides, default=frame.x0)


def _as_grid(seen: Evidence, rows: Sequence[TextRow], columns: int) -> Grid:
    page = seen.page
    cells = [
        _cell(seen, text if len(row) > 1 or n else replace(text, span=columns), n)
        for n, row in enumerate(rows)
        for text in row
    ]
    box = union(cell.box for cell in cells)
    mine = {id(word) for cell in cells for word in cell.words}
    over = tuple(w for w in page.words if id(w) not in mine and box.holds(w.box.mid_x, w.box.mid_y))
    return Grid(
        page.number, box, len(rows), columns, tuple(cells), FRAMES, f"{len(rows)} rows in a frame",
        aligned_confidence(cells, columns, len(over)), left_over=over, page_size=(page.width, page.height),
    )  # fmt: skip


def _cell(seen: Evidence, text: Text, row: int) -> Cell:
    words = tuple(word for word in text.words if not isinstance(word, Drawn))
    said, marks = cell_text(words)
    drawings = tuple(word.text for word in text.words if isinstance(word, Drawn))
    return Cell(
        row, text.column, said, seen.page.number, text.box, 1, text.span, words, None, marks, drawings
    )
