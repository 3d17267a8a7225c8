"""Reconcile: things come in; how many each list has, and how many stand in each way, goes out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.wording import stems

MOST_STANDINGS = 6
"""Ways of standing that one column has at the most."""
LONGEST = 3
"""Words of a way of standing."""
MIN_ROWS = 3
MOST_ROWS = 0.8
"""Share of the rows whose name stands under one title."""
HEAD_WORDS = 3
TITLE_WORDS = 5
"""Words of a title that says what the rows are; a longer one is a text."""
_LEAD = re.compile(r"^(?:Table|Appendix|Annex|Section|Figure)?\s*\w{0,2}[\s:.–—-]+")
_HEAD = re.compile(r"\s+(?:in|at|by|for|of|to|on|that|with|and|as)\b|[,:;(–—]|\d")
"""Behind the noun of a title: "Schools by grade"."""
_BEGINS = re.compile(r"[.,;:–(]\s*|\s-\s")
"""Behind a way of standing, in a text that goes on."""
_WORDS = re.compile(r"[A-Za-z][A-Za-z -]*")


@dataclass(frozen=True)
class Tally:
    """A list, what its rows are called, and how many of them stand in each way."""

    things: tuple[Thing, ...]

    @property
    def rows(self) -> int:
        return len(self.things)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """What its rows are called: by the titles over their names, and by its own or what it lists."""
        first = self.things[0]
        head = _LEAD.sub("", first.sheet.title)
        short = head if len(head.split()) <= TITLE_WORDS else ""
        last = _HEAD.split(short)[0].split(" ")[-1]
        own = first.sheet.entry.kind or (last if last.endswith("s") else "")
        over = Counter(title for thing in self.things for title in set(thing.titled))
        titles = [t for t, n in over.items() if n >= MOST_ROWS * self.rows and len(t.split()) <= HEAD_WORDS]
        return frozenset(s for text in (*titles, own) for s in stems(text))

    @cached_property
    def standings(self) -> Mapping[str, range]:
        """Number of rows by way of standing, of all columns that hold such: as many, and no more than."""
        found: dict[str, range] = {}
        for column, doubtful in self._columns():
            for standing, number in column.items():
                if standing not in found or number > found[standing].start:
                    found[standing] = range(number, number + doubtful + 1)
        return found

    def _columns(self) -> Iterator[tuple[Counter[str], int]]:
        columns: dict[str, list[str]] = defaultdict(list)
        for thing in self.things:
            for cell in thing.cells:
                columns[cell.title].append(cell.text)
        for title, texts in columns.items():
            whole = {standing(t) for t in texts if _is_standing(t)}
            leads = [_BEGINS.split(t)[0] for t in texts]
            short = [t for t in leads if _is_standing(t) and standing(t) in whole]
            if title and len(short) >= MIN_ROWS and len(short) * 5 >= len(texts) * 4:
                counted = Counter(standing(t) for t in short)
                if len(counted) <= min(MOST_STANDINGS, max(2, len(short) - 1)):
                    yield counted, len(self.things) - len(short)


def _is_standing(text: str) -> bool:
    return bool(_WORDS.fullmatch(text)) and len(text.split()) <= LONGEST


def standing(text: str) -> str:
    """A way of standing as it is counted: ratings by their names, other words in lower case."""
    return (rag_of_text(text) or " ".join(text.split())).casefold()


def tallies(things: Iterable[Thing]) -> tuple[Tally, ...]:
    """Each list of at least some rows."""
    lists = grouped((t.listing, t) for t in things if not t.total)
    return tuple(Tally(its) for its in lists.values() if len(its) >= MIN_ROWS)


def called(noun: str, lists: Sequence[Tally]) -> list[Tally]:
    """The lists whose titles have a noun."""
    stem = next(iter(stems(noun)), "")
    return [tally for tally in lists if stem in tally.nouns]
