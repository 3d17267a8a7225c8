"""Reconcile: the texts of a pack come in, each clause that speaks of one ref goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from agendapack.extract.model import Place
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.texts import RowText
from agendapack.extract.reconcile.wording import words

# a bullet begins another, also inside a line
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])|\s*[•▪]\s+")
_CLAUSE = re.compile(r"[,;]\s+|\s+(?:and|but|while|whereas)\s+")
MIN_WORDS = 3
"""Words of a name that a text prints by no chance."""
Called = tuple[str, str]
"""The words of a row, and what it is called: its ref, or its words where it has none."""
Name = tuple[tuple[str, ...], str]
"""The same, the words apart."""
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; many checks ask for those of the same paragraphs."""
    return tuple(_SENTENCE.split(text))


def clauses(
    lines: Iterable[Passage], texts: Iterable[RowText], rows: Iterable[Called], known: frozenset[str]
) -> Iterator[tuple[str, Place]]:
    """Each clause that names one ref, with what stands between it and the next such clause.

    A row may be named in full instead. A row speaks of itself, so that only what it says of
    others counts.
    """
    names = _names(rows)
    for line in lines:
        for ref, clause in _of(line.text, known, names):
            yield ref, Place(line.page, line.box, "", clause)
    for text in texts:
        for ref, clause in _of(text.text, known, {}) if " " in text.text else ():
            if ref != text.ref:
                yield ref, Place(text.source.page, text.source.box, text.source.row_id, clause)


def _of(text: str, known: frozenset[str], names: Mapping[str, Sequence[Name]]) -> Iterator[tuple[str, str]]:
    for sentence in sentences(text) if _DIGIT.search(text) else ():
        found = list(_parted(sentence, known))
        yield from found or _named(sentence, names)


def _names(rows: Iterable[Called]) -> Mapping[str, Sequence[Name]]:
    """The words of rows in full, by their first word."""
    named = ((words(text), called) for text, called in rows)
    return grouped((its[0], (its, name)) for its, name in named if len(its) >= MIN_WORDS)


def _named(sentence: str, names: Mapping[str, Sequence[Name]]) -> Iterator[tuple[str, str]]:
    """The sentence with the one row whose whole name it prints."""
    said = words(sentence)
    found = {
        name
        for at, word in enumerate(said)
        for its, name in names.get(word, ())
        if said[at : at + len(its)] == its
    }
    if len(found) == 1:
        yield found.pop(), sentence


def _parted(sentence: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    whole = in_order(found.ref for found in find_refs(sentence, known=known))
    if len(whole) < 2:
        yield from ((ref, sentence) for ref in whole)
        return
    parts: list[tuple[tuple[str, ...], str]] = []
    for piece in _CLAUSE.split(sentence):
        refs = in_order(found.ref for found in find_refs(piece, known=known))
        if parts and (not refs or not parts[-1][0]):
            before, text = parts.pop()
            parts.append(((*before, *refs), f"{text} {piece}"))
        else:
            parts.append((refs, piece))
    yield from ((refs[0], text) for refs, text in parts if len(refs) == 1)
