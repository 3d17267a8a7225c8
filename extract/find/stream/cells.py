"""Grids whose cells were found by their words: borders are drawn through the white between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from agendapack.extract.find.accept.confidence import aligned_confidence
from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.find.page.drawn import Drawn
from agendapack.extract.find.page.shading import BEHIND, WHITE_FROM
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Cell, Colour, Fill, Grid, Page, Word, union

Extent = tuple[int, int, float, float]
"""The first slot of a text, the slot after its last, where it starts and where it ends."""
MAX_MARK_PT = 20.0
"""Width and height of a mark that speaks by its colour."""


@dataclass(frozen=True, slots=True)
class CellPiece:
    """A cell found by its words: place, spans and words."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[Word, ...]


def pieced_grid(
    page: Page,
    pieces: Sequence[CellPiece],
    rows: int,
    columns: int,
    method: str,
    reason: str,
    borders: Sequence[float] = (),
) -> Grid:
    """The grid of the pieces, with the colours behind them and the words they leave over.

    The borders of its columns run through the white between the texts unless they are known.
    """
    boxes = [union(w.box for w in p.words) for p in pieces]
    wide = [(p.column, p.column + p.column_span, b.x0, b.x1) for p, b in zip(pieces, boxes, strict=True)]
    xs = list(borders) or _borders([*wide, *_marked(wide, columns, page.fills)], columns)
    ys = _borders(
        [(p.row, p.row + p.row_span, b.top, b.bottom) for p, b in zip(pieces, boxes, strict=True)], rows
    )
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    painted = (*page.fills, *page.signals)
    fills = [f for f in painted if f.box.overlap(box) > 0]
    cells = [_cell(page, p, xs, ys, fills) for p in sorted(pieces, key=lambda p: (p.row, p.column))]
    mine = {id(w) for p in pieces for w in p.words}
    over = tuple(w for w in page.words if id(w) not in mine and box.holds(w.box.mid_x, w.box.mid_y))
    confidence = aligned_confidence(cells, columns, len(over))
    cells += _painted(page, cells, xs, ys, fills)
    cells.sort(key=lambda c: (c.row, c.column))
    return Grid(
        page.number, box, rows, columns, tuple(cells), method, reason, confidence,
        left_over=over, page_size=(page.width, page.height),
    )  # fmt: skip


def _cell(
    page: Page, piece: CellPiece, xs: Sequence[float], ys: Sequence[float], fills: Sequence[Fill]
) -> Cell:
    end_row, end_column = piece.row + piece.row_span, piece.column + piece.column_span
    area = Box(xs[piece.column], ys[piece.row], xs[end_column], ys[end_row])
    words = tuple(w for w in piece.words if not isinstance(w, Drawn))
    text, marks = cell_text(words)
    drawings = tuple(w.text for w in piece.words if isinstance(w, Drawn))
    return Cell(
        piece.row, piece.column, text, page.number, area, piece.row_span, piece.column_span, words,
        _behind(fills, union(w.box for w in piece.words)), marks, drawings,
    )  # fmt: skip


def _painted(
    page: Page, cells: Sequence[Cell], xs: Sequence[float], ys: Sequence[float], fills: Sequence[Fill]
) -> list[Cell]:
    """Cells without words that are told by their colour, which no text of their row has behind it."""
    taken: dict[int, set[int]] = defaultdict(set)
    others: dict[int, set[Colour | None]] = defaultdict(lambda: {None})
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            taken[row].update(range(cell.column, cell.column + cell.column_span))
            others[row].add(cell.fill)
    found = []
    for row, columns in taken.items():
        for column in {*range(len(xs) - 1)} - columns:
            area = Box(xs[column], ys[row], xs[column + 1], ys[row + 1])
            if (colour := _filling(fills, area)) not in others[row]:
                found.append(Cell(row, column, "", page.number, area, fill=colour))
    return found


def _behind(fills: Sequence[Fill], text: Box) -> Colour | None:
    """The last colour painted behind the text; white is none."""
    area = text.area
    return _last(f for f in fills if _meet(f.box, text) and f.box.overlap(text) >= BEHIND * area)


def _filling(fills: Sequence[Fill], place: Box) -> Colour | None:
    """The last colour painted from head to foot of a place without words; its cell may be narrower.

    A mark in it, as a traffic light is, may be lower too.
    """
    painted = (f for f in fills if _meet(f.box, place))
    return _last(
        f
        for f in painted
        if _fills(f.box, place) or _is_mark(f.box) and place.holds(f.box.mid_x, f.box.mid_y)
    )


def _fills(box: Box, place: Box) -> bool:
    wide = min(box.x1, place.x1) - max(box.x0, place.x0)
    high = min(box.bottom, place.bottom) - max(box.top, place.top)
    return wide >= BEHIND * min(box.width, place.width) and high >= BEHIND * place.height


def _is_mark(box: Box) -> bool:
    return max(box.width, box.height) <= MAX_MARK_PT


def _meet(box: Box, other: Box) -> bool:
    """Whether they share anything; quick, since most do not."""
    return box.top < other.bottom and box.bottom > other.top and box.x0 < other.x1 and box.x1 > other.x0


def _last(painted: Iterable[Fill]) -> Colour | None:
    colour: Colour | None = None
    for fill in painted:
        colour = None if min(fill.colour) >= WHITE_FROM else fill.colour
    return colour


def _marked(texts: Sequence[Extent], columns: int, fills: Sequence[Fill]) -> Iterator[Extent]:
    """How far the marks reach in columns that hold nothing else, between the texts before and after."""
    alone = [text for text in texts if text[1] - text[0] == 1]
    for column in sorted({*range(columns)} - {first for first, *_ in alone}):
        start = max((x1 for _, after, _, x1 in alone if after <= column), default=float("-inf"))
        end = min((x0 for first, _, x0, _ in alone if first > column), default=float("inf"))
        marks = [f.box for f in fills if _is_mark(f.box) and start <= f.box.x0 and f.box.x1 <= end]
        if marks:
            yield column, column + 1, min(box.x0 for box in marks), max(box.x1 for box in marks)


def _borders(extents: Sequence[Extent], count: int) -> list[float]:
    """Where the borders between slots run: midway between the text before and the text after."""
    starts, ends = [float("inf")] * count, [float("-inf")] * count
    for first, after, start, end in extents:
        starts[first] = min(starts[first], start)
        ends[after - 1] = max(ends[after - 1], end)
    before = list(accumulate(ends, max))
    following = list(accumulate(reversed(starts), min))[::-1]
    borders = [min(starts)]
    for i in range(1, count):
        low, high = before[i - 1], following[i]
        at = (low + high) / 2 if low <= high else min(max(ends[i - 1], starts[i - 1]), high)
        borders.append(max(borders[-1], at if abs(at) < float("inf") else borders[-1]))
    return [*borders, max(borders[-1], *ends)]
