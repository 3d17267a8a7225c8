"""Recognise: cards whose labels come again, judged together, with what stands on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.alike_cards import packs_of_cards
from agendapack.extract.recognise.card_lists import Sheaf, sheaf_of
from agendapack.extract.recognise.card_model import Card
from agendapack.extract.recognise.card_rows import Head
from agendapack.extract.recognise.columns import columns_of
from agendapack.extract.recognise.inside_cards import heads_on, listed, take_values
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.listed import as_list, best
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.recognise.within_cards import calls_controls

MIN_SAID = 3
"""Roles and values on each of several cards of one kind."""
SERVES = {"actions": "parent_refs", "risks": "risk_refs"}
"""By what a card's record is the column in which actions listed on the card cite it."""
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
    read = ReadCards()
    for cards in packs_of_cards(tables, around):
        place = around(cards[0].table)
        lists = {head: one for head in heads_on(cards) if (one := _inside(cards, head, by_id, place))}
        sheaf = sheaf_of(cards, by_id)
        main = as_list(sheaf.whole, best(sheaf.whole, place))
        if are_many(main) and _is_one_itself(main, lists.values()):
            read.found |= _with_lists(cards, sheaf, main, lists, by_id)
            read.parts |= {part for card in cards for part in card.parts} - _begun(cards, lists)
        else:
            for head, one in lists.items():
                read.found |= _under_titles(cards, head, one, by_id)
    return read


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


def _lists_controls(found: Recognised) -> bool:
    """Whether a column is called controls, and none says when anything is to be done."""
    dated = found.reading is not None and found.reading.column("due") is not None
    return not dated and any(calls_controls(column.title) for column in found.columns)


def _with_lists(
    cards: Sequence[Card],
    sheaf: Sheaf,
    main: Recognised,
    lists: Mapping[Head, Recognised],
    tables: Mapping[str, Table],
) -> dict[str, Recognised]:
    """The records of cards, and of what stands on them in the same table."""
    refs = {id(card): ref for card in cards if (ref := _ref_of(card, sheaf, main))}
    found: dict[str, Recognised] = {}
    for name, own in sheaf.own.items():
        one = _own(main, own, tables[name], "cards with the labels of others")
        for head, inner in lists.items():
            here = [card for card in cards if head in card.inside and card.inside[head].table == name]
            role = SERVES.get(main.kind)
            if here and role and inner.kind == "actions":
                whole = listed(here, head, tables[name], cited=refs)
                one = replace(one, also=_serving(inner, whole, tables[name], role))
        found[name] = one
    return found


def _ref_of(card: Card, sheaf: Sheaf, main: Recognised) -> Cell | None:
    """The reference of a card's record."""
    column = main.reading.column("ref") if main.reading else None
    return sheaf.row_of(card).at(column) if column is not None else None


def _serving(inner: Recognised, whole: Table, printed: Table, role: str) -> Recognised:
    """What cards list, with the records of the cards that it serves."""
    assert inner.reading is not None
    others = (other for other in inner.reading.roles if other.name != role)
    roles = (*others, Role(whole.columns - 1, role, "the card that it stands on"))
    cited = replace(inner, reading=replace(inner.reading, roles=roles, beside=role))
    return _own(cited, whole, printed, "a table on cards")


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
