"""Puts the ratings that stand in a grid of their own under a card back into the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.model import Row, Table
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.recognise.key_value_cards import is_one_card, labelled_values

MAX_GAP_PT = 40.0
"""White between a card and its ratings."""
MIN_RATINGS = 2
"""Labelled ratings of a grid."""


def whole_cards(tables: Sequence[Table]) -> dict[str, Table | None]:
    """By its id each card that a grid of ratings follows, with these ratings; none for the grid."""
    whole: dict[str, Table | None] = {}
    for card, grid in pairwise(tables):
        if _follows(card, grid) and is_ratings(grid) and is_one_card(card):
            whole |= {card.table_id: _joined(card, grid), grid.table_id: None}
    return whole


def _follows(card: Table, grid: Table) -> bool:
    """Whether a table stands right under another one."""
    low = card.parts[-1].box.bottom
    return card.last_page == grid.page and 0 <= grid.box.top - low <= MAX_GAP_PT


def is_ratings(table: Table) -> bool:
    """Whether all that a table holds are labelled figures that rate."""
    count = 0
    for pair in labelled_values(table):
        if not (pair and (pair.value.flat.isdigit() or rating_of(pair.value.flat))):
            return False  # of most tables the first row tells
        count += 1
    return count >= MIN_RATINGS


def _joined(card: Table, grid: Table) -> Table:
    last = max(cell.row for row in card.rows for cell in row.cells) + 1
    below = [_moved(row, last) for row in grid.rows]
    return replace(card, rows=(*card.rows, *below), columns=max(card.columns, grid.columns))


def _moved(row: Row, by: int) -> Row:
    return replace(row, cells=tuple(replace(cell, row=cell.row + by) for cell in row.cells))
