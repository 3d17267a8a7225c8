"""The best roles for all columns together: each role once, the subject always."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

BEAM = 64
"""Partial assignments kept from column to column; far more than differ in a table."""
MISSING = -4.0
"""What an assignment loses without the column that the dataset must have."""


class RoleChoice(NamedTuple):
    """A role that a column may play and its score over playing none."""

    role: str
    score: float
    meaning: str = ""
    """What the column is then taken to mean."""


class Assignment(NamedTuple):
    """The role of each column that plays one, and the sum of their scores."""

    roles: Mapping[int, RoleChoice]
    score: float


def assigned(columns: Mapping[int, Sequence[RoleChoice]], must: str, many: frozenset[str]) -> Assignment:
    """The assignment with the best sum; roles in `many` may come again, others not.

    The best for each set of roles already used is kept, so that nothing better is lost.
    """
    kept: dict[frozenset[str], Assignment] = {frozenset(): Assignment({}, 0.0)}
    for number, choices in columns.items():
        grown = dict(kept)
        worth = [choice for choice in choices if choice.score > 0 or choice.role == must]
        for used, so_far in kept.items():
            for choice in worth:
                if choice.role in used:
                    continue
                now = used if choice.role in many else used | {choice.role}
                score = so_far.score + choice.score
                if now not in grown or score > grown[now].score:
                    grown[now] = Assignment({**so_far.roles, number: choice}, score)
        kept = dict(sorted(grown.items(), key=lambda item: -item[1].score)[:BEAM])
        kept.update(_with_must(grown, must))
    return max(kept.values(), key=lambda a: a.score + (0.0 if _plays(a, must) else MISSING))


def _with_must(grown: Mapping[frozenset[str], Assignment], must: str) -> dict[frozenset[str], Assignment]:
    """The best assignment that has the subject, whatever its score."""
    having = [(used, a) for used, a in grown.items() if must in used]
    return dict([max(having, key=lambda item: item[1].score)]) if having else {}


def _plays(assignment: Assignment, role: str) -> bool:
    return any(choice.role == role for choice in assignment.roles.values())
