"""Outline: the grids of a front sheet go in; the entries of an agenda that is set as a table come out.

A cell says where a title ends, whatever stands beside it and however its row is aligned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from agendapack.extract.model import Cell, Grid
from agendapack.extract.outline.entries import Entry, column_role
from agendapack.extract.outline.item_numbers import comes_next, is_time_of_day, number_of
from agendapack.extract.outline.lines import lines_of, make_line
from agendapack.extract.outline.roles import names_who_leads, without_label
from agendapack.extract.outline.titles import EntryParts, printed_pages, read_entry

MOST = 0.6
"""A column is what this share of its cells is."""

Row = tuple[Cell, ...]
Columns = Mapping[int, str]
"""The role of each column: number, title, officer, pages, time or other."""
ReadGrid = tuple[int, Columns, Sequence[Row]]
"""How many columns a grid has, what they hold, and its rows behind their names."""
Tabled = list[tuple[Entry, EntryParts]]


def tabled_entries(grids: Sequence[Grid]) -> Iterator[Tabled]:
    """The entries of each grid that may be an agenda, with those of the grids that go on with it."""
    read = [(grid.columns, *_columns(_rows(grid))) for grid in grids]
    for i, (width, columns, rows) in enumerate(read):
        if columns and (entries := _entries(rows, columns, "")):
            yield entries + _going_on(read[i + 1 :], width, columns, entries[-1][0])


def _going_on(later: Sequence[ReadGrid], width: int, columns: Columns, last: Entry) -> Tabled:
    """The entries of the following grids with as many columns, while they go on counting."""
    found: Tabled = []
    for its_width, named, rows in later:
        more = _entries(rows, named or columns, last.heading)
        if its_width != width or not more or not _goes_on(last, more[0][0]):
            break
        found, last = found + more, more[-1][0]
    return found


def _goes_on(last: Entry, first: Entry) -> bool:
    return not last.number or not first.number or comes_next(last.number, first.number)


def _rows(grid: Grid) -> list[Row]:
    """The cells with text of each row, from left to right."""
    rows: list[list[Cell]] = [[] for _ in range(grid.rows)]
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):
        if cell.words:
            rows[cell.row].append(cell)
    return [tuple(row) for row in rows]


def _columns(rows: Sequence[Row]) -> tuple[Columns, Sequence[Row]]:
    """What the columns hold and the rows behind their names; nothing for a table of something else.

    Names decide; what is not named is told by its cells.
    """
    for i, row in enumerate(rows, 1):
        named = {cell.column: role for cell in row if (role := column_role(cell.flat))}
        if len(set(named.values()) - {"other"}) > 1:
            roles = _titled(rows[i:], _told(rows[i:], named))
            return (roles if "title" in roles.values() else {}), rows[i:]
    told = _told(rows, {})
    listed = "title" in told.values() and {"number", "officer", "time"} & set(told.values())
    return (told if listed else {}), rows[_names_columns(rows[0], told) :]


def _names_columns(row: Row, told: Columns) -> bool:
    """Whether a row names columns in words unknown: less than half of it is what its columns are."""
    tested = [(test, cell) for cell in row if (test := TESTS.get(told.get(cell.column, "")))]
    return len(row) > 1 and 2 * sum(bool(test(cell)) for test, cell in tested) < len(tested)


def _titled(rows: Sequence[Row], roles: Columns) -> Columns:
    """The roles where what is named like numbers ("Agenda item") holds the titles."""
    named = {c: _column(rows, c) for c, role in roles.items() if role == "number"}
    titles = {c for c, cells in named.items() if not _mostly(_number, cells)}
    if len(titles) != 1:
        return roles
    return {c: "title" if c in titles else "other" if role == "title" else role for c, role in roles.items()}


def _told(rows: Sequence[Row], named: Columns) -> Columns:
    """The roles with those of columns without a name, told by their cells; the longest texts are titles."""
    unnamed = {c.column for row in rows for c in row if c.column_span == 1} - set(named)
    cells = {column: _column(rows, column) for column in sorted(unnamed)}
    told = {column: _role_of(here) for column, here in cells.items()}
    numbers = [column for column, role in (told | dict(named)).items() if role == "number"]
    told |= {column: "pages" for column in numbers[1:] if column in told}
    free = [column for column, role in told.items() if not role]
    if free and "title" not in named.values():
        told[max(free, key=lambda c: sum(len(cell.text) for cell in cells[c]))] = "title"
    return {**{column: role or "other" for column, role in told.items()}, **named}


def _column(rows: Sequence[Row], column: int) -> list[Cell]:
    return [cell for row in rows for cell in row if cell.column == column and cell.column_span == 1]


def _role_of(cells: Sequence[Cell]) -> str:
    """What most of the cells are; nothing for texts."""
    return next((role for role, test in TESTS.items() if _mostly(test, cells)), "")


def _mostly(test: Callable[[Cell], object], cells: Sequence[Cell]) -> bool:
    return bool(cells) and sum(bool(test(cell)) for cell in cells) >= MOST * len(cells)


def _number(cell: Cell) -> str:
    """The item's number that the cell is; nothing when it is something else."""
    found = number_of(make_line(cell.page, cell.words))
    return found[0] if found and found[1] == len(cell.words) else ""


TESTS: Mapping[str, Callable[[Cell], object]] = {
    "time": lambda cell: is_time_of_day(cell.flat),
    "number": _number,
    "pages": lambda cell: printed_pages(cell.flat),
    "officer": lambda cell: names_who_leads(cell.flat),
}
"""How a cell shows what its column holds."""


def _entries(rows: Sequence[Row], columns: Columns, heading: str) -> Tabled:
    """A row is an entry; a text alone over others is their heading."""
    found: Tabled = []
    for row in rows:
        number = next(filter(None, map(_number, _in(row, columns, "number"))), "")
        title = _in(row, columns, "title")
        if len(row) == 1 and not number:
            heading = row[0].flat
        elif title and (number or "number" not in columns.values()):
            entry = _entry(row, number, title[0], heading)
            found.append((entry, _reading(entry, row, columns)))
    return found


def _in(row: Row, columns: Columns, role: str) -> list[Cell]:
    return [cell for cell in row if columns.get(cell.column) == role]


def _entry(row: Row, number: str, title: Cell, heading: str) -> Entry:
    first, *more = lines_of(title.page, title.words)
    whole = make_line(title.page, [word for cell in row for word in cell.words])
    return Entry(number, (first,), whole, heading, more)


def _reading(entry: Entry, row: Row, columns: Columns) -> EntryParts:
    """What the title's cell says, with what the columns of officers and pages say."""
    read = read_entry(entry, None, 0.0)
    officer = " ".join(without_label(cell.flat) for cell in _in(row, columns, "officer"))
    pages = [first for cell in _in(row, columns, "pages") if (first := printed_pages(cell.flat))]
    return EntryParts(read.title, officer or read.officer, pages[0] if pages else read.first_page)
