"""Tables side by side: parted by rules, beside a table that was found, or on baselines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line, side
from agendapack.extract.find.page.row_rules import MIN_RULES
from agendapack.extract.find.page.shared_rows import share_rows
from agendapack.extract.find.page.text_columns import deepest, ruled_across, stretches
from agendapack.extract.find.stream.block import Block
from agendapack.extract.model import Box

CLOSE_RULES_PT = 5.0
"""Rules this near to each other are pieces of one; between two tables there is more."""
OWN_WIDTH = 0.8
"""Share of a table's width that its own rules cover."""
MIN_OVERLAPS = 4
"""Pairs of lines beside each other, on different baselines, before two tables are looked for."""
OVERLAP = 0.3
"""Share of a line's height by which the next must overlap it to stand beside it."""
MIN_GUTTER_EM = 1.0
"""White between the two tables."""
MIN_ROWS = 3
"""Rows of each table."""
ROWED = 0.6
"""Share of the lines of each side that have cells side by side."""
SHARED = 0.5
"""Share of the lines of the shorter side that may have text of the other on their baseline."""


def split_halves(lines: Sequence[Line], rules: Sequence[Edge]) -> list[list[Line]]:
    """The lines, parted where two tables stand beside each other."""
    x = _gutter(lines)
    if x is None:
        return [list(lines)]
    result: list[list[Line]] = []
    plain: list[Line] = []
    for stretch in stretches(lines, x):
        left = [cut for line in stretch if (cut := side(line, x, True))]
        right = [cut for line in stretch if (cut := side(line, x, False))]
        shared = len(left) + len(right) - len(stretch)
        apart = shared <= SHARED * min(len(left), len(right)) and _is_rowed(left) and _is_rowed(right)
        if not apart or share_rows(left, right) or ruled_across(stretch, rules, x):
            plain += stretch
            continue
        result += [plain, *split_halves(left, rules), *split_halves(right, rules)]
        plain = []
    return [flow for flow in (*result, plain) if flow]


def beside_divider(lines: Sequence[Line], seen: Evidence) -> list[list[Line]]:
    """The lines, parted at an upright rule that stands alone between texts that are no rows together."""
    for edge in seen.uprights:
        level = [k for k in lines if edge.start <= (k.top + k.bottom) / 2 <= edge.end]
        if _stands_alone(edge, seen) and _is_divided(level, edge.at):
            first, last = lines.index(level[0]), lines.index(level[-1])
            parts = [list(lines[:first]), *_halves(level, edge.at), list(lines[last + 1 :])]
            return [flow for part in parts if part for flow in beside_divider(part, seen)]
    return [list(lines)]


def _stands_alone(edge: Edge, seen: Evidence) -> bool:
    """Whether no other rule stands level with it, nor runs across it: those of a table do."""
    others = (e for e in seen.uprights if e is not edge)
    crossing = (
        e for e in seen.levels if e.start < edge.at - CLOSE_RULES_PT and e.end > edge.at + CLOSE_RULES_PT
    )
    return not any(e.start < edge.end and e.end > edge.start for e in others) and not any(
        edge.start < e.at < edge.end for e in crossing
    )


def _is_divided(level: Sequence[Line], x: float) -> bool:
    """Whether lines stand on both sides of x, few of them on one baseline, and none over it."""
    left, right = (sum(side(line, x, half) is not None for line in level) for half in (True, False))
    over = any(c.x0 < x < c.x1 for line in level for c in line.chunks)
    return (
        min(left, right) >= MIN_ROWS and not over and left + right - len(level) <= SHARED * min(left, right)
    )


def beside_found(lines: Sequence[Line], boxes: Sequence[Box]) -> list[list[Line]]:
    """The lines, parted where some stand beside a table that was found: the page has columns there."""
    for i, box in enumerate(boxes):
        level = [k for k in lines if box.top <= (k.top + k.bottom) / 2 <= box.bottom]
        left = [c.x1 for k in level for c in k.chunks if c.mid_x < box.x0]
        right = [c.x0 for k in level for c in k.chunks if c.mid_x > box.x1]
        if len(level) < MIN_ROWS or not (left or right):
            continue
        x = (max(left) + box.x0) / 2 if left else (min(right) + box.x1) / 2
        return [
            flow
            for stretch in stretches(lines, x)
            for part in (_halves(stretch, x) if _is_level(stretch, box) else [stretch])
            for flow in beside_found(part, boxes[i + 1 :])
        ]
    return [list(lines)]


def _halves(lines: Sequence[Line], x: float) -> list[list[Line]]:
    halves = ([cut for line in lines if (cut := side(line, x, left))] for left in (True, False))
    return [half for half in halves if half]


def _is_level(lines: Sequence[Line], box: Box) -> bool:
    """Whether some of the lines stand level with the box."""
    return any(box.top <= (line.top + line.bottom) / 2 <= box.bottom for line in lines)


def _gutter(lines: Sequence[Line]) -> float | None:
    """The x that most pairs of lines standing beside each other leave white."""
    marks: list[tuple[float, int]] = []
    for i, line in enumerate(lines):
        for other in lines[i + 1 : i + 3]:
            if other.top > line.bottom - OVERLAP * (line.bottom - line.top):
                break
            gap = _white(line, other)
            if gap:
                marks += [(gap[0], 1), (gap[1], -1)]
    return deepest(marks, MIN_OVERLAPS)


def _white(a: Line, b: Line) -> tuple[float, float] | None:
    """The white strip between two lines, whichever stands left."""
    x0, x1 = (a.x1, b.x0) if a.x1 < b.x0 else (b.x1, a.x0)
    return (x0, x1) if x1 - x0 >= MIN_GUTTER_EM * max(a.size, b.size) else None


def _is_rowed(lines: Sequence[Line]) -> bool:
    """Whether most of the lines have cells side by side."""
    rows = sum(len(line.chunks) > 1 for line in lines)
    return rows >= max(MIN_ROWS, ROWED * len(lines))


def side_by_side(block: Block, rules: Sequence[Edge]) -> list[Block]:
    """The block parted where all rules stop at a river: two tables beside each other."""
    top, bottom = block.lines[0].top - block.lines[0].size, block.lines[-1].bottom + block.lines[-1].size
    mine = [e for e in rules if top <= e.at <= bottom and e.end > block.x0 and e.start < block.x1]
    for x in _breaks_in(mine):
        if any(c.x0 < x < c.x1 for line in block.lines for c in line.chunks):
            continue
        parts = [[cut for line in block.lines if (cut := side(line, x, left))] for left in (True, False)]
        if all(len(part) > 1 and _opened(Block(part), mine) for part in parts):
            return [half for part in parts for half in side_by_side(Block(part), rules)]
    return [block]


def _opened(part: Block, rules: Sequence[Edge]) -> bool:
    """Whether rules of the part's own width stand at two heights or more."""
    x0, x1 = part.x0, part.x1
    own = {round(e.at) for e in rules if min(e.end, x1) - max(e.start, x0) >= OWN_WIDTH * (x1 - x0)}
    return len(own) >= MIN_RULES - 1


def _breaks_in(edges: Sequence[Edge]) -> list[float]:
    """Middles of the gaps that no edge crosses."""
    gaps: list[float] = []
    reach = float("inf")
    for e in sorted(edges, key=lambda e: e.start):
        if e.start - reach > CLOSE_RULES_PT:
            gaps.append((reach + e.start) / 2)
        reach = max(reach, e.end) if reach < float("inf") else e.end
    return gaps
