"""Recognise: the tables that stand on cards: lists of their own, or values of the record of the card.

A table whose rows are called the same on every card is a grid, with a value at each crossing. One that lists
no records says something of the card's own, each column in a value: its controls, say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.normalise.ratings import rating_of
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_model import Card, Inside
from agendapack.extract.recognise.card_rows import MIN_TITLES, SHARED, Head, at_side, name_of
from agendapack.extract.recognise.key_value_cards import one_row

OVER = "Of"
"""Over the references of the cards on which the rows of a list stand."""
MIN_COLUMNS = 3
"""Columns of a grid: what its rows are called, and two of values."""


def heads_on(cards: Sequence[Card], least: float = SHARED) -> list[Head]:
    """The heads of tables that stand on so large a share of these cards."""
    many = Counter(head for card in cards for head in card.inside)
    return [head for head, count in many.items() if count >= least * len(cards)]


def is_grid(cards: Sequence[Card], head: Head) -> bool:
    """Whether the rows of these tables are called the same on every card, or each table has but one."""
    if len(head) < MIN_TITLES:
        return False
    tables = [card.inside[head] for card in cards if head in card.inside]
    sides = Counter(name for table in tables for name in {name_of(row[0]) for row in table.rows})
    named = all(name and count >= SHARED * len(tables) for name, count in sides.items())
    widest = max((len(row) for table in tables for row in table.rows), default=0)
    return named and max(len(head), widest) >= MIN_COLUMNS or all(len(table.rows) <= 1 for table in tables)


def take_grid(cards: Sequence[Card], head: Head) -> None:
    """Gives each card the values of its grid, each under what its row and its column are called."""
    sided = any(len(card.inside[head].rows) > 1 for card in cards if head in card.inside)
    for card in cards:
        inside = card.inside.pop(head, None)
        for pair in _crossings(inside, sided=sided) if inside else ():
            card.pairs.setdefault(name_of(pair.label), pair)
        card.parts |= {inside.table} if inside else set()


def _crossings(inside: Inside, *, sided: bool) -> Iterator[Labelled]:
    titles = {cell.column: cell for cell in inside.head}
    for row in inside.rows:
        side, *values = row
        for value in values if sided else row:
            if title := titles.get(value.column):
                text = at_side(side, title) if sided else title.text
                yield Labelled(replace(title, text=text), value)


def take_values(cards: Sequence[Card], head: Head) -> None:
    """Gives each card what its table says, each column as the entries of one value."""
    for card in cards:
        inside = card.inside.pop(head, None)
        for title, cells in _columns(inside) if inside else ():
            if cells:
                card.pairs.setdefault(name_of(title), Labelled(title, _stacked(cells)))
        card.parts |= {inside.table} if inside else set()


def _columns(inside: Inside) -> Iterator[tuple[Cell, list[Cell]]]:
    if len(inside.head) < MIN_TITLES:
        yield inside.head[0], [_joined(row, " – ") for row in inside.rows]
        return
    for title in inside.head:
        yield title, [cell for row in inside.rows for cell in row if cell.column == title.column]


def _stacked(cells: Sequence[Cell]) -> Cell:
    """Cells of one column as one, each a bullet where there are several texts that rate nothing."""
    if len(cells) == 1:
        return cells[0]
    rated = any(rating_of(cell.flat) for cell in cells)
    text = "\n".join(cell.flat if rated else f"• {cell.flat}" for cell in cells)
    return replace(cells[0], text=text, words=tuple(word for cell in cells for word in cell.words))


def listed(
    cards: Sequence[Card], head: Head, table: Table, *, cited: Mapping[int, Cell] | None = None
) -> Table:
    """The rows of the tables under a head, under the lines that head their cards.

    With `cited` each is before the reference of its card instead.
    """
    titles = _titles([card.inside[head] for card in cards if head in card.inside])
    over = [replace(titles[0], text=OVER, words=())] if cited is not None else []
    place = {cell.column: n for n, cell in enumerate(titles)}
    rows = [one_row([replace(cell, row=0, column=n) for n, cell in enumerate((*titles, *over))], "header")]
    for card in cards:
        inside = card.inside.get(head)
        if inside is None:
            continue
        if cited is None and card.title:
            rows.append(_band(card.title, len(titles)))
        for own in inside.rows:
            cells = {place[cell.column]: cell for cell in own if cell.column in place}
            if not cells:
                continue
            row = one_row([replace(cells[n], row=len(rows), column=n) for n in sorted(cells)], "body")
            if cited and id(card) in cited:  # which may stand on another page
                whose = replace(cited[id(card)], row=len(rows), column=len(titles))
                row = replace(row, cells=(*row.cells, whose))
            rows.append(row)
    count = len(titles) + len(over)
    return replace(table, columns=count, rows=tuple(rows), header_rows=1, caption=None)


def _titles(tables: Sequence[Inside]) -> list[Cell]:
    """The titles of a head.

    Those of columns that most rows have and no title among them are blank, as are all under a mere caption.
    """
    titles = {cell.column: cell for cell in tables[0].head} if len(tables[0].head) >= MIN_TITLES else {}
    rows = [row for table in tables for row in table.rows]
    many = Counter(cell.column for row in rows for cell in row if cell.column not in titles)
    blank = replace(tables[0].head[0], text="", words=())
    titles |= {n: replace(blank, column=n) for n, count in many.items() if count > SHARED * len(rows)}
    return [titles[n] for n in sorted(titles)]


def _joined(cells: Sequence[Cell], between: str) -> Cell:
    """Cells beside one another as one."""
    words = tuple(word for cell in cells for word in cell.words)
    return replace(cells[0], text=between.join(cell.flat for cell in cells), words=words)


def _band(title: Sequence[Cell], columns: int) -> Row:
    """The line that heads a card as a heading over the rows on it."""
    whole = replace(_joined(title, " "), row=0, column=0)
    return replace(one_row([whole], "band"), cells=(replace(whole, row_span=1, column_span=columns),))
