"""Reads figures under lines that name what they measure: "Actual" and "Target" under each indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendapack.extract.model import Row, Table
from agendapack.extract.recognise.measure_names import measure_of

MIN_MEASURES = 2
"""Measures whose names stand at the left of the rows."""


def named_beside(table: Table) -> Table | None:
    """The table with the line over each group of rows beside them instead, merged; None for other tables."""
    head = [row for row in table.rows if row.kind == "header"]
    groups = _groups([row for row in table.rows if row.kind != "header"])
    measures = {measure_of(row.cells[0].flat) for _, under in groups for row in under}
    if len(measures) < MIN_MEASURES:
        return None
    rows = [_moved(row, 1) for row in head]
    for line, under in groups:
        rows.extend(_beside(line, under) if under else [replace(line, kind="band")])
    return replace(table, columns=table.columns + 1, rows=tuple(rows))


def _groups(rows: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """Each line with the rows of measures below it; nothing where there are other rows."""
    groups: list[tuple[Row, list[Row]]] = []
    for row in rows:
        if _is_line(row):
            groups.append((row, []))
        elif groups and _is_measured(row):
            groups[-1][1].append(row)
        else:
            return []
    return groups


def _is_line(row: Row) -> bool:
    """Whether nothing stands in the row but a name."""
    filled = [c for c in row.cells if c.text]
    return len(filled) == 1 and filled[0].column == 0 and not measure_of(filled[0].flat)


def _is_measured(row: Row) -> bool:
    """Whether the row begins with the name of a measure."""
    return bool(row.cells) and row.cells[0].column == 0 and bool(measure_of(row.cells[0].flat))


def _beside(line: Row, under: Sequence[Row]) -> Iterator[Row]:
    """The rows of a group with its name in a column before theirs."""
    first = under[0].cells[0]
    name = replace(line.cells[0], row=first.row, column_span=1, row_span=len(under))
    yield replace(moved := _moved(under[0], 0), cells=(name, *moved.cells))
    for row in under[1:]:
        yield replace(moved := _moved(row, 0), above=(name, *moved.above))


def _moved(row: Row, start: int) -> Row:
    """The row with its cells from a column on one further to the right."""
    cells, above = (
        tuple(replace(c, column=c.column + 1) if c.column >= start else c for c in some)
        for some in (row.cells, row.above)
    )
    return replace(row, cells=cells, above=above)
