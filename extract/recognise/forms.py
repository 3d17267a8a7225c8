"""Which reading of a page tells more: the tables that were found, or the cards of a form that comes again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Grid
from agendapack.extract.recognise.recognised import Recognised

READ = 0.5
"""Share of the cards of a form that tables with records must lie on for the form to be read,"""
ON_CARD = 0.2
"""each on so much of its card, or with so much of itself on it."""


def is_read(cards: Sequence[Grid], found: Sequence[Recognised]) -> bool:
    """Whether tables with records lie on most of these cards."""
    read = sum(any(_share(card, one) >= ON_CARD for one in found if one.kind) for card in cards)
    return read >= READ * len(cards)


def said_on(cards: Sequence[Grid], found: Sequence[Recognised]) -> int:
    """How many texts on these cards play a part in a record."""
    return sum(told_by(one) for one in found if any(_share(card, one) > 0 for card in cards))


def tells_more(cards: Sequence[Grid], before: Sequence[Recognised], after: Sequence[Recognised]) -> bool:
    """Whether more texts play a part in records once these are cards, and of their pages' lists no less."""
    pages = {card.page for card in cards}
    lists = [
        sum(told_by(one) for one in found if not one.is_card and one.table.page in pages)
        for found in (before, after)
    ]
    return lists[1] >= lists[0] and said_on(cards, after) > said_on(cards, before)


def in_doubt(
    cards: Sequence[Grid], before: Sequence[Recognised], after: Sequence[Recognised]
) -> list[Recognised]:
    """What cards that are left may list, as one table that no file has, unless it is told already."""
    if any(one.guess and any(_share(card, one) > 0 for card in cards) for one in before):
        return []
    own = [one for one in after if one.guess and any(part in cards for part in one.table.parts)]
    likeliest = sorted(own, key=lambda one: -one.chance)[:1]
    return [replace(one, table=replace(one.table, table_id="", parts=tuple(cards))) for one in likeliest]


def _share(card: Grid, found: Recognised) -> float:
    parts = (found.printed or found.table).parts
    held = sum(part.box.overlap(card.box) for part in parts if part.page == card.page)
    own = sum(part.box.area for part in parts)
    return held / max(min(card.box.area, own), 1e-9)


def told_by(found: Recognised) -> int:
    """How many texts of a table play a part in a record."""
    if not found.kind:
        return 0
    if found.reading is None:
        return sum(bool(cell.text) for row in found.table.rows for cell in row.cells)
    columns = {role.column for role in found.reading.roles} | {value.column for value in found.reading.values}
    told = sum(
        bool(c.text) and c.column in columns for r in found.table.rows if r.kind == "body" for c in r.cells
    )
    return told + (told_by(found.also) if found.also else 0)
