"""Columns that only the header shows: nothing, or next to nothing, is printed under them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.lines import Chunk
from agendapack.extract.find.page.prose import is_prose
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.columns import Span, covered
from agendapack.extract.find.stream.rows import RULE_COVER

MIN_HEADS = 3
"""Headings of a line that stand for columns by themselves."""
MIN_ROWS = 3
"""Lines under headings that no rule parts from them."""
APART_EM = 1.2
"""White between two headings, in font sizes; words of one stand closer."""


def headed(block: Block, columns: list[Span], em: float) -> list[Span]:
    """The columns of the headings at the block's top, where its rows show fewer."""
    heads = _heads(block)
    if len(heads) < max(MIN_HEADS, len(columns) + 1) or not _apart(heads):
        return columns
    spans = [(c.x0, c.x1) for c in heads]
    found = list(spans)
    for line in block.lines[1:]:
        for chunk in line.chunks:
            under = covered(chunk, spans, em)
            if len(under) > 1:
                return columns
            a, b = found[under[0]]
            found[under[0]] = min(a, chunk.x0), max(b, chunk.x1)
    return found if all(left[1] < right[0] for left, right in pairwise(found)) else columns


def _heads(block: Block) -> Sequence[Chunk]:
    """The texts of the block's first line, where the first wide rule is right below it, or none is at all."""
    first, *others = block.lines
    width = RULE_COVER * (block.x1 - block.x0)
    below = [e.at for e in block.rules if e.length >= width and e.at > first.base]
    if below:
        apart = bool(others) and min(below) <= others[0].base - 0.3 * others[0].size
    else:
        apart = len(others) >= MIN_ROWS
    if not apart:
        return ()
    return () if any(is_prose(c) for c in first.chunks) else first.chunks


def _apart(heads: Sequence[Chunk]) -> bool:
    return all(b.x0 - a.x1 >= APART_EM * max(a.size, b.size) for a, b in pairwise(heads))
