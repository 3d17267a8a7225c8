"""Marks words that a line strikes out; such a line is no ruling line of a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Rule, Word

MIDDLE = (0.3, 0.7)
"""Where a line that strikes a word out crosses it, in shares of its height; one that underlines is lower."""
REACH_PT = 3.0
"""Middles of words that such a line crosses are this near to it."""
OVER_EM = 0.3
"""How far it may reach over the first and last of the words, in their size, or fall short of them."""


def struck_out(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[list[Word], tuple[Rule, ...]]:
    """The words, those struck out marked, and the rules that strike out none."""
    order = sorted(range(len(words)), key=lambda i: words[i].box.mid_y)
    middles = [words[i].box.mid_y for i in order]
    marked, kept = list(words), []
    for rule in rules:
        crossed = _crossed(rule, words, order, middles) if rule.horizontal else []
        if not crossed:
            kept.append(rule)
        for i in crossed:
            marked[i] = replace(words[i], struck=True)
    return marked, tuple(kept)


def _crossed(rule: Rule, words: Sequence[Word], order: Sequence[int], middles: Sequence[float]) -> list[int]:
    """The words that a line runs through, if it begins and ends with them."""
    y, box = rule.box.mid_y, rule.box
    first = bisect_left(middles, y - REACH_PT)
    near = order[first : bisect_right(middles, y + REACH_PT, first)]
    on = [i for i in near if words[i].box.x1 > box.x0 and words[i].box.x0 < box.x1]
    if not on or not all(_through(words[i], y) for i in on):
        return []
    slack = OVER_EM * words[on[0]].size
    ends = min(words[i].box.x0 for i in on), max(words[i].box.x1 for i in on)
    return on if abs(ends[0] - box.x0) <= slack and abs(ends[1] - box.x1) <= slack else []


def _through(word: Word, y: float) -> bool:
    low, high = MIDDLE
    return word.turn == 0 and low <= (y - word.box.top) / max(word.box.height, 1.0) <= high
