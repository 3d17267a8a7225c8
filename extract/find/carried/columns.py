"""Where the columns of a table are, for rows that go on with it on the next page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from agendapack.extract.find.cell_text import text_lines
from agendapack.extract.find.page.lines import Chunk, Line, chunk_of
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.columns import Span
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Grid, Word

NEAR_PT = 1.5
"""Texts of a column begin or end this near to each other;"""
OFTEN = 0.3
"""the share of its lines that do so at one place where the column has an edge."""
GAP_EM = 0.4
"""White before a text that begins right where a column does; a word space is narrower."""


@dataclass(frozen=True)
class CarriedColumns:
    """The columns of a table by where their texts stand."""

    spans: tuple[Span, ...]
    """From the first to the last place that a column's texts reach."""
    starts: tuple[tuple[float, ...], ...]
    """Where lines of each column begin,"""
    middles: tuple[tuple[float, ...], ...]
    ends: tuple[tuple[float, ...], ...]
    edges: tuple[float, ...]
    """Where the table had its borders."""
    head: frozenset[str]
    """The texts of its first row."""

    def cut(self, line: Line) -> Line:
        """The line, texts parted where one begins right where a column does."""
        parts = [part for chunk in line.chunks for part in self._cut(chunk)]
        if len(parts) > 1:  # a text alone on its line may well be one behind the table
            parts = [fit for part in parts for fit in self._cut_to_fit(part)]
        return Line(tuple(parts), line.base)

    def _cut_to_fit(self, chunk: Chunk) -> list[Chunk]:
        """A text that no column holds, parted wherever one begins, if each part then stands in one."""
        if self.home(chunk) is not None:
            return [chunk]
        begun = [0, *(n for n, w in enumerate(chunk.words) if n and self._begins(w)), len(chunk.words)]
        parts = [chunk_of(chunk.words[a:b]) for a, b in pairwise(begun)]
        homes = [self.home(part) for part in parts]
        return parts if None not in homes and len({*homes}) == len(homes) else [chunk]

    def _begins(self, word: Word) -> bool:
        return any(_near(word.box.x0, starts) for starts in self.starts[1:])

    def _cut(self, chunk: Chunk) -> list[Chunk]:
        parts = [[chunk.words[0]]]
        for a, b in pairwise(chunk.words):
            if self._are_apart(a, b):
                parts.append([b])
            else:
                parts[-1].append(b)
        return [chunk_of(part) for part in parts]

    def _are_apart(self, a: Word, b: Word) -> bool:
        """Whether a word begins a column: behind white, or behind the one that ends the column before."""
        begun = [i for i in range(1, len(self.starts)) if _near(b.box.x0, self.starts[i])]
        wide = b.box.x0 - a.box.x1 > GAP_EM * b.size
        return bool(begun) and (wide or any(_near(a.box.x1, self.ends[i - 1]) for i in begun))

    def home(self, chunk: Chunk) -> int | None:
        """Number of the column between whose neighbours the text stands, nearest to its edges."""
        inside = [i for i in range(len(self.spans)) if self._has_room(i, chunk)]
        return min(inside, key=lambda i: self._off(i, chunk), default=None)

    def _has_room(self, i: int, chunk: Chunk) -> bool:
        left = self.spans[i - 1][1] if i else self.edges[0]
        right = self.spans[i + 1][0] if i + 1 < len(self.spans) else inf
        a, b = self.spans[i]
        return min(left, a) - chunk.size < chunk.x0 and chunk.x1 < max(right, b) + chunk.size

    def _off(self, i: int, chunk: Chunk) -> float:
        places = ((chunk.x0, self.starts[i]), (chunk.mid_x, self.middles[i]), (chunk.x1, self.ends[i]))
        return min(abs(at - x) for at, xs in places for x in (*xs, *self.spans[i]))

    def homes(self, line: Line) -> list[int]:
        """The column of each text of a line that the columns hold."""
        return [home for chunk in line.chunks if (home := self.home(chunk)) is not None]

    def holds(self, line: Line) -> bool:
        """Whether each text of the line stands in a column, and no two in one."""
        return len(set(self.homes(line))) == len(line.chunks)

    def crosses(self, line: Line) -> bool:
        """Whether the line is one text over several columns, as text behind a table is."""
        reached = [b for a, b in self.spans if line.x0 < b and a < line.x1]
        return len(line.chunks) == 1 and len(reached) > 1

    def stands(self, chunk: Chunk) -> bool:
        """Whether the text begins, ends or has its middle where texts of its column do."""
        i = self.home(chunk)
        return i is not None and (
            _near(chunk.x0, self.starts[i])
            or _near(chunk.x1, self.ends[i])
            or _near(chunk.mid_x, self.middles[i])
        )

    def is_head(self, line: Line) -> bool:
        """Whether the line prints titles of the table again, or their first lines."""
        again = [any(title.startswith(chunk.text) for title in self.head) for chunk in line.chunks]
        return len(again) > 1 and all(again)

    def is_whole_head(self, line: Line) -> bool:
        """Whether the line prints titles of the table again from first to last word."""
        return self.is_head(line) and all(chunk.text in self.head for chunk in line.chunks)

    def with_texts(self, lines: Sequence[RowLine]) -> list[Span]:
        """The columns as far as the texts of these lines reach too."""
        spans = list(self.spans)
        for line in lines:
            for (i, last), chunks in line.cells.items():
                if i == last:
                    a, b = spans[i]
                    spans[i] = min(a, *(c.x0 for c in chunks)), max(b, *(c.x1 for c in chunks))
        return spans

    def borders(self, lines: Sequence[RowLine]) -> list[float]:
        """The table's borders, moved where a text of these lines stands across one."""
        placed = [(i, c) for line in lines for (i, _), chunks in line.cells.items() for c in chunks]
        found = []
        for i, edge in enumerate(self.edges):
            low = max((c.x1 for n, c in placed if n < i), default=edge)
            high = min((c.x0 for n, c in placed if n >= i), default=edge)
            found.append(edge if low <= edge <= high else (low + high) / 2 if low <= high else high)
        return [
            min(found[0], *(c.x0 for _, c in placed)),
            *found[1:-1],
            max(found[-1], *(c.x1 for _, c in placed)),
        ]


def carried_columns(grid: Grid) -> CarriedColumns | None:
    """The columns of a table; none where a column is nowhere by itself."""
    lines: list[list[list[Word]]] = [[] for _ in range(grid.columns)]
    for cell in grid.cells:
        if cell.column_span == 1 and cell.words:
            lines[cell.column] += text_lines(cell.words)
    edges = _edges(grid)
    if not all(lines) or edges is None:
        return None
    extents = [[_extent(line) for line in column] for column in lines]
    return CarriedColumns(
        tuple((min(a for a, _ in some), max(b for _, b in some)) for some in extents),
        tuple(_often([a for a, _ in some]) for some in extents),
        tuple(_often([(a + b) / 2 for a, b in some]) for some in extents),
        tuple(_often([b for _, b in some]) for some in extents),
        edges,
        frozenset(" ".join(cell.text.split()) for cell in grid.cells if cell.row == 0 and cell.text),
    )


def _edges(grid: Grid) -> tuple[float, ...] | None:
    """Left border of each column, and the right one of the last."""
    left = {cell.column: cell.box.x0 for cell in grid.cells}
    right = {cell.column + cell.column_span: cell.box.x1 for cell in grid.cells}
    at = {**right, **left}
    return tuple(at[i] for i in range(grid.columns + 1)) if len(at) == grid.columns + 1 else None


def _extent(words: Sequence[Word]) -> Span:
    return min(w.box.x0 for w in words), max(w.box.x1 for w in words)


def _often(xs: Sequence[float]) -> tuple[float, ...]:
    """The places where many of the texts stand."""
    counts = Counter(round(x) for x in xs)
    return tuple(x for x in counts if sum(abs(x - y) <= NEAR_PT for y in xs) >= OFTEN * len(xs))


def _near(x: float, places: Sequence[float]) -> bool:
    return any(abs(x - at) <= NEAR_PT for at in places)
