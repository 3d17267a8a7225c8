"""Reads records set as cards, labels beside or above their values, as the list they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Row, Table, union
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.normalise.totals import is_only_total
from agendapack.extract.recognise.card_labels import (
    INLINE,
    MAX_LABEL_WORDS,
    Labelled,
    counted_apart,
    is_label,
    rating_at,
)
from agendapack.extract.recognise.heads_again import with_heads_again
from agendapack.extract.recognise.labels_in_cell import labelled_inside
from agendapack.extract.recognise.risk_stages import stage_in
from agendapack.extract.recognise.single_indicator import name_in
from agendapack.schemas import from_words, vocabulary

MIN_LABEL_ROWS = 2
"""Rows of a card that have labels; labels in one row are the head of a list."""
MIN_STAGES = 2
"""Rows of an inner grid that rates at several stages."""
MIN_PAIRS = 4
"""Labelled values of a card."""
MIN_ALIKE, MIN_PAIRS_ALIKE = 3, 3
"""Cards with the same labels that are cards whatever their labels say, and labels of each."""
KNOWN_SHARE = 0.5
"""Share of a card's labels that the vocabulary must know."""
KNOWN_SHARE_IN_BOLD = 0.35
"""The same where all labels are bold and no value is."""
_NUMBERED = re.compile(
    r"(?P<ref>[A-Za-z]{0,6}[\s-]?[\d./-]{1,8}[A-Za-z]?)\s*[:.–—-]?\s+(?P<text>\S.*)", re.DOTALL
)
"""A reference before the text of a line that heads a card."""
MIN_TITLE_WORDS = 2
"""A title of a card has more words than one."""


def cards_as_rows(table: Table, kind: str = "") -> Table | None:
    """The list that a table of cards stands for, one row a card under the labels; None for other tables.

    With a dataset as `kind` an unlabelled line that heads a card is its record's own text.
    """
    whole = with_heads_again(table)
    cards = _accepted(whole, kind) or (_accepted(table, kind) if whole is not table else [])
    if not cards:
        return None
    labels = {pair.name: pair.label for card in reversed(cards) for pair in reversed(card)}
    names = list(dict.fromkeys(pair.name for card in cards for pair in card))
    head = one_row([replace(labels[n], row=0, column=c) for c, n in enumerate(names)], "header")
    rows = [_record(card, names, number) for number, card in enumerate(cards, 1)]
    return replace(table, columns=len(names), rows=(head, *rows), header_rows=1)


def _accepted(table: Table, kind: str) -> list[list[Labelled]]:
    """The cards of a table that are such by their labels; none of another table."""
    cards = _cards(table, kind)
    return cards if cards and (_are_alike(cards) or all(map(_is_card, cards))) else []


def is_one_card(table: Table) -> bool:
    """Whether the labelled values of a table are those of one card."""
    cards = _cards(table, "")
    return len(cards) == 1 and _is_card(cards[0])


def labelled_values(table: Table) -> Iterator[Labelled | None]:
    """The labelled values of a table in order; None for a text that is neither label nor value."""
    return _pairs(table, "")


def is_titled(table: Table, kind: str) -> bool:
    """Whether a row may be the unlabelled line that heads a card."""
    return any(_title(row, table.columns, kind) for row in table.rows)


def _cards(table: Table, kind: str) -> list[list[Labelled]]:
    """The pairs of each card, begun by its first label printed again; none where a text has no label."""
    cards: list[list[Labelled]] = []
    pairs: list[Labelled] = []
    for labelled in _pairs(table, kind):
        if labelled is None:
            return []  # of most tables the first row tells
        pairs.append(labelled)
    for pair in counted_apart(pairs):
        if not cards or pair.name == cards[0][0].name:
            cards.append([])
        if all(pair.name != other.name for other in cards[-1]):
            cards[-1].append(pair)
    return cards


def _pairs(table: Table, kind: str) -> Iterator[Labelled | None]:
    """The labelled values of the rows in order; None for a text that is neither label nor value."""
    at, rows = 0, table.rows
    if kind and table.caption and not _title(rows[0], table.columns, kind):
        yield from _title(one_row([replace(table.caption, column=0)], "band"), 1, kind)
    while at < len(rows):
        cells = list(rows[at].cells)
        if kind and (title := _title(rows[at], table.columns, kind)):
            yield from title
        elif staged := _staged_below(rows, at):
            yield from _by_stage(rows[at], staged)
            at += len(staged)
        elif under := _values_below(rows, at):
            for label in cells:
                if label.text:
                    yield Labelled(label, _stacked(label, under))
            at += len(under)
        else:
            yield from _beside(cells)
        at += 1


def _title(row: Row, columns: int, kind: str) -> list[Labelled]:
    """Reference and text of a line that heads a card, labelled; nothing when the row is no such line."""
    filled = [c for c in row.cells if c.text]
    if len(filled) not in (1, 2) or row.cells[-1].column + row.cells[-1].column_span < columns:
        return []
    if is_label(filled[0].lines[0]):
        return []
    if len(filled) == 1 and filled[0].column == 0:
        ref, text = named_line(filled[0].text)
    elif len(filled) == 2 and is_ref(filled[0].flat):
        ref, text = filled[0].text, filled[1].text
    else:
        return []
    said = vocabulary("tables")[kind]["card_title"]
    if len(text.split()) < MIN_TITLE_WORDS or INLINE.fullmatch(text) or (said["numbered"] and not ref):
        return []
    label = replace(filled[0], row=row.cells[0].row, words=())
    first, last = filled[0], filled[-1]
    return [
        Labelled(replace(label, text=said["ref"]), replace(first, text=ref)),
        Labelled(replace(label, text=said["text"]), replace(last, text=text)),
    ]


def named_line(line: str) -> tuple[str, str]:
    """Reference and text of a line: "SR4 Supply fails", "Indicator 3: Berths let"."""
    if led := name_in(line):
        return led.ref, led.text
    own = _NUMBERED.match(_called().sub("", line, count=1))
    return (own["ref"], own["text"]) if own and is_ref(own["ref"]) else ("", line)


@from_words
def _called() -> re.Pattern[str]:
    """What records are called before their references: "Risk R1: Supply fails"."""
    names = (str(name) for said in vocabulary("tables").values() for name in said.get("cited_as", ()))
    return re.compile(rf"\A\s*(?:{'|'.join(map(re.escape, names))})\s+(?=[A-Z]+[\s-]?\d)", re.IGNORECASE)


def _values_below(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows of values under a row of labels."""
    filled = [c for c in rows[at].cells if c.text]
    if len(filled) < 2 or not all(_may_label(c) for c in filled):
        return []
    columns = [c.column for c in rows[at].cells]
    under = []
    for row in rows[at + 1 :]:
        values = [c for c in row.cells if c.text]
        if [c.column for c in row.cells] != columns or any(_labels_too(c, filled[0]) for c in values):
            break
        under.append(row)
    return under


def _staged_below(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows of an inner grid of ratings by stage: labels over it, and "Inherent", "Target" at its left."""
    cells = rows[at].cells
    labels = [c.text for c in cells[1:] if c.text]
    if len(labels) < 2 or stage_in("risks", cells[0].text) or any(not _has_letters(text) for text in labels):
        return []
    corner = cells[0]
    under: list[Row] = []
    for row in rows[at + 1 :]:
        side = row.cells[0] if row.cells else corner
        named = side.column == corner.column and any(rating_at(side.text, label) for label in labels)
        if not named or len(row.cells) < 2:
            break
        under.append(row)
    return under if len(under) >= MIN_STAGES else []


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _by_stage(head: Row, rows: Sequence[Row]) -> Iterator[Labelled]:
    """The values of an inner grid under the names of their ratings at their stages."""
    for row in rows:
        side, *values = row.cells
        for value in values:
            label = head.at(value.column)
            if label is None or not label.text:
                continue
            named = "" if value.row_span > 1 else rating_at(side.text, label.text)
            yield Labelled(replace(label, text=named or label.text), value)


def _stacked(label: Cell, under: Sequence[Row]) -> Cell:
    """The values under a label as one, each a bullet where there are several."""
    values = [c for row in under if (c := row.at(label.column)) and c.text]
    if not values:
        return replace(label, text="", words=(), fill=None)
    if len(values) == 1:
        return values[0]
    words = tuple(word for c in values for word in c.words)
    return replace(values[0], text="\n".join(f"• {c.text}" for c in values), words=words)


def _beside(cells: Sequence[Cell]) -> Iterator[Labelled | None]:
    """Values at the right of their labels, or behind or below them in one cell."""
    at = 0
    while at < len(cells):
        cell = cells[at]
        inline, inside = INLINE.fullmatch(cell.text), labelled_inside(cell)
        if len(inside) > 1:
            yield from inside
        elif inline and is_label(inline["label"]):
            yield Labelled(replace(cell, text=inline["label"]), _value_of(cell, inline["value"]))
        elif _may_label(cell) and at + 1 < len(cells) and not _labels_too(cells[at + 1], cell):
            if rest := _rest_of_value(cells[at + 1 :]):
                yield Labelled(cell, rest)
                return
            yield Labelled(cell, cells[at + 1])
            at += 1
        elif cell.text:
            yield from inside or (None,)
        at += 1


def _rest_of_value(cells: Sequence[Cell]) -> Cell | None:
    """A row's one value that a column of other rows cuts in two, whole; None where labels are among them."""
    filled = [c for c in cells if c.text]
    if len(filled) < 2 or any(_may_label(c) or INLINE.fullmatch(c.text) for c in filled):
        return None
    words = tuple(word for c in filled for word in c.words)
    return replace(
        filled[0], text=" ".join(c.text for c in filled), words=words, box=union(c.box for c in filled)
    )


def _value_of(cell: Cell, text: str) -> Cell:
    """The cell without the label that opens it."""
    return replace(cell, text=text, words=cell.words[len(cell.words) - len(text.split()) :])


def _may_label(cell: Cell) -> bool:
    """Whether a cell is a label, by its words or its looks."""
    short = 0 < len(cell.flat.split()) <= MAX_LABEL_WORDS and any(c.isalpha() for c in cell.flat)
    return short and (is_label(cell.text) or cell.bold and not is_ref(cell.flat))


def _labels_too(cell: Cell, label: Cell) -> bool:
    """Whether a cell is a label like another, not a value that has the words of one ("On track")."""
    return (cell.bold, cell.fill) == (label.bold, label.fill) and is_label(cell.text)


def _is_card(card: Sequence[Labelled]) -> bool:
    """Whether labels stand in several rows; the totals under a list are not labels of a second one."""
    known = sum(is_label(pair.label.text) for pair in card)
    rows = {pair.label.row for pair in card if not is_only_total(pair.label.flat)}
    set_apart = all(pair.label.bold and not pair.value.bold for pair in card)
    needed = KNOWN_SHARE_IN_BOLD if set_apart else KNOWN_SHARE
    return len(rows) >= MIN_LABEL_ROWS and len(card) >= MIN_PAIRS and known >= needed * len(card)


def _are_alike(cards: Sequence[Sequence[Labelled]]) -> bool:
    """Whether the same labels, told from values by their looks, come again and again: cards in any words."""
    names = {tuple(pair.name for pair in card) for card in cards}
    many = len(cards) >= MIN_ALIKE and len(cards[0]) >= MIN_PAIRS_ALIKE
    several = len({pair.label.row for pair in cards[0]}) >= MIN_LABEL_ROWS
    apart = all(pair.label.bold and not pair.value.bold for card in cards for pair in card)
    return many and len(names) == 1 and several and apart


def _record(card: Sequence[Labelled], names: Sequence[str], number: int) -> Row:
    placed = [replace(p.value, row=number, column=names.index(p.name)) for p in card]
    return one_row(sorted(placed, key=lambda c: c.column), "body")


def one_row(cells: Sequence[Cell], kind: str) -> Row:
    """A row of these cells, each as wide as its column."""
    single = tuple(replace(c, row_span=1, column_span=1) for c in cells)
    page = min(c.page for c in single)
    return Row(single, page, union(c.box for c in single if c.page == page), kind)
