"""Reads a table whose title names one indicator, its rows being what the figures are of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.model import Table
from agendapack.extract.normalise.leading_ref import Led, led_by_ref
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.normalise.words import any_of
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.surroundings import Around, blocks
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.labelled_lines import labelled_lines
from agendapack.extract.recognise.measures import (
    LabelColumn,
    PeriodColumn,
    ValueColumn,
    as_series,
    period_column,
    told_apart,
    value_column,
    with_years,
)
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.shapes import share
from agendapack.schemas import from_words, vocabulary

MIN_VALUES = 2
"""Columns of values under the name of one indicator."""
FIGURES_SHARE = 0.6
"""Share of figures in their cells."""


def named_above(table: Table, around: Around) -> Led | None:
    """The indicator that the nearest heading over a table names: "Indicator 3: Gross debt"."""
    caption = table.caption.text if table.caption else ""
    heads = [caption, table.title, *reversed(around.above)]
    named = next((named for head in heads if (named := name_in(head))), None)
    over = [line for line in around.beside if line.box.top < table.box.top]
    return named or next(
        (named for block in reversed(blocks(over)) if (named := name_in(_joined(block)))), None
    )


def on_its_card(named: Led, around: Around) -> dict[str, str]:
    """What labels say of the indicator in the lines between its name and the end of the table, by role."""
    printed = blocks(around.beside)
    names = [name_in(_joined(block)) for block in printed]
    at = max((i for i, its in enumerate(names) if its and its.ref == named.ref), default=None)
    if at is None:
        return {}
    own, *others = printed[at:]
    return labelled_lines([line for block in (own[1:], *others) for line in block])


def _joined(block: Sequence[TextLine]) -> str:
    return " ".join(line.text for line in block)


def name_in(heading: str) -> Led | None:
    """The indicator that a heading names: by what it is called, or by its reference alone."""
    found = _name().match(heading)
    if found:
        return Led(" ".join(found["ref"].split()), found["text"].strip())
    led = led_by_ref(heading)
    return led if led and any(map(str.isalpha, led.ref)) and not led.text[:1].islower() else None


def read_under_name(columns: Sequence[Column], named: Led) -> Reading | None:
    """The value columns, and the untitled one that says what the rows are of; None for other tables.

    A heading that calls nothing an indicator names one where the rows are periods, or there is but one.
    """
    valued = [
        c for c in columns if c.levels and (_is_figures(c) or not c.filled) and period_column(c) is None
    ]
    values = [v for c in valued if (v := value_column(c, sure=bool(c.filled)))]
    left = [c for c in columns if c.filled and all(c.number != v.column for v in values)]
    dating = left[0] if len(left) == 1 and _are_periods(left[0]) else None
    if len(values) < MIN_VALUES or len(left) > 1 or any(c.levels for c in left if c is not dating):
        return None
    told: tuple[ValueColumn, ...] = told_apart(with_years(as_series(values)), columns)
    if dating:
        periods = tuple(PeriodColumn(dating.number, measure) for measure in {v.measure: None for v in told})
        return Reading("indicators", (), told, 1.0, (), periods=periods)
    if not is_called(named.ref) and (left or max(len(c.filled) for c in columns) > 1):
        return None
    labels = LabelColumn(left[0].number, frozenset()) if left else None
    return Reading("indicators", (), told, 1.0, (), labels=labels)


def _are_periods(column: Column) -> bool:
    """Whether all its cells say for which time the values beside them are."""
    return all(parse_period(cell.flat) is not None for cell in column.filled)


def _is_figures(column: Column) -> bool:
    return (share("number", column.cells) or 0.0) >= FIGURES_SHARE


def is_called(ref: str) -> bool:
    """Whether a name begins with what indicators are called: "KPI 3", not "QX-01"."""
    return _calls().match(ref) is not None


@from_words
def _calls() -> re.Pattern[str]:
    """What an indicator is called, before its number."""
    return re.compile(any_of(vocabulary("tables")["indicators"]["called"]), re.IGNORECASE)


@from_words
def _name() -> re.Pattern[str]:
    """A heading's first line: what an indicator is called, its number, a mark, its definition."""
    kinds = any_of(vocabulary("tables")["indicators"]["called"])
    return re.compile(
        rf"(?P<ref>{kinds}\s+(?:no\.?\s*)?(?:[a-z]{{1,4}}[ -]?)?\d{{1,3}}[a-z]?(?:\.\d{{1,2}})?)"
        r"(?:\s*[:–—-]\s*|\s+(?-i:(?=[A-Z%£]\S*\s+\S)))(?P<text>\S.*)",
        re.IGNORECASE | re.DOTALL,
    )
