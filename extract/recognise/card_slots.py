"""Cards whose texts stand in blocks: what stands in the same place of each says the same of its record.

Nothing needs to tell where a record begins: each of these tables is one card. What is printed on the cards
again and again is their form; the other texts are values: beside a label, below one, or in a place of their
own, as a title, a large figure, a coloured word or a note are. Places without a label are columns without a
title.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Table
from agendapack.extract.normalise.rag import direction_of, rag_of_text
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.recognise.card_crossings import crossings
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_model import Card
from agendapack.extract.recognise.card_places import Texts, behind, below, in_line, joined, looks_of, right_of
from agendapack.extract.recognise.card_rows import (
    Name,
    Names,
    name_of,
    printed,
    unfilled,
)
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE
from agendapack.extract.recognise.labels_apart import labels_in_cells

MIN_LABELS = 2
"""Labels that cards have in common."""
MOST = 0.75
"""Share of the cards on which a text is printed that is a label without a colon."""
SIGNAL: Name = ("", "colour")
"""The name of what a card says by a colour alone."""


@dataclass(frozen=True, slots=True)
class _Unlabelled:
    """A text without a label: behind which label, in what type, and how far below the top of its card."""

    after: Name
    looks: tuple[object, ...]
    below: float
    cell: Cell


def slotted(tables: Sequence[Table]) -> list[list[Card]]:
    """The cards that are tables of their own, those with the same labels together."""
    left = [table for table in tables if all(part.method == FRAMES for part in table.parts)]
    split = labels_in_cells(left)
    read = {
        t.table_id: [c for row in rows for c in printed(row)] for t, rows in zip(left, split, strict=True)
    }
    found: list[list[Card]] = []
    while left:
        first = _names(read[left[0].table_id])
        alike = [
            t for t in left if _are_alike(left[0], t) or len(first & _names(read[t.table_id])) >= MIN_LABELS
        ]
        known = frozenset(chain.from_iterable(part.form for t in alike for part in t.parts))
        labels = known or _labels([read[t.table_id] for t in alike])
        if len(alike) >= MIN_ALIKE and len(labels) >= MIN_LABELS:
            cards = _cards(alike, read, labels)
            found += [cards] if any(map(_says_anything, cards)) else []
        left = [t for t in left[1:] if t not in alike]
    return found


def _says_anything(card: Card) -> bool:
    """Whether anything stands on a card beside its labels: forms are printed empty, too."""
    return bool(card.title) or any(pair.value.text or pair.value.fill for pair in card.pairs.values())


def _are_alike(one: Table, other: Table) -> bool:
    """Whether two cards were found to be of one form."""
    return one.parts[0].form == other.parts[0].form != frozenset()


def _names(texts: Texts) -> Names:
    return frozenset(name for cell in texts if (name := name_of(cell)) and _has_letters(name))


def _labels(cards: Sequence[Texts]) -> Names:
    """What stands before a colon on several cards, and what is printed on most of them and rates nothing."""
    many = Counter(chain.from_iterable(map(_names, cards)))
    colons = Counter(
        name_of(one)
        for texts in cards
        for one, after in zip(texts, texts[1:], strict=False)
        if one.box == after.box
    )
    rated = {name for name in many if rag_of_text(" ".join(name))}
    return frozenset(
        name
        for name, count in many.items()
        if colons[name] >= MIN_ALIKE or count >= MOST * len(cards) and name not in rated
    )


def _cards(tables: Sequence[Table], read: Mapping[str, Texts], labels: Names) -> list[Card]:
    """A card a table; texts without a label in the same place of each are pairs of the same name."""
    beside = _beside(tables, read, labels)
    cards: list[Card] = []
    texts: list[list[_Unlabelled]] = []
    titled: set[tuple[object, ...]] = set()
    first = _first_label(tables, read, labels)
    for table in tables:
        card = Card(table.table_id)
        apart = _take(card, table, read[table.table_id], labels, beside)
        if cards and _goes_on(cards[-1], card, first) and not _is_titled(apart, titled):
            texts[-1] += _add(cards[-1], card, apart)
            continue
        titled |= {one.looks for one in apart[:1] if not one.after}
        card.title = _title(apart)
        apart = [one for one in apart if not any(one.cell is cell for cell in card.title)]
        cards.append(card)
        texts.append(apart)
        if signal := _signal(table):
            card.pairs[SIGNAL] = Labelled(replace(signal, fill=None), signal)
    for slot, members in _slots(texts).items():
        for n, cell in members.items():
            cards[n].pairs[slot] = Labelled(replace(cell, text="", words=(), fill=None), cell)
    return cards


def _signal(table: Table) -> Cell | None:
    """The colour that rates a card without a word."""
    return next((c for row in table.rows for c in row.cells if c.fill and not c.text), None)


def _first_label(tables: Sequence[Table], read: Mapping[str, Texts], labels: Names) -> Name:
    """The label with which most of these cards begin."""
    named = ([name for cell in read[t.table_id] if (name := name_of(cell)) in labels] for t in tables)
    return Counter(own[0] for own in named if own).most_common(1)[0][0]


def _goes_on(before: Card, card: Card, first: Name) -> bool:
    """Whether what was cut from a card by the end of a page stands here: other labels, without the first."""
    return first in before.pairs and first not in card.pairs and before.pairs.keys().isdisjoint(card.pairs)


def _is_titled(apart: Sequence[_Unlabelled], titled: Collection[tuple[object, ...]]) -> bool:
    """Whether a card begins in the type in which others are titled."""
    return bool(apart) and not apart[0].after and apart[0].looks in titled


def _add(before: Card, rest: Card, apart: Sequence[_Unlabelled]) -> list[_Unlabelled]:
    """Add the rest of a card, whose first text goes on with the last value; what has no label comes back."""
    more = [one.cell for one in apart if not one.after]
    if more:
        name, pair = next(reversed(before.pairs.items()))
        value = joined(more)
        if pair.value.text:  # which stands on another page
            value = replace(pair.value, text="\n".join((pair.value.text, value.text)))
        before.pairs[name] = Labelled(pair.label, value)
    before.pairs |= rest.pairs
    before.parts.add(rest.table)
    return [one for one in apart if one.after]


def _title(apart: Sequence[_Unlabelled]) -> tuple[Cell, ...]:
    """The text that heads a card, with the reference that stands beside it."""
    if not apart or apart[0].after:
        return ()
    first = apart[0].cell
    line = [one.cell for one in apart if not one.after and in_line(one.cell, first)]
    refs = [cell for cell in line if is_ref(cell.flat)]
    titles = [cell for cell in line if cell.bold and len(cell.flat.split()) > 1 and not is_ref(cell.flat)]
    longest = max(titles, key=lambda cell: len(cell.flat), default=None)
    return (refs[0], longest) if len(refs) == 1 and longest else (first,)


def _beside(tables: Sequence[Table], read: Mapping[str, Texts], labels: Names) -> Names:
    """The labels whose values stand beside them: on most cards there is something, and none is a label."""
    many: Counter[Name] = Counter()
    for table in tables:
        texts = read[table.table_id]
        for cell in texts:
            if (name := name_of(cell)) in labels:
                after = right_of(cell, texts)
                many[name] += 1 if after is not None and name_of(after) not in labels else -1
    return frozenset(name for name, count in many.items() if count > 0)


def _take(card: Card, table: Table, texts: Texts, labels: Names, beside: Names) -> list[_Unlabelled]:
    """Give the card its labelled values; what has no label comes back, in printed order."""
    grids, owned = crossings(texts, labels)
    card.pairs |= {name_of(pair.label): pair for pair in grids}
    named = [cell for cell in texts if name_of(cell) in labels and id(cell) not in owned]
    others = [cell for cell in texts if name_of(cell) not in labels]
    for cell in named:
        name = name_of(cell)
        values = behind(cell, texts, labels) if name in beside else below(cell, named, others)
        values = [value for value in values if id(value) not in owned]
        if name not in card.pairs:
            card.pairs[name] = Labelled(cell, joined(values)) if values else unfilled(cell)
            owned |= set(map(id, values))
    apart: list[_Unlabelled] = []
    last: Name = ()
    for cell in texts:
        if name_of(cell) in labels:
            last = name_of(cell)
        elif id(cell) not in owned and _says(cell):
            apart.append(_Unlabelled(last, looks_of(cell), cell.box.top - table.box.top, cell))
    return apart


def _says(cell: Cell) -> bool:
    """Whether a text says something: a mark between boxes says nothing, an arrow may."""
    return any(map(str.isalnum, cell.text)) or bool(direction_of(cell.text))


def _slots(texts: Sequence[Sequence[_Unlabelled]]) -> dict[Name, dict[int, Cell]]:
    """The places of texts without a label, each with its text on each card by the card's number.

    Of texts behind the same label in the same type, a card with fewer of them than another has those that
    stand as far below its top.
    """
    alike: dict[tuple[Name, tuple[object, ...]], dict[int, list[_Unlabelled]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for n, own in enumerate(texts):
        for one in own:
            alike[one.after, one.looks][n].append(one)
    slots: dict[Name, dict[int, Cell]] = {}
    for (after, looks), by_card in alike.items():
        longest = max(by_card.values(), key=len)
        places = [slots.setdefault(("", *after, *map(str, looks), str(k)), {}) for k in range(len(longest))]
        for n, own in by_card.items():
            at = 0
            for k, one in enumerate(own):
                rest = len(own) - k - 1
                at = min(range(at, len(longest) - rest), key=lambda p: abs(longest[p].below - one.below))
                places[at][n] = one.cell
                at += 1
    return slots


def _has_letters(name: Name) -> bool:
    return any(map(str.isalpha, "".join(name)))
