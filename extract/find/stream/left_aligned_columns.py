"""Columns of text set flush left, which a long line of the column before may fill up to their edge."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk, Line
from agendapack.extract.find.page.prose import ITEM
from agendapack.extract.find.page.row_rules import ladders
from agendapack.extract.find.stream.columns import MIN_NARROW, MIN_VOTES, STRAY, cut_lines

SAME_START_PT = 0.7
"""Texts that begin this near to one x are set flush left at it."""


def parted_flush(lines: Sequence[Line], rules: Sequence[Edge]) -> list[Line]:
    """The lines with those in the rows of a ladder cut where its columns begin."""
    cut = list(lines)
    for ladder in ladders(rules):
        inside = [i for i, line in enumerate(cut) if ladder.holds(line)]
        mine = [cut[i] for i in inside]
        cuts = flush_cuts(mine)
        if cuts:
            for i, line in zip(inside, cut_lines(mine, cuts), strict=True):
                cut[i] = line
    return cut


def flush_cuts(lines: Sequence[Line]) -> list[float]:
    """Positions at which text begins, line after line, also behind text that leaves it no gutter.

    Chunks begin there where the column before ends early, in other lines words; hardly a line prints over it.
    """
    starts = sorted(c.x0 for line in lines for c in line.chunks[1:])
    cuts: list[float] = []
    for x, count in _heaps(starts):
        behind = [
            c for line in lines for c in line.chunks if c.x0 < x - SAME_START_PT and c.x1 > x + SAME_START_PT
        ]
        numbered = _is_numbered(lines, x)
        flush = [c for c in behind if _begins_at(c, x, numbered)]
        if (
            flush
            and count + len(flush) >= MIN_NARROW
            and len(behind) - len(flush) <= STRAY * (count + len(flush))
        ):
            cuts.append(x)
    return cuts


def _heaps(xs: Sequence[float]) -> list[tuple[float, int]]:
    """Positions, in order, around which at least two of the numbers lie, and how many do."""
    groups: list[list[float]] = []
    for x in xs:
        if groups and x - groups[-1][0] <= SAME_START_PT:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [(g[0], len(g)) for g in groups if len(g) >= MIN_VOTES]


def _is_numbered(lines: Sequence[Line], x: float) -> bool:
    """Whether numbers stand by themselves before the texts that begin there, and columns beside them."""
    told = [line for line in lines if len(line.chunks) > MIN_VOTES and ITEM.match(line.chunks[0].text)]
    return sum(abs(line.chunks[1].x0 - x) <= SAME_START_PT for line in told) >= MIN_VOTES


def _begins_at(chunk: Chunk, x: float, numbered: bool) -> bool:
    """Whether a word of the chunk begins there behind other text than a mark or number of a list."""
    return any(
        abs(word.box.x0 - x) <= SAME_START_PT and (i > 1 or numbered or not ITEM.match(chunk.words[0].text))
        for i, word in enumerate(chunk.words)
        if i
    )
