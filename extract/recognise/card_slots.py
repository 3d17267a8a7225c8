"""Cards whose texts stand in blocks: what stands in the same place of each says the same of its record.

Nothing needs to tell where a record begins: each of these tables is one card. What is printed on the cards
again and again is their form; the other texts are values: beside a label, below one, or in a place of their
own, as a title, a large figure, a coloured word or a note are. Places without a label are columns without a
title.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Cell, Table, union
from agendapack.extract.normalise.rag import direction_of, rag_of_text
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_model import Card
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
EDGE_PT = 6.0
"""A value below its label begins this much to the left of it at most."""
SHARED = 0.5
"""Share of its height that a value has beside its label."""
Texts = Sequence[Cell]


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
    cards, texts = [], []
    for table in tables:
        card = Card(table.table_id)
        apart = _take(card, table, read[table.table_id], labels, beside)
        card.title = _title(apart)
        apart = [one for one in apart if not any(one.cell is cell for cell in card.title)]
        cards.append(card)
        texts.append(apart)
    for slot, members in _slots(texts).items():
        for n, cell in members.items():
            cards[n].pairs[slot] = Labelled(replace(cell, text="", words=(), fill=None), cell)
    return cards


def _title(apart: Sequence[_Unlabelled]) -> tuple[Cell, ...]:
    """The text that heads a card, with the reference that stands beside it."""
    if not apart or apart[0].after:
        return ()
    first = apart[0].cell
    line = [one.cell for one in apart if not one.after and _in_line(one.cell, first)]
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
                after = _right_of(cell, texts)
                many[name] += 1 if after is not None and name_of(after) not in labels else -1
    return frozenset(name for name, count in many.items() if count > 0)


def _right_of(label: Cell, texts: Texts) -> Cell | None:
    """The next text on the line of a label, or behind its colon."""
    own = label.box
    beside = [
        c
        for c in texts
        if c is not label
        and (c.box == own or c.box.x0 >= own.x1 - 1)
        and min(c.box.bottom, own.bottom) - max(c.box.top, own.top)
        >= SHARED * min(own.height, c.words[0].box.height if c.words else own.height)
    ]
    return min(beside, key=lambda c: (c.box != own, c.box.x0), default=None)


def _take(card: Card, table: Table, texts: Texts, labels: Names, beside: Names) -> list[_Unlabelled]:
    """Give the card its labelled values; what has no label comes back, in printed order."""
    owned: set[int] = set()
    named = [cell for cell in texts if name_of(cell) in labels]
    others = [cell for cell in texts if name_of(cell) not in labels]
    for cell in named:
        name = name_of(cell)
        values = _behind(cell, texts, labels) if name in beside else _below(cell, named, others)
        values = [value for value in values if id(value) not in owned]
        if name not in card.pairs:
            card.pairs[name] = Labelled(cell, _joined(values)) if values else unfilled(cell)
            owned |= set(map(id, values))
    apart: list[_Unlabelled] = []
    last: Name = ()
    for cell in texts:
        if name_of(cell) in labels:
            last = name_of(cell)
        elif id(cell) not in owned and _says(cell):
            apart.append(_Unlabelled(last, _looks(cell), cell.box.top - table.box.top, cell))
    return apart


def _behind(label: Cell, texts: Texts, labels: Names) -> list[Cell]:
    after = _right_of(label, texts)
    return [after] if after is not None and name_of(after) not in labels else []


def _are_centred(one: Box, other: Box) -> bool:
    return abs(one.mid_x - other.mid_x) <= EDGE_PT


def _says(cell: Cell) -> bool:
    """Whether a text says something: a mark between boxes says nothing, an arrow may."""
    return any(map(str.isalnum, cell.text)) or bool(direction_of(cell.text))


def _below(label: Cell, labels: Texts, others: Texts) -> list[Cell]:
    """The first text below a label and above the next, what stands beside it, and more in the same type."""
    own = label.box
    row = [c.box for c in labels if c is not label and _in_line(c, label)]
    right = min((box.x0 for box in row if box.x0 >= own.x1), default=float("inf"))

    def is_under(cell: Cell) -> bool:
        from_left = own.x0 - EDGE_PT <= cell.box.x0 < right - EDGE_PT
        elsewhere = any(_are_centred(cell.box, box) for box in row)
        placed = _are_centred(cell.box, own) or from_left and not elsewhere
        return cell.box.top >= own.bottom - EDGE_PT / 2 and placed

    floor = min((c.box.top for c in labels if c is not label and is_under(c)), default=float("inf"))
    zone = sorted(
        (c for c in others if is_under(c) and c.box.top < floor), key=lambda c: (c.box.top, c.box.x0)
    )
    if not zone:
        return []
    first = zone[0]
    line = sorted((c for c in zone if _in_line(c, first)), key=lambda c: c.box.x0)
    said = [c for c in line if any(map(str.isalnum, c.text)) and not rag_of_text(c.text)] or line
    return [*said, *(c for c in zone if not _in_line(c, first) and _looks(c) == _looks(first))]


def _in_line(one: Cell, other: Cell) -> bool:
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return shared >= SHARED * min(one.box.height, other.box.height)


def _joined(cells: Sequence[Cell]) -> Cell:
    """Several texts as one value."""
    if len(cells) == 1:
        return cells[0]
    words = tuple(word for cell in cells for word in cell.words)
    return replace(
        cells[0], text="\n".join(c.text for c in cells), words=words, box=union(c.box for c in cells)
    )


def _looks(cell: Cell) -> tuple[object, ...]:
    """The type of a cell."""
    return cell.bold, round(max((word.size for word in cell.words), default=0.0))


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
