"""A run of lines that may be a table, and what tells cells side by side from running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.find.edges import Edge
from extract.find.lines import Chunk, Line
from extract.model import Box

PROSE_WORDS = 8
"""A line of so many words with nothing but word spaces between them is running text."""
LETTERS = 0.6
"""Share of letters among the characters of running text."""
ITEM = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]?$|^[^\w\s$£€%(]$")
"""A paragraph number, list letter or bullet."""


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
