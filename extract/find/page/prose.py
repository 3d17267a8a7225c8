"""What tells running text and numbered items from cells side by side."""

from __future__ import annotations

import re

from agendapack.extract.find.page.letters import mostly_letters
from agendapack.extract.find.page.lines import Chunk, Line

PROSE_WORDS = 8
"""A line of so many words with nothing but word spaces between them is running text."""
ITEM = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]?$|^[^\w\s$£€%(]$")
"""A paragraph number, list letter or bullet."""


def parted(line: Line) -> bool:
    """Whether the line has cells side by side, not merely a numbered or bulleted text."""
    if len(line.chunks) < 2:
        return False
    first, second = line.chunks[0], line.chunks[1]
    listed = len(line.chunks) == 2 and ITEM.match(first.text) and not second.numeric
    return not (listed and len(second.words) > 1)


def is_prose(chunk: Chunk, words: int = PROSE_WORDS) -> bool:
    """Whether the chunk reads as running text: so many words, mostly letters; a narrow column has fewer."""
    return len(chunk.words) >= words and mostly_letters(chunk.text)
