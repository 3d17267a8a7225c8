"""Reads a table whose title names one indicator, its rows being what the figures are of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.model import Table
from agendapack.extract.normalise.leading_ref import Led
from agendapack.extract.normalise.words import any_of
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.measures import (
    LabelColumn,
    ValueColumn,
    as_series,
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
    return next((named for head in heads if (named := name_in(head))), None)


def name_in(heading: str) -> Led | None:
    """The indicator that a heading names."""
    found = _name().match(heading)
    return Led(" ".join(found["ref"].split()), found["text"].strip()) if found else None


def read_under_name(columns: Sequence[Column]) -> Reading | None:
    """The value columns, and the untitled one that says what the rows are of; None for other tables."""
    values = [v for c in columns if c.levels and _is_figures(c) and (v := value_column(c, sure=True))]
    left = [c for c in columns if c.filled and all(c.number != v.column for v in values)]
    if len(values) < MIN_VALUES or len(left) > 1 or any(c.levels for c in left):
        return None
    labels = LabelColumn(left[0].number, frozenset()) if left else None
    told: tuple[ValueColumn, ...] = told_apart(with_years(as_series(values)), columns)
    return Reading("indicators", (), told, 1.0, (), labels=labels)


def _is_figures(column: Column) -> bool:
    return (share("number", column.cells) or 0.0) >= FIGURES_SHARE


@from_words
def _name() -> re.Pattern[str]:
    """A heading's first line: what an indicator is called, its number, a mark, its definition."""
    kinds = any_of(vocabulary("tables")["indicators"]["called"])
    return re.compile(
        rf"(?P<ref>{kinds}\s+(?:no\.?\s*)?(?:[a-z]{{1,4}}[ -]?)?\d{{1,3}}[a-z]?(?:\.\d{{1,2}})?)"
        r"\s*[:–—-]\s*(?P<text>\S.*)",
        re.IGNORECASE,
    )
