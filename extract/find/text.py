"""Puts words into cells and reads a cell's words line by line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.model import Word

LEADER = re.compile(r"(?:\s?[.…]){4,}\s*$")
"""Dots that lead the eye to the next column; nobody reads them."""
SAME_LINE_EM = 0.5
"""Words whose middles differ less than this share a line."""


def cell_text(words: Sequence[Word]) -> tuple[str, tuple[str, ...]]:
    """The text of a cell, printed lines apart by newlines, and its footnote marks."""
    marks = tuple(w.text for w in words if w.superscript)
    lines: list[str] = []
    for turn, group in _by_turn([w for w in words if not w.superscript]).items():
        lines += [LEADER.sub("", " ".join(w.text for w in line)) for line in text_lines(group, turn)]
    return "\n".join(line for line in lines if line), marks


def _by_turn(words: Sequence[Word]) -> dict[int, list[Word]]:
    groups: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        groups[word.turn].append(word)
    return dict(sorted(groups.items()))


def text_lines(words: Sequence[Word], turn: int = 0) -> list[list[Word]]:
    """Words of one reading direction, grouped into lines, each in reading order."""
    lines: list[list[Word]] = []
    middle = 0.0
    for word in sorted(words, key=lambda w: (_across(w, turn), _along(w, turn))):
        at = _across(word, turn)
        if lines and abs(at - middle) <= SAME_LINE_EM * max(word.size, 1.0):
            lines[-1].append(word)
        else:
            lines.append([word])
            middle = at
    for line in lines:
        line.sort(key=lambda w: _along(w, turn))
    return lines


def _along(word: Word, turn: int) -> float:
    """Position in reading direction."""
    box = word.box
    return {0: box.x0, 90: box.top, 180: -box.x1, 270: -box.bottom}[turn]


def _across(word: Word, turn: int) -> float:
    """Position from the first line to the last."""
    box = word.box
    return {0: box.mid_y, 90: -box.mid_x, 180: -box.mid_y, 270: box.mid_x}[turn]
