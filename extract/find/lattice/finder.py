"""Tables that edges enclose, ruled or coloured: lattices become grids where their cells hold."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.accept.is_table import is_banded_table, is_table
from agendapack.extract.find.lattice.adjoining import together
from agendapack.extract.find.lattice.banded_columns import across_columns
from agendapack.extract.find.lattice.cells import filled_grid
from agendapack.extract.find.lattice.coloured_levels import with_coloured_levels
from agendapack.extract.find.lattice.framed_entries import framed_entries
from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.lattice.header_above import with_header_above
from agendapack.extract.find.lattice.label_value import label_value_grid
from agendapack.extract.find.lattice.missing_rules import (
    completed,
    hides_columns,
    is_open,
    shows_more_columns,
)
from agendapack.extract.find.lattice.parted_tables import parted_tables
from agendapack.extract.find.lattice.rows_below import with_rows_below
from agendapack.extract.find.lattice.shaded_header import with_uprights_of_header
from agendapack.extract.find.lattice.stripes import across_white
from agendapack.extract.find.lattice.white_rows import with_white_rows
from agendapack.extract.find.page.edges import Edge, Lattice, joined, lattices
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import within
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.finder import block_grid
from agendapack.extract.model import Grid

MAX_EDGES = 3000
"""Edges of one direction on a page; a page with more is a drawing."""
MAX_CELLS = 200_000
"""Elementary cells of one lattice."""


def ruled_grids(seen: Evidence) -> list[Grid]:
    """Tables enclosed by ruling lines."""
    drawn = _lattices(seen.levels, seen.uprights)
    found = [
        *(part for lattice in drawn for part in parted_tables(lattice, seen)),
        *with_uprights_of_header(seen),
    ]
    return [g for lattice in found if (g := _grid(seen, lattice, "ruled")) and is_table(g)]


def banded_grids(seen: Evidence) -> list[Grid]:
    """Tables whose cells are coloured areas."""
    if not seen.band_levels:
        return []
    levels, uprights = seen.with_bands()
    levels, uprights = joined([*levels, *across_columns(seen)]), joined([*uprights, *across_white(seen)])
    found = together(_lattices(levels, uprights), seen.lines)
    return [g for lattice in found if (g := _grid(seen, lattice, "bands")) and is_banded_table(g)]


def _lattices(levels: Sequence[Edge], uprights: Sequence[Edge]) -> list[Lattice]:
    return lattices(levels, uprights) if max(len(levels), len(uprights)) <= MAX_EDGES else []


def _grid(seen: Evidence, lattice: Lattice, method: str) -> Grid | None:
    """The lattice's grid; None where the words say that its edges are not those of the columns."""
    if not lattice.levels or not lattice.uprights:
        return None
    ruled = RuledGrid(lattice)
    if ruled.columns == 1 and method == "ruled":
        below_head = ruled.ys[1] if ruled.rows > 1 else None
        lines = within(seen.lines, ruled.frame)
        return label_value_grid(seen, lines) or framed_entries(seen.page, lines, below_head)
    if ruled.rows < 1 or ruled.columns < 2 or ruled.rows * ruled.columns > MAX_CELLS:
        return None
    lines = within(seen.lines, lattice.box)
    if not lines or is_open(ruled) and (method == "bands" or shows_more_columns(ruled, lines)):
        return None
    ruled = with_header_above(with_white_rows(ruled, seen) if method == "bands" else ruled, seen)
    ruled = with_coloured_levels(ruled, seen)
    ruled = ruled if method == "bands" else with_rows_below(ruled, seen)
    lines = within(seen.lines, ruled.frame)
    ruled = completed(ruled, lines)
    if hides_columns(ruled, lines):
        areas = [area for area in seen.areas if ruled.frame.holds(area.mid_x, area.mid_y)]
        block = Block(lines, lattice.levels, lattice.levels, areas)
        return block_grid(seen.page, block, "partly ruled") if len(lines) > 1 else None
    return filled_grid(seen.page, ruled, method, f"{ruled.rows + 1} levels, {ruled.columns + 1} uprights")
