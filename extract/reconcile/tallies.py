"""Reconcile: things come in; how many each list has, and how many stand in each way, goes out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from agendapack.extract.light_dataclass import dataclass
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
MIN_FILLED = 0.5
"""Share of the cells of a usual row; what has less is a heading within the list."""
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
class ListTally:
    """A list, what its rows are called, and how many of them stand in each way."""

    things: tuple[Thing, ...]

    @property
    def rows(self) -> int:
        return len(self.things)

    @cached_property
    def several(self) -> bool:
        """Whether it is several lists with the same titles taken as one."""
        return len({t.listing for t in self.things}) > 1

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
    def standings(self) -> Mapping[str, tuple[range, ...]]:
        """Number of rows by way of standing, in each column that holds such: as many, and no more than."""
        return grouped(
            (standing, range(number, number + doubtful + 1))
            for column, doubtful in self._columns()
            for standing, number in column.items()
        )

    def _columns(self) -> Iterator[tuple[Counter[str], int]]:
        columns: dict[tuple[str, int], list[str]] = defaultdict(list)
        for thing in self.things:
            before: Counter[str] = Counter()  # the same title over the columns of several quarters
            for cell in thing.cells:
                columns[cell.title, before[cell.title]].append(cell.text)
                before[cell.title] += 1
        for (title, _), texts in columns.items():
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


def tallies(things: Iterable[Thing]) -> tuple[ListTally, ...]:
    """Each list of at least some rows, and all that have the same titles as one."""
    listed = [t for t in things if not t.total]
    parts = {key: _rows(its) for key, its in grouped((t.listing, t) for t in listed).items()}
    wholes = grouped((_heads(t), t) for its in parts.values() for t in its if t.titles)
    several = (its for its in wholes.values() if len({t.listing for t in its}) > 1)
    return tuple(ListTally(its) for its in (*parts.values(), *several) if len(its) >= MIN_ROWS)


def _rows(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """Without the headings among the rows, that fill less than half of their columns."""
    usual = sorted(len(t.cells) for t in things)[len(things) // 2]
    return tuple(t for t in things if len(t.cells) >= MIN_FILLED * usual)


def _heads(thing: Thing) -> tuple[str, ...]:
    return tuple(" ".join(title.split()).casefold() for title in thing.titles)


def called(noun: str, lists: Sequence[ListTally]) -> list[ListTally]:
    """The lists whose titles have a noun."""
    stem = next(iter(stems(noun)), "")
    return [tally for tally in lists if stem in tally.nouns]
