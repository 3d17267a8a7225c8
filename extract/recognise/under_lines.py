"""Recognise: records of several rows, each under a line across the table that names it.

Below the line stand the record's cells under the table's head, and perhaps more of it behind labels in
cells of its own: "Collected by: Data Officer".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.card_labels import INLINE, Labelled
from agendapack.extract.recognise.key_value_cards import one_row
from agendapack.extract.recognise.listed import as_list, best
from agendapack.extract.recognise.recognised import Recognised

MIN_RECORDS = 2
"""Lines that name records: one alone is a title."""
REASON = "records under lines that name them"


@dataclass(frozen=True, slots=True)
class _Record:
    """The line over a record, its row under the head, and what labels say of it."""

    line: Cell
    row: Row
    said: Mapping[str, Labelled]


def named_by_lines(table: Table, found: Recognised, around: Around) -> Recognised | None:
    """The table as records that the lines name, where it lists nothing without them; else None."""
    whole = under_lines(table) if not found.kind and not found.said else None
    listed = as_list(whole, best(whole, around)) if whole else None
    if listed is None or listed.reading is None or listed.reading.subject != 0:
        return None
    return replace(listed, printed=table, stacked=True, reasons=(REASON, *listed.reasons))


def under_lines(table: Table) -> Table | None:
    """The list that it stands for, the line over each record in its first column; None for other tables."""
    head = [row for row in table.rows if row.kind == "header"]
    records = _records([row for row in table.rows if row.kind != "header"])
    if len(head) != 1 or len(records) < MIN_RECORDS:
        return None
    many = Counter(name for record in records for name in record.said)
    labels = {
        name: pair.label
        for record in reversed(records)
        for name, pair in record.said.items()
        if many[name] >= MIN_RECORDS
    }
    if len(labels) < len(many):
        return None
    titles = [replace(records[0].line, text="", words=()), *head[0].cells, *labels.values()]
    rows = [_numbered(titles, [0, *_shifted(head[0]), *_behind(table, labels)], 0, "header")]
    for number, record in enumerate(records, 1):
        behind = dict(zip(labels, _behind(table, labels), strict=True))
        cells = [record.line, *record.row.cells, *(pair.value for pair in record.said.values())]
        places = [0, *_shifted(record.row), *(behind[name] for name in record.said)]
        rows.append(_numbered(cells, places, number, "body"))
    return replace(table, columns=1 + table.columns + len(labels), rows=tuple(rows), header_rows=1)


def _shifted(row: Row) -> list[int]:
    """The columns of a row's cells behind that of the lines."""
    return [cell.column + 1 for cell in row.cells]


def _behind(table: Table, labels: Mapping[str, Cell]) -> range:
    """The columns of what labels say."""
    return range(table.columns + 1, table.columns + 1 + len(labels))


def _numbered(cells: Sequence[Cell], places: Sequence[int], number: int, kind: str) -> Row:
    placed = sorted(zip(places, cells, strict=True), key=lambda each: each[0])
    return one_row([replace(cell, row=number, column=at) for at, cell in placed], kind)


def _records(rows: Sequence[Row]) -> list[_Record]:
    """The records of the rows; none where one has no line, or not one row of its own."""
    records: list[_Record] = []
    line: Cell | None = None
    for row in rows:
        filled = [cell for cell in row.cells if cell.text]
        if row.above or not filled:
            return []
        if row.kind == "band":
            if line is not None or len(filled) != 1:
                return []
            line = filled[0]
        elif line is not None:
            records.append(_Record(line, row, {}))
            line = None
        elif records and (said := _said(filled)) and not said.keys() & records[-1].said.keys():
            records[-1] = replace(records[-1], said={**records[-1].said, **said})
        else:
            return []
    return records if line is None else []


def _said(filled: Sequence[Cell]) -> dict[str, Labelled]:
    """What the cells of a row say behind labels in them, empty where one has none."""
    found: dict[str, Labelled] = {}
    for cell in filled:
        label, colon, value = cell.text.partition(":")
        if not colon or not INLINE.match(f"{label}: x"):
            return {}
        words = cell.words[len(label.split()) :] if value.strip() else ()
        pair = Labelled(
            replace(cell, text=label.strip(), words=cell.words[: len(label.split())]),
            replace(cell, text=value.strip(), words=words),
        )
        found[pair.name] = pair
    return found
