"""History: the same action, indicator or risk in pack after pack, told by weighed evidence."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import takewhile
from math import inf

from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.history.wording import (
    alike,
    content,
    likeness,
    other_matter,
    other_names,
    plan_key,
    words,
)
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import text
from agendapack.schemas.datasets import dataset


@dataclass(frozen=True, slots=True)
class Weights:
    """What evidence counts for or against two rows being one thing; the sum is compared with the last two."""

    same_ref: float = 2.0
    other_ref: float = -1.5
    alike: float = 4.0
    """Times the likeness of the texts above one half."""
    nearly_equal: float = 1.5
    """Texts nearly equal, so that even another ref does not part them."""
    nearly: float = 0.92
    same_plan: float = 0.5
    other_plan: float = -0.5
    fact: float = 0.4
    most_facts: int = 3
    other_fact: float = -0.5
    other_names: float = -2.0
    """Each text names somebody or some place that the other does not."""
    sure: float = 1.8
    doubtful: float = 1.0
    surer: float = 2.4
    """The same for two rows that are not plainly one."""
    plain_words: float = 0.8
    """Texts as alike as this are one thing's, however they differ;"""
    plain_facts: int = 2
    """so many equal facts say the same."""


WEIGHTS = Weights()


@dataclass
class Entity:
    """A thing over time: its observations, each in the order of the packs."""

    kind: str
    id: str
    rows: list[Record] = field(default_factory=list)

    @property
    def last(self) -> Record:
        return self.rows[-1]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two rows that may be one thing."""

    kind: str
    earlier: Record
    later: Record

    @property
    def sentence(self) -> str:
        """The doubt in words, with what both rows print."""
        printed = [
            f"{text(row.get(dataset(self.kind).ref))} {text(row.get(dataset(self.kind).text))!r}".strip()
            for row in (self.later, self.earlier)
        ]
        return " may be what an earlier pack prints as ".join(printed)


class Things:
    """The entities of one kind of one council, found while its packs go by in order."""

    def __init__(self, kind: str, said: Pairs | None = None) -> None:
        """Take the kind, and which pairs people said are one thing or two."""
        self.kind = kind
        self._said = said or Pairs()
        self.entities: list[Entity] = []
        self.doubts: list[Doubt] = []
        self._ids: Counter[str] = Counter()
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_ref: dict[str, set[int]] = defaultdict(set)

    def see(self, rows: Sequence[Record]) -> None:
        """Take the rows of a pack: each goes to the entity it fits best, or is a new one."""
        left = dict(enumerate(rows))
        pairs = sorted(self._pairs(rows), key=lambda p: (-p[0], p[1], p[2]))
        here: dict[int, list[Record]] = defaultdict(list)
        for score, index, number in pairs:
            if index in left and self._is_one(score, number, left[index], here[number]):
                row = left.pop(index)
                here[number].append(row)
                self._question(number, row)
                self._observe(number, row)
        self._doubt(left, pairs, {number for number, some in here.items() if some})
        for row in left.values():
            number = self._printed(row, here)
            here[number].append(row)
            self._observe(number, row)

    def _question(self, number: int, row: Record) -> None:
        """Name a row that counts as an older one though it is about something else, by its words."""
        earlier = self.entities[number].last
        if earlier["pack_id"] != row["pack_id"] and not self._is_plain(number, row):
            doubt = Doubt(self.kind, earlier, row)
            if self._said.are_one(doubt.sentence, Doubt(self.kind, row, earlier).sentence) is None:
                self.doubts.append(doubt)

    def _is_one(self, score: float, number: int, row: Record, here: Sequence[Record]) -> bool:
        """Whether the evidence suffices for a row's being of an entity, of which the pack has other rows."""
        enough = score >= WEIGHTS.surer or (score >= WEIGHTS.sure and self._is_plain(number, row))
        return enough and self._may_be(row, here)

    def _is_plain(self, number: int, row: Record) -> bool:
        """Whether a row is plainly one thing with any of an entity's in the last pack that has it."""
        rows = self.entities[number].rows
        last = takewhile(lambda other: other["pack_id"] == rows[-1]["pack_id"], reversed(rows))
        return any(is_plain(self.kind, earlier, row) for earlier in last)

    def _may_be(self, row: Record, here: Sequence[Record]) -> bool:
        """Whether the thing of some rows of a pack may be that of another: a table prints a thing once.

        Another table of the same plan may print it again, under the same ref.
        """
        named = words(row, dataset(self.kind).ref), words(row, "plan")
        return all(
            text(row.get("table_id")) != text(other.get("table_id"))
            and named == (words(other, dataset(self.kind).ref), words(other, "plan"))
            for other in here
        )

    def _printed(self, row: Record, here: Mapping[int, Sequence[Record]]) -> int:
        """The entity of a row that fits no earlier pack: one of this pack with its ref, or a new one."""
        ref = words(row, dataset(self.kind).ref)
        for number in sorted(self._by_ref.get(ref, set()) & here.keys()) if ref else ():
            may_be = here[number] and self._may_be(row, here[number])
            if may_be and self._score(number, row) >= WEIGHTS.sure:
                return number
        return self._new(row)

    def _doubt(
        self, left: dict[int, Record], pairs: Iterable[tuple[float, int, int]], taken: set[int]
    ) -> None:
        """Name the new rows that may well be older ones under another ref or in other words."""
        said: set[int] = set()
        for score, index, number in pairs:
            if WEIGHTS.doubtful <= score and index in left and number not in taken and index not in said:
                said.add(index)
                self.doubts.append(Doubt(self.kind, self.entities[number].last, left[index]))

    def _pairs(self, rows: Sequence[Record]) -> Iterator[tuple[float, int, int]]:
        for index, row in enumerate(rows):
            for number in self._candidates(row):
                score = self._score(number, row)
                if score >= WEIGHTS.doubtful:
                    yield score, index, number

    def _score(self, number: int, row: Record) -> float:
        """The evidence for a row's being of an entity; what people said of two of its rows counts alone."""
        entity = self.entities[number]
        for other in reversed(entity.rows) if self._said else ():
            doubts = (Doubt(self.kind, other, row), Doubt(self.kind, row, other))
            said = self._said.are_one(*(doubt.sentence for doubt in doubts))
            if said is not None:
                return inf if said else -inf
        return evidence(self.kind, entity.last, row)

    def _candidates(self, row: Record) -> set[int]:
        """Entities with its ref, or with one of the rarer words of its text."""
        found = set(self._by_ref.get(words(row, dataset(self.kind).ref), ()))
        known = [self._by_word[word] for word in sorted(_words(row, self.kind)) if word in self._by_word]
        for some in sorted(known, key=len)[:RARE]:
            found |= some
        return found

    def _new(self, row: Record) -> int:
        base = _id(self.kind, row)
        self._ids[base] += 1
        again = f"-{self._ids[base]}" if self._ids[base] > 1 else ""
        self.entities.append(Entity(self.kind, f"{base}{again}"))
        return len(self.entities) - 1

    def _observe(self, number: int, row: Record) -> None:
        entity = self.entities[number]
        entity.rows.append(row)
        row["entity_id"] = entity.id
        if ref := words(row, dataset(self.kind).ref):
            self._by_ref[ref].add(number)
        for word in _words(row, self.kind):
            self._by_word[word].add(number)


RARE = 4
"""Words of a text by which older rows are looked up: the rarest ones, so that it costs little."""


def _words(row: Record, kind: str) -> frozenset[str]:
    return content(words(row, dataset(kind).text))


def evidence(kind: str, earlier: Record, later: Record) -> float:
    """What speaks for two rows being one thing, less what speaks against it."""
    w = WEIGHTS
    of = dataset(kind)
    refs = words(earlier, of.ref), words(later, of.ref)
    score = 0.0
    if all(refs):
        score += w.same_ref if refs[0] == refs[1] else w.other_ref
    texts = words(earlier, of.text), words(later, of.text)
    score += w.alike * (alike(*texts) - 0.5) + (w.nearly_equal if likeness(*texts) >= w.nearly else 0.0)
    plans = plan_key(text(earlier.get("plan"))), plan_key(text(later.get("plan")))
    if all(plans):
        score += w.same_plan if likeness(*plans) >= w.nearly else w.other_plan
    if other_names(text(earlier.get(of.text)), text(later.get(of.text))):
        score += w.other_names
    facts = _facts(kind, earlier, later)
    return score + w.fact * min(sum(facts), w.most_facts) + w.other_fact * facts.count(False)


def is_plain(kind: str, earlier: Record, later: Record) -> bool:
    """Whether nobody would ask if two rows that count as one are: their words or their facts say so."""
    texts = words(earlier, dataset(kind).text), words(later, dataset(kind).text)
    alike_enough = alike(*texts) >= WEIGHTS.plain_words or not other_matter(*texts)
    return alike_enough or sum(_facts(kind, earlier, later)) >= WEIGHTS.plain_facts


def _facts(kind: str, earlier: Record, later: Record) -> list[bool]:
    """Of each fact that both rows give whether it is the same."""
    return [earlier[c] == later[c] for c in dataset(kind).lasting if earlier.get(c) and later.get(c)]


def _id(kind: str, row: Record) -> str:
    """An id made of what the first observation prints, the same whichever pack was read first."""
    plan = plan_key(text(row.get("plan")))
    named = "|".join((kind, plan, words(row, dataset(kind).ref), words(row, dataset(kind).text)))
    return f"{dataset(kind).record}-{hashlib.sha256(named.encode()).hexdigest()[:12]}"
