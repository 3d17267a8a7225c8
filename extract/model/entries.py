"""Tables as they are listed: the raw grid, where its cells are printed, what its columns mean."""

from __future__ import annotations

from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model.geometry import Box
from agendapack.extract.model.source import Source


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a raw grid and where it is printed."""

    row: int
    column: int
    row_span: int
    column_span: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column of a raw grid was taken for, and why."""

    column: int
    title: str
    role: str
    """A role of the dataset, or the measure of a value column."""
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts and cells of a table are printed, and what its columns mean."""

    parts: tuple[tuple[int, Box], ...] = ()
    """Page and box of each part."""
    cells: tuple[PlacedCell, ...] = ()
    meanings: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table in the list of tables, recognised or not."""

    source: Source
    last_page: int
    title: str
    kind: str
    """actions, indicators, risks, agenda, … or empty when it is none of them."""
    rows: int
    columns: int
    header_rows: int
    grid: tuple[tuple[str, ...], ...] = field(repr=False, default=())
    """The raw grid, merged cells' text in their top-left cell."""
    layout: Layout = field(repr=False, default=Layout())
    guess: str = ""
    """What it may list, where it is in doubt."""
    head: str = ""
    """The titles of its columns in one line."""
    roles: str = ""
    """The same, each title with what its column was taken for, or would be by the guess."""
