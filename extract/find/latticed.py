"""Tables that edges enclose, ruled or coloured: lattices become grids where their cells hold."""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.aligned import block_grid
from extract.find.blocks import Block
from extract.find.crown import crowned
from extract.find.edges import Edge, Lattice, lattices
from extract.find.evidence import MIN_AREAS, Evidence
from extract.find.fill import filled_grid
from extract.find.gate import is_banded_table, is_table
from extract.find.inner import completed, hides_columns, is_open, shows_more_columns
from extract.find.lines import within
from extract.find.ruled import RuledGrid
from extract.model import Grid

MAX_EDGES = 3000
"""Edges of one direction on a page; a page with more is a drawing."""
MAX_CELLS = 200_000
"""Elementary cells of one lattice."""


def ruled_grids(seen: Evidence) -> list[Grid]:
    """Tables enclosed by ruling lines."""
    return [g for g in _grids(seen, seen.levels, seen.uprights, "ruled") if is_table(g)]


def banded_grids(seen: Evidence) -> list[Grid]:
    """Tables whose cells are coloured areas."""
    if len(seen.band_levels) < 2 * MIN_AREAS:
        return []
    levels, uprights = seen.with_bands()
    return [g for g in _grids(seen, levels, uprights, "bands") if is_banded_table(g)]


def _grids(seen: Evidence, levels: Sequence[Edge], uprights: Sequence[Edge], method: str) -> list[Grid]:
    if len(levels) > MAX_EDGES or len(uprights) > MAX_EDGES:
        return []
    found = (_grid(seen, lattice, method) for lattice in lattices(levels, uprights))
    return [grid for grid in found if grid]


def _grid(seen: Evidence, lattice: Lattice, method: str) -> Grid | None:
    """The lattice's grid; None where the words say that its edges are not those of the columns."""
    if not lattice.levels or not lattice.uprights:
        return None
    ruled = RuledGrid(lattice)
    if ruled.rows < 1 or ruled.columns < 2 or ruled.rows * ruled.columns > MAX_CELLS:
        return None
    lines = within(seen.lines, lattice.box)
    if not lines or is_open(ruled) and shows_more_columns(ruled, lines):
        return None
    ruled = crowned(ruled, seen)
    lines = within(seen.lines, ruled.frame)
    ruled = completed(ruled, lines)
    if hides_columns(ruled, lines):
        block = Block(lines, list(lattice.levels), list(lattice.levels))
        return block_grid(seen.page, block, "partly ruled") if len(lines) > 1 else None
    return filled_grid(seen.page, ruled, method, f"{ruled.rows + 1} levels, {ruled.columns + 1} uprights")
