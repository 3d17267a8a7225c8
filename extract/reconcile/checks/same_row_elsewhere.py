"""Check: tables that print the same rows, and one figure otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import words

MOST_APART = 0.25
"""Share of the compared figures that may differ; with more the columns are of two things."""
MIN_SHARED = 6
"""Figures that short tables share, of which one alone may differ."""
MOST_TABLES = 20
"""Tables with rows of one label that are compared with each other."""
Key = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of a row's label and of a column's head."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A figure where it is printed."""

    sheet: FigureSheet
    row: int
    head: str
    figure: Figure


@check(
    kind="conflicting_value",
    title="One row with different figures in two tables",
    severity="warning",
    message="{label}: {head} is {first} on page {page} and {second} on page {other_page}",
    looks_at="tables",
)
def same_row_elsewhere(subject: Subject) -> Iterator[Hit]:
    """Only where most other rows of the two tables agree under the same heads."""
    cells = [_cells(sheet) for sheet in subject.sheets]
    listed = {n for n, sheet in enumerate(subject.sheets) if sheet.entry.kind == "indicators"}
    tables = grouped((key, number) for number, its in enumerate(cells) for key in its)
    near = {pair for its in tables.values() for pair in combinations(its[:MOST_TABLES], 2)}
    for one, other in sorted(near):
        if {one, other} <= listed:  # indicators are held against each other by their periods
            continue
        for mine, theirs in _apart(cells[one], cells[other]):
            yield _hit(mine, theirs)


def _cells(sheet: FigureSheet) -> Mapping[Key, _Cell]:
    """The figures of a table by label and head; those whose label or head recurs are left out."""
    found: dict[Key, _Cell | None] = {}
    for row in sheet.body:
        label = words(sheet.label(row))
        for column in sheet.columns if label else ():
            head, figure = sheet.header(column), sheet.figures[row][column]
            if figure and words(head):
                key = label, words(head)
                found[key] = None if key in found else _Cell(sheet, row, head, figure)
    return {key: cell for key, cell in found.items() if cell}


def _apart(one: Mapping[Key, _Cell], other: Mapping[Key, _Cell]) -> Iterator[tuple[_Cell, _Cell]]:
    """The few figures under one head in which the tables differ, or the only one under all heads."""
    shared = [key for key in one if key in other]
    wrong: list[Key] = []
    for keys in grouped((key[1], key) for key in shared).values():
        odd = [key for key in keys if not _same(one[key].figure, other[key].figure)]
        if len(odd) <= MOST_APART * len(keys):
            yield from ((one[key], other[key]) for key in odd)
        else:
            wrong += odd
    if len(wrong) == 1 and len(shared) >= MIN_SHARED:
        yield one[wrong[0]], other[wrong[0]]


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures are the same as far as both are printed."""
    rounding = one.half_unit + other.half_unit if one.decimals != other.decimals else 0
    return abs(one.value - other.value) <= rounding


def _hit(mine: _Cell, theirs: _Cell) -> Hit:
    label = mine.sheet.label(mine.row)
    cells: Sequence[_Cell] = (mine, theirs)
    places = tuple(c.sheet.place(c.row, f"{label}: {c.figure.text}") for c in cells)
    facts = {"label": label, "head": mine.head, "first": mine.figure.text, "second": theirs.figure.text}
    pages = {"page": places[0].page, "other_page": places[1].page}
    return Hit(in_order(ref for c in cells for ref in c.sheet.refs(label)), places, {**facts, **pages})
