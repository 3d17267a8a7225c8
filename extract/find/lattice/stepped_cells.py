"""Cells over several rows whose lines are a text for each of the rows beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.lattice.grid import Region, RuledGrid, slot_of
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line, within

SHARE = 0.6
"""Share of a cell's lines that must stand level with text beside it."""
MIN_TEXTS = 3
"""Rows beside a cell before texts that begin with them are taken for rows;"""
MIN_STEPS = 4
"""and before its lines are, whatever white is between them."""
LINE_EM, APART_EM = 1.2, 0.25
"""How far the lines of a text are apart, and how much further the texts of rows are at least."""
LINES_A_ROW = 1.5
"""Lines of such a cell for each row beside it; a text that runs past the rows has more."""
LEVEL = 0.8
"""Share of these rows in which one of its lines must stand level with text beside the cell."""


def stepped_cells(ruled: RuledGrid, lines: Sequence[Line]) -> list[Edge]:
    """Levels of the other columns carried on through a cell that holds a text for each row beside it."""
    beside: dict[tuple[int, int], list[tuple[Region, bool]]] = {}
    for region in ruled.regions:
        _, column, height, width = region
        if height < MIN_TEXTS or width == ruled.columns:
            continue
        mine = within(lines, ruled.box(region))
        level = [line for line in mine if len(line.chunks) < len(_whole(lines, line).chunks)]
        each = _a_line_each(ruled, mine, level, height) or _a_text_each(ruled, region, mine, level, lines)
        if each or len(mine) >= height:
            beside.setdefault((column, width), []).append((region, each))
    # where most cells of a column with a line for each row are one text, another's stand level by chance
    alike = [cells for cells in beside.values() if 2 * sum(each for _, each in cells) > len(cells)]
    levels: list[Edge] = []
    for region in (region for cells in alike for region, each in cells if each):
        row, _, height, _ = region
        box = ruled.box(region)
        levels += [Edge(ruled.ys[i], box.x0, box.x1) for i in range(row + 1, row + height)]
    return levels


def _a_line_each(ruled: RuledGrid, mine: Sequence[Line], level: Sequence[Line], height: int) -> bool:
    """Whether nearly each row beside a cell has one of its lines."""
    enough = height >= MIN_STEPS and len(mine) <= LINES_A_ROW * height
    return (
        enough
        and len({slot_of(ruled.ys, line.mid_y) for line in level}) >= LEVEL * height
        and len(level) >= SHARE * len(mine)
    )


def _a_text_each(
    ruled: RuledGrid, region: Region, mine: Sequence[Line], level: Sequence[Line], lines: Sequence[Line]
) -> bool:
    """Whether a text of the cell begins with each row: it makes most rows as high as they are, or is apart.

    Beside one text over the rows, these are only as high as their own cells.
    """
    rows: dict[int, list[Line]] = {}
    for line in mine:
        rows.setdefault(slot_of(ruled.ys, line.mid_y), []).append(line)
    if sorted(rows) != list(range(region[0], region[0] + region[2])):
        return False
    # a part that is smaller than the rest of its line can stand in a row that no whole line stands in
    first = {
        at: min((line.base for line in lines if slot_of(ruled.ys, line.mid_y) == at), default=None)
        for at in rows
    }
    begun = {line.base for line in level}
    if any(some[0].base != first[at] or some[0].base not in begun for at, some in rows.items()):
        return False
    texts = {at: _lines_beside(ruled, region, at, lines) for at in rows}
    if 2 * sum(len(some) > texts[at] for at, some in rows.items()) > len(rows):
        return True
    starts = {some[0].base for some in rows.values()}
    pitches = [(b.base - a.base, b.base in starts) for a, b in pairwise(mine)]
    usual = max((pitch for pitch, start in pitches if not start), default=LINE_EM * mine[0].size)
    return all(pitch >= usual + APART_EM * mine[0].size for pitch, start in pitches if start)


def _lines_beside(ruled: RuledGrid, region: Region, at: int, lines: Sequence[Line]) -> int:
    """Lines of the row with a text outside the region."""
    box = ruled.box(region)
    outside = (
        any(not box.x0 <= c.mid_x <= box.x1 for c in line.chunks)
        for line in lines
        if slot_of(ruled.ys, line.mid_y) == at
    )
    return sum(outside)


def _whole(lines: Sequence[Line], part: Line) -> Line:
    """The line of the table that a part was taken from."""
    return next(line for line in lines if line.base == part.base)
