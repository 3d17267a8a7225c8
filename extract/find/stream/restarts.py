"""Parts a block where its header comes again: tables of one head below each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.letters import mostly_letters
from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.page.prose import is_prose, parted
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.extent import (
    MAX_FRAMED,
    RULE_COVER,
    between,
    is_set_apart,
    over_columns,
)

SAME_EM = 0.5
"""Texts of one column begin this near to each other, in font sizes."""
MIN_HEADINGS = 3
"""Headings that, printed again side by side under a title, begin a table."""


def restarted(block: Block, rules: Sequence[Edge]) -> list[Block]:
    """The block parted where its header comes again: the same headings, or the first ruled off like it."""
    wide = [
        e
        for e in rules
        if min(e.end, block.x1) - max(e.start, block.x0) >= RULE_COVER * (block.x1 - block.x0)
    ]
    told = _titled_again(block) or _bold_again(block) or _ruled_again(block, wide)
    below = None if told[1] else _bold_below(block)
    first, again = below or told
    cuts = [(0, 0)]
    for i in again:
        start = _head_start(block, first, i)
        over = block.lines[start - 1]
        titled = _is_title(block, wide, start - 1) or is_set_apart(block.lines[: start - 1], over)
        titled = titled or below is not None
        cuts.append((start - 1 if titled else start, start))
    cuts.append((len(block.lines), 0))
    return [Block(block.lines[a:b]) for (_, a), (b, _) in pairwise(cuts) if b - a > 1]


def _ruled_again(block: Block, wide: Sequence[Edge]) -> tuple[int, list[int]]:
    """Number of the first line ruled off as a head is, and those of others with its first heading."""
    heads = [i for i, (a, b) in enumerate(pairwise(block.lines)) if parted(a) and between(wide, a, b)]
    if not heads or heads[0] > MAX_FRAMED:
        return 0, []
    first = block.lines[heads[0]]
    titled = mostly_letters(first.chunks[0].text)
    return heads[0], [i for i in heads[1:] if titled and _comes_again(first, block.lines[i])]


def _titled_again(block: Block) -> tuple[int, list[int]] | None:
    """Number of the first line with headings side by side, and those of lines like it under a title."""
    first = next((i for i, line in enumerate(block.lines[: MAX_FRAMED + 1]) if parted(line)), None)
    if first is None or len(block.lines[first].chunks) < MIN_HEADINGS:
        return None
    head = block.lines[first]
    again = [i for i in range(first + 3, len(block.lines)) if _comes_again(head, block.lines[i])]
    titled = [i for i in again if is_set_apart(block.lines[: i - 1], block.lines[i - 1])]
    return (first, titled) if titled else None


def _bold_again(block: Block) -> tuple[int, list[int]] | None:
    """Number of the first line of bold headings, and those of other bold headings over columns of figures."""
    rows = [i for i, line in enumerate(block.lines) if parted(line)]
    if not rows or not _are_headings(block.lines[rows[0]]):
        return None
    again = [
        i
        for above, i, below in zip(rows[1:], rows[2:], rows[3:], strict=False)
        if _are_headings(block.lines[i])
        and not block.lines[above].bold
        and not block.lines[below].bold
        and any(c.numeric for c in block.lines[above].chunks[1:])
        and any(c.numeric for c in block.lines[below].chunks[1:])
    ]
    return (rows[0], again) if again else None


def _bold_below(block: Block) -> tuple[int, list[int]] | None:
    """Numbers of the lines of bold headings, each under a bold title alone, below rows that are not bold.

    So below the rest of a table that has no head here, at other places; else the title heads a group of rows.
    """
    rows = [i for i, line in enumerate(block.lines) if parted(line)]
    if rows and block.lines[rows[0]].bold:
        return None
    again = [
        i
        for above, i, below in zip(rows, rows[1:], rows[2:], strict=False)
        if _are_headings(block.lines[i])
        and _is_bold_title(block.lines[i - 1])
        and not block.lines[above].bold
        and not block.lines[below].bold
        and not _in_columns(block.lines[i], block.lines[:i])
    ]
    return (0, again) if again else None


def _in_columns(head: Line, above: Sequence[Line]) -> bool:
    """Whether most titles beside the first begin where texts above do: they are of the same table."""
    places = [chunk.x0 for line in above for chunk in line.chunks]
    beside = head.chunks[1:]
    same = sum(any(abs(chunk.x0 - x) <= SAME_EM * head.size for x in places) for chunk in beside)
    return 2 * same > len(beside)


def _is_bold_title(line: Line) -> bool:
    return line.bold and len(line.chunks) == 1 and not line.chunks[0].numeric


def _are_headings(line: Line) -> bool:
    """Whether a line is of titles in bold type side by side, none a figure."""
    return line.bold and len(line.chunks) >= MIN_HEADINGS and not any(c.numeric for c in line.chunks)


def _comes_again(head: Line, line: Line) -> bool:
    """Whether a line has the first title of the head, and the others or titles of its own."""
    (first, *others), (again, *texts) = _texts(head), _texts(line)
    titles = mostly_letters(first) and not any(is_prose(c) or c.text[:1].islower() for c in line.chunks[1:])
    return first == again and (others == texts or titles)


def _head_start(block: Block, first: int, again: int) -> int:
    """Number of the first line of a header whose last line comes again as the line `again`."""
    lines, start = block.lines, again
    while first > 0 and _texts(lines[first - 1]) == _texts(lines[start - 1]):
        first, start = first - 1, start - 1
    over = lines[start - 1]
    heading = over_columns(over, block) and len(over.chunks) < len(lines[start].chunks)
    return start - 1 if start == again and heading and not any(c.numeric for c in over.chunks) else start


def _texts(line: Line) -> list[str]:
    return [chunk.text for chunk in line.chunks]


def _is_title(block: Block, rules: Sequence[Edge], i: int) -> bool:
    """Whether the line stands alone between two rules: the title of the table below it."""
    lines = block.lines
    alone = len(lines[i].chunks) == 1 and not lines[i].chunks[0].numeric
    return alone and between(rules, lines[i - 1], lines[i]) and between(rules, lines[i], lines[i + 1])
