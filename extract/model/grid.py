"""What find gives: a table, or the part of one that stands on one page."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.geometry import Box
from agendapack.extract.model.page import Colour, Word


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid; `text` keeps the printed lines apart with newlines."""

    row: int
    column: int
    text: str
    page: int
    box: Box
    row_span: int = 1
    column_span: int = 1
    words: tuple[Word, ...] = ()
    fill: Colour | None = None
    """Colour behind the text, None when white or absent."""
    marks: tuple[str, ...] = ()
    """Superscript footnote marks, taken out of the text."""
    glyphs: tuple[str, ...] = ()
    """Vector drawings in the cell: ↑ → ↓."""
    breaks: tuple[int, ...] = ()
    """Lines, counted from 0, above which the page leaves the white of a new paragraph."""
    parts: tuple[tuple[int, int, Box], ...] = ()
    """Of a cell that goes on over a page break: first line, page and box of each further part."""

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n")) if self.text else ()

    @property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """The text cut where the page leaves white; each paragraph with the number of its first line."""
        edges = [0, *self.breaks, len(self.lines)]
        return tuple((a, "\n".join(self.lines[a:b])) for a, b in zip(edges, edges[1:], strict=False) if a < b)

    def place(self, line: int) -> tuple[int, Box]:
        """Page of a line, and the part of the cell on that page."""
        later = ((page, box) for first, page, box in reversed(self.parts) if first <= line)
        return next(later, (self.page, self.box))

    def between(self, first: int, end: int) -> Cell:
        """The cell with some of its lines, and their words."""
        counts = [0, *accumulate(len(line.split()) for line in self.lines)]
        whole = counts[-1] == len(self.words)
        page, box = self.place(first)
        return replace(
            self,
            text="\n".join(self.lines[first:end]),
            words=self.words[counts[first] : counts[end]] if whole else (),
            page=page,
            box=box,
            breaks=(),
            parts=(),
        )

    @property
    def flat(self) -> str:
        """The text on one line."""
        return _on_one_line(self.text)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        for word in self.words:  # the first word tells of most cells
            if not word.bold:
                return False
        return bool(self.words)


@lru_cache(maxsize=8192)
def _on_one_line(text: str) -> str:
    """Asked of the cells of a table by all who look at it, some thirty times each."""
    line = " ".join(text.split())
    return text if text == line else line


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or a part of one, on one page."""

    page: int
    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    method: str
    """How it was found: ruled, partly ruled, bands, stripes, aligned, label-value."""
    reason: str = ""
    """The finder's evidence in words, for `inspect`."""
    confidence: float = 1.0
    left_over: tuple[Word, ...] = ()
    """Words inside the box that reached no cell."""
    page_size: tuple[float, float] = (0.0, 0.0)
    form: frozenset[tuple[str, ...]] = frozenset()
    """Of a card the texts that are printed on other cards too, each as its words in small letters."""

    @property
    def cell_texts(self) -> tuple[tuple[int, int, int, int, str], ...]:
        """Row, column, spans and text of each cell that says something: readings that share them are one."""
        return tuple((c.row, c.column, c.row_span, c.column_span, c.text) for c in self.cells if c.text)
