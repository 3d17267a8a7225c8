"""Cards in any words: what is printed beside the same labels again and again is a record, whatever they say.

One card alone shows only whether its labels are known. Several under the same labels are a list, one record
a card, which is judged as a whole: titles that nobody knows stand over cells that tell what they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.recognise.card_labels import REF, Labelled
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE, MIN_PAIRS_ALIKE, named_line, one_row
from agendapack.extract.recognise.titles import folded

MAX_LABEL_WORDS = 8
"""A longer text is no label, however often it is printed."""
LABELS_SHARE = 0.6
"""Share of a column's texts that are printed beside other records too where it is one of labels."""
MAX_TITLE_CELLS = 2
"""Texts of the line that heads a card: its reference and its name."""
SHARED = 0.5
"""Share of the labels of all cards that each of them has."""
Name = tuple[str, ...]
Labels = frozenset[tuple[int, Name]]
"""What is printed again and again in which column."""


@dataclass(slots=True)
class _Card:
    """The labelled values of one record, and the line that heads it."""

    table: str
    title: Sequence[Cell] = ()
    pairs: dict[Name, Labelled] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Cards with the same labels, as the list that they stand for."""

    whole: Table
    """Under the head one row a card, in printed order."""
    own: Mapping[str, Table]
    """By its id the list of the cards of each table alone."""


def sheaves(tables: Sequence[Table]) -> list[Sheaf]:
    """The cards of these tables, those with the same labels together; none where a text has no label."""
    known = _labels(tables)
    alike: dict[Name, list[_Card]] = defaultdict(list)
    for table in tables if known else ():
        for card in _cards(table, known):
            alike[next(iter(card.pairs))].append(card)
    by_id = {table.table_id: table for table in tables}
    return [_sheaf(cards, by_id) for cards in map(_whole, alike.values()) if len(cards) >= MIN_ALIKE]


def _labels(tables: Sequence[Table]) -> Labels:
    """The texts that stand beside others again and again, each with its column."""
    rows = (_filled(row) for table in tables for row in table.rows)
    many = Counter((cell.column, _name(cell)) for filled in rows for cell in filled[:-1])
    return frozenset(label for label, count in many.items() if count >= MIN_ALIKE and label[1])


def _name(cell: Cell) -> Name:
    """What a text is as a label; nothing where it is too long for one."""
    words = folded(cell.flat)
    return words if len(words) <= MAX_LABEL_WORDS else ()


def _filled(row: Row) -> list[Cell]:
    return [c for c in row.cells if c.text]


def _cards(table: Table, known: Labels) -> list[_Card]:
    """The cards of a table, each begun by its first label; none where something in it is no part of one."""
    columns = _label_columns(table, known)
    cards: list[_Card] = []
    apart: Sequence[Cell] = ()
    for filled in filter(None, map(_filled, table.rows)):
        pairs = _pairs(filled, columns, known)
        if pairs:
            if not cards or _name(pairs[0].label) in cards[-1].pairs:
                cards.append(_Card(table.table_id, apart))
            elif apart and not _add_label(cards[-1], apart):
                return []
            apart = ()
            cards[-1].pairs.update((_name(pair.label), pair) for pair in pairs)
        elif cards and not apart and all(cell.column not in columns for cell in filled):
            _go_on(cards[-1], filled)
        elif len(filled) > MAX_TITLE_CELLS or apart and not (cards and _add_label(cards[-1], apart)):
            return []
        else:
            apart = filled
    return cards if not apart or cards and _add_label(cards[-1], apart) else []


def _add_label(card: _Card, filled: Sequence[Cell]) -> bool:
    """A label that few cards have, where it is one with its value."""
    if len(filled) == MAX_TITLE_CELLS and (name := _name(filled[0])):
        card.pairs[name] = Labelled(*filled)
        return True
    return False


def _label_columns(table: Table, known: Labels) -> frozenset[int]:
    """The columns most of whose texts are labels."""
    texts: dict[int, list[bool]] = defaultdict(list)
    for row in table.rows:
        for cell in _filled(row):
            texts[cell.column].append((cell.column, _name(cell)) in known)
    return frozenset(n for n, those in texts.items() if sum(those) >= LABELS_SHARE * len(those))


def _pairs(filled: Sequence[Cell], columns: frozenset[int], known: Labels) -> list[Labelled]:
    """Each label of a row with the text beside it, if any; nothing where a row is not of such alone."""
    pairs: list[Labelled] = []
    for n, cell in enumerate(filled):
        if cell.column in columns:
            if (cell.column, _name(cell)) not in known:
                return []
            pairs.append(Labelled(cell, replace(cell, text="", words=(), fill=None)))
        elif not n or filled[n - 1].column not in columns:
            return []  # a row of a list: several texts beside the first
        else:
            pairs[-1] = replace(pairs[-1], value=cell)
    return pairs


def _go_on(card: _Card, more: Sequence[Cell]) -> None:
    """More of the value above."""
    name, pair = next(reversed(card.pairs.items()))
    values = [pair.value, *more] if pair.value.text else more
    words = tuple(word for cell in values for word in cell.words)
    whole = replace(values[0], text="\n".join(cell.text for cell in values), words=words)
    card.pairs[name] = replace(pair, value=whole)


def _whole(cards: Sequence[_Card]) -> list[_Card]:
    """The cards that have enough labels, and enough of those of all."""
    many = Counter(name for card in cards for name in card.pairs)
    common = {name for name, count in many.items() if count >= SHARED * len(cards)}
    return [
        card
        for card in cards
        if len(card.pairs) >= MIN_PAIRS_ALIKE and len(common & {*card.pairs}) >= SHARED * len(common)
    ]


def _sheaf(cards: Sequence[_Card], tables: Mapping[str, Table]) -> Sheaf:
    names = [*dict.fromkeys(chain.from_iterable(card.pairs for card in cards))]
    titled = any(card.title for card in cards)
    label = {name: pair.label for card in reversed(cards) for name, pair in card.pairs.items()}
    heads = [*(_over_titles(cards) if titled else ()), *(label[name] for name in names)]
    head = one_row([replace(cell, row=0, column=c) for c, cell in enumerate(heads)], "header")
    rows: dict[str, list[Row]] = defaultdict(list)
    for number, card in enumerate(cards, 1):
        values = [*(_title_of(card) if titled else ()), *(_value(card, name) for name in names)]
        placed = [replace(v, row=number, column=c) for c, v in enumerate(values) if v is not None]
        rows[card.table].append(one_row(placed, "body"))

    def listed(table: Table, own: Sequence[Row]) -> Table:
        return replace(table, columns=len(heads), rows=(head, *own), header_rows=1, caption=None)

    first = tables[cards[0].table]
    return Sheaf(
        listed(first, [*chain.from_iterable(rows.values())]),
        {name: listed(tables[name], own) for name, own in rows.items()},
    )


def _value(card: _Card, name: Name) -> Cell | None:
    pair = card.pairs.get(name)
    return pair.value if pair else None


def _title_of(card: _Card) -> tuple[Cell | None, Cell | None]:
    """Reference and text of the line that heads a card."""
    if len(card.title) == 2:
        return card.title[0], card.title[1]
    if not card.title:
        return None, None
    (line,) = card.title
    ref, text = named_line(line.text)
    return (replace(line, text=ref) if ref else None), replace(line, text=text)


def _over_titles(cards: Sequence[_Card]) -> tuple[Cell, Cell]:
    """What stands over such references and texts: "Promise" over those of "Promise 1", "Promise 2"."""
    some = next(card.title[0] for card in cards if card.title)
    over = replace(some, words=(), fill=None)
    called = {_called(card.title[0].flat) for card in cards if len(card.title) == 2}
    return replace(over, text=REF), replace(over, text=called.pop() if len(called) == 1 else "")


def _called(ref: str) -> str:
    """The words before the number of a reference."""
    words = ref.split()
    return " ".join(words[:-1]) if len(words) > 1 and any(map(str.isdigit, words[-1])) else ""
