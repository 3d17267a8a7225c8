"""Finds tiles: boxes of one size that hold a few labelled figures, each with its title in or above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.find.accept.confidence import tiles_confidence
from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.page.edges import lattices, positions
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Chunk
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Cell, Grid, Word, union
from agendapack.extract.normalise.figures import is_measured

TILES = "tiles"
"""How they are found, by a grid's word for it."""
MIN_TILES = 2
"""Tiles that make a set."""
MIN_LABELLED = 2
"""Lines with a label and a figure in a tile; one will do under a figure by itself."""
MAX_LINES, MAX_WORDS = 10, 50
"""What a tile prints at most."""
MAX_SHARE = 0.25
"""Share of the page that a tile takes at most."""
SAME_PT = 3.0
"""Tiles of a set are as wide and as high as each other, give or take this much."""
MAX_TITLE_GAP_EM = 1.2
"""White between a title and its tile, in font sizes, and between the lines of a title."""
EDGE_PT = 6.0
"""A title stands over its tile, give or take this much at the sides."""
MAX_EDGES = 400
"""Ruling lines of a page; one with more is no page of tiles."""
_LABELLED = re.compile(r"[A-Za-z][^:]{1,40}:\s*\S{0,2}\d.*")


@dataclass(frozen=True, slots=True)
class _Tile:
    """A box with what is printed in it and, where it does not open with its title, right above it."""

    frame: Box
    chunks: tuple[Chunk, ...]

    @property
    def box(self) -> Box:
        return union([self.frame, *(Box(c.x0, c.top, c.x1, c.bottom) for c in self.chunks)])


def tile_grids(seen: Evidence) -> list[Grid]:
    """The sets of tiles on a page, each as a grid with a tile a cell."""
    chunks = [c for line in seen.lines for c in line.chunks]
    if sum(map(_is_labelled, chunks)) < MIN_TILES:
        return []
    tiles = [t for frame in _frames(seen) if (t := _tile(frame, chunks))]
    return [_grid(seen, some) for some in _sets(tiles) if len(some) >= MIN_TILES]


def _is_labelled(chunk: Chunk) -> bool:
    return _LABELLED.fullmatch(chunk.text) is not None


def _frames(seen: Evidence) -> list[Box]:
    """Boxes that rules or a colour enclose, with nothing but text in them."""
    limit = MAX_SHARE * seen.page.width * seen.page.height
    few = max(len(seen.levels), len(seen.uprights)) <= MAX_EDGES
    ruled = (
        (RuledGrid(k) for k in lattices(seen.levels, seen.uprights) if k.levels and k.uprights) if few else ()
    )
    boxes = [*(r.frame for r in ruled if r.rows == r.columns == 1), *seen.areas]
    frames: list[Box] = []
    for box in boxes:
        if box.area <= limit and not any(f.overlap(box) > 0.5 * min(f.area, box.area) for f in frames):
            frames.append(box)
    return frames


def _tile(frame: Box, chunks: Sequence[Chunk]) -> _Tile | None:
    """The tile in a frame; None when it holds something else."""
    inside = [c for c in chunks if frame.holds(c.mid_x, (c.top + c.bottom) / 2)]
    if not 1 < len(inside) <= MAX_LINES or sum(len(c.words) for c in inside) > MAX_WORDS:
        return None
    labelled, figures = sum(map(_is_labelled, inside)), sum(is_measured(c.text) for c in inside)
    if labelled < (1 if figures else MIN_LABELLED):
        return None
    opens = min(inside, key=lambda c: (c.top, c.x0))
    titled = not _is_labelled(opens) and not is_measured(opens.text)
    title = [] if titled else _title(frame, chunks)
    return _Tile(frame, (*title, *inside)) if titled or title else None


def _title(frame: Box, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The lines of text right above a frame and no wider than it."""
    over = (
        c for c in chunks
        if c.bottom <= frame.top + SAME_PT and c.x0 >= frame.x0 - EDGE_PT and c.x1 <= frame.x1 + EDGE_PT
    )  # fmt: skip
    title: list[Chunk] = []
    edge = frame.top
    for chunk in sorted(over, key=lambda c: -c.bottom):
        if edge - chunk.bottom > MAX_TITLE_GAP_EM * chunk.size or title and chunk.size != title[-1].size:
            break
        if chunk.numeric or _is_labelled(chunk):
            break
        title.append(chunk)
        edge = chunk.top
    return title


def _sets(tiles: Sequence[_Tile]) -> list[list[_Tile]]:
    """Tiles of one size together."""
    sets: list[list[_Tile]] = []
    for tile in tiles:
        like = next((some for some in sets if _same_size(some[0].frame, tile.frame)), None)
        if like is None:
            sets.append([tile])
        else:
            like.append(tile)
    return sets


def _same_size(a: Box, b: Box) -> bool:
    return abs(a.width - b.width) <= SAME_PT and abs(a.height - b.height) <= SAME_PT


def _grid(seen: Evidence, tiles: Sequence[_Tile]) -> Grid:
    """One cell a tile, in the rows and columns in which they stand."""
    page = seen.page
    tops, lefts = positions(t.frame.top for t in tiles), positions(t.frame.x0 for t in tiles)
    cells = [
        replace(_cell(seen, tile), row=_nearest(tops, tile.frame.top), column=_nearest(lefts, tile.frame.x0))
        for tile in tiles
    ]
    cells.sort(key=lambda c: (c.row, c.column))
    box = union(c.box for c in cells)
    mine = {id(w) for c in cells for w in c.words}
    over = tuple(w for w in page.words if id(w) not in mine and box.holds(w.box.mid_x, w.box.mid_y))
    return Grid(
        page.number, box, len(tops), len(lefts), tuple(cells), TILES,
        f"{len(cells)} boxes of one size with labelled figures", tiles_confidence(cells, len(over)),
        left_over=over, page_size=(page.width, page.height),
    )  # fmt: skip


def _cell(seen: Evidence, tile: _Tile) -> Cell:
    words = tuple(w for c in tile.chunks for w in c.words)
    stretches: list[list[Word]] = [[]]
    for chunk in tile.chunks:
        stretches[-1] += chunk.words
        if _is_labelled(chunk):  # what stands beside a labelled figure is no part of it
            stretches.append([])
    read = [cell_text(some) for some in stretches if some]
    text, marks = "\n".join(said for said, _ in read), tuple(mark for _, own in read for mark in own)
    return Cell(0, 0, text, seen.page.number, tile.box, words=words, marks=marks)


def _nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda i: abs(values[i] - value))
