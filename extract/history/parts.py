"""History: one thing that became several, and several that became one, told by whose words they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agendapack.extract.history.matching import SUBJECTS
from agendapack.extract.history.wording import content, words
from agendapack.extract.write.record import Record

OWN = 0.5
"""Share of a part's words that the whole must have."""
COVERED = 0.6
"""Share of the whole's words that its parts must have together."""
LEAST = 2

Rows = Mapping[str, Record]


@dataclass(frozen=True, slots=True)
class Parting:
    """Things of which one side became the other."""

    what: str
    """split or merged."""
    before: Rows
    after: Rows


def parted(kind: str, gone: Rows, added: Rows) -> Iterator[Parting]:
    """The partings among what is gone and what is new; each thing has part in one at the most."""
    free = dict(added)
    left = dict(gone)
    for entity, row in gone.items():
        parts = _parts(kind, row, free)
        if parts:
            yield Parting("split", {entity: row}, parts)
            free = {e: r for e, r in free.items() if e not in parts}
            del left[entity]
    for entity, row in list(free.items()):
        parts = _parts(kind, row, left)
        if parts:
            yield Parting("merged", parts, {entity: row})
            left = {e: r for e, r in left.items() if e not in parts}


def _parts(kind: str, whole: Record, rows: Rows) -> dict[str, Record]:
    """Those of the rows that make up the whole; none unless there are several and little is left."""
    all_words = _words(kind, whole)
    parts = {e: row for e, row in rows.items() if _is_part(_words(kind, row), all_words)}
    together = set().union(*(_words(kind, row) for row in parts.values())) if parts else set()
    enough = len(parts) >= LEAST and len(together & all_words) >= COVERED * len(all_words)
    return parts if enough else {}


def _is_part(part: frozenset[str], whole: frozenset[str]) -> bool:
    return bool(part) and len(part & whole) >= OWN * len(part)


def _words(kind: str, row: Record) -> frozenset[str]:
    return content(words(row, SUBJECTS[kind]))
