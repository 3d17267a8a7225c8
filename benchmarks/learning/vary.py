"""Tables of which some evidence is hidden, so that titles alone, cells alone and both must learn to decide.

A publisher whose wordings nobody knows shows nothing of titles but their form; learned from whole tables
only, a model would lean on the words of the publishers that it knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.decide import PLACES
from agendapack.extract.recognise.heads import FORMS, WORDED
from learning.fit import Item
from learning.logistic import Signs

HIDDEN = 0.5
"""Share of the invented tables of which something is hidden."""
COPY_WEIGHT = 0.4
"""What the copy of a published table counts of it from which something is hidden."""
NO_HEADINGS = 0.5
"""Share of what hides the headings over the table too."""
SOME_COLUMNS = 0.6
"""Share of the columns of which something is hidden where others stay whole."""
SHOWN = FORMS | PLACES
"""What is still seen of a column without cells, beside the wording of its title."""


def varied(items: Sequence[Item]) -> Iterator[Item]:
    """Published tables and copies of them with something hidden; invented ones as they are or so."""
    for number, item in enumerate(items):
        rnd = Random(f"hidden/{number}")
        if item.real:
            yield replace(item, weight=item.weight * (1 - COPY_WEIGHT))
            yield replace(_hidden(item, rnd), weight=item.weight * COPY_WEIGHT)
        else:
            yield _hidden(item, rnd) if rnd.random() < HIDDEN else item


def _hidden(item: Item, rnd: Random) -> Item:
    """The item of which all columns or some miss a kind of evidence, and perhaps the headings over it."""
    hide, share = rnd.choice(WAYS), rnd.choice([1.0, SOME_COLUMNS])
    choices = [
        [hide(signs) if rnd.random() < share else signs for signs in columns] for columns in item.choices
    ]
    around = Around() if rnd.random() < NO_HEADINGS else item.around
    return replace(item, choices=choices, around=around, hidden=True)


def without_wording(signs: Signs) -> dict[str, float]:
    """The signs of a column whose title nobody knows."""
    return {sign: value for sign, value in signs.items() if not sign.startswith(WORDED)}


def without_cells(signs: Signs) -> dict[str, float]:
    """The signs of a column's title and place."""
    return {sign: value for sign, value in signs.items() if sign.startswith(WORDED) or sign in SHOWN}


WAYS = (without_wording, without_wording, without_wording, without_cells)
