"""Uprights that the coloured cells of a header show, carried on through rows that only level rules part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from agendapack.extract.find.lattice.stripes import NEAR_PT
from agendapack.extract.find.page.edges import Edge, Lattice, joined
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.page.prose import is_prose
from agendapack.extract.find.page.row_rules import LARGER, MIN_RULES, Ladder, ladders
from agendapack.extract.find.page.shading import MAX_AREAS
from agendapack.extract.find.stream.columns import zones
from agendapack.extract.model import Box

Space = tuple[float, float]
"""Heights of two rules."""
WIDE = 0.9
"""Share of its width that a rule of a ladder covers."""
MIN_ROWS = 3
"""Lines that show rows between two rules;"""
FULL = 0.9
"""and the share of them that must have a text in every column."""
MORE = 2.0
"""Columns that the text shows for each of coloured cells: with so many more, these are cells of a total."""
CLEAR = 0.7
"""Share of the rows in which no word may stand across an upright."""
MAX_HEADING_LINES = 2
"""Lines of a heading across the columns, between two rows."""


def with_uprights_of_header(seen: Evidence) -> list[Lattice]:
    """The ladders of level rules with a header of coloured cells in them, as lattices."""
    found: list[Lattice] = []
    if not 0 < len(seen.areas) <= MAX_AREAS or len(seen.levels) < MIN_RULES:
        return found
    whole = ladders(joined([*seen.levels, *seen.band_levels]))
    for ladder in [part for some in whole for part in _tables(some, seen)]:
        head, xs = _seams(ladder, seen.areas) if _is_ruled(ladder, seen.levels) else (0.0, [])
        if xs and not _is_parted(ladder, head, seen.uprights) and not _holds_rows(ladder, xs, seen):
            found += [_lattice(ladder, run, xs, seen) for run in _runs(ladder, xs, seen)]
    return found


def _tables(ladder: Ladder, seen: Evidence) -> list[Ladder]:
    """The ladder cut where, under white or a title, a head stands that begins a table."""
    _, xs = _seams(ladder, seen.areas)
    spaces = list(pairwise(ladder.ys))
    lines = [_inside(seen.lines, ladder, space) for space in spaces] if xs else []
    headed = _heads(spaces, ladder, xs, seen) if xs else []
    parts, first = [], 0
    for i in range(1, len(headed)):
        white = not _coloured(spaces[i - 1], seen) and not _framed(ladder, spaces[i - 1], seen)
        ended = any(len(line.chunks) > 1 for some in lines[first : i - 1] for line in some)
        if headed[i] and white and _is_title(lines[i - 1], xs, lines[i], ended):
            parts.append(ladder.ys[first:i])
            first = i
    return [replace(ladder, ys=ys) for ys in (*parts, ladder.ys[first:]) if len(ys) >= MIN_RULES]


def _is_title(lines: Sequence[Line], xs: Sequence[float], head: Sequence[Line], ended: bool) -> bool:
    """Whether the lines over a head, if any, end the rows above, or are by their letters no row."""
    cells = any(len(line.chunks) > 1 and not any(_crosses(line, x) for x in xs) for line in lines)
    if cells or len(lines) > MAX_HEADING_LINES:
        return False
    size = min((line.size for line in head), default=inf)
    return ended or any(is_prose(c) or c.size > LARGER * size for line in lines for c in line.chunks)


def _is_ruled(ladder: Ladder, rules: Sequence[Edge]) -> bool:
    """Whether rules part its rows, not only the borders of coloured cells."""
    heights = {
        y
        for y in ladder.ys
        for e in rules
        if abs(e.at - y) <= NEAR_PT and e.length >= WIDE * (ladder.right - ladder.left)
    }
    return len(heights) >= MIN_RULES


def _holds_rows(ladder: Ladder, xs: Sequence[float], seen: Evidence) -> bool:
    """Whether the lines between two of its rules are rows: all columns filled in each, none runs on."""
    for space in pairwise(ladder.ys):
        lines = [] if _coloured(space, seen) else _inside(seen.lines, ladder, space)
        full = sum(len(line.chunks) > len(xs) for line in lines)
        on = any(c.text[:1].islower() for line in lines[1:] for c in line.chunks)
        if len(lines) >= MIN_ROWS and full >= FULL * len(lines) and not on:
            return True
    return False


def _is_parted(ladder: Ladder, head: float, uprights: Sequence[Edge]) -> bool:
    """Whether rules part the columns below the head too: then these are known."""
    inner = (e for e in uprights if ladder.left + NEAR_PT < e.at < ladder.right - NEAR_PT)
    return any(e.end > head + NEAR_PT and e.start < ladder.ys[-1] - NEAR_PT for e in inner)


def _seams(ladder: Ladder, areas: Sequence[Box]) -> tuple[float, list[float]]:
    """Where coloured cells meet, in the row of the ladder that has most of them from end to end; its foot."""
    rows = ((space[1], _seams_of(space, ladder, areas)) for space in pairwise(ladder.ys))
    return max(rows, key=lambda row: len(row[1]))


def _seams_of(space: Space, ladder: Ladder, areas: Sequence[Box]) -> list[float]:
    """Where the coloured cells at the foot of a row meet; nowhere when they do not fill all of it."""
    inside = _inner(space, ladder, areas)
    cells = sorted((a for a in inside if abs(a.bottom - space[1]) <= NEAR_PT), key=lambda a: a.x0)
    inner = [b.x0 for a, b in pairwise(cells) if abs(b.x0 - a.x1) <= NEAR_PT]
    covered = sum(a.area for a in inside)
    whole = (
        cells
        and covered >= WIDE * (ladder.right - ladder.left) * (space[1] - space[0])
        and cells[0].x0 <= ladder.left + NEAR_PT
        and cells[-1].x1 >= ladder.right - NEAR_PT
        and len(inner) == len(cells) - 1
    )
    return inner if whole else []


def _inner(space: Space, ladder: Ladder, areas: Sequence[Box]) -> list[Box]:
    """The areas inside a space: its cells, on two levels where headings stand over several columns."""
    box = Box(ladder.left, space[0], ladder.right, space[1]).grown(NEAR_PT)
    level = [a for a in areas if box.top <= a.top and a.bottom <= box.bottom]
    return [a for a in level if box.holds(a.x0, a.top) and box.holds(a.x1, a.bottom)]


def _fills(area: Box, top: float, bottom: float) -> bool:
    return abs(area.top - top) <= NEAR_PT and abs(area.bottom - bottom) <= NEAR_PT


def _coloured(space: Space, seen: Evidence) -> bool:
    return any(_fills(a, *space) for a in seen.areas)


def _runs(ladder: Ladder, xs: Sequence[float], seen: Evidence) -> list[list[Space]]:
    """The spaces of the ladder that are rows, run by run, where the uprights part their words.

    White between two rules parts no tables: the row below it is higher.
    """
    runs: list[list[Space]] = [[]]
    white: float | None = None
    for space in pairwise(ladder.ys):
        lines = _inside(seen.lines, ladder, space)
        coloured = _coloured(space, seen)
        if not lines and not coloured and not _framed(ladder, space, seen):
            white = space[0] if white is None else white
            continue
        if not coloured and not _is_row(lines, xs):
            runs.append([])
        else:
            runs[-1].append(space if white is None or not runs[-1] else (white, space[1]))
        white = None
    return [run for run in runs if len(run) > 1 and _parts(run, ladder, xs, seen)]


def _heads(spaces: Sequence[Space], ladder: Ladder, xs: Sequence[float], seen: Evidence) -> list[bool]:
    """For each space whether it is a head, be it of other columns, or a coloured band on top of one."""
    heads: list[bool] = []
    for space in reversed(spaces):
        band = _coloured(space, seen) and bool(heads) and heads[-1]
        seams = _seams_of(space, ladder, seen.areas)
        other = any(all(abs(seam - x) > NEAR_PT for x in xs) for seam in seams)
        heads.append(band or other or len(seams) == len(xs))
    return heads[::-1]


def _is_row(lines: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether the lines are cells beside each other, or a heading across them."""
    across = sum(any(_crosses(line, x) for x in xs) for line in lines)
    return 2 * across < len(lines) or len(lines) <= MAX_HEADING_LINES


def _framed(ladder: Ladder, space: Space, seen: Evidence) -> bool:
    """Whether a frame goes on beside an empty space: else it is the white between two tables."""
    return any(
        abs(e.at - ladder.left) <= NEAR_PT and e.start <= space[0] + NEAR_PT and e.end >= space[1] - NEAR_PT
        for e in seen.uprights
    )


def _parts(run: Sequence[Space], ladder: Ladder, xs: Sequence[float], seen: Evidence) -> bool:
    """Whether in most rows no word stands across an upright, and one of the rows is the header."""
    coloured = [space for space in run if _coloured(space, seen)]
    bands = [space for space in coloured if _is_band(space, xs, seen.areas)]
    rows = [_inside(seen.lines, ladder, space) for space in run if space not in bands]
    clear = sum(not any(_crosses(line, x) for line in row for x in xs) for row in rows)
    lines = [line for row in rows for line in row]
    shown = len(zones(lines, lines[0].size)) if lines else 0
    return bool(coloured) and clear >= CLEAR * len(rows) and shown < MORE * (len(xs) + 1)


def _is_band(space: Space, xs: Sequence[float], areas: Sequence[Box]) -> bool:
    """Whether a coloured cell of the row goes over an upright: a heading on its own cells, or over all."""
    return any(_fills(a, *space) and a.x0 + NEAR_PT < x < a.x1 - NEAR_PT for a in areas for x in xs)


def _inside(lines: Sequence[Line], ladder: Ladder, space: Space) -> list[Line]:
    top, bottom = space
    return [
        k
        for k in lines
        if top <= (k.top + k.bottom) / 2 <= bottom and ladder.left <= k.x1 and k.x0 <= ladder.right
    ]


def _crosses(line: Line, x: float) -> bool:
    return any(w.box.x0 < x - 1 and w.box.x1 > x + 1 for c in line.chunks for w in c.words)


def _lattice(ladder: Ladder, run: Sequence[Space], xs: Sequence[float], seen: Evidence) -> Lattice:
    """The rows with the uprights that no word and no coloured cell of the row stands across."""
    levels = [Edge(y, ladder.left, ladder.right) for y in sorted({y for space in run for y in space})]
    levels += _shorter(ladder, run, xs, seen.levels)
    uprights = []
    for top, bottom in run:
        lines = _inside(seen.lines, ladder, (top, bottom))
        cells = [a for a in seen.areas if _fills(a, top, bottom)]
        parts = [a for a in _inner((top, bottom), ladder, seen.areas) if a not in cells]
        if len(parts) > 1 and _seams_of((top, bottom), ladder, seen.areas):
            levels += [Edge(a.bottom, a.x0, a.x1) for a in parts if a.bottom < bottom - NEAR_PT]
            uprights += [Edge(x, a.top, a.bottom) for a in (*cells, *parts) for x in (a.x0, a.x1)]
            continue
        for x in (ladder.left, *xs, ladder.right):
            held = any(a.x0 + NEAR_PT < x < a.x1 - NEAR_PT for a in cells)
            if not held and not any(_crosses(line, x) for line in lines):
                uprights.append(Edge(x, top, bottom))
    return Lattice(tuple(levels), tuple(uprights))


def _shorter(ladder: Ladder, run: Sequence[Space], xs: Sequence[float], rules: Sequence[Edge]) -> list[Edge]:
    """Rules inside its spaces from one seam to another: rows beside a cell that goes over several."""
    at = (ladder.left, *xs, ladder.right)
    return [
        rule
        for rule in rules
        if any(top + NEAR_PT < rule.at < bottom - NEAR_PT for top, bottom in run)
        and all(any(abs(end - x) <= NEAR_PT for x in at) for end in (rule.start, rule.end))
    ]
