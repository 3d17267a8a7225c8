"""Turns a grid's cells into rows and says which are header rows and which are bands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from agendapack.extract.find.cell_text import text_lines
from agendapack.extract.model import Cell, Colour, Grid, Row, union
from agendapack.extract.normalise.figures import is_figure, is_ordinal
from agendapack.extract.stitch.broken_words import rejoined

MAX_HEADER_CHARS = 160
"""A column title longer than this is prose in a shaded row."""
MAX_HEADER_ROWS = 4
"""Rows of a head."""
MAX_WRAPPED_CHARS = 20
"""The end of a title that stands alone in a row; a longer text is a heading of the rows below."""
SAME_SHADE = 10
"""Difference of a colour channel (0-255) that the eye does not see."""
MAX_FIGURES = 0.4
"""Share of a header row's cells that may be figures; years and units ("£000") do not count."""
_TITLE = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?\d\d(?:\d\d)?)?|\(?[£$€]\W?000.*")
MAX_LEADING_EM = 1.45
"""Line pitch of set text, in font sizes, at the most."""
PARAGRAPH_PITCH = 1.25
"""Pitch over the usual one from which a line begins a paragraph."""


def grid_rows(grid: Grid) -> list[Row]:
    """The rows of a grid in order, each with the cells that reach down into it."""
    return list(rows_in_turn(grid))


def rows_in_turn(grid: Grid) -> Iterator[Row]:
    """The same one by one, for who wants the first."""
    starting: dict[int, list[int]] = {}
    for at, cell in enumerate(grid.cells):
        starting.setdefault(cell.row, []).append(at)
    reaching = [at for at, cell in enumerate(grid.cells) if cell.row_span > 1]
    placed: dict[int, Cell] = {}
    for number in range(grid.rows):
        here = {at: _in_lines(grid.cells[at]) for at in starting.get(number, ())}
        cells = tuple(sorted(here.values(), key=lambda c: c.column))
        above = tuple(c for at in reaching if (c := placed.get(at)) and number < c.row + c.row_span)
        placed |= here
        if cells or above:
            yield Row(cells, grid.page, union(c.box for c in _own(cells) or above), above=above)


def _own(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells that show where a row is: no headings beside several rows, no empty part of a cut cell."""
    single = [c for c in cells if c.row_span == 1]
    if any([c.text for c in single]):
        return single
    filled = [c for c in cells if c.text]
    least = min([c.row_span for c in filled], default=1)
    return [c for c in filled if c.row_span == least] or cells


def _in_lines(cell: Cell) -> Cell:
    """A cell of several lines, broken words whole again, with the breaks between its paragraphs."""
    if "\n" not in cell.text:
        return cell
    text, breaks = rejoined(cell.text), paragraph_breaks(cell)
    return cell if text == cell.text and breaks == cell.breaks else replace(cell, text=text, breaks=breaks)


def paragraph_breaks(cell: Cell) -> tuple[int, ...]:
    """Lines of the cell that stand further below the line above than the others do."""
    count = len(cell.lines)
    if count < 2 or any([w.turn for w in cell.words]):
        return ()
    lines = text_lines([w for w in cell.words if not w.superscript])
    if len(lines) != count:
        return ()
    middles = [sum([w.box.mid_y for w in line]) / len(line) for line in lines]
    pitches = [b - a for a, b in zip(middles, middles[1:], strict=False)]
    size = max([w.size for w in cell.words])
    usual = min(min(pitches), MAX_LEADING_EM * size)
    return tuple(i + 1 for i, pitch in enumerate(pitches) if pitch > PARAGRAPH_PITCH * usual)


def kinds(rows: Sequence[Row], columns: int) -> list[Row]:
    """The rows with their kind: band, header or body."""
    marked = [replace(row, kind="band") if is_band(row, columns) else row for row in rows]
    first = next((i for i, row in enumerate(marked) if row.kind == "body"), None)
    if first is None:
        return marked
    height = max((c.row_span for c in marked[first].cells), default=1)
    body = [r for r in marked[first + height :] if r.kind == "body"]
    if not is_header(marked[first], body) and not _only_a_head(marked[first : first + height], body):
        return marked
    for i in range(first, min(len(marked), first + MAX_HEADER_ROWS)):
        covered = i < first + height
        if i > first and not covered and marked[i].kind == "band":
            break
        if i > first and not covered and not (is_header(marked[i], body) or _wraps(marked[i], marked[i - 1])):
            break
        marked[i] = replace(marked[i], kind="header")
    return marked


def _wraps(row: Row, head: Row) -> bool:
    """Whether a row under a head in bold type holds the end of one of its titles alone, in bold too."""
    filled = [c for c in row.cells if c.text]
    if len(filled) != 1 or filled[0].column == 0 or filled[0].column_span > 1 or not filled[0].bold:
        return False
    title = head.at(filled[0].column)
    return title is not None and title.bold and len(filled[0].text) <= MAX_WRAPPED_CHARS


def _only_a_head(rows: Sequence[Row], body: Sequence[Row]) -> bool:
    """A head of several levels that stands in a grid of its own, its rows in the grids below."""
    cells = [c for row in rows for c in row.cells if c.text]
    return not body and len(rows) > 1 and (all(c.bold for c in cells) or all(c.fill for c in cells))


def is_band(row: Row, columns: int) -> bool:
    """Whether the row is a heading that spans the table rather than a record."""
    filled = [c for c in row.cells if c.text]
    if columns < 2 or not filled or any(c.text for c in row.above):
        return False
    if len(filled) == 1:
        return filled[0].column_span > 1
    return len(row.cells) <= 3 and columns >= 4 and all(c.column_span >= 2 for c in filled)


def is_header(row: Row, body: Sequence[Row]) -> bool:
    """Whether a row is set apart from the body by bold type or by its fill."""
    filled = [c for c in row.cells if c.text]
    others = [r for r in body if r is not row]
    if not others or not may_be_titles(row):
        return False
    bold = _share(filled, lambda c: c.bold) >= 0.8
    if bold and _share([c for r in others for c in r.cells if c.text], lambda c: c.bold) < 0.6:
        return True
    shade = _main_fill(filled)
    return shade is not None and not any(_alike(_main_fill(r.cells), shade) for r in others[1:] or others)


def may_be_titles(row: Row) -> bool:
    """Whether its texts may be titles by what they say: several, none long, few of them figures."""
    filled = [c for c in row.cells if c.text]
    if len(filled) < 2 or any(len(c.text) > MAX_HEADER_CHARS for c in filled):
        return False
    return _share(filled, lambda c: _is_figure(c.flat)) <= MAX_FIGURES


def _is_figure(text: str) -> bool:
    """Whether a text is a figure, and no year, unit or place in an order, which titles may be."""
    return is_figure(text) and not _TITLE.fullmatch(text) and not is_ordinal(text)


def _share(cells: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    return sum(1 for c in cells if test(c)) / len(cells) if cells else 0.0


def _main_fill(cells: Sequence[Cell]) -> Colour | None:
    if not cells:
        return None
    colour = Counter(c.fill for c in cells).most_common(1)[0][0]
    return colour if sum(_alike(c.fill, colour) for c in cells) >= 0.7 * len(cells) else None


def _alike(a: Colour | None, b: Colour | None) -> bool:
    """Whether two fills are one colour to the eye; a scan gives each cell a shade of its own."""
    if a is None or b is None:
        return a is b
    return all(abs(p - q) <= SAME_SHADE for p, q in zip(a, b, strict=True))


def same_text(a: Row, b: Row) -> bool:
    """Whether two rows print the same words in the same columns."""
    own, other = ({c.column: c.text for c in row.cells if c.text} for row in (a, b))
    return (
        bool(own) and own.keys() == other.keys() and all(_letters(own[n]) == _letters(other[n]) for n in own)
    )


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()
