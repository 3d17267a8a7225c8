"""Steps of tables with figures: what names, dates and rates them, and which columns hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.draft import Draft
from agendapack.extract.recognise.inferred_roles import ratings_by_period
from agendapack.extract.recognise.measures import (
    PeriodColumn,
    ValueColumn,
    as_series,
    label_column,
    period_column,
    told_apart,
    value_column,
    with_years,
)
from agendapack.extract.recognise.over_figures import are_amounts
from agendapack.extract.recognise.thresholds import is_threshold

IN_WORDS = frozenset(["policy", "polarity"])
"""Roles that are played in words."""
REACHED = "actual"
"""The measure of what was reached."""


def aside(draft: Draft) -> Draft:
    """Without the columns that say nothing of a record: bounds of ratings, names of measures, periods."""
    labels = next((found for c in draft.open if (found := label_column(c))), None)
    named = None if labels is None else labels.column
    left = tuple(c for c in draft.open if c.number != named and not is_threshold(c))
    dating = frozenset(c.number for c in left if _dates_values(c, draft))
    return replace(draft, open=left, labels=labels, dating=dating)


def _dates_values(column: Column, draft: Draft) -> bool:
    """Whether a column says for which time the values of its row are, and not when something is due."""
    return period_column(column) is not None and "is due" not in draft.shown[column.number]


def amounts(draft: Draft) -> Draft:
    """Without the words that columns of amounts are taken for, under titles that name a measure over such.

    Under "Aim" stands what an indicator is for, which way is better, or the figure aimed at.
    """
    measured = {c.number for c in draft.open if are_amounts(c) and value_column(c) is not None}
    left = tuple(r for r in draft.roles if r.name not in IN_WORDS or r.column not in measured)
    return draft if draft.said else replace(draft, roles=left)


def figures(draft: Draft) -> Draft:
    """With the columns of values, those that date them and those that rate the records by period."""
    ratings = ratings_by_period(draft.roles, draft.candidates, draft.columns)
    taken = {r.column for r in draft.roles} | set(ratings)
    free = [c for c in draft.open if c.number not in taken]
    periods = tuple(p for c in free if (p := period_column(c)) is not None)
    values = _values(free, periods, draft)
    kept = tuple(v for v in values if not draft.said or v.column in draft.measured)
    return replace(draft, values=kept, periods=periods, ratings=ratings)


def _values(free: Sequence[Column], periods: Sequence[PeriodColumn], draft: Draft) -> tuple[ValueColumn, ...]:
    """Of columns without a role those of values."""
    dating = {p.column for p in periods}
    found = [value_column(c, sure=c.number in draft.measured) for c in free if c.number not in dating]
    told = [value for value in found if value is not None]
    values = with_years(as_series(told))
    named = draft.labels is not None
    titled = told_apart([replace(v, telling=v.telling or named) for v in values], free)
    return *titled, *_untitled(free, titled, draft)


def _untitled(free: Sequence[Column], told: Sequence[ValueColumn], draft: Draft) -> Iterator[ValueColumn]:
    """The one column of figures without a title, beside others that say what was aimed at or reached before.

    It is what was reached: the figure in large type of a card.
    """
    bare = [c.number for c in free if not c.levels and c.number in draft.measured]
    if told and len(bare) == 1 and not any(v.measure == REACHED and v.period is None for v in told):
        yield ValueColumn(
            bare[0], REACHED, None, "", "figures without a title beside such that have one", False
        )
