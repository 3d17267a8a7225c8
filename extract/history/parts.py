"""History: one thing that became several, and several that became one, told by whose words they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agendapack.extract.history.wording import content, words
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.record import Record
from agendapack.schemas.datasets import dataset

OWN = 0.5
"""Share of a part's words that the whole must have."""
COVERED = 0.6
"""Share of all their words that the whole and its parts together must have in common."""
LEAST = 2
"""Parts of a whole."""

Rows = Mapping[str, Record]
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Parting:
    """Things of which one side became the other."""

    what: str
    """split or merged."""
    before: Rows
    after: Rows


def parted(kind: str, gone: Rows, added: Rows) -> Iterator[Parting]:
    """The partings among what is gone and what is new, the surest first; a thing has part in one at most."""
    old, new = ({e: _words(kind, row) for e, row in rows.items()} for rows in (gone, added))
    sides = {"split": (old, new), "merged": (new, old)}
    wholes = [
        (score, what, entity)
        for what, (some, others) in sides.items()
        for entity, said in some.items()
        if (score := _parts(said, others)[0])
    ]
    for _, what, entity in sorted(wholes, key=lambda w: (-w[0], w[1], w[2])):
        some, others = sides[what]
        score, parts = _parts(some[entity], others) if entity in some else (0.0, [])
        if score:
            del some[entity]
            for part in parts:
                del others[part]
            before, after = ([entity], parts) if what == "split" else (parts, [entity])
            yield Parting(what, {e: gone[e] for e in before}, {e: added[e] for e in after})


def _parts(whole: Words, rows: Mapping[str, Words]) -> tuple[float, list[str]]:
    """How nearly some rows together say what the whole says, and which; 0 and none unless several do."""
    shares = {e: len(said & whole) / len(said) for e, said in rows.items() if said}
    together: Words = frozenset()
    score, parts = 0.0, []
    for entity in sorted(shares, key=lambda e: (-shares[e], e)):
        wider = together | rows[entity]
        if shares[entity] >= OWN and (closer := len(wider & whole) / len(wider | whole)) > score:
            together, score = wider, closer
            parts.append(entity)
    return (score, parts) if len(parts) >= LEAST and score >= COVERED else (0.0, [])


def _words(kind: str, row: Record) -> Words:
    return content(words(row, dataset(kind).text))
