"""Which blocks stand under the head of another table of the page: a head that comes again begins a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.restarts import MIN_HEADINGS

MAX_ABOVE = 2
"""Lines of a block that may stand over its head."""
Printed = tuple[tuple[str, int], ...]
"""The texts of a line, and where each begins, to the point."""


class Headed(NamedTuple):
    """A block under a head that comes again."""

    number: int
    """Of the block."""
    block: Block
    """From its head on."""
    head: int
    """How many lines the head has."""
    lines: Sequence[Line]
    """Those of all blocks under that head."""


def under_one_head(blocks: Sequence[Block]) -> Iterator[Headed]:
    """The blocks whose head stands over others of them too."""
    alike: dict[Printed, dict[int, int]] = defaultdict(dict)
    for number, block in enumerate(blocks):
        for at, line in enumerate(block.lines[: MAX_ABOVE + 1]):
            if _may_be_head(line):
                alike[_printed(line)].setdefault(number, at)
    told: set[int] = set()
    for starts in alike.values():
        below = {number: blocks[number].lines[at:] for number, at in starts.items() if number not in told}
        if len(below) > 1:
            told |= below.keys()
            together = [line for lines in below.values() for line in lines]
            for number, lines in below.items():
                yield Headed(number, replace(blocks[number], lines=lines), _head(below.values()), together)


def _may_be_head(line: Line) -> bool:
    return len(line.chunks) >= MIN_HEADINGS and not any(chunk.numeric for chunk in line.chunks)


def _printed(line: Line) -> Printed:
    return tuple((chunk.text, round(chunk.x0)) for chunk in line.chunks)


def _head(blocks: Iterable[Sequence[Line]]) -> int:
    """How many lines all of them print alike, from the first on."""
    return sum(
        1 for _ in takewhile(lambda lines: len(set(map(_printed, lines))) == 1, zip(*blocks, strict=False))
    )
