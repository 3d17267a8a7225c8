"""The rows of a frame in which nothing is drawn: texts side by side, texts of several lines, a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from agendapack.extract.find.page.lines import BULLET, Chunk, Line, chunk_of
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Word, union

SAME_PT = 3.0
"""Texts of one column begin within this much of each other."""
LEADING_EM = 1.1
"""White between the lines of one text, at most, in font sizes."""
WRAP_EM = 0.35
"""The same in the first of several columns, where a line further below begins a row of its own."""
SAME_SIZE_PT = 0.5
"""Letters of one text differ by less in size."""
SHARED = 0.5
"""Share of its height that a text has beside another one."""
MIN_HEADS = 2
"""Heads that begin on the line above the others."""
MAX_MARK = 2
"""Letters of a text along a drawing."""
MIN_TITLES = 3
"""Bold texts side by side that head a table in a frame."""


@dataclass(slots=True)
class Text:
    """Words that stand together."""

    words: list[Word]
    column: int
    span: int

    @property
    def box(self) -> Box:
        """Where they stand."""
        return union(word.box for word in self.words)


TextRow = list[Text]


def lines_of_part(lines: Sequence[Line], belongs: Callable[[Chunk], bool]) -> list[list[Chunk]]:
    """The chunks of each line that belong to a part of the frame."""
    rows: list[list[Chunk]] = []
    for line in lines:
        chunks = [chunk for chunk in line.chunks if belongs(chunk)]
        if rows and chunks and _are_beside(rows[-1], chunks):
            rows[-1] = _with_marks(sorted([*rows[-1], *chunks], key=lambda chunk: chunk.x0))
        elif chunks:
            rows.append(_with_marks(chunks))
    return rows


def _are_beside(row: Sequence[Chunk], chunks: Sequence[Chunk]) -> bool:
    """Whether texts on two lines stand beside one another, in letters of another size."""
    shared = _bottom(row) - min(chunk.top for chunk in chunks)
    apart = row[-1].x1 <= chunks[0].x0
    return apart and shared > SHARED * min(chunk.bottom - chunk.top for chunk in (*row, *chunks))


def _with_marks(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, each mark of a list with the text behind it."""
    whole: list[Chunk] = []
    for chunk in chunks:
        if whole and BULLET.match(whole[-1].text):
            whole[-1] = chunk_of([*whole[-1].words, *chunk.words])
        else:
            whole.append(chunk)
    return whole


def rows_of_part(lines: Sequence[Sequence[Chunk]], levels: Sequence[float], first: int) -> list[TextRow]:
    """The rows of a part of a frame."""
    rows: list[TextRow] = []
    at = 0
    while at < len(lines):
        chunks = lines[at]
        end = _table_end(lines, at, levels) if _is_head(chunks) else at
        if end > at:
            rows += _table(lines[at : end + 1], levels, first)
            at = end
        elif _is_over_rule(lines, at, levels) and (under := _heads_above(rows, chunks)):
            for n, chunk in enumerate(chunks):
                _put_under(rows[-1], under.get(n), chunk)
            rows[-1].sort(key=lambda text: text.words[0].box.x0)
            for n, text in enumerate(rows[-1]):
                text.column = first + n
        elif above := _text_above(rows, chunks):
            above.words += chunks[0].words if len(chunks) == 1 else [w for c in chunks for w in c.words]
        elif _are_marks(chunks) and not _are_under(rows, chunks):
            rows.append([Text([word for chunk in chunks for word in chunk.words], first, 1)])
        else:
            rows.append([Text([*chunk.words], first + n, 1) for n, chunk in enumerate(chunks)])
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


def _table(lines: Sequence[Sequence[Chunk]], levels: Sequence[float], first: int) -> list[TextRow]:
    """The rows of a table inside a frame, parted by its rules, under the titles of its columns."""
    left = min(chunk.x0 for chunks in lines for chunk in chunks)
    starts = [chunk.x0 for chunk in lines[0]]
    starts = [left, *starts] if left < starts[0] - SAME_PT else starts
    rows: dict[int, dict[int, Text]] = {}
    for chunks in lines:
        own = rows.setdefault(sum(level < _middle(chunks) for level in levels), {})
        whole = any(_runs_over(chunk, starts) for chunk in chunks)
        for word in chain.from_iterable(chunk.words for chunk in chunks):
            column = 0 if whole else max(sum(start <= word.box.x0 + SAME_PT for start in starts) - 1, 0)
            own.setdefault(column, Text([], first + column, 1)).words.append(word)
    read = [[texts[n] for n in sorted(texts)] for _, texts in sorted(rows.items())]
    for row in read:
        if len(row) == 1:
            row[0].span = len(starts)
    return read


def _runs_over(chunk: Chunk, starts: Sequence[float]) -> bool:
    """Whether a text runs over the left edge of a column, where none of its words begins."""
    edges = [start for start in starts if chunk.x0 + SAME_PT < start < chunk.x1 - SAME_PT]
    return any(not any(_same(word.box.x0, edge) for word in chunk.words) for edge in edges)


def _text_above(rows: Sequence[TextRow], chunks: Sequence[Chunk]) -> Text | None:
    """The text that a line goes on: in the same type, close below it and as far in, or along one drawing."""
    if not rows:
        return None
    row, first = rows[-1], chunks[0]
    if len(row) == 1 and _are_marks(chunks):
        return row[0] if all(len(word.text) <= MAX_MARK for word in row[0].words) else None
    over = [text for text in row if _same(text.words[0].box.x0, first.x0)] if len(chunks) == 1 else []
    for text in row if len(row) == len(chunks) == 1 else over[:1]:
        last, word = text.words[-1], first.words[0]
        leading = WRAP_EM if len(row) > 1 and text is row[0] else LEADING_EM
        close = word.box.top - last.box.bottom <= leading * word.size
        if close and last.bold == word.bold and _same_size(last.size, word.size):
            return text
    return None


def _is_over_rule(lines: Sequence[Sequence[Chunk]], at: int, levels: Sequence[float]) -> bool:
    """Whether a rule stands between a line and the next."""
    after = min((chunk.top for chunk in lines[at + 1]), default=0.0) if at + 1 < len(lines) else float("inf")
    return any(_middle(lines[at]) < level < after for level in levels)


def _heads_above(rows: Sequence[TextRow], chunks: Sequence[Chunk]) -> dict[int, Text]:
    """Of heads that end on one line, by their number here those that begin on the line above it."""
    if not rows or not MIN_HEADS <= len(rows[-1]) < len(chunks):
        return {}
    found = {}
    for text in rows[-1]:
        last = text.words[-1]
        near = (
            n
            for n, chunk in enumerate(chunks)
            if (_same(chunk.x0, text.box.x0) or _same(chunk.mid_x, text.box.mid_x))
            and chunk.top - text.box.bottom <= LEADING_EM * last.size
            and last.bold == chunk.words[0].bold
            and _same_size(last.size, chunk.words[0].size)
        )
        if (n := next(near, None)) is None:
            return {}
        found[n] = text
    return found


def _put_under(row: TextRow, above: Text | None, chunk: Chunk) -> None:
    """A head's last line put to what it begins with, or to the row as the whole of a head."""
    if above is None:
        row.append(Text([*chunk.words], 0, 1))
    else:
        above.words += chunk.words


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_PT


def _same_size(one: float, other: float) -> bool:
    return abs(one - other) < SAME_SIZE_PT


def _are_marks(chunks: Sequence[Chunk]) -> bool:
    return all(len(chunk.text) <= MAX_MARK for chunk in chunks)


def _are_under(rows: Sequence[TextRow], chunks: Sequence[Chunk]) -> bool:
    """Whether several texts begin or are centred where those of the row above are: values of labels."""
    over = [text.box for text in rows[-1]] if rows else []
    return len(chunks) > 1 and all(
        any(_same(chunk.x0, box.x0) or _same(chunk.mid_x, box.mid_x) for box in over) for chunk in chunks
    )


def _bottom(chunks: Sequence[Chunk]) -> float:
    return max(chunk.bottom for chunk in chunks)


def _middle(chunks: Sequence[Chunk]) -> float:
    return sum(chunk.top + chunk.bottom for chunk in chunks) / (2 * len(chunks))
