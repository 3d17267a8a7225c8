"""Lists the persons, posts and bodies that the rows of a pack name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from itertools import islice

from rapidfuzz import fuzz

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Action, Indicator, Officer, Risk, Source
from agendapack.extract.normalise.people import is_initials, is_name

SAME_NAME = 90
"""Likeness (0-100) from which two spellings with the same first letters are one name."""
MOST_COMPARED = 100
"""Names with the same first letters that another is held against; more are a list of the staff."""


@dataclass(slots=True)
class _Named:
    spellings: Counter[str] = field(default_factory=Counter)
    plans: dict[str, None] = field(default_factory=dict)
    first: Source | None = None


def officers(rows: Iterable[Action | Indicator | Risk], keys: Mapping[str, str]) -> tuple[Officer, ...]:
    """One entry a name, in order of appearance; `keys` say what initials stand for."""
    named: dict[str, _Named] = {}
    by_start: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for officer in row.officers:
            entry = named.setdefault(_same(officer, by_start), _Named())
            entry.spellings[officer] += 1
            entry.plans[row.plan] = None
            entry.first = entry.first or row.source
    return tuple(_officer(entry, keys) for entry in named.values())


def _same(officer: str, by_start: dict[str, dict[str, None]]) -> str:
    """The spelling under which a name is gathered: one seen before that is almost the same."""
    folded = re.sub(r"\W+", " ", officer).casefold().strip()
    known = by_start[folded[:2]]
    if folded in known:
        return folded
    if is_name(officer):
        near = next((k for k in islice(known, MOST_COMPARED) if fuzz.ratio(k, folded) >= SAME_NAME), None)
        if near is not None:
            return near
    known[folded] = None
    return folded


def _officer(entry: _Named, keys: Mapping[str, str]) -> Officer:
    name = entry.spellings.most_common(1)[0][0]
    kind = "person" if is_name(name) else "initials" if is_initials(name, keys) else "role"
    return Officer(
        source=replace(entry.first or Source(), review=()),  # said of the row, not of the person
        officer=name,
        kind=kind,
        rows=sum(entry.spellings.values()),
        full_name=keys.get(name, ""),
        variants=tuple(s for s in entry.spellings if s != name),
        plans=tuple(p for p in entry.plans if p),
    )
