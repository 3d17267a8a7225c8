"""Colours that rate a card without a word: a bar along its edge, a square at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.model import Box, Fill
from agendapack.extract.normalise.rag import rag_of_colour

LARGEST = 0.2
"""Share of its card that such an area takes at most."""
MOST = 0.6
"""Share of the cards that have one: information may have no rating."""
MIN_RATINGS = 2
"""Ratings on the cards of a page: one colour on all is that of the house."""
SAME_PT = 3.0
"""An area may lie this much outside its card."""


def signals_of(seen: Evidence, cards: Sequence[Box]) -> list[Fill | None]:
    """For each card the one area in a colour of a rating in which nothing stands; none where few have one."""
    found = [_signal(seen, card) for card in cards]
    ratings = {rag_of_colour(fill.colour) for fill in found if fill}
    many = sum(fill is not None for fill in found)
    if len(ratings) < MIN_RATINGS or many < MOST * len(cards):
        return [None] * len(cards)
    return found


def _signal(seen: Evidence, card: Box) -> Fill | None:
    around = Box(card.x0 - SAME_PT, card.top - SAME_PT, card.x1 + SAME_PT, card.bottom + SAME_PT)
    small = [
        fill
        for fill in seen.page.fills
        if around.holds(fill.box.mid_x, fill.box.mid_y)
        and fill.box.area <= LARGEST * card.area
        and rag_of_colour(fill.colour)
        and not any(fill.box.holds(word.box.mid_x, word.box.mid_y) for word in seen.page.words)
    ]
    return small[0] if len(small) == 1 else None
