"""Tables that edges enclose, ruled or coloured: lattices become grids where their cells hold."""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.aligned import block_grid
from extract.find.blocks import Block
from extract.find.edges import Edge, Lattice, lattices
from extract.find.evidence import MIN_AREAS, Evidence
from extract.find.fill import filled_grid
from extract.find.gate import is_banded_table, is_table
from extract.find.inner import completed, hides_columns, is_open, shows_more_columns
from extract.find.lines import cut_at, printed_lines
from extract.find.ruled import RuledGrid
from extract.model import Grid, Page


def ruled_grids(seen: Evidence) -> list[Grid]:
    """Tables enclosed by ruling lines."""
    return [g for g in _grids(seen.page, seen.levels, seen.uprights, "ruled") if is_table(g)]


def banded_grids(seen: Evidence) -> list[Grid]:
    """Tables whose cells are coloured areas."""
    if len(seen.band_levels) < 2 * MIN_AREAS:
        return []
    levels, uprights = seen.with_bands()
    return [g for g in _grids(seen.page, levels, uprights, "bands") if is_banded_table(g)]


def _grids(page: Page, levels: Sequence[Edge], uprights: Sequence[Edge], method: str) -> list[Grid]:
    found = (_grid(page, lattice, method) for lattice in lattices(levels, uprights))
    return [grid for grid in found if grid]


def _grid(page: Page, lattice: Lattice, method: str) -> Grid | None:
    """The lattice's grid; None where the words say that its edges are not those of the columns."""
    if not lattice.levels or not lattice.uprights:
        return None
    ruled = RuledGrid(lattice)
    if ruled.rows < 1 or ruled.columns < 2:
        return None
    if is_open(ruled) and shows_more_columns(ruled, page.words):
        return None
    ruled = completed(ruled, page.words)
    if hides_columns(ruled, page.words):
        return _reread(page, lattice)
    return filled_grid(page, ruled, method, f"{ruled.rows + 1} levels, {ruled.columns + 1} uprights")


def _reread(page: Page, lattice: Lattice) -> Grid | None:
    """The grid of a lattice whose rules leave out columns, by the alignment of its words."""
    box = lattice.box
    words = [w for w in page.words if box.holds(w.box.mid_x, w.box.mid_y)]
    lines = cut_at(printed_lines(words), [(e.at, e.start, e.end) for e in lattice.uprights])
    block = Block(lines, list(lattice.levels), list(lattice.levels))
    return block_grid(page, block, "partly ruled") if len(lines) > 1 else None
