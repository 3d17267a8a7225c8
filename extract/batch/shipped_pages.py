"""Batch: pages as bytes, from the workers that read the parts of a big pack to the one that joins them.

Words go as texts and numbers, which are fewer and faster than one value after the other. Who unpacks them
gives equal numbers one object: places come again in every row and on every page.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Page, Word

_placed = attrgetter("x0", "top", "x1", "bottom")
_set = attrgetter("bold", "italic", "turn", "superscript", "printed", "certainty", "struck")
"""How a word is set, the same for most words of a page; all that follows text, box and size."""


@dataclass(frozen=True, slots=True)
class _Words:
    texts: tuple[str, ...]
    numbers: array[float]
    """Four of the box and the size, word by word."""
    settings: tuple[tuple[Any, ...], ...]


def packed(pages: Iterable[Page]) -> bytes:
    """The pages as bytes, which another worker unpacks."""
    kept: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def columns(words: Sequence[Word]) -> _Words:
        numbers = array("d", (n for word in words for n in (*_placed(word.box), word.size)))
        settings = tuple(kept.setdefault(own, own) for own in map(_set, words))
        return _Words(tuple(word.text for word in words), numbers, settings)

    return pickle.dumps(
        [
            (replace(p, words=(), hidden=(), furniture=()), *map(columns, (p.words, p.hidden, p.furniture)))
            for p in pages
        ],
        pickle.HIGHEST_PROTOCOL,
    )


def unpacked(parts: list[bytes]) -> Iterator[Page]:
    """The pages of all parts; each part is let go as it is unpacked."""
    known: dict[float, float] = {}
    while parts:
        for page, *columns in pickle.loads(parts.pop(0)):
            words, hidden, furniture = (tuple(_words(some, known)) for some in columns)
            yield replace(page, words=words, hidden=hidden, furniture=furniture)


def _words(columns: _Words, known: dict[float, float]) -> Iterator[Word]:
    # 0.0 and -0.0 are equal, and not the same
    numbers = iter([known.setdefault(n, n) if n else n for n in columns.numbers])
    boxes = zip(numbers, numbers, numbers, numbers, numbers, strict=True)
    for text, (*box, size), others in zip(columns.texts, boxes, columns.settings, strict=True):
        yield Word(text, Box(*box), size, *others)
