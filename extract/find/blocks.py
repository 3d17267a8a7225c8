"""Runs of lines that may be a table without vertical rules, cut from the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.find.edges import Edge
from extract.find.lines import Chunk, Line, side
from extract.model import Box

PROSE_WORDS = 8
"""A line of so many words with nothing but word spaces between them is running text."""
LETTERS = 0.6
"""Share of letters among the characters of running text."""
MAX_PAUSE_EM = 3.2
"""White between two lines of one table, in font sizes; roomy tables have 2."""
MAX_PITCHES = 3.4
"""White between two lines of one table, in the block's own line pitches."""
AGREE_EM = 0.5
"""Gaps of two lines must share this much to be one river."""
RECENT = 4
"""Earlier lines with several chunks that a new line is held against."""
RULE_COVER = 0.6
"""Share of the block's width a rule must cover to part it."""
ITEM = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]?$|^[^\w\s$£€%(]$")
"""A paragraph number, list letter or bullet."""
MARGIN = 0.09
"""Share of the page's height at its head and foot where running heads stand."""
LOOSE = 1.8
"""Running heads are set off by this many times the block's usual white."""
MIN_LADDER_PT = 150.0
"""Row rules of a table are at least this long."""
LADDER_PT = 6.0
"""Rules whose ends differ less than about this are of one extent."""
MIN_RULES = 3
"""Rules that make a ladder."""
FULL_WIDTH = 0.65
"""Running text that covers this share of a ladder's width is no cell."""
OWN_WIDTH = 0.8
"""Share of a table's width that its own rules cover."""
INDENT = 0.08
"""Share of the ladder's width by which a text in its columns is set in."""
CLOSE_RULES_PT = 5.0
"""Rules this near to each other are pieces of one; between two tables there is more."""
MAX_HEADS = 2
"""Lines of a running head, and of a heading between rows."""
MAX_FRAMED = 3
"""Lines of one chunk between a table's opening or closing rule and its first or last row."""
CARRY_EM = 0.5
"""White between the lines of one cell."""
CLOSE_EM = 0.8
"""White between such lines."""


@dataclass
class Block:
    """Consecutive lines, and the level rules that lie among them."""

    lines: list[Line] = field(default_factory=list)
    rules: list[Edge] = field(default_factory=list)
    segments: list[Edge] = field(default_factory=list)
    """The rules as drawn, before collinear ones are joined."""
    areas: list[Box] = field(default_factory=list)
    """Coloured areas."""

    @property
    def x0(self) -> float:
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        return max(line.x1 for line in self.lines)


def parted(line: Line) -> bool:
    """Whether the line has cells side by side, not merely a numbered or bulleted text."""
    if len(line.chunks) < 2:
        return False
    first, second = line.chunks[0], line.chunks[1]
    listed = len(line.chunks) == 2 and ITEM.match(first.text) and not second.numeric
    return not (listed and len(second.words) > 1)


def is_prose(chunk: Chunk) -> bool:
    """Whether the chunk reads as a line of running text."""
    return len(chunk.words) >= PROSE_WORDS and chunk.prose > LETTERS


def blocks(lines: Sequence[Line], rules: Sequence[Edge]) -> list[Block]:
    """Runs of lines in which lines with several chunks follow one another."""
    found: list[Block] = []
    run: list[Line] = []
    held: list[Line] = []
    rungs = _rungs(lines, rules)
    for i, line in enumerate(lines):
        if run and rungs[i] and rungs[i - 1] and _carries_on(run, line, rungs, i):
            run += [*held, line]
            held = []
            continue
        if run and (_pause(run, held, line, rules) or _alien(run, line)):
            _close(found, run, held)
            run, held = [], []
        if parted(line):
            run = [*run, *held, line] if run else [*_same_space(lines, rungs, i), line]
            held = []
        elif run and not _breaks(run, line):
            held.append(line)
        elif run:
            _close(found, run, held)
            run, held = [], []
    if run:
        _close(found, run, held)
    return [part for block in found for part in _side_by_side(_framed(block, lines, rules), rules)]


def trim(block: Block, height: float, rules: Sequence[Edge]) -> None:
    """Take the page's running head and foot off a block that reaches them."""
    whites = [b.top - a.bottom for a, b in pairwise(block.lines)]
    if len(whites) < 2:
        return
    usual, lines = max(median(whites), 0.0), block.lines
    wide = [e for e in rules if e.length >= RULE_COVER * (block.x1 - block.x0) and e.at > lines[0].top]
    if lines[0].bottom < MARGIN * height and whites[0] > max(LOOSE * usual, CLOSE_EM * lines[0].size):
        block.lines = block.lines[1:]
    if lines[-1].top > (1 - MARGIN) * height:
        closed = _between(wide, lines[-2], lines[-1]) and not any(e.at > lines[-1].base for e in wide)
        if whites[-1] > max((1.0 if closed else LOOSE) * usual, CLOSE_EM * lines[-1].size):
            block.lines = block.lines[:-1]


def _side_by_side(block: Block, rules: Sequence[Edge]) -> list[Block]:
    """The block parted where all rules stop at a river: two tables beside each other."""
    top, bottom = block.lines[0].top - block.lines[0].size, block.lines[-1].bottom + block.lines[-1].size
    mine = [e for e in rules if top <= e.at <= bottom and e.end > block.x0 and e.start < block.x1]
    for x in _breaks_in(mine):
        if any(c.x0 < x < c.x1 for line in block.lines for c in line.chunks):
            continue
        parts = [[cut for line in block.lines if (cut := side(line, x, left))] for left in (True, False)]
        if all(len(part) > 1 and _opened(Block(part), mine) for part in parts):
            return [half for part in parts for half in _side_by_side(Block(part), rules)]
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


def _rungs(lines: Sequence[Line], rules: Sequence[Edge]) -> list[int]:
    """For each line, the space between two rules of a ladder in which it stands, from 1; 0 for none.

    A ladder is three or more level rules of one extent: the row rules of a table.
    """
    ladders: dict[tuple[int, int], list[float]] = {}
    for e in rules:
        if e.length >= MIN_LADDER_PT:
            key = (round(e.start / LADDER_PT), round(e.end / LADDER_PT))
            ladders.setdefault(key, []).append(e.at)
    place = [0] * len(lines)
    for (a, b), ys in ladders.items():
        if len(ys) < MIN_RULES:
            continue
        x0, x1 = a * LADDER_PT - LADDER_PT, (b + 1) * LADDER_PT
        spaces = [[i for i, k in enumerate(lines) if y <= (k.top + k.bottom) / 2 <= z] for y, z in pairwise(sorted(ys))]
        rows = [_is_rung([lines[i] for i in space], x0, x1) for space in spaces]
        for k, space in enumerate(spaces):
            mine = [lines[i] for i in space]
            after = k + 1 < len(rows) and rows[k + 1]
            if rows[k] or (k > 0 and rows[k - 1] and (_is_note(mine, x0, x1) or (after and _is_heading(mine)))):
                for i in space:
                    place[i] = k + 1
    return place


def _is_rung(space: Sequence[Line], x0: float, x1: float) -> bool:
    """Whether the lines between two rules are a row: cells side by side, no text from edge to edge."""
    if not all(x0 <= line.x0 and line.x1 <= x1 for line in space):
        return False
    if any(is_prose(c) and c.x1 - c.x0 >= FULL_WIDTH * (x1 - x0) for line in space for c in line.chunks):
        return False
    set_in = x0 + INDENT * (x1 - x0)
    return any(parted(line) or (len(line.chunks) > 1 and line.x0 > set_in) for line in space)


def _is_heading(space: Sequence[Line]) -> bool:
    """Whether the lines between two rows are a short heading."""
    return len(space) <= MAX_HEADS and not any(is_prose(c) for line in space for c in line.chunks)


def _is_note(space: Sequence[Line], x0: float, x1: float) -> bool:
    """Whether the lines between two rows are a text set under the columns beside the first."""
    return all(x0 + INDENT * (x1 - x0) <= line.x0 and line.x1 <= x1 for line in space)


def _framed(block: Block, lines: Sequence[Line], rules: Sequence[Edge]) -> Block:
    """The block with the lines that stand between it and the rules that open and close the table."""
    first, last = lines.index(block.lines[0]), lines.index(block.lines[-1])
    wide = [e for e in rules if min(e.end, block.x1) - max(e.start, block.x0) >= RULE_COVER * (block.x1 - block.x0)]
    start, end = first, last
    for i in range(first - 1, max(-1, first - 1 - MAX_FRAMED), -1):
        if not _next_to(lines[i], lines[i + 1], block) or _between(wide, lines[i], lines[i + 1]):
            break
        if _over_columns(lines[i], block) or _above(wide, lines, i):
            start = i
    while last + 1 < len(lines) and _runs_on(block, lines[last], lines[last + 1], wide):
        last += 1
        block.lines.append(lines[last])
    end = last
    for i in range(last + 1, min(len(lines), last + 1 + MAX_FRAMED)):
        if not _next_to(lines[i - 1], lines[i], block) or _between(wide, lines[i - 1], lines[i]):
            break
        if any(lines[i].base < e.at <= lines[i].base + lines[i].size for e in wide):
            end = i
    start = _carried_over(lines, start, block, wide)
    return Block([*lines[start:first], *block.lines, *lines[last + 1 : end + 1]])


def _carried_over(lines: Sequence[Line], start: int, block: Block, rules: Sequence[Edge]) -> int:
    """Number of the first line of a row cut by the page's top, above the block's first rule; or `start`."""
    first = start
    while first > 0 and _runs_on(block, lines[first], lines[first - 1], []):
        first -= 1
    alone = first == 0 or lines[first].top - lines[first - 1].bottom > 2 * CARRY_EM * lines[first].size
    head = all(line.chunks[0].x0 - lines[0].x0 >= 0 for line in lines[:first]) and first <= MAX_HEADS
    return first if alone and head and first < start and _between(rules, lines[start - 1], lines[start]) else start


def _runs_on(block: Block, above: Line, line: Line, rules: Sequence[Edge]) -> bool:
    """Whether the line carries on a cell of the last row, in a column beside the first."""
    if len(line.chunks) != 1 or _between(rules, above, line) or _white(above, line) > CARRY_EM * line.size:
        return False
    recent = [r for r in block.lines if parted(r)][-RECENT:]
    chunk = line.chunks[0]
    return all(
        chunk.x0 > r.chunks[0].x1 and not any(chunk.x0 < a.x1 and chunk.x1 > b.x0 for a, b in pairwise(r.chunks))
        for r in recent
    )


def _white(a: Line, b: Line) -> float:
    """White between two lines, whichever is above."""
    return max(a.top, b.top) - min(a.bottom, b.bottom)


def _next_to(above: Line, below: Line, block: Block) -> bool:
    slack = below.size
    inside = all(block.x0 - slack <= line.x0 and line.x1 <= block.x1 + slack for line in (above, below))
    return inside and below.top - above.bottom <= CLOSE_EM * max(above.size, below.size)


def _between(rules: Sequence[Edge], above: Line, below: Line) -> bool:
    return any(above.base - 0.3 * above.size < e.at < below.base - 0.3 * below.size for e in rules)


def _above(rules: Sequence[Edge], lines: Sequence[Line], i: int) -> bool:
    """Whether a wide rule runs just above the line."""
    line = lines[i]
    return any(line.top - line.size <= e.at <= line.base - 0.3 * line.size for e in rules)


def _over_columns(line: Line, block: Block) -> bool:
    """Whether the line is a short heading over the columns beside the first."""
    first = [k.chunks[0] for k in block.lines if len(k.chunks) > 1 and k.chunks[0].x0 - block.x0 <= line.size]
    return bool(first) and not any(is_prose(c) for c in line.chunks) and line.x0 > median(c.x1 for c in first)


def _carries_on(run: Sequence[Line], line: Line, rungs: Sequence[int], i: int) -> bool:
    """Whether a line of a ladder belongs to the run: in the same space, or in line with its rivers.

    Past its second space a ladder is a table for certain; before, a page's own rules may be meant.
    """
    spaces = {rungs[j] for j in range(max(0, i - len(run)), i)}
    return rungs[i] == rungs[i - 1] or len(spaces - {0}) > 1 or not _alien(run, line)


def _same_space(lines: Sequence[Line], rungs: Sequence[int], i: int) -> list[Line]:
    """Lines just above that stand in the same space of a ladder."""
    first = i
    while rungs[i] and first > 0 and rungs[first - 1] == rungs[i]:
        first -= 1
    return list(lines[first:i])


def _close(found: list[Block], run: list[Line], held: list[Line]) -> None:
    if len(run) >= 2:
        found.append(Block(list(run)))


def _pause(run: Sequence[Line], held: Sequence[Line], line: Line, rules: Sequence[Edge]) -> bool:
    """Whether the white above the line is too high for one table."""
    last = held[-1] if held else run[-1]
    white = line.top - last.bottom
    em = max(line.size, last.size)
    if white > MAX_PAUSE_EM * em:
        return True
    pitches = [b.base - a.base for a, b in pairwise(run)]
    return len(pitches) >= 4 and line.base - last.base > MAX_PITCHES * median(pitches)


def _alien(run: Sequence[Line], line: Line) -> bool:
    """Whether a line with several chunks shares no river with the lines above it."""
    if not parted(line):
        return False
    recent = [r for r in run if parted(r)][-RECENT:]
    em = AGREE_EM * line.size
    gaps = [(a.x1, b.x0) for a, b in pairwise(line.chunks)]
    for other in recent:
        for a, b in pairwise(other.chunks):
            if any(min(b.x0, g1) - max(a.x1, g0) >= em for g0, g1 in gaps):
                return False
    return True


def _breaks(run: Sequence[Line], line: Line) -> bool:
    """Whether a line of one chunk is text between tables: it prints over the run's rivers."""
    chunk = line.chunks[0]
    if len(line.chunks) > 1:
        return True
    if not is_prose(chunk):
        return False
    recent = [r for r in run if parted(r)][-RECENT:]
    crossed = sum(any(chunk.x0 < a.x1 and chunk.x1 > b.x0 for a, b in pairwise(r.chunks)) for r in recent)
    return crossed * 2 > len(recent)
