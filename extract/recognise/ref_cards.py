"""Recognise: cards that a reference beside a bold name begins, in a grid that does not show what is on them.

Labels stand in the first column beside their values, or in bold before them on a line; a table of its own,
under a line of bold titles, lists what belongs to the record of the card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from agendapack.extract.model import Cell, Row, Table, Word
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.normalise.status import status_group
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.card_labels import REF, Labelled
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.decide import NONE
from agendapack.extract.recognise.inner_tables import inner_rows, titles_in
from agendapack.extract.recognise.key_value_cards import MIN_TITLE_WORDS, one_row
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.listed import as_list, best
from agendapack.extract.recognise.printed_words import cell_of, labelled_in, lines_in
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.recognise.roles import read_as
from agendapack.extract.recognise.serving import serving
from agendapack.extract.recognise.share_done import PERCENT

NAME, STATUS, DONE, OVER = "Title", "Status", "Progress", "Of"
"""What is printed without a label: the record's name, how it stands, how much is done, whose the rows are."""
Labels = Mapping[str, Cell]


@dataclass(slots=True)
class _Card:
    """The record of a card, and the words of a table on it under their titles."""

    table: str
    ref: Cell
    pairs: list[Labelled]
    said: list[tuple[Cell, list[Word]]] = field(default_factory=list)
    """The labels of the first column, each with the words beside it."""
    titles: list[list[Word]] = field(default_factory=list)
    inside: list[Word] = field(default_factory=list)
    open: list[Word] | None = None
    """Where a row without a label goes on: the table on the card, or the value of the label above."""


def ref_cards(tables: Sequence[Table], around: Callable[[str], Around]) -> dict[str, Recognised]:
    """By its id each table of such cards, all of a pack judged as one list, and so what stands on them."""
    by_id = {table.table_id: table for table in tables}
    cards = [card for table in tables for card in _cards(table)]
    if not cards:
        return {}
    first, place = by_id[cards[0].table], around(cards[0].table)
    labels = {pair.name: pair.label for card in reversed(cards) for pair in card.pairs}
    result = _on_cards(_listed(first, labels, cards), place)
    if result is None:
        return {}
    listing = [card for card in cards if card.titles]
    inner = _judged(_inside(first, listing), place) if listing else None
    found: dict[str, Recognised] = {}
    for name in dict.fromkeys(card.table for card in cards):
        own = [card for card in cards if card.table == name]
        main = _own(result, _listed(by_id[name], labels, own), by_id[name])
        listing = [card for card in own if card.titles]
        also = _serving(inner, _inside(by_id[name], listing, cited=True), main) if inner and listing else None
        found[name] = replace(main, also=also)
    return found


def fuller(card: Recognised | None, found: Recognised) -> Recognised:
    """The reading of a table that says more of its records; what others take for cards stays that."""
    if card is None or found.said or found.printed or found.boxes:
        return found
    return card if len(_roles(card)) > len(_roles(found)) else found


def _roles(found: Recognised) -> tuple[Role, ...]:
    return found.reading.roles if found.reading else ()


def _judged(listed: Table, around: Around) -> Recognised | None:
    result = as_list(listed, best(listed, around))
    return result if result.reading is not None else None


def _on_cards(listed: Table, around: Around) -> Recognised | None:
    """The list read as the likeliest records that cards with such labels hold, likelier than none at all."""
    proposal = best(listed, around)
    if proposal is None:
        return None
    for kind in sorted(KINDS, key=lambda kind: -proposal.kinds[kind]):
        reading, chance = read_as(kind, proposal), proposal.kinds[kind]
        names = [role.name for role in reading.roles]
        if KINDS[kind].is_on_cards(names) and not reading.missing and chance > proposal.kinds[NONE]:
            reasons = tuple(role.reason for role in reading.roles)
            return Recognised(listed, kind, proposal.columns, reading, reasons, chance=chance)
    return None


def _own(result: Recognised, listed: Table, printed: Table) -> Recognised:
    """What was decided of all, for those of one table."""
    columns = tuple(columns_of(listed, listed.rows[:1], listed.rows[1:]))
    reasons = ("cards begun by a reference and a name", *result.reasons)
    return replace(result, table=listed, columns=columns, reasons=reasons, printed=printed)


def _serving(inner: Recognised, listed: Table, main: Recognised) -> Recognised | None:
    """What cards list, with the records of the cards that it serves."""
    cited = serving(inner, main, listed.columns - 1)
    return _own(cited, listed, main.printed or main.table) if cited else None


def _listed(table: Table, labels: Labels, cards: Sequence[_Card]) -> Table:
    """One row a card under the labels of all."""
    columns = {name: n for n, name in enumerate(labels)}
    rows = [{columns[pair.name]: pair.value for pair in reversed(card.pairs)} for card in cards]
    return _table(table, [*labels.values()], rows)


def _inside(table: Table, cards: Sequence[_Card], *, cited: bool = False) -> Table:
    """One row for each that the tables on the cards have, where `cited` before the card's reference."""
    titles = [cell_of(table.page, title) for title in cards[0].titles]
    over = [replace(titles[0], text=OVER, words=())] if cited else []
    rows = []
    for card in cards:
        for cells in inner_rows(card.ref.page, card.titles, card.inside, table.box.x1):
            rows.append({cell.column: cell for cell in cells} | ({len(titles): card.ref} if cited else {}))
    return _table(table, [*titles, *over], rows)


def _table(table: Table, head: Sequence[Cell], rows: Sequence[Mapping[int, Cell]]) -> Table:
    heads = [replace(label, row=0, column=n) for n, label in enumerate(head)]
    body = [
        one_row([replace(cells[n], row=number, column=n) for n in sorted(cells)], "body")
        for number, cells in enumerate(rows, 1)
    ]
    made = (one_row(heads, "header"), *body)
    return replace(table, columns=len(heads), rows=made, header_rows=1, caption=None)


def _cards(table: Table) -> list[_Card]:
    """The cards of a table, with what stands beside the labels of their first column."""
    cards = _parted(table)
    for card in cards:
        card.pairs += [Labelled(label, cell_of(label.page, words)) for label, words in card.said]
    return cards


def _parted(table: Table) -> list[_Card]:
    """The cards of a table; none of a table whose first row begins none."""
    cards: list[_Card] = []
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.text]
        if begun := _begun(table, filled):
            cards.append(begun)
        elif not cards:
            return []
        elif filled:
            _add(cards[-1], row, filled)
    return cards


def _begun(table: Table, filled: Sequence[Cell]) -> _Card | None:
    """The card that a row begins with a reference in the first column and a name, both in bold."""
    if len(filled) < 2 or filled[0].column or not filled[0].bold or not is_ref(filled[0].flat):
        return None
    ref, named, *others = filled
    name = [*_bold_first(named)]
    if len(name) < MIN_TITLE_WORDS:
        return None
    label = replace(ref, words=(), fill=None)
    card = _Card(table.table_id, ref, [
        Labelled(replace(label, text=REF), ref),
        Labelled(replace(label, text=NAME), cell_of(named.page, name)),
    ])  # fmt: skip
    _add_words(card, named.page, named.words[len(name) :])
    for other in others:
        _add_words(card, other.page, other.words)
    return card


def _bold_first(cell: Cell) -> Iterator[Word]:
    """The bold words that a cell begins with."""
    for word in cell.words:
        if not word.bold:
            return
        yield word


def _add(card: _Card, row: Row, filled: Sequence[Cell]) -> None:
    """What a row says of the record, or of what a table on the card lists."""
    label = filled[0] if filled[0].column == 0 else None
    rest = filled[1:] if label else filled
    words = [*chain.from_iterable(cell.words for cell in rest)]
    lines = lines_in(words)
    titles = titles_in(lines[0]) if lines else []
    if titles and not card.titles:
        card.titles, card.inside = titles, [word for line in lines[1:] for word in line]
        card.open = card.inside
    elif label is not None and words:
        card.open = words
        card.said.append((label, words))
    elif card.open is not None and label is None:
        card.open += words
    elif label is None:
        for cell in rest:
            _add_words(card, cell.page, cell.words)


def _add_words(card: _Card, page: int, words: Sequence[Word]) -> None:
    """What stands behind bold labels on a line; how the record stands and how much is done have none."""
    if not words:
        return
    pairs, rest = labelled_in(page, words)
    card.pairs += pairs
    text = " ".join(word.text for word in rest)
    label = STATUS if status_group(text) else DONE if PERCENT.fullmatch(text) else ""
    if label:
        whole = cell_of(page, rest)
        card.pairs.append(Labelled(replace(whole, text=label, words=()), whole))
