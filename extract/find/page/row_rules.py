"""Ladders: level rules of one extent whose spaces hold rows, so that the lines in them are one table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.page.prose import is_prose, parted
from agendapack.extract.light_dataclass import dataclass

MIN_LADDER_PT = 150.0
"""Row rules of a table are at least this long."""
LADDER_PT = 6.0
"""Rules whose ends differ less than about this are of one extent."""
BESIDE_PT = 2.5
"""Rules this near are one: the foot of a row and the head of the next."""
MAX_LONG = 1_000
"""Rules so long on one page; a page with more is a drawing."""
MAX_LADDERS = 12
"""Ladders looked at, those with most rules."""
MIN_RULES = 3
"""Rules that make a ladder."""
FULL_WIDTH = 0.65
"""Running text that covers this share of a ladder's width, from its left edge on, is no cell."""
INDENT = 0.08
"""Share of the ladder's width by which a text in its columns is set in."""
LARGER = 1.12
"""Letters so much larger than those of the rows are a title's."""
MAX_HEADING = 2
"""Lines of a heading between rows."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Three or more level rules of one extent: the row rules of a table."""

    left: float
    right: float
    ys: tuple[float, ...]
    """From the top down."""

    @property
    def x0(self) -> float:
        """Where its texts may begin."""
        return self.left - LADDER_PT

    @property
    def x1(self) -> float:
        """Where its texts may end."""
        return self.right + LADDER_PT

    def holds(self, line: Line) -> bool:
        """Whether the line stands between the first and the last rule."""
        inside = self.x0 <= line.x0 and line.x1 <= self.x1
        return inside and self.ys[0] <= (line.top + line.bottom) / 2 <= self.ys[-1]


def ladders(rules: Sequence[Edge]) -> list[Ladder]:
    """The ladders among the level rules of a page."""
    alike: list[list[Edge]] = []
    long = sorted((e for e in rules if e.length >= MIN_LADDER_PT), key=lambda e: e.at)
    for e in long if len(long) <= MAX_LONG else ():
        group = next((g for g in alike if _same_extent(g[0], e)), None)
        if group is None:
            alike.append([e])
        else:
            group.append(e)
    return [
        Ladder(min(e.start for e in some), max(e.end for e in some), tuple(_heights(some)))
        for some in sorted(alike, key=len, reverse=True)[:MAX_LADDERS]
        if len(_heights(some)) >= MIN_RULES
    ]


def _same_extent(a: Edge, b: Edge) -> bool:
    return abs(a.start - b.start) <= LADDER_PT and abs(a.end - b.end) <= LADDER_PT


def _heights(rules: Sequence[Edge]) -> list[float]:
    """The heights of some rules; a rule beside another is a part of it."""
    return [e.at for i, e in enumerate(rules) if i == 0 or e.at - rules[i - 1].at > BESIDE_PT]


def rungs(lines: Sequence[Line], rules: Sequence[Edge]) -> list[int]:
    """For each line, the space between two rules of a ladder in which it stands, from 1; 0 for none."""
    place = [0] * len(lines)
    for ladder in ladders(rules):
        x0, x1 = ladder.x0, ladder.x1
        spaces = [
            [i for i, k in enumerate(lines) if y <= (k.top + k.bottom) / 2 <= z]
            for y, z in pairwise(ladder.ys)
        ]
        rows = [_is_rung([lines[i] for i in space], x0, x1) for space in spaces]
        for k, space in enumerate(spaces):
            mine = [lines[i] for i in space]
            below = [lines[i] for i in spaces[k + 1]] if k + 1 < len(rows) and rows[k + 1] else []
            if (
                rows[k]
                or (k > 0 and rows[k - 1] and (_is_note(mine, x0, x1) or _is_heading(mine, below)))
                or (k == 0 and _is_rest(mine, below))
            ):
                for i in space:
                    place[i] = k + 1
    return place


def _is_rung(space: Sequence[Line], x0: float, x1: float) -> bool:
    """Whether the lines between two rules are a row: cells side by side, no text from edge to edge."""
    if not all(x0 <= line.x0 and line.x1 <= x1 for line in space):
        return False
    set_in = x0 + INDENT * (x1 - x0)
    running = [c for line in space for c in line.chunks if c.x0 <= set_in and is_prose(c)]
    if any(c.x1 - c.x0 >= FULL_WIDTH * (x1 - x0) for c in running):
        return False
    return any(parted(line) or (len(line.chunks) > 1 and line.x0 > set_in) for line in space)


def _is_heading(space: Sequence[Line], row: Sequence[Line]) -> bool:
    """Whether the lines over a row are a short heading of its table; titles of tables are set larger."""
    texts = [c for line in space for c in line.chunks]
    return (
        bool(row)
        and len(space) <= MAX_HEADING
        and not any(is_prose(c) or c.size > LARGER * row[0].size for c in texts)
    )


def _is_rest(space: Sequence[Line], row: Sequence[Line]) -> bool:
    """Whether the lines over the first row are the rest of one on the page before: few, and set as it is."""
    starts = {round(c.x0) for line in row for c in line.chunks}
    return _is_heading(space, row) and all(
        round(c.x0) in starts and c.size <= row[0].size for line in space for c in line.chunks
    )


def _is_note(space: Sequence[Line], x0: float, x1: float) -> bool:
    """Whether the lines between two rows are a text set under the columns beside the first."""
    return all(x0 + INDENT * (x1 - x0) <= line.x0 and line.x1 <= x1 for line in space)


def same_space(lines: Sequence[Line], rungs: Sequence[int], i: int) -> list[Line]:
    """Lines just above that stand in the same space of a ladder, or are the rest of a row over it."""
    first = i
    while rungs[i] and first > 0 and rungs[first - 1] in (rungs[i], rungs[i] - 1) and rungs[first - 1]:
        first -= 1
    return list(lines[first:i])
