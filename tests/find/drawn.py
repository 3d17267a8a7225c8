"""Pages drawn in a few lines: the words, rules and fills of a `Page` without a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.forms.segments import Key, Segment, segments_of
from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.lines import Line, chunk_of, printed_lines
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.model import Box, Fill, Glyph, Grid, Page, Rule, Word

CHAR_EM = 0.5
SPACE_EM = 0.25
ASCENT_EM, DESCENT_EM = 0.74, 0.21
NAMES = ("Quay", "Crane", "Lock", "Basin", "Ferry", "Buoy", "Pier", "Tug")
Placed = tuple[float, float, str]
"""Where a text begins, its baseline, and the text; one that begins with a star is bold."""


def words(
    text: str, x: float, base: float, size: float = 10.0, *, right: bool = False, bold: bool = False
) -> list[Word]:
    """A text set from x on, or up to x when `right`, its words parted by word spaces."""
    parts = text.split()
    width = sum(len(p) for p in parts) * CHAR_EM * size + (len(parts) - 1) * SPACE_EM * size
    at = x - width if right else x
    made = []
    for part in parts:
        end = at + len(part) * CHAR_EM * size
        made.append(Word(part, Box(at, base - ASCENT_EM * size, end, base + DESCENT_EM * size), size, bold))
        at = end + SPACE_EM * size
    return made


def put(*placed: Placed, size: float = 10) -> list[Word]:
    """Texts where they stand."""
    return [
        word
        for x, base, text in placed
        for word in words(text.removeprefix("*"), x, base, size, bold=text.startswith("*"))
    ]


def segments(*placed: Placed) -> list[Segment]:
    """Such texts as parts of forms."""
    return segments_of(page(put(*placed)))


def labels_of(*texts: str, bold: bool = False) -> frozenset[Key]:
    """These as labels in letters of ten points."""
    return frozenset((tuple(text.casefold().split()), (bold, 20)) for text in texts)


def table(
    rows: Sequence[Sequence[str]], xs: Sequence[float], top: float = 100.0, pitch: float = 14.0
) -> list[Word]:
    """Rows of texts: the first column set left, the others up to their x."""
    made: list[Word] = []
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            if text:
                made += words(text, xs[j], top + i * pitch, right=j > 0)
    return made


def line(base: float, *placed: tuple[float, str], size: float = 10.0) -> Line:
    """A printed line of texts, each from its x on."""
    (made,) = printed_lines([w for x, text in placed for w in words(text, x, base, size)])
    return made


def spaced(*gaps: float, width: float = 20, size: float = 10) -> list[Word]:
    """Words with these gaps between them."""
    made, x = [], 50.0
    for gap in (*gaps, 0):
        made.append(Word("word", Box(x, 92.6, x + width, 102.1), size))
        x += width + gap
    return made


def line_of(*texts: Sequence[Word]) -> RowLine:
    """Texts in columns of one row."""
    return RowLine(0, 10, 8, 10, {(n, n): [chunk_of(text)] for n, text in enumerate(texts) if text})


def row(base: float, *cells: str, size: float = 10.0) -> Line:
    """A printed line with texts in columns 150 points apart."""
    return line(base, *((50.0 + 150 * n, text) for n, text in enumerate(cells) if text), size=size)


def cells(base: float, *texts: str, size: float = 10.0, bold: bool = False) -> RowLine:
    """The same, each text in a column of its own."""
    placed = {
        (n, n): [chunk_of(words(text, 50 + 150 * n, base, size, bold=bold))]
        for n, text in enumerate(texts)
        if text
    }
    return RowLine(base - ASCENT_EM * size, base + DESCENT_EM * size, base, size, placed)


def level(y: float, x0: float, x1: float) -> Rule:
    return Rule(Box(x0, y, x1, y), True, 0.5)


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(Box(x, top, x, bottom), False, 0.5)


def lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """A full grid of rules."""
    return [level(y, xs[0], xs[-1]) for y in ys] + [upright(x, ys[0], ys[-1]) for x in xs]


def ruled(xs: Sequence[float], ys: Sequence[float]) -> RuledGrid:
    """The grid of such rules."""
    levels, uprights = ([Edge(y, xs[0], xs[-1]) for y in ys], [Edge(x, ys[0], ys[-1]) for x in xs])
    return RuledGrid(Lattice(tuple(levels), tuple(uprights)))


def page(
    text: Sequence[Word],
    rules: Sequence[Rule] = (),
    fills: Sequence[Fill] = (),
    glyphs: Sequence[Glyph] = (),
    width: float = 595.0,
    height: float = 842.0,
    signals: Sequence[Fill] = (),
) -> Page:
    drawn = tuple(rules), tuple(fills)
    return Page(1, width, height, tuple(text), *drawn, glyphs=tuple(glyphs), signals=tuple(signals))


def texts(grid: Grid) -> list[list[str]]:
    """The grid as rows of texts, spanning cells at their first place."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.flat or " ".join(cell.glyphs)
    return rows
