"""Workbook: what a sheet with one table is, and the order of those of the datasets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from agendapack.extract.light_dataclass import dataclass
from agendapack.schemas.cells import Value
from agendapack.schemas.datasets import Dataset, dataset, datasets, shown

LAST = "packs"
NAMES = {"packs": "Sources"}


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A cell that leads to a place outside the workbook or to another sheet."""

    text: str
    address: str
    inside: bool = False


Cell = Value | Hyperlink
Cells = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """The head of a column; `name` is the schema's, empty where the workbook adds the column."""

    title: str
    name: str = ""
    type: str = "string"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet with one table, whose rows are made anew each time they are asked for."""

    name: str
    title: str
    about: str
    headings: tuple[SheetColumn, ...]
    count: int
    rows: Callable[[], Iterable[Cells]]


def table(name: str, about: str, headings: Iterable[SheetColumn], rows: Sequence[Cells]) -> Sheet:
    """A sheet whose rows are known."""
    return Sheet(name, name, about, tuple(headings), len(rows), lambda: rows)


def sheet_order() -> list[Dataset]:
    """The datasets with a sheet, in the order of their sheets."""
    first = shown("workbook")
    others = (of.name for of in datasets() if of.name not in (*first, *shown("for_programs"), LAST))
    return [dataset(name) for name in (*first, *others, LAST)]


def sheet_name(of: Dataset) -> str:
    """The name of the dataset's sheet."""
    return NAMES.get(of.name, of.title)


def spoken(day: object) -> str:
    """A day as people say it, other text as it is."""
    return f"{day.day} {day:%B %Y}" if isinstance(day, date) else str(day or "")
