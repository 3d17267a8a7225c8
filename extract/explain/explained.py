"""Explain: a row's values with printed text, place, rule, checks and doubts, from a results folder."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from agendapack.extract.correct.identity import squeezed
from agendapack.extract.errors import UsageError
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.places import PrintedCell, Spot, TableLayout, read_layout, spot_of
from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.words import in_words as cell_in_words
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import JOIN, Dataset, DatasetColumn, datasets, provenance
from agendapack.schemas.readings import VALUE, ValueReading, reading


@dataclass(frozen=True, slots=True)
class Explained:
    """One value and all that is known of how it came about."""

    column: DatasetColumn
    value: str
    """As text that people read."""
    data: Value
    printed: str
    """The whole cell as printed; empty when the value stands in no cell."""
    cell: PrintedCell | None
    spot: Spot | None
    title: str
    """Header of the printed column."""
    beside: tuple[str, ...]
    """The filled cells of that column."""
    because: str
    """Why that column was taken for this one."""
    known_from: str
    """The vocabulary file with the titles of such columns."""
    how: ValueReading | None
    """None when the value is worked out by the tool."""
    reviews: tuple[str, ...]

    @property
    def rule(self) -> str:
        """What is done to the printed text."""
        return self.how.rule if self.how else f"Worked out by the tool. {self.column.description}"


@dataclass(frozen=True, slots=True)
class _Printed:
    """Layout and raw grid of a table, both empty when a row stands in none."""

    layout: TableLayout
    grid: list[list[str]]
    header_rows: int

    def text(self, cell: PrintedCell | None) -> str:
        if cell is None or cell.row >= len(self.grid) or cell.column >= len(self.grid[cell.row]):
            return ""
        return self.grid[cell.row][cell.column]

    def column(self, cell: PrintedCell) -> tuple[str, ...]:
        """The filled cells below the head in the column of a cell."""
        its = (
            c
            for c in self.layout.cells
            if (c.column, c.column_span) == (cell.column, 1) and c.row >= self.header_rows
        )
        return tuple(filter(None, map(self.text, its)))


@dataclass(frozen=True, slots=True)
class Explanation:
    """A row, its values, and what else in the results speaks of it."""

    of: Dataset
    record: Record
    spot: Spot | None
    values: tuple[Explained, ...]
    reviews: tuple[str, ...]
    links: tuple[str, ...]
    findings: tuple[str, ...]
    measured: tuple[str, ...] = ()
    """What is printed of an indicator, which is rows of their own."""


def explain(out: Path, row_id: str, column: str = "", records: Records | None = None) -> Explanation:
    """All about a row, or about one of its values; `records` are the folder's, where they are known.

    Raises a UsageError when there is no such row or column.
    """
    records = read_folder(out) if records is None else records
    of, record = _row(records, row_id)
    chosen = _columns(of, column)
    table, reviews = _table(out, records, record), _reviews(record)
    return Explanation(
        of,
        record,
        spot_of(record),
        tuple(_explained(of, record, c, table, reviews.get(c.name, ())) for c in chosen),
        reviews.get("", ()),
        tuple(_links(records, row_id)),
        tuple(_findings(records, row_id)),
        () if column else tuple(_measured(records, row_id)),
    )


def _row(records: Records, row_id: str) -> tuple[Dataset, Record]:
    """The row of that id; links, which carry the id of the row that cites, come last."""
    for of in sorted(datasets(), key=lambda d: d.name == "links"):
        for record in records[of.name]:
            if record["row_id"] == row_id:
                return of, record
    raise UsageError(f"{row_id}: no row has this id. Take one from the column row_id of a dataset.")


def _columns(of: Dataset, wanted: str) -> list[DatasetColumn]:
    """The dataset's own columns, or the one of that name or heading."""
    own = [c for c in of.columns if c not in provenance()]
    chosen = [c for c in own if wanted.casefold() in ("", c.name, c.label.casefold())]
    if not chosen:
        names = ", ".join(c.name for c in own)
        raise UsageError(f"{wanted}: no such column in {of.name}. It has {names}.")
    return chosen


def _table(out: Path, records: Records, record: Record) -> _Printed:
    key = (record["pack_id"], record["table_id"])
    table = next((t for t in records["tables"] if (t["pack_id"], t["table_id"]) == key), None)
    if table is None or not table["file"]:
        return _Printed(TableLayout((), (), ()), [], 0)
    path, head = out / str(table["file"]), table["header_rows"]
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            grid = list(csv.reader(opened))
    except OSError:
        grid = []
    return _Printed(read_layout(path.with_suffix(".json")), grid, head if isinstance(head, int) else 0)


def _explained(
    of: Dataset, record: Record, column: DatasetColumn, table: _Printed, reviews: tuple[str, ...]
) -> Explained:
    how, cell = reading(column.name, of.name), table.layout.cell(record, column.name)
    title, because = (table.layout.meaning(cell) if cell else None) or ("", "")
    beside = table.column(cell) if cell else ()
    value = _words(column, record[column.name])
    if cell is None and how and how.around:
        cell = _heading(record, value, table)
    return Explained(
        column,
        value,
        record[column.name],
        table.text(cell),
        cell,
        cell.spot if cell else None,
        title,
        beside,
        because,
        "measures" if how and how.role == VALUE else "tables",
        how,
        reviews,
    )


def _words(column: DatasetColumn, value: Value) -> str:
    """The value as text that people read."""
    if value and column.type in ("object", "array"):
        return JOIN.join(cell_in_words(str(value)))
    return text(value)


def _heading(record: Record, value: str, table: _Printed) -> PrintedCell | None:
    """The heading in the table that a row stands under: the last cell above it that holds the value."""
    row, sought = spot_of(record), squeezed(value).casefold()
    if row is None or not sought:
        return None
    above = (c for c in table.layout.cells if (c.spot.page, c.spot.box.bottom) < (row.page, row.box.mid_y))
    return next((c for c in reversed([*above]) if sought in squeezed(table.text(c)).casefold()), None)


def _reviews(record: Record) -> dict[str, tuple[str, ...]]:
    """What people said, in words, by column; of the whole row under the empty name."""
    said: dict[str, tuple[str, ...]] = {}
    for one in json.loads(str(record["review"])) if record["review"] else []:
        column = one.get("column", "")
        by = " ".join(part for part in (one.get("who", "somebody"), one.get("when", "")) if part)
        words = f"{one['verdict']} by {by}"
        if one["verdict"] == "corrected":
            words += f", read as {one.get('printed', '')!r}"
        if one.get("note"):
            words += f": {one['note']}"
        said[column] = (*said.get(column, ()), words)
    return said


def _links(records: Records, row_id: str) -> Iterator[str]:
    for link in records["links"]:
        relation = str(link["relation"]).replace("_", " ")
        if link["row_id"] == row_id:
            state = "" if link["resolved"] else f" (not resolved: {text(link['reason'])})"
            raw = f", printed {text(link['raw'])!r}" if link["raw"] else ""
            kind = "" if relation.endswith(str(link["to_kind"])) else f" {link['to_kind']}"
            yield f"{relation}{kind} {link['to_ref']}{raw}{state}"
        elif link["to_row_id"] == row_id:
            yield f"{link['from_kind']} {text(link['from_ref'])} names this row ({relation})"


def _findings(records: Records, row_id: str) -> Iterator[str]:
    for finding in records["findings"]:
        places = json.loads(str(finding["places"])) if finding["places"] else []
        if any(place["row_id"] == row_id for place in places):
            yield f"{finding['severity']}: {finding['kind']}: {finding['detail']}"


def _measured(records: Records, row_id: str) -> Iterator[str]:
    """The values of an indicator in printed order."""
    for value in records["indicator_values"]:
        if value["indicator_row_id"] == row_id and value["text"]:
            named = (text(value[name]) for name in ("measure", "component", "period"))
            yield f"{' '.join(filter(None, named))} {text(value['text'])}"


def where(explanation: Explanation) -> Spot | None:
    """What a picture should show: the cell when one value was asked for, else the row."""
    if len(explanation.values) == 1 and explanation.values[0].spot:
        return explanation.values[0].spot
    return explanation.spot
