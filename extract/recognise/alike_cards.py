"""Cards in any words: what is printed beside the same labels again and again is a record, whatever they say.

One card alone shows only whether its labels are known. Several under the same labels are a list, one record
a card, which is judged as a whole: titles that nobody knows stand over cells that tell what they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.recognise.card_labels import REF, Labelled, rating_at
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE, MIN_PAIRS_ALIKE, named_line, one_row
from agendapack.extract.recognise.labels_apart import Texts, labels_in_cells
from agendapack.extract.recognise.rows_by_lines import is_walled, rows_by_lines

MAX_LABEL_WORDS = 8
"""A longer text is no label, however often it is printed."""
MAX_TITLE_CELLS = 2
"""Texts of the line that heads a card: its reference and its name."""
SHARED = 0.5
"""Share of the labels of all cards that each of them has, and of the cards that have each label."""
Name = tuple[str, ...]
Names = frozenset[Name]
Lead = tuple[int, Name]
"""The text that begins a row, with its column."""
Known = Mapping[Lead, Names]
"""The labels of the rows that begin so, the first among them."""


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
    found: list[Sheaf] = []
    for read in READINGS:
        known = {name for sheaf in found for name in sheaf.own}
        left = [table for table in tables if table.table_id not in known]
        found += _sheaves(left, read(left))
    return found


def _by_cells(tables: Sequence[Table]) -> list[Texts]:
    return [[*map(_filled, table.rows)] for table in tables]


def _by_lines(tables: Sequence[Table]) -> list[Texts]:
    """Without walls the columns may be those of no row: then lines tell the texts."""
    return [[] if is_walled(table) else rows_by_lines(table) for table in tables]


READINGS: Sequence[Callable[[Sequence[Table]], list[Texts]]] = (_by_cells, _by_lines, labels_in_cells)
"""What stands beside what, the likeliest first."""


def _sheaves(tables: Sequence[Table], texts: Sequence[Texts]) -> list[Sheaf]:
    known = _known(texts)
    alike: dict[Name, list[_Card]] = defaultdict(list)
    for table, rows in zip(tables, texts, strict=True) if known else ():
        for card in _cards(table, rows, known):
            alike[next(iter(card.pairs))].append(card)
    by_id = {table.table_id: table for table in tables}
    return [_sheaf(cards, by_id) for cards in map(_whole, alike.values()) if len(cards) >= MIN_ALIKE]


def _known(texts: Sequence[Texts]) -> Known:
    """The labels of the rows that begin alike again and again."""
    alike: dict[Lead, list[Sequence[Cell]]] = defaultdict(list)
    for filled in chain.from_iterable(texts):
        if len(filled) > 1 and (lead := _lead(filled))[1]:
            alike[lead].append(filled)
    return {
        lead: found for lead, rows in alike.items() if len(rows) >= MIN_ALIKE and (found := _labels(rows))
    }


def _labels(rows: Sequence[Sequence[Cell]]) -> Names:
    """The labels of rows that begin alike: what most of them say in turn with what each says for itself."""
    many = Counter(chain.from_iterable({_name(cell) for cell in row} for row in rows))
    again = frozenset(
        name for name, count in many.items() if count >= SHARED * len(rows) and _has_letters(name)
    )
    longest = max(map(len, rows))
    if longest % 2 and len({tuple(map(_name, row)) for row in rows}) == 1:
        return frozenset()  # a head that is printed again: nothing in it is said for itself
    split = [_in_turn(row, again) for row in rows if len(row) == longest]
    told = [pair for pairs in split for n, pair in enumerate(pairs) if n or not _is_side(pairs)]
    labelled = Counter(_name(pair.label) for pair in told)
    return frozenset(name for name, count in labelled.items() if count > len(split) / 2)


def _is_side(pairs: Sequence[Labelled]) -> bool:
    """Whether the first label of a row has no value, but others behind it: "Inherent | Likelihood | 4"."""
    return len(pairs) > 1 and not pairs[0].value.text


def _in_turn(filled: Sequence[Cell], again: Names) -> list[Labelled]:
    """The pairs of a row whose labels come again, as a value may too; nothing where two values are together.

    A text after a label is its value, unless one that is no label stands beside it: then the first has none.
    """
    pairs: list[Labelled] = []
    for n, cell in enumerate(filled):
        may_label = not n or _name(cell) in again
        owned = n + 1 < len(filled) and _name(filled[n + 1]) not in again
        if pairs and not pairs[-1].value.text and not (may_label and owned):
            pairs[-1] = replace(pairs[-1], value=cell)
        elif may_label:
            pairs.append(_unfilled(cell))
        else:
            return []
    return pairs


def _unfilled(label: Cell) -> Labelled:
    return Labelled(label, replace(label, text="", words=(), fill=None))


def _lead(filled: Sequence[Cell]) -> Lead:
    return filled[0].column, _name(filled[0])


def _name(cell: Cell) -> Name:
    """What a text is as a label; nothing where it is too long for one."""
    words = tuple(cell.flat.casefold().rstrip(": ").split())
    return words if len(words) <= MAX_LABEL_WORDS else ()


def _has_letters(name: Name) -> bool:
    return any(map(str.isalpha, "".join(name)))


def _filled(row: Row) -> list[Cell]:
    return [c for c in row.cells if c.text]


def _cards(table: Table, texts: Texts, known: Known) -> list[_Card]:
    """The cards of a table, each begun by its first label; none where something in it is no part of one."""
    cards: list[_Card] = []
    apart: Sequence[Cell] = ()
    for filled in filter(None, texts):
        pairs = _pairs(filled, known)
        if pairs:
            named = {_name(pair.label): pair for pair in pairs}
            if not cards or _name(pairs[0].label) in cards[-1].pairs:
                cards.append(_Card(table.table_id, apart))
            elif named.keys() & cards[-1].pairs.keys() or apart and not _add_label(cards[-1], apart):
                return []  # what stands beside several labels is none: "Open" in the rows of a list
            apart = ()
            cards[-1].pairs |= named
        elif cards and not apart and _goes_on(cards[-1], filled):
            _go_on(cards[-1], filled)
        elif len(filled) > MAX_TITLE_CELLS or apart and not (cards and _add_label(cards[-1], apart)):
            return []
        else:
            apart = filled
    return cards if not apart or cards and _add_label(cards[-1], apart) else []


def _goes_on(card: _Card, filled: Sequence[Cell]) -> bool:
    """Whether a row stands beside the labels of a card, and has none."""
    left = min(pair.label.column for pair in card.pairs.values())
    return filled[0].column > left and all(_name(cell) not in card.pairs for cell in filled)


def _add_label(card: _Card, filled: Sequence[Cell]) -> bool:
    """A label that few cards have, where it is one with its value."""
    if len(filled) == MAX_TITLE_CELLS and (name := _name(filled[0])):
        card.pairs[name] = Labelled(*filled)
        return True
    return False


def _pairs(filled: Sequence[Cell], known: Known) -> list[Labelled]:
    """Each label of a row with the text beside it, if any; nothing where a row is not of such alone."""
    labels = known.get(_lead(filled), frozenset())
    names = [_name(cell) for cell in filled]
    side = filled[0] if labels and names[0] not in labels else None
    pairs: list[Labelled] = []
    for n, cell in enumerate(filled):
        again = n and names[n] in names[n + 1 :]  # a value: "Status | Progress | Progress | 55%"
        if names[n] in labels and not again:
            pairs.append(_unfilled(_under(side, cell)))
        elif cell is not side and (not pairs or pairs[-1].value.text):
            return []  # a row of a list: several texts beside the first
        elif cell is not side:
            pairs[-1] = replace(pairs[-1], value=cell)
    return pairs


def _under(side: Cell | None, label: Cell) -> Cell:
    """A label with the stage or group at the left of its row: "Inherent likelihood"."""
    if side is None:
        return label
    return replace(label, text=rating_at(side.flat, label.flat) or f"{side.flat} {label.flat}")


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
