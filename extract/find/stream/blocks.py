"""Runs of lines that may be a table without vertical rules, cut from the lines of a page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, zip_longest
from statistics import median

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.find.page.prose import is_prose, parted
from agendapack.extract.find.page.row_rules import rungs, same_space
from agendapack.extract.find.stream.band import is_band
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.extent import framed
from agendapack.extract.find.stream.left_aligned_columns import SAME_START_PT
from agendapack.extract.find.stream.next_table import is_title_of_next
from agendapack.extract.find.stream.restarts import restarted
from agendapack.extract.find.stream.side_by_side import side_by_side
from agendapack.extract.model import Word

MAX_PAUSE_EM = 3.2
"""White between two lines of one table, in font sizes; roomy tables have 2."""
MAX_PITCHES = 3.4
"""White between two lines of one table, in the block's own line pitches."""
AGREE_EM = 0.5
"""Gaps of two lines must share this much to be one river."""


def blocks(lines: Sequence[Line], rules: Sequence[Edge]) -> list[Block]:
    """Runs of lines in which lines with several chunks follow one another."""
    runs: list[list[Line]] = []
    run: list[Line] = []
    held: list[Line] = []
    titles: set[Line] = set()
    spaces = rungs(lines, rules)
    for i, line in enumerate(lines):
        if run and is_title_of_next(run, held, lines, i):
            titles.add(line)
            runs.append(run)
            run, held, spaces[i] = [], [], 0
            continue
        if run and spaces[i] and spaces[i - 1] and _carries_on(run, line, spaces, i):
            run += [*held, line]
            held = []
            continue
        if run and (
            _pause(run, held, line) or (_alien(run, line) and not _resumed(run, line, lines[i + 1 :]))
        ):
            runs.append(run)
            run, held = [], []
        if parted(line):
            run = [*run, *held, line] if run else [*same_space(lines, spaces, i), line]
            held = []
        elif run and (not _breaks(run, line) or is_band(run, lines, i)):
            held.append(line)
        elif run:
            runs.append(run)
            run, held = [], []
    found = _each_line_once([r for r in (*runs, run) if r], titles, lines, rules)
    return [half for block in found for part in restarted(block, rules) for half in side_by_side(part, rules)]


def _each_line_once(
    runs: Sequence[Sequence[Line]], titles: Collection[Line], lines: Sequence[Line], rules: Sequence[Edge]
) -> list[Block]:
    """The runs as blocks with the lines around them; one that two blocks reach for goes to the first.

    The title of the next table belongs to none above it. A lone line that the next block reaches for
    is the upper level of its header.
    """
    found: list[Block] = []
    taken: set[Line] = set()
    reached = [framed(Block(run), lines, rules) for run in runs]
    whole = [
        (run, block)
        for run, block, after in zip_longest(runs, reached, reached[1:])
        if len(run) > 1 or after is None or run[0] not in after.lines
    ]
    inner = {line for run, _ in whole for line in run}
    for run, block in whole:
        others = taken | (inner - set(run))
        below = {line for line in titles if line.top > run[-1].top}
        own = [line for line in block.lines if line not in others | below]
        taken.update(own)
        if len(own) > 1:
            found.append(Block(own))
    return found


def _carries_on(run: Sequence[Line], line: Line, spaces: Sequence[int], i: int) -> bool:
    """Whether a line of a ladder belongs to the run: in the same space, or in line with its rivers.

    Past its second space a ladder is a table for certain; before, a page's own rules may be meant.
    """
    passed = {spaces[j] for j in range(max(0, i - len(run)), i)} - {0}
    return spaces[i] == spaces[i - 1] or len(passed) > 1 or not _alien(run, line)


def _pause(run: Sequence[Line], held: Sequence[Line], line: Line) -> bool:
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
    recent = [r for r in run if parted(r)]
    em = AGREE_EM * line.size
    gaps = [(a.x1, b.x0) for a, b in pairwise(line.chunks)]
    for other in recent:
        for a, b in pairwise(other.chunks):
            if any(min(b.x0, g1) - max(a.x1, g0) >= em for g0, g1 in gaps):
                return False
    return True


def _resumed(run: Sequence[Line], line: Line, below: Sequence[Line]) -> bool:
    """Whether the line's neighbours, both close, share rivers: it is of headings set close to each other."""
    following = below[0] if below else line
    close = following.top - line.bottom <= AGREE_EM * line.size and line.top - run[-1].bottom <= line.size
    return close and parted(following) and not _alien(run, following)


def _breaks(run: Sequence[Line], line: Line) -> bool:
    """Whether a line of one chunk is text between tables: it prints over the run's rivers."""
    chunk = line.chunks[0]
    recent = [r for r in run if parted(r)]
    if len(line.chunks) > 1:
        return not _keeps_starts(recent[-1], line)
    if not is_prose(chunk):
        return False
    crossed = sum(any(_crosses(chunk, a, b) for a, b in pairwise(r.chunks)) for r in recent)
    return crossed * 2 > len(recent)


def _keeps_starts(above: Line, line: Line) -> bool:
    """Whether each text begins where one of the row above does: its cells go on, no list begins."""
    return all(any(abs(c.x0 - k.x0) <= SAME_START_PT for k in above.chunks) for c in line.chunks)


def _crosses(chunk: Chunk, left: Chunk, right: Chunk) -> bool:
    """Whether a text prints over the river between two others, no word set as the right one is."""
    over = chunk.x0 < left.x1 and chunk.x1 > right.x0
    return over and not any(_set_alike(word, right.words[0]) for word in chunk.words[1:])


def _set_alike(word: Word, other: Word) -> bool:
    """Whether two words begin at one x in letters of one kind."""
    return abs(word.box.x0 - other.box.x0) <= SAME_START_PT and (word.size, word.bold) == (
        other.size,
        other.bold,
    )
