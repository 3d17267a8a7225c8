"""Recognise: what the rows of cards are, by what comes again: labels, heads of tables, lines over texts.

What is printed on every card is its form; what differs is said of one record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell
from agendapack.extract.recognise.card_labels import Labelled, rating_at
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE
from agendapack.extract.recognise.labels_apart import Texts
from agendapack.schemas import remembered

MAX_LABEL_WORDS = 8
"""A longer text is no label, however often it is printed."""
MIN_TITLES = 2
"""Titles of the head of a table that stands on a card."""
SHARED = 0.5
"""Share of the places of something in which it is what it is taken for."""
Name = tuple[str, ...]
Names = frozenset[Name]
Lead = tuple[int, Name]
"""The text that begins a row, with its column."""
Head = tuple[Lead, ...]
"""The titles of a row, each with its column."""


@dataclass(frozen=True, slots=True)
class RecurringTexts:
    """What comes again and again in the rows of a pack."""

    labels: Mapping[Lead, Names]
    """The labels of the rows that begin so, the first among them."""
    heads: frozenset[Head]
    """The heads of tables that stand on cards."""
    lines: Names
    """The labels that stand over their values, each alone in its row."""
    captions: Names
    """Other texts that stand alone in their rows again and again."""


def known_in(texts: Sequence[Texts]) -> RecurringTexts:
    """What comes again in the rows of these tables."""
    heads = _heads(texts)
    alike: dict[Lead, list[Sequence[Cell]]] = defaultdict(list)
    apart: set[Lead] = set()
    for filled, under in _under_heads(texts, heads):
        if len(filled) > 1 and (lead := _lead(filled))[1] and head_of(filled) not in heads:
            alike[lead].append(filled)
            apart |= set() if under else {lead}
    labels = {
        lead: found
        for lead, rows in alike.items()
        if lead in apart and len(rows) >= MIN_ALIKE and (found := _labels(rows))
    }
    lines, captions = _lines(texts)
    return RecurringTexts(labels, heads, lines, captions)


def _under_heads(texts: Sequence[Texts], heads: frozenset[Head]) -> Iterator[tuple[Sequence[Cell], bool]]:
    """The rows that say something, and whether each may be one of the table under a head."""
    for rows in texts:
        columns: set[int] = set()
        for filled in filter(None, map(printed, rows)):
            if (head := head_of(filled)) in heads:
                columns = {column for column, _ in head}
            elif sum(cell.column in columns for cell in filled) < MIN_TITLES:
                columns = set()
            yield filled, bool(columns)


def printed(row: Sequence[Cell]) -> list[Cell]:
    """The cells that say something in words; others may say it by their colour."""
    return [cell for cell in row if cell.text]


def head_of(filled: Sequence[Cell]) -> Head:
    """A row as the head of a table; nothing where a text is too long for a title, or all are in one place."""
    head = tuple((cell.column, name_of(cell)) for cell in filled)
    titled = len(head) >= MIN_TITLES and all(_has_letters(name) for _, name in head)
    return head if titled else ()


def name_of(cell: Cell) -> Name:
    """What a text is as a label; nothing where it is too long for one."""
    return _name_of(cell.flat)


@remembered
def _name_of(text: str) -> Name:
    words = tuple(text.casefold().rstrip(": ").split())
    return words if len(words) <= MAX_LABEL_WORDS else ()


def _heads(texts: Sequence[Texts]) -> frozenset[Head]:
    """The rows that come again word for word with rows of other looks below them, in their columns."""
    many: Counter[Head] = Counter()
    over: Counter[Head] = Counter()
    for rows in texts:
        filled = [p for row in rows if (p := printed(row))]
        many.update(filter(None, map(head_of, filled)))
        over.update(head_of(head) for head, below in pairwise(filled) if _is_over(head, below))
    return frozenset(
        head
        for head, count in many.items()
        if count >= MIN_ALIKE and over[head] >= max(SHARED * count, MIN_ALIKE - 1)
    )


def _is_over(head: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether titles of one look stand over cells in their columns: of another look, or odd in number."""
    looks = {looks_of(cell) for cell in head}
    under = {cell.column: cell for cell in below}
    cells = [under[cell.column] for cell in head if cell.column in under]
    several = len(cells) >= MIN_TITLES and below[0].column <= head[0].column
    apart = all(looks_of(cell) not in looks for cell in cells[1:])
    return several and len(looks) == 1 and (apart or len(head) % 2 == 1 == len(below) % 2)


def looks_of(cell: Cell) -> tuple[object, ...]:
    """The colour and the type of a cell."""
    return cell.fill, cell.bold


def _lines(texts: Sequence[Texts]) -> tuple[Names, Names]:
    """Texts that stand alone in their rows again and again: over one that does and is none, and others."""
    many: Counter[Name] = Counter()
    over: dict[Name, list[Sequence[Cell]]] = defaultdict(list)
    for rows in texts:
        filled = [p for row in rows if (p := printed(row))]
        for row, below in pairwise([*filled, ()]):
            if len(row) == 1 and (name := name_of(row[0])):
                many[name] += 1
                over[name].append(below)
    again = {name for name, count in many.items() if count >= MIN_ALIKE}
    lines = frozenset(
        name
        for name in again
        if sum(_is_text(b) and name_of(b[0]) not in again for b in over[name]) > SHARED * many[name]
    )
    return lines, frozenset(again) - lines


def _is_text(row: Sequence[Cell]) -> bool:
    return len(row) == 1


def _labels(rows: Sequence[Sequence[Cell]]) -> Names:
    """The labels of rows that begin alike: what most of them say in turn with what each says for itself."""
    many = Counter(chain.from_iterable({name_of(cell) for cell in row} for row in rows))
    again = frozenset(
        name for name, count in many.items() if count >= SHARED * len(rows) and _has_letters(name)
    )
    longest = max(map(len, rows))
    if longest % 2 and len({tuple(map(name_of, row)) for row in rows}) == 1:
        return frozenset()  # a head that is printed again: nothing in it is said for itself
    split = [_in_turn(row, again) for row in rows if len(row) == longest]
    told = [pair for pairs in split for n, pair in enumerate(pairs) if n or not _is_side(pairs)]
    labelled = Counter(name_of(pair.label) for pair in told)
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
        may_label = not n or name_of(cell) in again
        owned = n + 1 < len(filled) and name_of(filled[n + 1]) not in again
        if pairs and not pairs[-1].value.text and not (may_label and owned):
            pairs[-1] = replace(pairs[-1], value=cell)
        elif may_label:
            pairs.append(unfilled(cell))
        else:
            return []
    return pairs


def unfilled(label: Cell) -> Labelled:
    """A label of which nothing is said."""
    return Labelled(label, replace(label, text="", words=(), fill=None))


def pairs_of(row: Sequence[Cell], known: RecurringTexts) -> list[Labelled]:
    """Each label of a row with the text beside it, if any; nothing where a row is not of such alone."""
    filled = printed(row)
    labels = known.labels.get(_lead(filled), frozenset()) if filled else frozenset()
    names = [name_of(cell) for cell in row]
    side = filled[0] if labels and name_of(filled[0]) not in labels else None
    pairs: list[Labelled] = []
    for n, cell in enumerate(row):
        again = n and names[n] in names[n + 1 :]  # a value: "Status | Progress | Progress | 55%"
        if cell.text and names[n] in labels and not again:
            pairs.append(unfilled(_under(side, cell)))
        elif not cell.text:
            if pairs and not pairs[-1].value.text and cell.fill != pairs[-1].label.fill:
                pairs[-1] = replace(pairs[-1], value=cell)
        elif cell is not side and (not pairs or pairs[-1].value.text):
            return []  # a row of a list: several texts beside the first
        elif cell is not side:
            pairs[-1] = replace(pairs[-1], value=cell)
    return pairs


def _under(side: Cell | None, label: Cell) -> Cell:
    """A label with the stage or group at the left of its row: "Inherent likelihood"."""
    if side is None:
        return label
    return replace(label, text=at_side(side, label))


def at_side(side: Cell, label: Cell) -> str:
    """What a value is called that stands beside one text and under another."""
    return rating_at(side.flat, label.flat) or f"{side.flat} {label.flat}"


def _lead(filled: Sequence[Cell]) -> Lead:
    return filled[0].column, name_of(filled[0])


def _has_letters(name: Name) -> bool:
    return any(map(str.isalpha, "".join(name)))
