"""Reconcile: small questions to a typed row: where it stands, what it is called, how its ref is built."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from agendapack.extract.model import Action, IndicatorValue, Place, Source
from agendapack.extract.normalise.refs import split_ref

_T = TypeVar("_T")
_V = TypeVar("_V")


class Sourced(Protocol):
    """A row that knows where it comes from."""

    @property
    def source(self) -> Source: ...


def grouped(pairs: Iterable[tuple[_T, _V]]) -> dict[_T, tuple[_V, ...]]:
    """Second members by first, in order of arrival."""
    found: dict[_T, Any] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    for key, values in found.items():  # in place: of a large pack two such take much memory
        found[key] = tuple(values)
    return found


def place(row: Sourced, quote: str = "") -> Place:
    """Where a row stands and what is printed there."""
    return Place(row.source.page, row.source.box, row.source.row_id, quote)


def stands_in(value: IndicatorValue) -> tuple[str, str]:
    """The plan and the table a value is printed in: a plan may print one indicator in two tables."""
    return value.plan, value.source.table_id


def told_apart(value: IndicatorValue, other: IndicatorValue) -> str:
    """What to call the place of a value beside another: its plan, or its page where both have one plan."""
    return value.plan if value.plan != other.plan else f"the table on page {value.source.page}"


def name_of(action: Action) -> str:
    """What a reader would call the action: its ref, or its words."""
    return action.action_ref or action.action


def family_and_number(ref: str) -> tuple[str, int] | None:
    """The letters before the last number of a ref and that number; None for refs of another build."""
    prefix, number, suffix = split_ref(ref)
    return None if number is None or suffix or not prefix.strip() else (prefix.strip(), number)


def in_order(refs: Iterable[str]) -> tuple[str, ...]:
    """Each ref once, in order of arrival, empty ones left out."""
    return tuple(dict.fromkeys(ref for ref in refs if ref))


@lru_cache(maxsize=64)
def one_set(refs: frozenset[str]) -> frozenset[str]:
    """One object for equal sets: a cache would compare two of them ref by ref at each look-up."""
    return refs


def last_day_of(value: IndicatorValue) -> int:
    """The last day of the period of a value as a number; of an unknown one the first of all."""
    return value.period_end.toordinal() if value.period_end else 0
