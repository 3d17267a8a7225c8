"""Stage 2, find: a `Page` goes in, the tables on it come out as `Grid` values."""

from __future__ import annotations

from extract.find.aligned import pieces_of
from extract.find.blocks import blocks
from extract.find.edges import joined_edges, lattices
from extract.find.fill import filled_grid, pieced_grid
from extract.find.gate import is_aligned_table, is_table
from extract.find.inner import completed
from extract.find.layout import flows
from extract.find.lines import printed_lines
from extract.find.ruled import RuledGrid
from extract.model import Grid, Page

__all__ = ["find_grids"]


def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from top to bottom."""
    grids = _ruled(page)
    return sorted(grids + _aligned(page, grids), key=lambda g: (g.box.top, g.box.x0))


def _ruled(page: Page) -> list[Grid]:
    grids = []
    for lattice in lattices(page.rules):
        if lattice.levels and lattice.uprights:
            ruled = RuledGrid(lattice)
            if ruled.rows >= 1 and ruled.columns >= 2:
                ruled = completed(ruled, page.words)
                grid = filled_grid(page, ruled, "ruled", f"{ruled.rows + 1} levels, {ruled.columns + 1} uprights")
                if grid and is_table(grid):
                    grids.append(grid)
    return grids


def _aligned(page: Page, taken: list[Grid]) -> list[Grid]:
    """Tables without vertical rules among the words that no ruled table holds."""
    free = [w for w in page.words if not any(g.box.holds(w.box.mid_x, w.box.mid_y) for g in taken)]
    rules = [e for e in joined_edges(page.rules, True) if not any(g.box.holds((e.start + e.end) / 2, e.at) for g in taken)]
    grids = []
    for block in [b for flow in flows(printed_lines(free), rules) for b in blocks(flow, rules)]:
        near = [e for e in rules if block.lines[0].top - 30 <= e.at <= block.lines[-1].bottom + 10 and min(e.end, block.x1) > max(e.start, block.x0)]
        block.rules = near
        pieces, rows, columns, head = pieces_of(block)
        if pieces:
            grid = pieced_grid(page, pieces, rows, columns, "aligned", f"{columns} columns by white rivers, {rows} rows, {head} header")
            if is_aligned_table(grid):
                grids.append(grid)
    return grids
