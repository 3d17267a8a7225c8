"""Cards in any words: what is printed beside the same labels again and again is a record, whatever they say.

One card alone shows only whether its labels are known. Several under the same labels are a list, one record
a card, which is judged as a whole: titles that nobody knows stand over cells that tell what they are. A card
may go on in the tables below it; the tables that stand on it are lists of their own (`inside_cards`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_model import Card, Inside
from agendapack.extract.recognise.card_rows import (
    SHARED,
    Head,
    Name,
    RecurringTexts,
    head_of,
    known_in,
    looks_of,
    name_of,
    pairs_of,
    printed,
    unfilled,
)
from agendapack.extract.recognise.card_slots import slotted
from agendapack.extract.recognise.inside_cards import heads_on, is_grid, take_grid
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE, MIN_PAIRS_ALIKE
from agendapack.extract.recognise.labels_apart import Texts, labels_in_cells
from agendapack.extract.recognise.lines_over import is_outside, rows_over
from agendapack.extract.recognise.parted_rows import parted
from agendapack.extract.recognise.rows_by_lines import is_walled, rows_by_lines
from agendapack.extract.recognise.said_ratings import ratings_apart

Surroundings = Callable[[str], Around]
MAX_TITLE_CELLS = 2
"""Texts of the line that heads a card: its reference and its name."""


def packs_of_cards(
    tables: Sequence[Table], around: Callable[[str], Around] = lambda _: Around()
) -> list[list[Card]]:
    """The cards of these tables, those with the same labels together; none where a text has no label."""
    found = slotted([table for table in tables if table.parts[0].form])
    for read in READINGS:
        known = {name for cards in found for card in cards for name in tables_of(card)}
        left = [table for table in tables if table.table_id not in known]
        found += _alike(left, read(left, around))
    return found


def parted_cards(tables: Sequence[Table]) -> list[list[Card]]:
    """The cards whose rows are parted, another reading of some of these tables."""
    texts = parted(tables, _by_cells(tables, lambda _: Around()))
    return _alike(tables, texts)


def tables_of(card: Card) -> set[str]:
    """The ids of the tables in which a card stands."""
    return {card.table, *card.parts, *(inside.table for inside in card.inside.values())}


def _by_cells(tables: Sequence[Table], around: Surroundings) -> list[Texts]:
    return [[*map(_filled, table.rows)] for table in tables]


def _filled(row: Row) -> list[Cell]:
    """The cells that say something, behind the first text also by a colour alone."""
    first = next((n for n, cell in enumerate(row.cells) if cell.text), len(row.cells))
    return [cell for cell in row.cells[first:] if cell.text or cell.fill]


def _by_lines(tables: Sequence[Table], around: Surroundings) -> list[Texts]:
    """Without walls the columns may be those of no row: then lines tell the texts."""
    return [[] if is_walled(table) else rows_by_lines(table) for table in tables]


def _by_labels(tables: Sequence[Table], around: Surroundings) -> list[Texts]:
    """What stands before colons and in bold type."""
    return labels_in_cells(tables)


def _under_lines(tables: Sequence[Table], around: Surroundings) -> list[Texts]:
    """With the lines over each table, which may be the title of a card and more of what it says."""
    cells = _by_cells(tables, around)
    return [
        [*rows_over(table, around(table.table_id)), *rows] for table, rows in zip(tables, cells, strict=True)
    ]


READINGS = (_under_lines, _by_lines, _by_labels)
"""What stands beside what, the likeliest first."""


def _alike(tables: Sequence[Table], texts: Sequence[Texts]) -> list[list[Card]]:
    known = known_in(texts)
    cards: list[Card] = []
    last: Table | None = None
    for table, rows in zip(tables, texts, strict=True) if known.labels or known.lines else ():
        open_card = cards[-1] if cards and last is not None and table.page <= last.last_page + 1 else None
        made = _Reader(table, known).read(rows, open_card)
        if made and open_card and made[0].table != table.table_id:
            cards.pop()
        cards += made
        last = table if made else None
    for head in heads_on(cards, least=0.0):
        if is_grid(cards, head):
            take_grid(cards, head)
    alike: dict[Name, list[Card]] = defaultdict(list)
    for card in cards:
        if any(pair.value.text or pair.value.fill for pair in card.pairs.values()):
            alike[next(iter(card.pairs))].append(card)
    return [_rated(_whole(cards)) for cards in alike.values() if len(_whole(cards)) >= MIN_ALIKE]


class _Reader:
    """Reads the cards of one table, the first of which may go on from the table before."""

    def __init__(self, table: Table, known: RecurringTexts) -> None:
        self.table, self.known = table, known
        self.cards: list[Card] = []
        self.apart: list[Sequence[Cell]] = []
        """The rows without a label since the last one that has some."""
        self.inner: Inside | None = None
        """The table on the card to which the last row belongs."""
        self.caption: Cell | None = None
        """The text right above, alone in its row as on other cards."""
        self.waiting: Name = ()
        """The label over the value that comes next."""

    def read(self, texts: Texts, before: Card | None) -> list[Card]:
        """The cards, each begun by its first label; none where something in the table is no part of one."""
        rows = [row for row in texts if printed(row)]
        if before and rows and self._is_inside(printed(rows[0])):
            self.cards.append(before.copy())
        if not all(self._take(row) or is_outside(row) for row in rows):
            return []
        if rows and all(map(is_outside, self.apart)):
            self.apart = []
        for row in self.apart:
            if not self.cards or not (self.inner and len(row) == 1 or _add_label(self.cards[-1], row)):
                return []
        return self.cards

    def _is_inside(self, filled: Sequence[Cell]) -> bool:
        """Whether a row that begins a table belongs to a card begun before."""
        alone = name_of(filled[0]) if len(filled) == 1 else ()
        return head_of(filled) in self.known.heads or alone in self.known.lines | self.known.captions

    def _take(self, row: Sequence[Cell]) -> bool:
        """Whether a row is a part of a card; the part is added to it."""
        filled = printed(row)
        head, waiting, self.waiting = head_of(filled), self.waiting, ()
        caption, self.caption = self.caption, None
        if head in self.known.heads:
            return self._open(head, filled)
        if pairs := pairs_of(row, self.known):
            return self._add(pairs)
        if len(filled) == 1 and name_of(filled[0]) in self.known.lines:
            return self._add([unfilled(filled[0])], keeps=name_of(filled[0]))
        if waiting and len(filled) == 1 and self._add_more(waiting, filled[0]):
            self.waiting = waiting
            return True
        if self.inner and not self.apart and _is_row_of(self.inner, filled):
            self.inner.rows.append(filled)
            return True
        if self.cards and not self.inner and not self.apart and _goes_on(self.cards[-1], filled):
            _go_on(self.cards[-1], filled)
            return True
        if len(filled) == 1 and name_of(filled[0]) in self.known.captions:
            self.caption = filled[0]
            return True
        if len(filled) > MAX_TITLE_CELLS:
            return caption is not None and self._open_untitled(caption, filled)
        self.apart.append(filled)
        return True

    def _add_more(self, name: Name, text: Cell) -> bool:
        """A text as the value under a label, or more of what stands there in the same looks."""
        pair = self.cards[-1].pairs[name]
        if not pair.value.text:
            self.cards[-1].pairs[name] = Labelled(pair.label, text)
            return True
        if (text.column, looks_of(text)) != (pair.value.column, looks_of(pair.value)):
            return False
        _go_on(self.cards[-1], [text])
        return True

    def _open(self, head: Head, filled: Sequence[Cell]) -> bool:
        """A table on the card, or more of it under its head again."""
        if not self.cards or head in self.cards[-1].inside and self.apart:
            return self._begin() and self._open(head, filled)
        if any(len(row) > 1 for row in self.apart):
            return False
        self.apart = []
        inside = self.cards[-1].inside
        self.inner = inside.setdefault(head, Inside(self.table.table_id, filled))
        return True

    def _open_untitled(self, caption: Cell, filled: Sequence[Cell]) -> bool:
        """A table without a head, under a text that stands alone on other cards too."""
        if not self._open(((caption.column, name_of(caption)),), [caption]):
            return False
        assert self.inner is not None
        self.inner.rows.append(filled)
        return True

    def _add(self, pairs: Sequence[Labelled], keeps: Name = ()) -> bool:
        """The pairs of a row; those that the last card has begin the next one."""
        named = {name_of(pair.label): pair for pair in pairs}
        self.apart = [row for row in self.apart if _is_title(row) or not is_outside(row)]
        titled = len(self.apart) > 0 and len(self.apart[-1]) == 1 and _is_title(self.apart[-1])
        if titled or not self.cards or name_of(pairs[0].label) in self.cards[-1].pairs:
            if not self._begin():
                return False
        elif named.keys() & self.cards[-1].pairs.keys():
            return False  # what stands beside several labels is none: "Open" in the rows of a list
        elif not all(_add_label(self.cards[-1], row) for row in self.apart):
            return False
        self.apart, self.inner, self.waiting = [], None, keeps
        self.cards[-1].pairs |= named
        return True

    def _begin(self) -> bool:
        """A new card under the lines above it."""
        *over, title = self.apart or [()]
        headings = [row for row in over if len(row) == 1 and _is_title(row) and not is_outside(row)]
        labels = [row for row in over if len(row) > 1 and not is_outside(row)]
        if labels and not (self.cards and all(_add_label(self.cards[-1], row) for row in labels)):
            return False
        self.cards.append(Card(self.table.table_id, title, tuple(row[0] for row in headings)))
        self.apart, self.inner = [], None
        return True


def _is_row_of(inside: Inside, filled: Sequence[Cell]) -> bool:
    """Whether a row has several texts, each in a place of its own, in the columns of a table."""
    columns = {cell.column for row in (inside.head, *inside.rows) for cell in row}
    placed = {cell.column for cell in filled}
    return len(placed) > 1 and bool(placed & columns)


def _is_title(row: Sequence[Cell]) -> bool:
    """Whether a text is set like a title."""
    return row[0].bold or row[0].fill is not None


def _goes_on(card: Card, filled: Sequence[Cell]) -> bool:
    """Whether a row stands beside the last labels of a card, and has none."""
    labels = [pair.label for pair in card.pairs.values()]
    if not labels:
        return False
    left = min((label.column for label in labels if label.row == labels[-1].row), default=0)
    return filled[0].column > left and all(name_of(cell) not in card.pairs for cell in filled)


def _add_label(card: Card, filled: Sequence[Cell]) -> bool:
    """A label that few cards have, where it is one with its value."""
    if len(filled) == MAX_TITLE_CELLS and (name := name_of(filled[0])):
        card.pairs[name] = Labelled(*filled)
        return True
    return False


def _go_on(card: Card, more: Sequence[Cell]) -> None:
    """More of the value above."""
    name, pair = next(reversed(card.pairs.items()))
    values = [pair.value, *more] if pair.value.text else more
    words = tuple(word for cell in values for word in cell.words)
    whole = replace(values[0], text="\n".join(cell.text for cell in values), words=words)
    card.pairs[name] = replace(pair, value=whole)


def _rated(cards: Sequence[Card]) -> list[Card]:
    """The cards with each of several ratings in one value under its own label."""
    apart = [[one for pair in card.pairs.values() for one in ratings_apart(pair)] for card in cards]
    return [
        replace(card, pairs={name_of(pair.label): pair for pair in pairs})
        for card, pairs in zip(cards, apart, strict=True)
    ]


def _whole(cards: Sequence[Card]) -> list[Card]:
    """The cards that have enough labels, and enough of those of all."""
    many = Counter(name for card in cards for name in card.pairs)
    common = {name for name, count in many.items() if count >= SHARED * len(cards)}
    return [
        card
        for card in cards
        if len(card.pairs) >= MIN_PAIRS_ALIKE and len(common & {*card.pairs}) >= SHARED * len(common)
    ]
