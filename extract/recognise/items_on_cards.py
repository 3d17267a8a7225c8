"""Recognise: values of cards that list what is to be done, each item with who does it and when at its end.

"Replace the sluice (Harbour Engineer, May 2032)" is a row of a list that stands on its card, as rows of a
table on it are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Word
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_model import Card, Inside
from agendapack.extract.recognise.card_rows import SHARED, Head, Name, name_of

MIN_ITEMS = 3
"""Items of all cards under one label that end in a date."""
MAX_TAIL_WORDS = 12
"""Words of what is said at the end of an item: a longer text in brackets is a remark."""
DATED = frozenset({"date", "range", "multiple"})
_BULLET = re.compile(r"\s*(?:[•▪■◦‣●○–-]|\d{1,2}[.)])\s+")
_IN_BRACKETS = re.compile(r"(?P<text>\S.*\S)\s*\((?P<tail>[^()]+)\)[.;]?", re.DOTALL)
_BETWEEN = re.compile(r"\s*[,;]\s+|\s+[–—-]\s+")
_DASH = re.compile(r"\s+[–—-]\s+")


@dataclass(frozen=True, slots=True)
class _Item:
    """What is to be done, who does it and by when, as printed; empty where it is not said."""

    text: str
    who: str
    due: str


def take_items(cards: Sequence[Card]) -> list[Head]:
    """Gives each card the lists that such values are, beside the values themselves; their heads come back."""
    lists: dict[Name, list[tuple[Card, Labelled, list[_Item]]]] = defaultdict(list)
    for card in cards:
        for name, pair in card.pairs.items():
            lists[name].append((card, pair, [*map(_item, _items(pair.value))]))
    heads: dict[Head, None] = {}
    for own in lists.values():
        items = [item for _, _, said in own for item in said if item.text]
        dated = [item for item in items if item.due]
        owned = sum(bool(item.who) for item in dated)
        if len(dated) >= max(MIN_ITEMS, SHARED * len(items)) and owned >= SHARED * len(dated):
            heads |= {_put(card, pair, said): None for card, pair, said in own if any(i.due for i in said)}
    return [*heads]


def _items(value: Cell) -> list[str]:
    """The items of a list, wrapped lines with the one above; without marks each line is one."""
    lines = value.lines
    marked = [bool(_BULLET.match(line)) for line in lines]
    if not any(marked):
        return [*lines]
    items: list[str] = []
    for line, begins in zip(lines, marked, strict=True):
        if begins or not items:
            items.append(line)
        else:
            items[-1] += f" {line}"
    return items


def _item(printed: str) -> _Item:
    """An item apart: what is said in brackets or behind dashes at its end is who and when."""
    mark = _BULLET.match(printed)
    whole = printed[mark.end() if mark else 0 :].strip()
    if found := _IN_BRACKETS.fullmatch(whole):
        text, tail = found["text"], _BETWEEN.split(found["tail"])
    else:
        text, *tail = _DASH.split(whole)
    due = next((part for part in reversed(tail) if parse_due(part).kind in DATED), "")
    who = ", ".join(part for part in tail if part != due)
    if len(who.split()) > MAX_TAIL_WORDS or not tail:
        return _Item(whole, "", "")
    return _Item(text, who, due)


def _put(card: Card, pair: Labelled, items: Sequence[_Item]) -> Head:
    """The items as rows under the label, with columns of no title for who and when."""
    blank = replace(pair.label, text="", words=())
    titles = [replace(pair.label, column=0), replace(blank, column=1), replace(blank, column=2)]
    head = tuple((cell.column, name_of(cell)) for cell in titles)
    rows: list[Sequence[Cell]] = [[*_cells(pair.value, i)] for i in items if i.due or i.who]
    card.inside[head] = Inside(card.table, titles, rows)
    return head


def _cells(value: Cell, item: _Item) -> Iterator[Cell]:
    for column, text in enumerate((item.text, item.who, item.due)):
        if text:
            yield replace(value, column=column, text=text, words=_words(value, text.split()))


def _words(value: Cell, said: Sequence[str]) -> tuple[Word, ...]:
    """The words of a value that say this."""
    bare = [_bare(word.text) for word in value.words]
    sought = [*map(_bare, said)]
    at = next((n for n in range(len(bare)) if bare[n : n + len(sought)] == sought), None)
    return value.words[at : at + len(sought)] if at is not None else ()


def _bare(word: str) -> str:
    return word.strip("().,;")
