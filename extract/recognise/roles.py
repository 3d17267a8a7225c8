"""Which column plays which role of a dataset, and how well the whole fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extract.recognise.columns import Column
from extract.recognise.marks import Marked, marked_columns
from extract.recognise.measures import ValueColumn, value_column
from extract.recognise.shapes import colour_only, evidence, share
from extract.recognise.titles import fit, fits_only
from schemas import vocabulary

DATASETS = ("actions", "indicators", "risks")
MIN_FIT = 0.45
"""Title fit and cell evidence together, below which a column keeps its own name."""
MIN_TITLE = 0.6
"""Title fit alone that a column needs; cells without a telling title prove nothing."""
COLOUR_FIT = 0.8
"""Title fit of a column whose cells are coloured and empty, for a role that rates."""
MARKED_WEIGHT = 1.0
"""What a run of ticked columns adds."""
MIN_TELLING = 2
"""Columns that only this dataset has, from which a nameless column of text is its subject."""
TEXT_SHARE = 0.7
ELIMINATION_FIT = 0.6
VALUES_WEIGHT = 1.0
"""What value columns (target, outturn …) add to the score of an indicator table."""


@dataclass(frozen=True, slots=True)
class Role:
    """A column's role, with the reason."""

    column: int
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A table read as one dataset."""

    dataset: str
    roles: tuple[Role, ...]
    values: tuple[ValueColumn, ...]
    score: float
    missing: tuple[str, ...]
    """Columns the dataset must have and the table lacks."""
    marked: tuple[Marked, ...] = ()
    """Ticked columns that together say one thing."""

    def column(self, role: str) -> int | None:
        """The column that plays the role."""
        return next((r.column for r in self.roles if r.name == role), None)


def read_as(dataset: str, columns: Sequence[Column]) -> Reading:
    """Assign roles greedily, the surest first; each role once, each column once."""
    spec = vocabulary("tables")[dataset]
    marked = [m for m in marked_columns(columns) if m.role in spec["roles"]]
    ticked = {number for m in marked for number, _ in m.titles}
    candidates = [
        role
        for column in columns
        if column.levels and column.number not in ticked
        for name, rule in spec["roles"].items()
        if (role := _candidate(column, name, rule)) is not None
    ]
    candidates.sort(key=lambda r: (-r.score, r.column))
    taken_roles: set[str] = set()
    taken_columns: set[int] = set()
    roles: list[Role] = []
    for role in candidates:
        if role.name not in taken_roles and role.column not in taken_columns:
            taken_roles.add(role.name)
            taken_columns.add(role.column)
            roles.append(role)
    values: list[ValueColumn] = []
    if dataset == "indicators":
        free = [c for c in columns if c.number not in taken_columns | ticked]
        values = [v for c in free if (v := value_column(c)) is not None]
    rules = spec["roles"]
    if (rest := _by_elimination(spec, roles, values, columns)) is not None:
        roles.append(rest)
    taken_roles = {r.name for r in roles}
    score = sum(float(rules[r.name].get("weight", 1)) * r.score for r in roles)
    score += VALUES_WEIGHT * min(1, len(values)) + sum(MARKED_WEIGHT for m in marked if m.role not in taken_roles)
    missing = tuple(n for n, rule in rules.items() if rule.get("must") and n not in taken_roles)
    return Reading(dataset, tuple(sorted(roles, key=lambda r: r.column)), tuple(values), score, missing, tuple(marked))


def _by_elimination(
    spec: dict[str, Any], roles: Sequence[Role], values: Sequence[ValueColumn], columns: Sequence[Column]
) -> Role | None:
    """The first column of text as the one the dataset must have, when all else is telling."""
    must = next(n for n, rule in spec["roles"].items() if rule.get("must"))
    telling = [r for r in roles if r.name in spec.get("telling", ())]
    if any(r.name == must for r in roles) or len(telling) + min(1, len(values)) < MIN_TELLING:
        return None
    taken = {r.column for r in roles} | {v.column for v in values}
    texts = [c for c in columns if c.number not in taken and (share("text", c.cells) or 0) >= TEXT_SHARE]
    if len(texts) != 1:
        return None
    reason = f"{texts[0].title!r} is the one column of text beside {', '.join(r.name for r in telling)}"
    return Role(texts[0].number, must, ELIMINATION_FIT, reason)


def _candidate(column: Column, name: str, rule: dict[str, object]) -> Role | None:
    words: list[str] = list(rule.get("words", []))  # type: ignore[call-overload]
    only: list[str] = list(rule.get("only", []))  # type: ignore[call-overload]
    best, phrase = 0.0, ""
    for title in column.titles:
        for word in words:
            score = fit(title, str(word))
            if score > best:
                best, phrase = score, str(word)
        for word in only:
            if best < 1 and fits_only(title, str(word)):
                best, phrase = 1.0, str(word)
    shape = str(rule.get("shape", "text"))
    if colour_only(column):
        if shape not in ("rag", "status"):
            return None
        # of several coloured columns the rightmost is the newest
        best, phrase = max(best, COLOUR_FIT) + 0.001 * column.number, phrase or "colours only"
    if best < MIN_TITLE:
        return None
    cells = 0.0 if colour_only(column) else evidence(shape, column.cells)
    score = best + cells
    if score < MIN_FIT:
        return None
    reason = f"{column.title!r} fits {phrase!r} ({best:.2f}), cells {shape} {cells:+.2f}"
    return Role(column.number, name, score, reason)
