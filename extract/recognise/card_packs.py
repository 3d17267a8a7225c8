"""Recognise: cards whose labels come again, judged together, with what stands on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.alike_cards import packs_of_cards, parted_cards, tables_of
from agendapack.extract.recognise.card_labels import REF
from agendapack.extract.recognise.card_lists import Sheaf, sheaf_of
from agendapack.extract.recognise.card_model import Card
from agendapack.extract.recognise.card_rows import Head
from agendapack.extract.recognise.card_slots import slotted
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.forms import told_by
from agendapack.extract.recognise.inside_cards import heads_on, listed, take_values
from agendapack.extract.recognise.items_on_cards import take_items
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.listed import as_list, best
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.serving import serving
from agendapack.extract.recognise.within_cards import calls_controls

MIN_SAID = 3
"""Roles and values on each of several cards of one kind."""
SURE_OF_FORM = 2 / 3
"""Probability from which the cards of a form without a frame are records: the introductions of four plans
under the same headings had .55, cards one a page .9."""
MIN_TOLD = 2
"""Labels of a form that play a part in its records."""
Surroundings = Callable[[str], Around]


@dataclass(slots=True)
class ReadCards:
    """What cards were taken for, by the ids of the tables that they begin in."""

    found: dict[str, Recognised] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    """Tables that say no more than what cards have of them."""


def read_cards(tables: Sequence[Table], around: Surroundings) -> ReadCards:
    """All cards of a pack whose labels come again."""
    by_id = {table.table_id: table for table in tables}
    packs = [_judged(cards, by_id, around) for cards in packs_of_cards(tables, around)]
    loose = [table for table in tables if not table.parts[0].form]
    for cards in (*slotted(loose), *parted_cards(loose)):
        packs = _with_rival(packs, _judged(cards, by_id, around))
    read = ReadCards()
    for pack in packs:
        form = any(part.form for part in by_id[pack.cards[0].table].parts)
        if pack.are_records and (not form or pack.main.chance >= SURE_OF_FORM and _labels_tell(pack.main)):
            read.found |= _with_lists(pack, by_id)
            read.parts |= {part for card in pack.cards for part in card.parts} - _begun(
                pack.cards, pack.lists
            )
            continue
        for head, one in pack.lists.items():
            read.found |= _under_titles(pack.cards, head, one, by_id)
        if form:
            first = pack.cards[0].table
            read.found.setdefault(first, _in_doubt(pack.main, by_id[first]))
    return read


@dataclass(frozen=True)
class _Pack:
    """Cards with the same labels, what they are and what is listed on them."""

    cards: Sequence[Card]
    sheaf: Sheaf
    main: Recognised
    lists: dict[Head, Recognised]

    @property
    def are_records(self) -> bool:
        """Whether each is a record of its own."""
        return are_many(self.main) and _is_one_itself(self.main, self.lists.values())

    @property
    def told(self) -> int:
        """How many texts play a part in a record."""
        return sum(map(told_by, self.lists.values())) + (told_by(self.main) if self.are_records else 0)


def _judged(cards: Sequence[Card], by_id: Mapping[str, Table], around: Surroundings) -> _Pack:
    place = around(cards[0].table)
    lists = {head: one for head in heads_on(cards) if (one := _inside(cards, head, by_id, place))}
    sheaf = sheaf_of(cards, by_id)
    main = as_list(sheaf.whole, best(sheaf.whole, place))
    if main.kind in KINDS and (kind := KINDS[main.kind].over):
        lists |= _items(cards, by_id, place, kind)
    return _Pack(cards, sheaf, main, lists)


def _with_rival(packs: Sequence[_Pack], rival: _Pack) -> list[_Pack]:
    """The packs with another reading of the same tables, where it tells more than they do."""
    own = {name for card in rival.cards for name in tables_of(card)}
    same = [pack for pack in packs if any(own & tables_of(card) for card in pack.cards)]
    if rival.told <= sum(pack.told for pack in same):
        return [*packs]
    return [rival, *(pack for pack in packs if pack not in same)]


def _labels_tell(cards: Recognised) -> bool:
    """Whether several labels say what stands beside them: words that come again may be those of a map."""
    assert cards.reading is not None
    played = {role.column for role in cards.reading.roles} | {value.column for value in cards.reading.values}
    return sum(c.number in played and c.title not in ("", REF) for c in cards.columns) >= MIN_TOLD


def _in_doubt(main: Recognised, first: Table) -> Recognised:
    """Cards that may be records, by the first of them."""
    guess = main.kind or main.guess
    return replace(main, table=first, kind="", reading=None, guess=guess, guessed=main.reading, printed=None)


def _is_one_itself(main: Recognised, lists: Collection[Recognised]) -> bool:
    """Whether cards that list records are some too: then they say as much of themselves as a card must."""
    alike = any(one.kind == main.kind for one in lists)
    roles = [role.name for role in main.reading.roles] if main.reading else []
    return not alike or KINDS[main.kind].is_on_cards(roles)


def _begun(cards: Sequence[Card], lists: Collection[Head]) -> set[str]:
    """The tables that cards begin in, or that hold a list."""
    listing = (inside for card in cards for head, inside in card.inside.items() if head in lists)
    return {card.table for card in cards} | {inside.table for inside in listing}


def are_many(cards: Recognised) -> bool:
    """Whether so many cards say so much of their records that none is the head of a report."""
    said = len(cards.reading.roles) + len(cards.reading.values) if cards.reading else 0
    return said >= MIN_SAID and sum(row.kind == "body" for row in cards.table.rows) >= MIN_ALIKE


def _inside(
    cards: Sequence[Card], head: Head, tables: Mapping[str, Table], around: Around
) -> Recognised | None:
    """What the tables under a head list; None where they say something of their cards, which then have it."""
    whole = listed(cards, head, tables[cards[0].table])
    result = as_list(whole, best(whole, around))
    if result.reading is not None and not _lists_controls(result):
        return result
    take_values(cards, head)
    return None


def _items(
    cards: Sequence[Card], tables: Mapping[str, Table], around: Around, kind: str
) -> dict[Head, Recognised]:
    """What values list that say of each item who does it and when: records of the kind, or nothing more."""
    found: dict[Head, Recognised] = {}
    for head in take_items(cards):
        whole = listed(cards, head, tables[cards[0].table])
        result = as_list(whole, best(whole, around))
        if result.kind == kind:
            found[head] = result
    return found


def _lists_controls(found: Recognised) -> bool:
    """Whether a column is called controls, and none says when anything is to be done."""
    dated = found.reading is not None and found.reading.column("due") is not None
    return not dated and any(calls_controls(column.title) for column in found.columns)


def _with_lists(pack: _Pack, tables: Mapping[str, Table]) -> dict[str, Recognised]:
    """The records of cards, and of what stands on them in the same table."""
    cards, sheaf, main, lists = pack.cards, pack.sheaf, pack.main, pack.lists
    refs = {id(card): ref for card in cards if (ref := _ref_of(card, sheaf, main))}
    found: dict[str, Recognised] = {}
    for name, own in sheaf.own.items():
        one = _own(main, own, tables[name], "cards with the labels of others")
        for head, inner in lists.items():
            here = [card for card in cards if head in card.inside and card.inside[head].table == name]
            whole = listed(here, head, tables[name], cited=refs) if here else None
            if whole and (cited := serving(inner, main, whole.columns - 1)):
                one = replace(one, also=_own(cited, whole, tables[name], "a table on cards"))
        found[name] = one
    return found


def _ref_of(card: Card, sheaf: Sheaf, main: Recognised) -> Cell | None:
    """The reference of a card's record."""
    column = main.reading.column("ref") if main.reading else None
    return sheaf.row_of(card).at(column) if column is not None else None


def _under_titles(
    cards: Sequence[Card], head: Head, one: Recognised, tables: Mapping[str, Table]
) -> Iterator[tuple[str, Recognised]]:
    """What cards list whose own records are none, under the lines that head them."""
    for name in dict.fromkeys(card.inside[head].table for card in cards if head in card.inside):
        here = [card for card in cards if head in card.inside and card.inside[head].table == name]
        yield name, _own(one, listed(here, head, tables[name]), tables[name], "tables on cards")


def _own(result: Recognised, own: Table, printed: Table, reason: str) -> Recognised:
    """What was decided of many cards, for those of one table."""
    head = own.rows[: own.header_rows]
    columns = tuple(columns_of(own, head, own.rows[own.header_rows :]))
    return replace(result, table=own, columns=columns, reasons=(reason, *result.reasons), printed=printed)
