"""What titles seldom are: figures, dates and references, which tell a record from the head over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agendapack.extract.model import Row
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.refs import find_refs, is_ref
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.shapes import ANY_YEAR, share

ALIKE = 0.6
"""Share of figures, dates or references in a column of them."""
MIN_APART = 2
"""Columns in which a row of the head holds what the cells below hold."""
NAMED = frozenset(["ref", "date"])
"""Shapes that titles seldom have: figures may number the columns of a matrix."""


def titles_apart(columns: Sequence[Column]) -> int:
    """How many titles are no figure, date or reference over a column of such."""
    return sum(
        any(not any(map(like, c.levels)) and _is_of(c, shape) for shape, like in TOLD_APART)
        for c in columns
        if any(map(str.isalpha, c.title))
    )


def is_record(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row holds references or dates, and other things, over columns of such."""
    shapes = [shape for column in columns if (shape := _held(row, column))]
    return len(shapes) >= MIN_APART and not NAMED.isdisjoint(shapes)


def _held(row: Row, column: Column) -> str:
    """What the row's own cell in a column is, where the cells below are such too."""
    cell = row.at(column.number)
    if cell is None or not cell.flat or cell.column_span > 1:
        return ""
    alike = (shape for shape, like in TOLD_APART if like(cell.flat))
    return next((shape for shape in alike if _is_of(column, shape)), "")


def _is_of(column: Column, shape: str) -> bool:
    return (share(shape, column.cells) or 0.0) >= ALIKE


def _is_measure(title: str) -> bool:
    """Whether a title has figures that name no period: "12 days"."""
    return any(map(str.isdigit, title)) and find_period(title) is None


def _is_date(title: str) -> bool:
    return parse_due(title, plan_year=ANY_YEAR).kind != "unparsed"


def _cites(title: str) -> bool:
    return is_ref(title) or bool(find_refs(title))


TOLD_APART: Sequence[tuple[str, Callable[[str], bool]]] = (
    ("number", _is_measure),
    ("date", _is_date),
    ("ref", _cites),
)
"""Shapes of cells, and whether a title has the shape itself."""
