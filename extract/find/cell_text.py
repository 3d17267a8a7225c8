"""Puts words into cells and reads a cell's words line by line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from operator import itemgetter

from agendapack.extract.model import Box, Word

LEADER = re.compile(r"(?<![.…])(?<![.…]\s)(?:\s?[.…]){4,}+\s*$")
"""Dots that lead the eye to the next column; nobody reads them."""
ALONG: dict[int, Callable[[Box], float]] = {
    0: lambda b: b.x0,
    90: lambda b: b.top,
    180: lambda b: -b.x1,
    270: lambda b: -b.bottom,
}
"""Position in reading direction, by turn."""
ACROSS: dict[int, Callable[[Box], float]] = {
    0: lambda b: (b.top + b.bottom) / 2,
    90: lambda b: -(b.x0 + b.x1) / 2,
    180: lambda b: -(b.top + b.bottom) / 2,
    270: lambda b: (b.x0 + b.x1) / 2,
}
"""Position from the first line to the last, by turn."""
SAME_LINE_EM = 0.5
"""Words whose middles differ less than this share a line."""


def _without_leader(text: str) -> str:
    return LEADER.sub("", text) if text[-1:] in ".…" else text


def cell_text(words: Sequence[Word]) -> tuple[str, tuple[str, ...]]:
    """The text of a cell, printed lines apart by newlines, and its footnote marks."""
    if len(words) == 1 and not words[0].superscript:
        return _without_leader(words[0].text), ()
    marks = tuple(w.text for w in words if w.superscript)
    lines: list[str] = []
    for turn, group in _by_turn([w for w in words if not w.superscript]).items():
        lines += [_without_leader(" ".join([w.text for w in line])) for line in text_lines(group, turn)]
    return "\n".join(line for line in lines if line), marks


def _by_turn(words: Sequence[Word]) -> dict[int, list[Word]]:
    groups: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        groups[word.turn].append(word)
    return dict(sorted(groups.items()))


def text_lines(words: Sequence[Word], turn: int = 0) -> list[list[Word]]:
    """Words of one reading direction, grouped into lines, each in reading order."""
    if len(words) == 1:
        return [list(words)]
    across, along = ACROSS[turn], ALONG[turn]
    placed = sorted([(across(w.box), along(w.box), i) for i, w in enumerate(words)])
    lines: list[list[tuple[float, Word]]] = []
    middle = 0.0
    for at, start, i in placed:
        word = words[i]
        if lines and at - middle <= SAME_LINE_EM * max(word.size, 1.0):
            lines[-1].append((start, word))
        else:
            lines.append([(start, word)])
            middle = at
    return [[word for _, word in sorted(line, key=itemgetter(0))] for line in lines]
