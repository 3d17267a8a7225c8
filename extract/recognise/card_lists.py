"""The list that cards stand for: one row a card under the labels of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from os.path import commonprefix

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.recognise.alike_cards import packs_of_cards
from agendapack.extract.recognise.card_labels import REF
from agendapack.extract.recognise.card_model import Card
from agendapack.extract.recognise.card_rows import SHARED, Name
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE, named_line, one_row
from agendapack.extract.recognise.lines_over import is_outside


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Cards with the same labels, as the list that they stand for."""

    whole: Table
    """Under the head one row a card, in printed order."""
    own: Mapping[str, Table]
    """By its id the list of the cards of each table alone."""
    cards: Sequence[Card]

    def row_of(self, card: Card) -> Row:
        """The row that a card is in the list."""
        at = next(n for n, each in enumerate(self.cards) if each is card)
        return [row for row in self.whole.rows if row.kind == "body"][at]


def sheaves(tables: Sequence[Table]) -> list[Sheaf]:
    """The lists of the cards of these tables, those with the same labels together."""
    by_id = {table.table_id: table for table in tables}
    return [sheaf_of(cards, by_id) for cards in packs_of_cards(tables)]


def sheaf_of(cards: Sequence[Card], tables: Mapping[str, Table]) -> Sheaf:
    """Cards as one list; headings over them are bands in it."""
    titled = _without_their_name([*map(_titles(cards).__getitem__, map(id, cards))])
    names = [*dict.fromkeys(chain.from_iterable(card.pairs for card in cards))]
    names = [name for name in names if any(_says(card, name) for card in cards)]
    label = {name: pair.label for card in reversed(cards) for name, pair in card.pairs.items()}
    heads = [*(_over_titles(titled) if any(titled) else ()), *(label[name] for name in names)]
    head = one_row([replace(cell, row=0, column=c) for c, cell in enumerate(heads)], "header")
    rows: dict[str, list[Row]] = defaultdict(list)
    for number, (card, title) in enumerate(zip(cards, titled, strict=True), 1):
        values = [*(_ref_and_text(title) if any(titled) else ()), *(_value(card, name) for name in names)]
        placed = [replace(v, row=number, column=c) for c, v in enumerate(values) if v is not None]
        bands = (one_row([replace(over, column=0)], "band") for over in card.over)
        rows[card.table] += [*bands, one_row(placed, "body")]

    def listed(table: Table, own: Sequence[Row]) -> Table:
        return replace(table, columns=len(heads), rows=(head, *own), header_rows=1, caption=None)

    first = tables[cards[0].table]
    return Sheaf(
        listed(first, [*chain.from_iterable(rows.values())]),
        {name: listed(tables[name], own) for name, own in rows.items()},
        cards,
    )


def _titles(cards: Sequence[Card]) -> dict[int, Sequence[Cell]]:
    """The titles of cards by their ids.

    A line that heads all of them alike says nothing of any, and one over a table of several nothing of one.
    """
    said = {tuple(cell.flat for cell in card.title) for card in cards}
    alike = len(said) == 1 and len(cards) > 1
    over = sum(is_outside(card.title) for card in cards) > SHARED * len(cards)
    return {id(card): () if alike or is_outside(card.title) and not over else card.title for card in cards}


def _without_their_name(titles: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """The titles without the words that all begin with, where references follow: "Delivery record HA1"."""
    lines = [title[0].flat.split() for title in titles if len(title) == 1]
    name = commonprefix([[word.casefold() for word in line] for line in lines])
    rests = [" ".join(line[len(name) :]) for line in lines]
    if not name or not all(map(_tells, rests)) or len(lines) < max(MIN_ALIKE, len(titles)):
        return titles
    return [
        (replace(t[0], text=rest, words=t[0].words[len(name) :]),)
        for t, rest in zip(titles, rests, strict=True)
    ]


def _tells(rest: str) -> bool:
    """Whether a reference stands there, or a number of two; one alone may only count the cards."""
    numbers = rest.split(".")
    return is_ref(rest) and not rest.isdigit() or len(numbers) > 1 and all(map(str.isdigit, numbers))


def _says(card: Card, name: Name) -> bool:
    value = card.pairs[name].value if name in card.pairs else None
    return value is not None and bool(value.text or value.fill)


def _value(card: Card, name: Name) -> Cell | None:
    pair = card.pairs.get(name)
    return pair.value if pair else None


def _ref_and_text(title: Sequence[Cell]) -> tuple[Cell | None, Cell | None]:
    """Reference and text of the line that heads a card."""
    if len(title) == 2:
        return title[0], title[1]
    if not title:
        return None, None
    (line,) = title
    ref, text = named_line(line.text)
    return (replace(line, text=ref) if ref else None), replace(line, text=text)


def _over_titles(titles: Sequence[Sequence[Cell]]) -> tuple[Cell, Cell]:
    """What stands over such references and texts: "Promise" over those of "Promise 1", "Promise 2"."""
    some = next(title[0] for title in titles if title)
    over = replace(some, words=(), fill=None)
    called = {_called(title[0].flat) for title in titles if len(title) == 2}
    return replace(over, text=REF), replace(over, text=called.pop() if len(called) == 1 else "")


def _called(ref: str) -> str:
    """The words before the number of a reference."""
    words = ref.split()
    return " ".join(words[:-1]) if len(words) > 1 and any(map(str.isdigit, words[-1])) else ""
