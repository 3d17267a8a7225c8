"""Tables without vertical rules: a block of lines becomes a grid by its rivers and rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.find.accept.chart_labels import labels_chart
from agendapack.extract.find.accept.is_table import is_chart, is_legible, is_running_text
from agendapack.extract.find.accept.proposed import Proposed
from agendapack.extract.find.accept.weighed import is_aligned_table
from agendapack.extract.find.page.chart_axes import without_axes
from agendapack.extract.find.page.edges import Edge, joined
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Chunk, Line, printed_lines
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.page.text_columns import flows
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.blocks import blocks
from agendapack.extract.find.stream.cells import CellPiece, pieced_grid
from agendapack.extract.find.stream.columns import (
    Span,
    cut_lines,
    narrow_cuts,
    zones,
)
from agendapack.extract.find.stream.columns_again import columns_again
from agendapack.extract.find.stream.extent import trimmed
from agendapack.extract.find.stream.header import banner, disjoint, header_pieces
from agendapack.extract.find.stream.header_lines import header_size
from agendapack.extract.find.stream.header_only_columns import headed
from agendapack.extract.find.stream.left_aligned_columns import flush_cuts, parted_flush
from agendapack.extract.find.stream.line_cells import EXACT_EM, row_lines
from agendapack.extract.find.stream.painted_columns import with_painted
from agendapack.extract.find.stream.painted_rows import painted_rows
from agendapack.extract.find.stream.rows import is_note, row_groups
from agendapack.extract.find.stream.same_head import Headed, under_one_head
from agendapack.extract.find.stream.side_by_side import beside_divider, beside_found, split_halves
from agendapack.extract.find.stream.uneven_lines import apart, together
from agendapack.extract.model import Box, Grid, Page

STRAY = 0.2
"""Long values that begin under the heading, for each that stands beside it."""
WIDE = 0.8
"""Share of a table's width from which a level rule counts for it."""
LINE_EM = 1.5
"""Lines of one paragraph are no further apart."""


def aligned_grids(seen: Evidence) -> list[Grid]:
    """Tables that only the alignment of words shows, and the level rules among them.

    A block under the head of others is proposed a second time where this makes another table of it.
    """
    own = _blocks_of(seen)
    headed = under_one_head([*own, *_blocks_found(seen)]) if own else ()
    again = (one for one in headed if one.number < len(own))
    grids = [
        *(block_grid(seen.page, block, "aligned") for block in own),
        *(_grid_again(seen.page, one) for one in again),
    ]
    apart = {(g.box, g.cell_texts): g for g in reversed(grids) if g and is_legible(g, seen.page)}
    return [g for g in reversed(apart.values()) if not labels_chart(g, seen)]


def proposed_grids(seen: Evidence) -> list[Proposed]:
    """All that is weighed as a table of `aligned_grids`, to learn from."""
    return [grid for block in _blocks_of(seen) if (grid := _proposed(seen.page, block, "aligned"))]


def _blocks_of(seen: Evidence) -> list[Block]:
    """The runs of lines that may be tables, with the rules and areas among them."""
    rules = [*seen.levels, *seen.band_levels]
    return [block for flow in _flows(seen, rules) for block in _runs(seen, together(flow), rules)]


def _runs(seen: Evidence, flow: Sequence[Line], rules: Sequence[Edge]) -> Iterator[Block]:
    """Those of one flow of text."""
    for block in blocks(flow, [*rules, *joined(seen.band_levels, near=0.0)]):
        ruled = with_rules(trimmed(block, seen.page.height, rules), rules, seen.segments)
        yield _with_areas(ruled, seen.areas)


def _with_areas(block: Block, areas: Sequence[Box]) -> Block:
    """The block with the coloured areas that reach into it."""
    top, bottom = block.lines[0].top, block.lines[-1].bottom
    return replace(block, areas=[a for a in areas if a.top <= bottom and a.bottom >= top])


def _blocks_found(seen: Evidence) -> list[Block]:
    """The lines of each table that was found before."""
    words = ([w for w in seen.page.words if box.holds(w.box.mid_x, w.box.mid_y)] for box in seen.found)
    return [Block(lines) for some in words if (lines := printed_lines(some))]


def _grid_again(page: Page, found: Headed) -> Grid | None:
    """The grid of a block under a head that comes again, be it of one row."""
    pieces, rows, columns, head = pieces_of(found.block, found.lines, found.head)
    reason = f"{columns} columns under a head that comes again, {rows} rows, {head} of them header"
    return pieced_grid(page, pieces, rows, columns, "aligned", reason) if head and rows > head else None


def parted_grids(seen: Evidence) -> list[Grid]:
    """Tables whose rows notes and headings part, so that blocks of lines are pieces of them."""
    rules = [*seen.levels, *seen.band_levels]
    found = []
    for flow in map(together, _flows(seen, rules)):
        for whole in columns_again([*_runs(seen, flow, rules)], flow):
            block = _with_areas(with_rules(Block(whole.lines), rules, seen.segments), seen.areas)
            proposed = _proposed(seen.page, block, "aligned", whole.rows)
            if proposed and is_aligned_table(proposed):
                found.append(proposed.grid)
    return found


def _flows(seen: Evidence, rules: Sequence[Edge]) -> list[list[Line]]:
    """The lines that may be tables: without the axes of charts, what stands side by side told apart."""
    lines = parted_flush(without_axes(seen.lines), rules)
    halves = [half for part in beside_divider(lines, seen) for half in beside_found(part, seen.found)]
    columns = [part for half in halves for part in flows(half, rules)]
    return [part for column in columns for part in split_halves(column, rules)]


def with_rules(block: Block, rules: Sequence[Edge], segments: Sequence[Edge]) -> Block:
    """The block with the level rules that lie in it or just above and below."""
    first, last = block.lines[0], block.lines[-1]
    top, bottom, x0, x1 = first.top - 2 * first.size, last.bottom + last.size, block.x0, block.x1

    def inside(edges: Sequence[Edge]) -> list[Edge]:
        return [e for e in edges if top <= e.at <= bottom and min(e.end, x1) > max(e.start, x0)]

    return replace(block, rules=inside(rules), segments=inside(segments))


def block_grid(page: Page, block: Block, method: str) -> Grid | None:
    """The grid of a block of lines, if it is a table."""
    proposed = _proposed(page, block, method)
    return proposed.grid if proposed and is_aligned_table(proposed) else None


def _proposed(page: Page, block: Block, method: str, showing: Sequence[Line] = ()) -> Proposed | None:
    """The grid of a block of lines, if it has any."""
    pieces, rows, columns, head = pieces_of(block, showing)
    if not pieces:
        return None
    reason = f"{columns} columns by white rivers, {rows} rows, {head} of them header"
    grid = pieced_grid(page, pieces, rows, columns, method, reason)
    drawn = (*block.rules, *painted_rows(block))
    return Proposed(grid, tuple(e.at for e in drawn if e.length >= WIDE * grid.box.width))


def _halves(i: int, above: set[int], below: Counter[int]) -> bool:
    """Whether of two neighbouring columns one holds only the heading and the other the values."""
    for head, values in ((i, i + 1), (i + 1, i)):
        if head in above and values not in above and below[head] <= STRAY * below[values]:
            return True
    return False


def pieces_of(
    block: Block, showing: Sequence[Line] = (), head_lines: int | None = None
) -> tuple[list[CellPiece], int, int, int]:
    """The block's cells, its rows and columns, and how many rows are header.

    Lines of other blocks under the same head, or its rows without its notes, may be `showing` the columns.
    """
    em = sorted(line.size for line in block.lines)[len(block.lines) // 2]
    showing = showing or block.lines
    cuts = [*narrow_cuts(showing), *flush_cuts(showing)]
    if cuts:
        block, showing = replace(block, lines=cut_lines(block.lines, cuts)), cut_lines(showing, cuts)
    columns = with_painted(block, headed(block, zones(showing, em, cuts), em))
    if len(columns) < 2:
        return [], 0, 0, 0
    lines = row_lines(block.lines, columns, em)
    if is_chart(lines, len(columns)) or is_running_text(lines):
        return [], 0, 0, 0
    single = apart(block.lines)
    printed = row_lines(single, columns, em) if len(single) > len(lines) else lines
    head = head_lines if head_lines is not None else _head_lines(lines, printed, columns, block.rules)
    united = _united(lines[:head], lines[head:], columns)
    if len(united) < len(columns):
        columns, lines = united, row_lines(block.lines, united, em)
        printed = row_lines(single, united, em) if len(single) > len(lines) else lines
    pieces, levels = header_pieces(lines[:head], columns, [*block.segments, *block.rules], block.areas)
    body = [row_line for row_line in printed if not head or row_line.base > lines[head - 1].base]
    groups = row_groups(_with_banners(body, columns, em), columns, [*block.rules, *painted_rows(block)])
    for r, group in enumerate(groups):
        merged: dict[tuple[int, int], list[Chunk]] = {}
        for row_line in group:
            for key, chunks in row_line.cells.items():
                merged.setdefault(key, []).extend(chunks)
        noted = r > 0 and is_note(groups[r - 1], group[0])
        if noted and len(merged) == 1:  # it has all the room to its right
            merged = {(a, len(columns) - 1): chunks for (a, _), chunks in merged.items()}
        for (a, b), chunks in disjoint(merged).items():
            pieces.append(CellPiece(levels + r, a, 1, b - a + 1, tuple(w for c in chunks for w in c.words)))
    return pieces, levels + len(groups), len(columns), levels


def _with_banners(lines: Sequence[RowLine], columns: Sequence[Span], em: float) -> list[RowLine]:
    """The lines; texts in the middle of the table span it, but for those that go on with a cell."""
    result: list[RowLine] = []
    for row_line in lines:
        goes_on = bool(result) and _goes_on(result[-1], row_line, em)
        result.append(row_line if goes_on else replace(row_line, cells=banner(row_line.cells, columns, em)))
    return result


def _goes_on(above: RowLine, row_line: RowLine, em: float) -> bool:
    """Whether the only text of a line goes on below text of its column: set as that, or behind its bullet."""
    if len(row_line.cells) != 1:
        return False
    ((a, b), chunks) = next(iter(row_line.cells.items()))
    starts = [word.box.x0 for chunk in above.cells.get((a, b), ()) for word in chunk.words[:2]]
    return (
        a == b
        and row_line.base - above.base <= LINE_EM * row_line.size
        and any(abs(x - chunks[0].x0) <= EXACT_EM * em for x in starts)
    )


def _head_lines(
    lines: Sequence[RowLine], printed: Sequence[RowLine], columns: Sequence[Span], rules: Sequence[Edge]
) -> int:
    """How many of the lines are the header, as the printed lines show; one with values in it is not."""
    told = header_size(printed, columns, rules)
    size = _first_row(printed, columns, rules) if told is None else told
    return bisect_right([line.base for line in lines], printed[size - 1].base) if size else 0


def _first_row(lines: Sequence[RowLine], columns: Sequence[Span], rules: Sequence[Edge]) -> int:
    """How many lines the first row has, where it alone can be the header; it is not cut in two."""
    first, *others = row_groups(lines, columns, rules)
    return len(first) if others else 1


def _united(head: Sequence[RowLine], body: Sequence[RowLine], columns: Sequence[Span]) -> list[Span]:
    """The columns with a heading set at one side of its column joined to the values at the other."""
    above = {a for s in head for a, b in s.cells if a == b}
    below = Counter(c for s in body for c in s.columns)
    result: list[Span] = []
    i = 0
    while i < len(columns):
        if i + 1 < len(columns) and _halves(i, above, below):
            result.append((columns[i][0], columns[i + 1][1]))
            i += 2
        else:
            result.append(columns[i])
            i += 1
    return result
