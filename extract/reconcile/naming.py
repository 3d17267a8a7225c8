"""Reconcile: things and a sentence come in; which of them the sentence names, and where, goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.vocabulary import words as listed
from agendapack.extract.reconcile.wording import STEM, stems
from agendapack.schemas import from_words

ENOUGH_STEMS = 2
"""Telling words of a name in a sentence that stand there by no chance."""
MOST_LEFT_OUT = 0.5
"""Share of a name's telling words that a sentence may leave out, if no other name has the rest."""
MOST_HOLDERS = 40
"""A word in more names tells nothing; keeps the cost linear."""
SPREAD = 9
"""Words over which a name may spread in a sentence: "the share of homes that are let in time"."""
_K = TypeVar("_K")
_WORD = re.compile(r"[^\s,;:()“”\"]+")
_AMOUNT = re.compile(r"[£$€(+-]*\d[\d,]*(?:\.\d+|%|[mk]\b)")
"""A figure that is no part of a name: "5.0%"."""
_REF = re.compile(r"(?<![\w/.-])(?P<head>[A-Za-z0-9][\w./-]*)(?: [A-Z]?\d[\w./-]*)?")
"""What a ref may look like: "CP01", "HC A03"."""
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Named:
    """Rows of one thing, and where a sentence names it."""

    things: tuple[Thing, ...]
    start: int
    end: int
    """Characters of the sentence."""
    by_ref: bool = False
    whole: bool = True
    """Whether the sentence has all telling words of the name."""

    @property
    def called(self) -> str:
        return self.things[0].called


class Names:
    """The things of a pack by their refs and by the words of their names."""

    def __init__(self, things: Iterable[Thing]) -> None:
        named = [t for t in things if not t.total]
        self._by_ref = _few(grouped((t.ref, t) for t in named if t.ref))
        plain = grouped((_key(t.name), t) for t in named)
        keys = ((key, t) for its in plain.values() for key, t in _apart(its))
        self._by_name = _few(grouped((key, t) for key, t in keys if key))
        self._holders = grouped((stem, key) for key in self._by_name for stem in key)
        self._found: dict[str, tuple[Named, ...]] = {}
        self._numbered = grouped(
            ((noun, t.number), t) for t in named if t.number for noun in _nouns(t.titles)
        )

    def named(self, sentence: str) -> Sequence[Named]:
        """The things that a sentence names, in its order: by ref, by number, or by the words of the name."""
        if sentence not in self._found:  # several checks look at one sentence
            self._found[sentence] = tuple(self._named(sentence))
        return self._found[sentence]

    def _named(self, sentence: str) -> list[Named]:
        found = [*self._of_refs(sentence)]
        found += [n for n in self._of_numbers(sentence)]
        found += [n for n in self._of_words(sentence) if not any(_meet(n, o) for o in found)]
        return sorted(found, key=lambda n: n.start)

    def _of_refs(self, sentence: str) -> Iterator[Named]:
        for match in _REF.finditer(sentence) if self._by_ref else ():
            for text in (match[0], match["head"]):
                ref = text.rstrip("./-")
                if ref in self._by_ref:
                    yield Named(self._by_ref[ref], match.start(), match.start() + len(ref), True)
                    break

    def _of_numbers(self, sentence: str) -> Iterator[Named]:
        for match in (
            re.finditer(r"\b([A-Z][a-z]+) (\d{1,3})\b(?![.,]\d|%)", sentence) if self._numbered else ()
        ):
            its = self._numbered.get((stems(match[1])[0] if stems(match[1]) else "", match[2]), ())
            if its and len({t.listing for t in its}) == 1:
                yield Named(its, match.start(), match.end(), True)

    def _of_words(self, sentence: str) -> Iterator[Named]:
        said = [
            (m.start(), m.end(), its[0])
            for m in _WORD.finditer(sentence)
            if (its := stems(m[0])) and (m[0][0].isalpha() or not _AMOUNT.match(m[0]))
        ]
        where: dict[str, list[int]] = {}
        for at, (_, _, word) in enumerate(said):
            where.setdefault(word, []).append(at)
        keys = {key for stem in where for key in self._holders.get(stem, ())[:MOST_HOLDERS]}
        best: list[tuple[int, int, tuple[str, ...], float]] = []
        for key in keys:
            shared = [s for s in key if s in where]
            if len(shared) < min(ENOUGH_STEMS, len(key)) or not self._enough(key, shared):
                continue
            span = _narrowest([where[s] for s in shared])
            if span and span[1] - span[0] < len(shared) + SPREAD:
                best.append((*span, key, self._likeness(key, shared)))
        for start, end, key, mine in best:
            rivals = [o for o in best if o[2] != key and o[0] <= end and start <= o[1]]
            if all(o[3] < mine for o in rivals):
                whole = all(s in where for s in key)
                yield Named(self._by_name[key], said[start][0], said[end][1], whole=whole)

    def _likeness(self, key: tuple[str, ...], there: Sequence[str]) -> float:
        """What the words of a name in a sentence tell together, less for each that is left out."""
        return len(there) / len(key) * sum(1 / len(self._holders[s]) for s in there)

    def _enough(self, key: tuple[str, ...], shared: Sequence[str]) -> bool:
        """Whether the words that are there name this thing, and no other."""
        if len(shared) == len(key):
            return len(key) >= ENOUGH_STEMS or all(len(self._holders[s]) == 1 for s in key)
        if len(shared) < ENOUGH_STEMS:
            return False
        rarest = min((self._holders[s] for s in shared), key=len)
        if len(rarest) > 1 and len(shared) < (1 - MOST_LEFT_OUT) * len(key):
            return False
        others = {k for k in rarest[:MOST_HOLDERS] if set(shared) <= set(k)}
        return len(rarest) <= MOST_HOLDERS and others == {key}


def _few(things: Mapping[_K, tuple[Thing, ...]]) -> dict[_K, tuple[Thing, ...]]:
    """Without the names of so many rows that they tell none of them; keeps the cost linear."""
    return {name: its for name, its in things.items() if len(its) <= MOST_HOLDERS}


def _key(name: str) -> tuple[str, ...]:
    """The telling words of a name, each once, those of measuring and figures left out."""
    small = _measure_stems()
    return tuple(dict.fromkeys(s for s in stems(name) if s not in small and _LETTERS.search(s)))


@from_words
def _measure_stems() -> frozenset[str]:
    return frozenset(word[:STEM].rstrip("s") for word in listed("wording", "measure_words"))


def _apart(things: Sequence[Thing]) -> Iterator[tuple[tuple[str, ...], Thing]]:
    """The telling words of names, numbers among them where these alone tell names apart: "Category 2"."""
    numbered = len({stems(t.name) for t in things}) > 1
    for thing in things:
        yield (tuple(dict.fromkeys(stems(thing.name))) if numbered else _key(thing.name)), thing


def _nouns(titles: Iterable[str]) -> set[str]:
    return {s for title in titles for s in stems(title)}


def _narrowest(places: Sequence[Sequence[int]]) -> tuple[int, int] | None:
    """The narrowest stretch with one of each of the places."""
    if not places:
        return None
    return min(
        (
            (min(near), max(near))
            for first in places[0]
            for near in [[min(p, key=lambda x: abs(x - first)) for p in places]]
        ),
        key=lambda span: span[1] - span[0],
    )


def _meet(a: Named, b: Named) -> bool:
    return a.start < b.end and b.start < a.end
