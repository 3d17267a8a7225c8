"""Word spaces stretched to fill the line: in justified text they look as wide as gaps between columns."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.letters import mostly_letters
from agendapack.extract.model import Word

STRETCHED_EM = 0.6
"""A word space above this was stretched."""
ALIKE = 1.12
"""Spaces of one justified line differ less than this;"""
SLACK_PT = 0.4
"""and this, for rounding."""
MIN_GAPS = 4
"""Spaces of a line that show it to be justified."""
VARIED = 1.6
"""Words of running text differ in length by this; figures under headings may not."""


def justified(words: Sequence[Word]) -> set[int]:
    """Which spaces, from left to right, belong to a stretch of justified text: wide, and all alike."""
    gaps = [b.box.x0 - a.box.x1 for a, b in zip(words, words[1:], strict=False)]
    if len(gaps) < MIN_GAPS or max(gaps) <= STRETCHED_EM * words[0].size:
        return set()
    found: set[int] = set()
    first, least, most = 0, gaps[0], gaps[0]
    for i, gap in enumerate([*gaps[1:], float("inf")], 1):
        if max(most, gap) <= ALIKE * min(least, gap) + SLACK_PT:
            least, most = min(least, gap), max(most, gap)
            continue
        if i - first >= MIN_GAPS and least > 0 and _is_text(words[first : i + 1]):
            found.update(range(first, i))
        first, least, most = i, gap, gap
    return found


def _is_text(words: Sequence[Word]) -> bool:
    """Whether the words are those of running text: letters, of many lengths."""
    widths = [w.box.width for w in words]
    return mostly_letters("".join(w.text for w in words)) and max(widths) >= VARIED * min(widths)
