"""Fills a grid's cells with the words, colours and drawings that stand in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.find.ruled import Region, RuledGrid
from extract.find.text import cell_text
from extract.model import Box, Cell, Colour, Glyph, Grid, Page, Word, union

WHITE_FROM = 245
SPACER_PT = 8.0
"""An empty column narrower than this is a gap between double rules."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell found by its words: place, spans and words."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[Word, ...]


def pieced_grid(page: Page, pieces: Sequence[Piece], rows: int, columns: int, method: str, reason: str) -> Grid:
    """A grid of cells found by their words; the cells' boxes share the white between them."""
    boxes = [union(w.box for w in p.words) for p in pieces]
    xs = _lines_between([(p.column, p.column + p.column_span, b.x0, b.x1) for p, b in zip(pieces, boxes, strict=True)], columns)
    ys = _lines_between([(p.row, p.row + p.row_span, b.top, b.bottom) for p, b in zip(pieces, boxes, strict=True)], rows)
    box = union(boxes)
    fills = [f for f in page.fills if f.box.overlap(box) > 0]
    cells = []
    for piece in sorted(pieces, key=lambda p: (p.row, p.column)):
        area = Box(xs[piece.column], ys[piece.row], xs[piece.column + piece.column_span], ys[piece.row + piece.row_span])
        text, marks = cell_text(piece.words)
        cells.append(
            Cell(
                piece.row, piece.column, text, page.number, area, piece.row_span, piece.column_span,
                piece.words, _colour(fills, area), marks,
            )  # fmt: skip
        )
    mine = {id(w) for p in pieces for w in p.words}
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    over = tuple(w for w in page.words if box.holds(w.box.mid_x, w.box.mid_y) and id(w) not in mine)
    return Grid(page.number, box, rows, columns, tuple(cells), method, reason, left_over=over, page_size=(page.width, page.height))


def _lines_between(extents: Sequence[tuple[int, int, float, float]], count: int) -> list[float]:
    """Where the borders between slots run: midway between the text before and after."""
    low = [min((e[2] for e in extents if e[0] == i), default=float("inf")) for i in range(count)]
    high = [max((e[3] for e in extents if e[1] == i + 1), default=float("-inf")) for i in range(count)]
    lines = [min(e[2] for e in extents)]
    for i in range(1, count):
        before, after = max([lines[-1], *(h for h in high[:i] if h > float("-inf"))]), min(low[i:])
        at = (before + after) / 2 if after < float("inf") and before <= after else min(after, high[i - 1] if high[i - 1] > float("-inf") else after)
        lines.append(max(lines[-1], at if at < float("inf") else lines[-1]))
    return [*lines, max(e[3] for e in extents)]


def filled_grid(page: Page, ruled: RuledGrid, method: str, reason: str) -> Grid | None:
    """The grid with its text; None when no word stands in it. Empty rows and spacers are dropped."""
    box = Box(ruled.xs[0], ruled.ys[0], ruled.xs[-1], ruled.ys[-1])
    place = {(r + i, c + j): region for region in ruled.regions for r, c, h, w in [region] for i in range(h) for j in range(w)}
    words: dict[Region, list[Word]] = defaultdict(list)
    left_over = []
    for word in page.words:
        x, y = word.box.mid_x, word.box.mid_y
        if not box.holds(x, y):
            continue
        region = place.get((_slot(ruled.ys, y), _slot(ruled.xs, x)))
        if region:
            words[region].append(word)
        else:
            left_over.append(word)
    if not words:
        return None
    drawings: dict[Region, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if box.holds(glyph.box.mid_x, glyph.box.mid_y):
            region = place.get((_slot(ruled.ys, glyph.box.mid_y), _slot(ruled.xs, glyph.box.mid_x)))
            if region:
                drawings[region].append(glyph)
    return _compact(page, ruled, box, words, drawings, tuple(left_over), method, reason)


def _compact(
    page: Page,
    ruled: RuledGrid,
    box: Box,
    words: dict[Region, list[Word]],
    drawings: dict[Region, list[Glyph]],
    left_over: tuple[Word, ...],
    method: str,
    reason: str,
) -> Grid:
    """Number rows and columns again without empty rows and spacers.

    A wide column stays even when it is empty here: it may be filled on the next page.
    """
    fills = [f for f in page.fills if f.box.overlap(box) > 0]
    live = [r for r in ruled.regions if words.get(r) or drawings.get(r) or _colour(fills, ruled.box(r))]
    used = [r for r in ruled.regions if words.get(r) or drawings.get(r)]
    row_no = {r: i for i, r in enumerate(sorted({g[0] for g in live if _row_used(g, used)}))}
    wide = {g[1] for g in ruled.regions if g[3] == 1 and ruled.box(g).width >= SPACER_PT}
    column_no = {c: i for i, c in enumerate(sorted({g[1] for g in live} | wide))}
    cells = []
    for region in ruled.regions:
        row, column, row_span, column_span = region
        rows = [i for r, i in row_no.items() if row <= r < row + row_span]
        columns = [i for c, i in column_no.items() if column <= c < column + column_span]
        if not rows or not columns:
            continue
        text, marks = cell_text(words.get(region, ()))
        cells.append(
            Cell(
                row=min(rows),
                column=min(columns),
                text=text,
                page=page.number,
                box=ruled.box(region),
                row_span=len(rows),
                column_span=len(columns),
                words=tuple(words.get(region, ())),
                fill=_colour(fills, ruled.box(region)),
                marks=marks,
                glyphs=tuple(g.text for g in drawings.get(region, ())),
            )
        )
    return Grid(
        page.number, box, len(row_no), len(column_no), tuple(cells), method, reason,
        left_over=left_over, page_size=(page.width, page.height),
    )  # fmt: skip


def _row_used(region: Region, used: list[Region]) -> bool:
    return any(u[0] == region[0] or u[0] <= region[0] < u[0] + u[2] for u in used)


def _colour(fills: list, box: Box) -> Colour | None:  # type: ignore[type-arg]
    """The last colour painted behind most of the cell; white is none."""
    colour: Colour | None = None
    for fill in fills:
        if fill.box.overlap(box) >= 0.5 * box.area:
            colour = None if min(fill.colour) >= WHITE_FROM else fill.colour
    return colour


def _slot(lines: list[float], at: float) -> int:
    low, high = 0, len(lines) - 1
    while low + 1 < high:
        mid = (low + high) // 2
        if lines[mid] <= at:
            low = mid
        else:
            high = mid
    return low
