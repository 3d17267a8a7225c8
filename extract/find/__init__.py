"""Stage 2, find: a `Page` goes in, the tables on it come out as `Grid` values."""

from __future__ import annotations

from collections.abc import Sequence

from extract.find.aligned import pieces_of
from extract.find.bands import borders, cell_areas, strips
from extract.find.blocks import Block, blocks
from extract.find.edges import Edge, Lattice, joined, lattices, rule_edges
from extract.find.fill import filled_grid, pieced_grid
from extract.find.gate import is_aligned_table, is_banded_table, is_table
from extract.find.inner import completed, hides_columns, is_open, shows_more_columns
from extract.find.layout import flows
from extract.find.lines import cut_at, printed_lines, typed_rule
from extract.find.ruled import RuledGrid
from extract.model import Grid, Page, Word

__all__ = ["find_grids"]

MIN_AREAS = 3
"""Coloured areas that can make a table."""
BAND_JOIN_PT = 30.0
"""Borders of coloured areas in one line are joined over an uncoloured row of this height."""


def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from top to bottom."""
    areas = cell_areas(page)
    levels = joined([*rule_edges(page.rules, True), *strips(page, True)])
    uprights = joined([*rule_edges(page.rules, False), *strips(page, False)])
    grids = _latticed(page, levels, uprights, "ruled")
    if len(areas) >= MIN_AREAS:
        grids += _latticed(
            page,
            joined([*_free_edges(levels, True, grids), *_free_edges(borders(areas, True), True, grids)], BAND_JOIN_PT),
            joined([*_free_edges(uprights, False, grids), *_free_edges(borders(areas, False), False, grids)], BAND_JOIN_PT),
            "bands",
        )
    grids += _aligned(page, grids, [*levels, *borders(areas, True)], uprights)
    return sorted(grids, key=lambda g: (g.box.top, g.box.x0))


def _latticed(page: Page, levels: Sequence[Edge], uprights: Sequence[Edge], method: str) -> list[Grid]:
    """Tables that edges enclose."""
    found = []
    for lattice in lattices(levels, uprights):
        grid = _lattice_grid(page, lattice, method)
        if grid and (is_banded_table(grid) if method == "bands" else is_table(grid)):
            found.append(grid)
    return found


def _lattice_grid(page: Page, lattice: Lattice, method: str) -> Grid | None:
    if not lattice.levels or not lattice.uprights:
        return None
    ruled = RuledGrid(lattice)
    if ruled.rows < 1 or ruled.columns < 2:
        return None
    if is_open(ruled) and shows_more_columns(ruled, page.words):
        return None
    ruled = completed(ruled, page.words)
    if hides_columns(ruled, page.words):
        return _reread(page, lattice, method)
    return filled_grid(page, ruled, method, f"{ruled.rows + 1} levels, {ruled.columns + 1} uprights")


def _reread(page: Page, lattice: Lattice, method: str) -> Grid | None:
    """The grid of a lattice whose rules leave out columns, by the alignment of its words."""
    box = lattice.box
    words = [w for w in page.words if box.holds(w.box.mid_x, w.box.mid_y)]
    lines = cut_at(printed_lines(words), [(e.at, e.start, e.end) for e in lattice.uprights])
    if len(lines) < 2:
        return None
    return _block_grid(page, Block(lines), lattice.levels, "partly ruled")


def _free_edges(edges: Sequence[Edge], horizontal: bool, taken: Sequence[Grid]) -> list[Edge]:
    """Edges that no found grid holds."""
    return [
        e
        for e in edges
        if not any(
            g.box.grown(2).holds((e.start + e.end) / 2, e.at) if horizontal else g.box.grown(2).holds(e.at, (e.start + e.end) / 2)
            for g in taken
        )
    ]


def _free_words(page: Page, taken: Sequence[Grid]) -> list[Word]:
    return [w for w in page.words if not any(g.box.holds(w.box.mid_x, w.box.mid_y) for g in taken)]


def _aligned(page: Page, taken: Sequence[Grid], levels: Sequence[Edge], uprights: Sequence[Edge]) -> list[Grid]:
    """Tables without vertical rules among the words that no other table holds."""
    free = _free_words(page, taken)
    typed = [Edge(w.box.mid_y, w.box.x0, w.box.x1) for w in free if typed_rule(w)]
    rules = [*_free_edges(levels, True, taken), *typed]
    found = []
    lines = cut_at(printed_lines(w for w in free if not typed_rule(w)), [(e.at, e.start, e.end) for e in _free_edges(uprights, False, taken)])
    for flow in flows(lines, rules):
        for block in blocks(flow, rules):
            grid = _block_grid(page, block, rules)
            if grid:
                found.append(grid)
    return found


def _block_grid(page: Page, block: Block, rules: Sequence[Edge], method: str = "aligned") -> Grid | None:
    top, bottom = block.lines[0].top - 2 * block.lines[0].size, block.lines[-1].bottom + block.lines[-1].size
    block.rules = [e for e in rules if top <= e.at <= bottom and min(e.end, block.x1) > max(e.start, block.x0)]
    pieces, rows, columns, head = pieces_of(block)
    if not pieces:
        return None
    grid = pieced_grid(page, pieces, rows, columns, method, f"{columns} columns by white rivers, {rows} rows, {head} header")
    wide = len({round(e.at) for e in block.rules if e.length >= 0.5 * grid.box.width})
    return grid if is_aligned_table(grid, wide) else None
