"""Mends words that a narrow column breaks over two lines without a hyphen: "Timescal / e"."""

from __future__ import annotations

import re

from agendapack.extract.read.vocabulary import english

MAX_TAIL = 3
"""Letters of a word's end that a narrow column pushes to the next line."""
MIN_HEAD = 4
"""Letters of a word before the break."""
_BREAK = re.compile(
    rf"(?P<head>\b[A-Za-z][a-z]{{{MIN_HEAD - 1},}})\n(?P<tail>[a-z]{{1,{MAX_TAIL}}})(?=\s|[,.;:)]|$)"
)


def rejoined(text: str) -> str:
    """The text with such words whole again, on the upper line."""
    return _BREAK.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    head, tail = match["head"], match["tail"]
    words = english()
    stranded = len(tail) == 1 and tail != "a"
    broken = stranded or words.count(head.lower()) == 0
    return f"{head}{tail}\n" if broken and words.count((head + tail).lower()) > 0 else match[0]
