"""What a value column of an indicator table holds: which measure, for which period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.period_days import Period
from agendapack.extract.normalise.periods import find_period, parse_period
from agendapack.extract.normalise.values import parse_value, unit_of
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.measure_names import (
    MIN_FIT,
    WHOLE_FIT,
    measure_of,
    measure_of_column,
    tells_a_change,
    without_period,
)
from agendapack.extract.recognise.over_figures import are_amounts, over_figures
from agendapack.extract.recognise.series_labels import shared, telling
from agendapack.extract.recognise.shapes import share
from agendapack.extract.recognise.titles import Phrases
from agendapack.schemas import from_words, vocabulary

PERIOD_SHARE = 0.75
"""Share of the filled cells of a column of periods that hold one and nothing else."""
GRADE_CHARS = 3
"""Longest value without a figure: "A+", "AAA", "Yes"."""
NUMBER_SHARE = 0.3
"""Share of figures in a column whose title names a period only."""


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values."""

    column: int
    measure: str
    period: Period | None
    unit: str
    reason: str
    telling: bool = True
    """Whether only indicators have such a measure."""
    label: str = ""
    """What tells the values from those of another column with the same measure and period."""


@dataclass(frozen=True, slots=True)
class PeriodColumn:
    """A column that says for which time the values of its row are."""

    column: int
    measure: str
    """The measure it dates ("Baseline year"); empty for the row's newest value."""

    def dates(self, value: ValueColumn) -> bool:
        """Whether the cells of this column tell the period of that one's."""
        if value.period is not None:
            return False
        return value.measure == self.measure if self.measure else value.measure in _said("dated")


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """A column that says which measure its row holds, where an indicator has several rows."""

    column: int
    shared: frozenset[str]
    """Labels of a measure that an indicator has several of: "England", "Region"."""


def period_column(column: Column) -> PeriodColumn | None:
    """The column when it holds periods; None for any other."""
    filled = column.filled
    if not _titles()["period_columns"].any_fits(column.titles, MIN_FIT):
        return None
    if not filled or sum(parse_period(c.flat) is not None for c in filled) < PERIOD_SHARE * len(filled):
        return None
    measure = measure_of_column(column)[0]
    return PeriodColumn(column.number, "" if measure in _said("dated") else measure)


def label_column(column: Column) -> LabelColumn | None:
    """The column when its cells say which measure their row holds: "Actual" over "Target"."""
    of_each: list[dict[str, str]] = [{}]
    for cell in column.filled:
        if not (measure := measure_of(cell.flat)):
            return None
        if cell.flat in of_each[-1]:
            of_each.append({})
        of_each[-1][cell.flat] = measure
    if len({measure for labels in of_each for measure in labels.values()}) < 2:
        return None
    several = (shared((measure, label) for label, measure in labels.items()) for labels in of_each)
    return LabelColumn(column.number, frozenset().union(*several))


def value_column(column: Column, *, sure: bool = False) -> ValueColumn | None:
    """The measure, period and unit that the title names; None when it names neither.

    A column that is surely one of values holds those of its period, whatever its title.
    """
    titles = {*column.titles, *map(without_period, column.titles)}
    period = period_of(column)
    undated = period is None or not are_amounts(column)
    if any(_titles()[n].any_fits(titles, WHOLE_FIT) for n in ("not_values", *(["not_undated"] * undated))):
        return None
    measure, phrase = measure_of_column(column)
    if tells_a_change(column.levels[-1] if column.levels else "") and measure not in _said("precedence")[0]:
        return None
    if not measure and are_amounts(column):
        measure, phrase = over_figures(titles)
    if not measure and period is None and not (sure and column.levels):
        return None
    if not _holds_values(column, measure):
        return None
    name = measure or str(vocabulary("measures")["period_only"])
    reason = f"{column.title!r}: {name} ({phrase or 'period only'})"
    return ValueColumn(
        column.number, name, period, unit_of(column.title), reason, measure in _said("telling")
    )


def told_apart(values: Sequence[ValueColumn], columns: Sequence[Column]) -> tuple[ValueColumn, ...]:
    """The value columns, with what tells those of one measure and period apart."""
    levels = {c.number: c.levels for c in columns}
    names = {v.column: _bare(levels[v.column][-1]) for v in values}
    twice = Counter((v.measure, v.period, names[v.column]) for v in values)
    for v in values:
        if twice[v.measure, v.period, names[v.column]] > 1:
            names[v.column] = _bare(" ".join(levels[v.column]))
    among = shared(((v.measure, v.period), names[v.column]) for v in values)
    return tuple(replace(v, label=telling(names[v.column], v.measure, among)) for v in values)


def as_series(values: Sequence[ValueColumn]) -> list[ValueColumn]:
    """The value columns; of several periods only one can be the latest, the others were reached."""
    of_one = [v for v in values if v.period and v.measure in _said("of_one_period")]
    if len({v.period for v in of_one}) < 2:
        return list(values)
    reached = str(vocabulary("measures")["period_only"])
    return [replace(v, measure=reached) if v in of_one else v for v in values]


def with_years(values: Sequence[ValueColumn]) -> list[ValueColumn]:
    """The value columns; a quarter that names no year is of that of the quarter before, at its left.

    It is called as it is printed unless it comes again, for another year.
    """
    found: list[ValueColumn] = []
    printed = Counter(v.period.text for v in values if v.period)
    before: tuple[ValueColumn, Period | None] | None = None
    for value in values:
        whole, own = value.period, value.period
        if before and (before[0].column, before[0].measure) == (value.column - 1, value.measure):
            whole = _next_quarter(before[1], own) or own
        before = value, whole
        once = own is not None and printed[own.text] == 1
        found.append(
            replace(value, period=replace(whole, text=own.text) if whole and own and once else whole)
        )
    return found


def _next_quarter(last: Period | None, own: Period | None) -> Period | None:
    """The quarter in its year, where it comes right after one that names it; None otherwise."""
    bare = _QUARTER.fullmatch(own.text) if own else None
    before = _QUARTER.search(last.text) if last and last.start else None
    if own is None or last is None or not bare or not before or int(bare[1]) != int(before[1]) + 1:
        return None
    year = last.text.replace(before[0], " ").strip(" ,-–")
    found = find_period(f"{own.text} {year}")
    return found if found and found.start else None


def _bare(title: str) -> str:
    return without_period(title).strip(" :()-–")


def _said(key: str) -> list[str]:
    """A list of the vocabulary."""
    return list(vocabulary("measures")[key])


@from_words
def _titles() -> dict[str, Phrases]:
    """The lists of titles in the vocabulary."""
    return {
        key: Phrases(tuple(map(str, _said(key)))) for key in ("period_columns", "not_values", "not_undated")
    }


def _holds_values(column: Column, measure: str) -> bool:
    """Whether the cells may be values: figures, grades, "N/A"; words such as "High" are none."""
    if not measure:
        return (share("number", column.cells) or 0.0) >= NUMBER_SHARE
    texts = [c.flat for c in column.filled]
    if measure in _said("in_words") or any(map(_A_FIGURE.search, texts)):
        return True
    return all(len(t) <= GRADE_CHARS or parse_value(t)[0].status != "reported" for t in texts)


_A_FIGURE = re.compile(r"(?<![^\W_])\d")
"""A number that is no part of a code such as "A2L"."""
_SHORT_YEARS = re.compile(r"(?<![\d%£.,-])(\d\d)\s?[-–]\s?(\d\d)(?![\d%.,])")
_QUARTER = re.compile(r"(?:q|quarter|qtr)\s?([1-4])", re.IGNORECASE)


def in_time(columns: Sequence[Column]) -> list[Column]:
    """Columns in the order of their periods; without years as printed, unless quarters count backwards."""
    periods = {c.number: p for c in columns if (p := period_of(c))}
    starts = {n: p.start for n, p in periods.items() if p.start}
    if len(starts) == len(columns):
        return sorted(columns, key=lambda c: starts[c.number])
    quarters = [int(m[1]) for p in periods.values() if (m := _QUARTER.fullmatch(p.text))]
    backwards = all(late == early % 4 + 1 for late, early in pairwise(quarters))  # Q1, Q4, Q3
    if len(quarters) == len(columns) and backwards:
        return list(reversed(columns))
    return list(columns)


def _short_years(title: str) -> Period | None:
    """The two years that a title begins or ends with: "23-24 Actuals"; elsewhere such figures are a range."""
    found = _SHORT_YEARS.search(title)
    at_an_end = found and (found.start() == 0 or found.end() == len(title.rstrip()))
    if not found or not at_an_end or int(found[2]) != (int(found[1]) + 1) % 100:
        return None
    period = parse_period(f"{found[1]}/{found[2]}")
    return replace(period, text=found[0]) if period else None


def period_of(column: Column) -> Period | None:
    """The period of the lowest level that prints one, with the year of the levels above."""
    found: Period | None = None
    for level in column.levels:
        here = find_period(level.split("(")[0]) or find_period(level) or _short_years(level.split("(")[0])
        if here is not None:
            found = here if found is None else find_period(f"{here.text} {found.text}") or here
    return found
