"""Finds cards: frames of one width below one another, in which the same short lines are printed.

Nothing is drawn between the texts of such a frame, so its rows are read as they stand: the line over it,
what stands in a coloured column at its side, then the rest: each line's texts side by side, lines of one text
together, rows of a table inside it between its rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from agendapack.extract.find.accept.confidence import aligned_confidence
from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.find.page.drawn import Drawn
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Cell, Grid, Word, union

METHOD = "frames"
MIN_FRAMES = 2
"""Frames of one width on a page."""
MIN_WIDE = 0.4
"""Share of the page's width that a frame takes."""
SAME_PT = 3.0
"""Frames end, and texts of one column begin, within this much of each other."""
MIN_FORM = 3
"""Lines that are the same in all frames."""
MAX_FORM_WORDS = 6
"""Words of such a line."""
TALL = 0.5
"""Share of a frame's height that a column at its side takes, and an upright rule that makes it a table."""
ACROSS = 0.9
"""Share of a frame's width that is coloured behind the line that heads it."""
LEADING_EM = 1.1
"""White between the lines of one text, at most, in font sizes."""
MAX_MARK = 2
"""Letters of a text along a drawing."""
MIN_TITLES = 3
"""Bold texts side by side that head a table in a frame."""


@dataclass(slots=True)
class _Text:
    """Words that stand together."""

    words: list[Word]
    column: int
    span: int

    @property
    def box(self) -> Box:
        return union(word.box for word in self.words)


_Row = list[_Text]


def framed_cards(seen: Evidence) -> list[Grid]:
    """A grid for each frame of a page whose frames have a form in common."""
    frames = _frames(seen)
    inside = [_lines_in(seen.lines, frame) for frame in frames]
    form = Counter(text for lines in inside for text in {*_short(lines)})
    if len(frames) < MIN_FRAMES or sum(count == len(frames) for count in form.values()) < MIN_FORM:
        return []
    if any(_is_ruled(seen, frame, lines) for frame, lines in zip(frames, inside, strict=True)):
        return []
    return [_grid(seen, frame, lines) for frame, lines in zip(frames, inside, strict=True)]


def _frames(seen: Evidence) -> list[Box]:
    """What two upright rules of one height enclose, with none so tall between them."""
    found: list[Box] = []
    for left in seen.uprights:
        like = [u for u in seen.uprights if _same(u.start, left.start) and _same(u.end, left.end)]
        first, last = min(like, key=_at), max(like, key=_at)
        box = Box(first.at, left.start - SAME_PT, last.at, left.end + SAME_PT)
        wide = box.width >= MIN_WIDE * seen.page.width
        if left is first and wide and not _is_parted(box, seen.uprights):
            found.append(box)
    found = [box for box in found if not any(_holds(other, box) for other in found if other is not box)]
    widths = Counter((round(box.x0), round(box.x1)) for box in found)
    common = max(widths, key=widths.__getitem__, default=(0, 0))
    return sorted((b for b in found if (round(b.x0), round(b.x1)) == common), key=lambda box: box.top)


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


def _holds(outer: Box, inner: Box) -> bool:
    return outer.overlap(inner) >= ACROSS * inner.area and outer.area > inner.area


def _lines_in(lines: Sequence[Line], box: Box) -> list[Line]:
    return [line for line in lines if box.top <= line.mid_y <= box.bottom and box.x0 <= line.x0 <= box.x1]


def _is_ruled(seen: Evidence, frame: Box, lines: Sequence[Line]) -> bool:
    """Whether texts stand between upright rules inside a frame: these say what its cells are."""
    inner = [u for u in seen.uprights if frame.x0 + SAME_PT < u.at < frame.x1 - SAME_PT]
    inner = [u for u in inner if frame.top <= (u.start + u.end) / 2 <= frame.bottom]
    left, right = min(map(_at, inner), default=0.0), max(map(_at, inner), default=0.0)
    told = [c for line in lines for c in line.chunks if any(map(str.isalpha, c.text))]
    return any(
        left < c.mid_x < right and any(u.start < (c.top + c.bottom) / 2 < u.end for u in inner) for c in told
    )


def _short(lines: Sequence[Line]) -> Iterator[str]:
    chunks = (chunk.text for line in lines for chunk in line.chunks)
    return (text for text in chunks if len(text.split()) <= MAX_FORM_WORDS and any(map(str.isalpha, text)))


def _grid(seen: Evidence, frame: Box, lines: Sequence[Line]) -> Grid:
    head = _head_of(seen, frame)
    titles = [line for line in lines if line.mid_y <= head]
    below = [line for line in lines if line.mid_y > head]
    edge = _side_of(seen, frame, head)
    parts = [_cut(below, lambda c: c.mid_x <= edge), _cut(below, lambda c: c.mid_x > edge)]
    levels = [e.at for e in seen.levels if e.end - e.start >= TALL * (frame.x1 - edge) and e.end > edge]
    rows: list[_Row] = (
        [[_Text([w for line in titles for c in line.chunks for w in c.words], 0, 1)]] if titles else []
    )
    first = 0
    for part in filter(None, parts):
        read = _rows_of(part, levels, first)
        rows += read
        first = max((text.column + text.span for row in read for text in row), default=first)
    return _as_grid(seen, rows, max(first, 1))


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


def _cut(lines: Sequence[Line], belongs: Callable[[Chunk], bool]) -> list[list[Chunk]]:
    """The chunks of each line that belong to a part of the frame."""
    cut = ([chunk for chunk in line.chunks if belongs(chunk)] for line in lines)
    return [chunks for chunks in cut if chunks]


def _rows_of(lines: Sequence[Sequence[Chunk]], levels: Sequence[float], first: int) -> list[_Row]:
    """The rows of a part of a frame."""
    rows: list[_Row] = []
    at = 0
    while at < len(lines):
        chunks = lines[at]
        end = _table_end(lines, at, levels) if _is_head(chunks) else at
        if end > at:
            rows += _table(lines[at : end + 1], levels, first)
            at = end
        elif rows and _goes_on(rows[-1], chunks):
            rows[-1][0].words += [word for chunk in chunks for word in chunk.words]
        elif _are_marks(chunks):
            rows.append([_Text([word for chunk in chunks for word in chunk.words], first, 1)])
        else:
            rows.append([_Text([*chunk.words], first + n, 1) for n, chunk in enumerate(chunks)])
        at += 1
    width = max((text.column for row in rows for text in row), default=first) - first + 1
    for row in rows:
        if len(row) == 1:
            row[0].span = width
    return rows


def _is_head(chunks: Sequence[Chunk]) -> bool:
    return len(chunks) >= MIN_TITLES and all(word.bold for chunk in chunks for word in chunk.words)


def _table_end(lines: Sequence[Sequence[Chunk]], at: int, levels: Sequence[float]) -> int:
    """The last line above the last of the rules below a head, with lines between each two of them."""
    end, top = at, _bottom(lines[at])
    while end + 1 < len(lines) and any(top <= level for level in levels):
        level = min(level for level in levels if level >= top)
        inside = [n for n in range(end + 1, len(lines)) if _middle(lines[n]) < level]
        if not inside and end > at:
            return end
        end, top = max([end, *inside]), level + SAME_PT
    return end


def _table(lines: Sequence[Sequence[Chunk]], levels: Sequence[float], first: int) -> list[_Row]:
    """The rows of a table inside a frame, parted by its rules, under the titles of its columns."""
    left = min(chunk.x0 for chunks in lines for chunk in chunks)
    starts = [chunk.x0 for chunk in lines[0]]
    starts = [left, *starts] if left < starts[0] - SAME_PT else starts
    rows: dict[int, dict[int, _Text]] = {}
    for chunks in lines:
        own = rows.setdefault(sum(level < _middle(chunks) for level in levels), {})
        whole = any(_runs_over(chunk, starts) for chunk in chunks)
        for word in chain.from_iterable(chunk.words for chunk in chunks):
            column = 0 if whole else max(sum(start <= word.box.x0 + SAME_PT for start in starts) - 1, 0)
            own.setdefault(column, _Text([], first + column, 1)).words.append(word)
    read = [[texts[n] for n in sorted(texts)] for _, texts in sorted(rows.items())]
    for row in read:
        if len(row) == 1:
            row[0].span = len(starts)
    return read


def _runs_over(chunk: Chunk, starts: Sequence[float]) -> bool:
    """Whether a text runs over the left edge of a column, where none of its words begins."""
    edges = [start for start in starts if chunk.x0 + SAME_PT < start < chunk.x1 - SAME_PT]
    return any(not any(_same(word.box.x0, edge) for word in chunk.words) for edge in edges)


def _goes_on(row: _Row, chunks: Sequence[Chunk]) -> bool:
    """Whether a line is more of the text above: in the same type close below it, or along one drawing."""
    if len(row) == 1 and _are_marks(chunks):
        return all(len(word.text) <= MAX_MARK for word in row[0].words)
    last, word = row[-1].words[-1], chunks[0].words[0]
    white = word.box.top - last.box.bottom
    alike = last.bold == word.bold and abs(last.size - word.size) < 0.5
    return len(row) == len(chunks) == 1 and alike and white <= LEADING_EM * word.size


def _are_marks(chunks: Sequence[Chunk]) -> bool:
    return all(len(chunk.text) <= MAX_MARK for chunk in chunks)


def _bottom(chunks: Sequence[Chunk]) -> float:
    return max(chunk.bottom for chunk in chunks)


def _middle(chunks: Sequence[Chunk]) -> float:
    return sum(chunk.top + chunk.bottom for chunk in chunks) / (2 * len(chunks))


def _as_grid(seen: Evidence, rows: Sequence[_Row], columns: int) -> Grid:
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
        page.number, box, len(rows), columns, tuple(cells), METHOD, f"{len(rows)} rows in a frame",
        aligned_confidence(cells, columns, len(over)), left_over=over, page_size=(page.width, page.height),
    )  # fmt: skip


def _cell(seen: Evidence, text: _Text, row: int) -> Cell:
    words = tuple(word for word in text.words if not isinstance(word, Drawn))
    said, marks = cell_text(words)
    drawings = tuple(word.text for word in text.words if isinstance(word, Drawn))
    return Cell(
        row, text.column, said, seen.page.number, text.box, 1, text.span, words, None, marks, drawings
    )
