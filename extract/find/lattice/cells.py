"""Fills a ruled grid's cells with the words, colours and drawings that stand in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from agendapack.extract.find.accept.confidence import ruled_confidence
from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.find.lattice.grid import Region, RuledGrid, slot_of
from agendapack.extract.find.page.shading import BEHIND, WHITE_FROM
from agendapack.extract.model import Box, Cell, Colour, Fill, Glyph, Grid, Page, Word

SPACER_PT = 8.0
"""An empty column narrower than this is a gap between double rules."""
MAX_BESIDE = 2
"""Words beside a traffic light in its cell: a figure, a rating."""
ACROSS_PT = 4.0
"""Turned text that reaches this far out of its cell lies across the table: a stamp."""


def filled_grid(page: Page, ruled: RuledGrid, method: str, reason: str) -> Grid | None:
    """The grid with its text; None when no word stands in it. Empty rows and spacers are dropped."""
    box = Box(ruled.xs[0], ruled.ys[0], ruled.xs[-1], ruled.ys[-1])
    place = _Places(ruled)
    words: dict[Region, list[Word]] = defaultdict(list)
    left_over = []
    for word in page.words:
        at = word.box
        x, y = (at.x0 + at.x1) / 2, (at.top + at.bottom) / 2
        if not (box.top <= y <= box.bottom and box.x0 <= x <= box.x1):
            continue
        region = place.of(x, y)
        if word.turn and not _inside(word.box, ruled.box(region)):
            left_over.append(word)
        else:
            words[region].append(word)
    if not words:
        return None
    drawings: dict[Region, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if box.holds(glyph.box.mid_x, glyph.box.mid_y):
            drawings[place.of(glyph.box.mid_x, glyph.box.mid_y)].append(glyph)
    colours = place.colours(page.fills) | place.signalled(page.signals, words)
    rows, columns = _kept(ruled, words.keys() | drawings.keys(), colours)
    cells = _cells(page, ruled, rows, columns, words, drawings, colours)
    placed = sum(len(w) for w in words.values())
    return Grid(
        page.number, box, rows[-1], columns[-1], cells, method, reason,
        confidence=ruled_confidence(cells, placed, len(left_over)),
        left_over=tuple(left_over), page_size=(page.width, page.height),
    )  # fmt: skip


class _Places:
    """Which region of a grid a point lies in."""

    def __init__(self, ruled: RuledGrid) -> None:
        self.ruled = ruled
        self.slots: list[Region] = [(0, 0, 0, 0)] * (ruled.rows * ruled.columns)
        for region in ruled.regions:
            row, column, height, width = region
            for r in range(row, row + height):
                first = r * ruled.columns + column
                self.slots[first : first + width] = [region] * width

    def of(self, x: float, y: float) -> Region:
        return self.slots[slot_of(self.ruled.ys, y) * (len(self.ruled.xs) - 1) + slot_of(self.ruled.xs, x)]

    def colours(self, fills: Iterable[Fill]) -> dict[Region, Colour | None]:
        """The last colour painted behind most of each cell; white is none."""
        ruled = self.ruled
        found: dict[Region, Colour | None] = {}
        for fill in fills:
            b = fill.box
            rows = range(
                max(bisect_right(ruled.ys, b.top) - 1, 0), min(bisect_left(ruled.ys, b.bottom), ruled.rows)
            )
            columns = range(
                max(bisect_right(ruled.xs, b.x0) - 1, 0), min(bisect_left(ruled.xs, b.x1), ruled.columns)
            )
            colour = None if min(fill.colour) >= WHITE_FROM else fill.colour
            for region in {self.slots[r * ruled.columns + c] for r in rows for c in columns}:
                box = ruled.box(region)
                if b.overlap(box) >= BEHIND * box.area:
                    found[region] = colour
        return found

    def signalled(
        self, signals: Iterable[Fill], words: Mapping[Region, Sequence[Word]]
    ) -> dict[Region, Colour | None]:
        """The colour of a small thing in each cell that holds one, and no text that it is only beside."""
        found: dict[Region, Colour | None] = {}
        for signal in signals:
            region = self.of(signal.box.mid_x, signal.box.mid_y)
            beside = [w for w in words.get(region, ()) if not signal.box.holds(w.box.mid_x, w.box.mid_y)]
            if (
                len(beside) <= MAX_BESIDE
                and self.ruled.box(region).grown(ACROSS_PT).overlap(signal.box) >= 0.99 * signal.box.area
            ):
                found[region] = signal.colour
        return found


def _inside(word: Box, cell: Box) -> bool:
    return cell.grown(ACROSS_PT).holds(word.x0, word.top) and cell.grown(ACROSS_PT).holds(
        word.x1, word.bottom
    )


def _kept(
    ruled: RuledGrid, used: Iterable[Region], colours: dict[Region, Colour | None]
) -> tuple[list[int], list[int]]:
    """For each border, how many rows (columns) before it are kept.

    A wide column stays even when it is empty here: it may be filled on the next page.
    """
    used = set(used)
    reached = {r for row, _, height, _ in used for r in range(row, row + height)}
    live = used | {region for region, colour in colours.items() if colour}
    rows = {region[0] for region in live if region[0] in reached}
    columns = {region[1] for region in live}
    columns |= {g[1] for g in ruled.regions if g[3] == 1 and ruled.box(g).width >= SPACER_PT}
    return (
        [0, *accumulate(int(r in rows) for r in range(ruled.rows))],
        [0, *accumulate(int(c in columns) for c in range(ruled.columns))],
    )


def _cells(
    page: Page,
    ruled: RuledGrid,
    rows: Sequence[int],
    columns: Sequence[int],
    words: dict[Region, list[Word]],
    drawings: dict[Region, list[Glyph]],
    colours: dict[Region, Colour | None],
) -> tuple[Cell, ...]:
    """The cells that keep a row and a column, numbered without the dropped ones."""
    cells = []
    for region in ruled.regions:
        row, column, height, width = region
        row_span, column_span = rows[row + height] - rows[row], columns[column + width] - columns[column]
        if not row_span or not column_span:
            continue
        mine = words.get(region, ())
        text, marks = cell_text(mine) if mine else ("", ())
        cells.append(
            Cell(
                row=rows[row],
                column=columns[column],
                text=text,
                page=page.number,
                box=ruled.box(region),
                row_span=row_span,
                column_span=column_span,
                words=tuple(mine),
                fill=colours.get(region),
                marks=marks,
                glyphs=tuple(g.text for g in drawings.get(region, ())),
            )
        )
    return tuple(cells)
