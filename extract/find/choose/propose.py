"""The tables that each way of looking at a page proposes; several may propose one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agendapack.extract.find.boxes.tiles import TILES, tile_grids
from agendapack.extract.find.choose.clues import AROUND, OWN
from agendapack.extract.find.choose.undrawn import undrawn_rivals
from agendapack.extract.find.lattice.finder import banded_grids, ruled_grids
from agendapack.extract.find.lattice.striped import striped_grids
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.stream.finder import aligned_grids, parted_grids
from agendapack.extract.model import Box, Grid

SAME_PLACE = 0.25
"""Share of the smaller of two tables that the other may cover without being in its place."""

LEFT = {**AROUND, **{name: OWN[name] for name in ("framed_missed", "coloured_missed")}}
"""Clues that a table leaves out what belongs to it."""


def proposals(seen: Evidence) -> list[Grid]:
    """All proposals for a page: the first of each finder, and rivals where a table may be larger.

    Within what rules or colours enclose, these say what is a cell: cards would fall apart into lines.
    Stripes part tables from their heads; without them words may show the whole.
    """
    found = first_found(seen)
    larger = [g for g in aligned_grids(seen) if _is_larger(g, found)] if _may_be_larger(found, seen) else []
    rivals = [*larger, *_without_colours(seen, found), *undrawn_rivals(seen, found)]
    placed = _placed(found) if rivals else {}
    rivals = [*(grid for grid in rivals if not _joins_cells(grid, placed)), *_parted(seen, found)]
    ruled = [grid for grid in found if grid.method == "ruled"]
    whole = (grid for grid in striped_grids(seen.without(ruled)) if not _is_held(grid, found))
    striped = {grid.cell_texts: grid for grid in whole}
    found = [striped.pop(grid.cell_texts, grid) for grid in found]
    return [*found, *_others([g for g in (*rivals, *striped.values()) if not _tears_tiles(g, found)], found)]


def _may_be_larger(found: Sequence[Grid], seen: Evidence) -> bool:
    """Whether something stands around a table, or tables under one another: else no rival can be larger."""
    closed = [grid for grid in found if grid.method != "aligned"]
    if any(_stacked(a.box, b.box) for a in closed for b in found):
        return True
    return any(_leaves_out(grid, seen.without([g for g in closed if g is not grid])) for grid in closed)


def _leaves_out(grid: Grid, seen: Evidence) -> bool:
    return any(clue(grid, seen) > 0 for clue in LEFT.values())


def _stacked(above: Box, below: Box) -> bool:
    return above.bottom <= below.top + 1 and above.x0 < below.x1 and below.x0 < above.x1


def _is_larger(grid: Grid, found: Sequence[Grid]) -> bool:
    """Whether it holds words that none of the others holds, or tables under one another."""
    told = {id(w) for other in found for cell in other.cells for w in cell.words}
    inside = [other.box for other in found if same_place(grid, other)]
    stacked = any(_stacked(a, b) for a in inside for b in inside)
    return stacked or any(id(w) not in told for cell in grid.cells for w in cell.words)


def _placed(found: Sequence[Grid]) -> dict[int, tuple[int, int, int]]:
    """Table, row and column of each word in the tables first found."""
    return {
        id(word): (number, cell.row, cell.column)
        for number, other in enumerate(found)
        for cell in other.cells
        for word in cell.words
    }


def _joins_cells(grid: Grid, placed: Mapping[int, tuple[int, int, int]]) -> bool:
    """Whether one of its cells holds what stands side by side in a row of a table first found."""
    for cell in grid.cells:
        at = {placed[id(word)] for word in cell.words if id(word) in placed}
        if len(at) > len({(number, row) for number, row, _ in at}):
            return True
    return False


def _is_held(grid: Grid, found: Sequence[Grid]) -> bool:
    """Whether one of the tables found has all its words: coloured cells tell more of heads over columns."""
    mine = {id(w) for cell in grid.cells for w in cell.words}
    return any(mine <= {id(w) for cell in other.cells for w in cell.words} for other in found)


def _tears_tiles(grid: Grid, found: Sequence[Grid]) -> bool:
    """Whether it has words of a tile: the labelled figures of each box are its own."""
    tiled = {id(w) for other in found if other.method == TILES for cell in other.cells for w in cell.words}
    return any(id(w) in tiled for cell in grid.cells for w in cell.words)


def first_found(seen: Evidence) -> list[Grid]:
    """The tables of each finder among what those before it left.

    In turn: what rules enclose, boxes of one size, what colours enclose, what only alignment shows.
    """
    found: list[Grid] = []
    left = seen
    for finder in (ruled_grids, _tiles_apart, banded_grids, tile_grids, aligned_grids):
        more = [g for g in finder(left) if not any(same_place(g, other) for other in found)]
        found += more
        left = seen.without(found) if more else left
    return found


def _tiles_apart(seen: Evidence) -> list[Grid]:
    """The tiles of which no coloured table holds all: it would hold some of them, and what stands below."""
    tiles = tile_grids(seen)
    coloured = [grid.box.grown(1) for grid in banded_grids(seen)] if tiles else []
    return [g for g in tiles if not any(b.overlap(g.box) >= g.box.area for b in coloured)]


def _without_colours(seen: Evidence, found: Sequence[Grid]) -> list[Grid]:
    """What alignment shows without colours, in the place of tables that it found among colours."""
    aligned = [g for g in found if g.method == "aligned"]
    striped = [g for g in aligned if any(area.overlap(g.box) > 0 for area in seen.areas)]
    if not striped:
        return []
    closed = [g for g in found if g.method != "aligned"]
    bare = aligned_grids(seen.without(closed).uncoloured())
    return [g for g in bare if any(same_place(g, other) for other in striped)]


def _parted(seen: Evidence, found: Sequence[Grid]) -> list[Grid]:
    """What alignment shows of tables in pieces, where several of those found are its pieces."""
    aligned = [g for g in found if g.method == "aligned"]
    if len(aligned) < 2:
        return []
    whole = parted_grids(seen.without([g for g in found if g.method != "aligned"]))
    return [g for g in whole if sum(same_place(g, other) for other in aligned) > 1]


def all_rivals(seen: Evidence) -> list[Grid]:
    """Also what alignment shows with rules and colours and without, wherever it is: to learn from."""
    found = first_found(seen)
    rivals = [*aligned_grids(seen), *aligned_grids(seen.undrawn()), *_parted(seen, found)]
    return [*found, *_others(rivals, found)]


def same_place(a: Grid, b: Grid) -> bool:
    """Whether two tables cannot both be there."""
    return a.box.overlap(b.box) > SAME_PLACE * min(a.box.area, b.box.area)


def _others(grids: Sequence[Grid], known: Sequence[Grid]) -> list[Grid]:
    """The tables whose cells no other has."""
    known_texts = {grid.cell_texts for grid in known}
    others = {grid.cell_texts: grid for grid in reversed(grids) if grid.cell_texts not in known_texts}
    return [*reversed(others.values())]
