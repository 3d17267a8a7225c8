"""Explain: why a value is what it is, from a results folder: printed text, place, rule, checks and doubts."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from agendapack.extract.correct.identity import squeezed
from agendapack.extract.errors import UsageError
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.places import PrintedCell, Spot, TableLayout, read_layout, spot_of
from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.words import in_words as cell_in_words
from agendapack.schemas.cells import Value, text
from agendapack.schemas.datasets import JOIN, Column, Dataset, datasets, provenance
from agendapack.schemas.readings import VALUE, reading


@dataclass(frozen=True, slots=True)
class Explained:
    """One value and all that is known of how it came about."""

    column: Column
    value: str
    printed: str
    """The whole cell as printed; empty when the value stands in no cell."""
    spot: Spot | None
    title: str
    """Header of the printed column."""
    because: str
    """Why that column was taken for this one."""
    known_from: str
    """The vocabulary file with the titles of such columns."""
    rule: str
    words: tuple[str, ...]
    """The vocabulary files that know how to read it."""
    reviews: tuple[str, ...]


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


def explain(out: Path, row_id: str, column: str = "") -> Explanation:
    """All about a row, or about one of its values.

    Raises a UsageError when there is no such row or column.
    """
    records = read_folder(out)
    of, record = _row(records, row_id)
    chosen = [c for c in of.columns if c not in provenance() and column in ("", c.name)]
    if not chosen:
        names = ", ".join(c.name for c in of.columns if c not in provenance())
        raise UsageError(f"{column}: no such column in {of.name}. It has {names}.")
    layout, grid = _table(out, records, record)
    reviews = _reviews(record)
    return Explanation(
        of,
        record,
        spot_of(record),
        tuple(_explained(of, record, c, layout, grid, reviews.get(c.name, ())) for c in chosen),
        reviews.get("", ()),
        tuple(_links(records, row_id)),
        tuple(_findings(records, row_id)),
    )


def _row(records: Records, row_id: str) -> tuple[Dataset, Record]:
    """The row of that id; links, which carry the id of the row that cites, come last."""
    for of in sorted(datasets(), key=lambda d: d.name == "links"):
        for record in records[of.name]:
            if record["row_id"] == row_id:
                return of, record
    raise UsageError(f"{row_id}: no row has this id. Take one from the column row_id of a dataset.")


def _table(out: Path, records: Records, record: Record) -> tuple[TableLayout, list[list[str]]]:
    """Layout and raw grid of the row's table, both empty when it stands in none."""
    key = (record["pack_id"], record["table_id"])
    file = next((t["file"] for t in records["tables"] if (t["pack_id"], t["table_id"]) == key), None)
    if not file:
        return TableLayout((), (), ()), []
    path = out / str(file)
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            grid = list(csv.reader(opened))
    except OSError:
        grid = []
    return read_layout(path.with_suffix(".json")), grid


def _explained(
    of: Dataset,
    record: Record,
    column: Column,
    layout: TableLayout,
    grid: list[list[str]],
    reviews: tuple[str, ...],
) -> Explained:
    cell, how = layout.cell(record, column.name), reading(column.name, of.name)
    title, because = (layout.meaning(cell) if cell else None) or ("", "")
    value = _words(column, record[column.name])
    if cell is None and how and how.around:
        cell = _heading(record, value, layout, grid)
    return Explained(
        column,
        value,
        _printed(grid, cell),
        cell.spot if cell else None,
        title,
        because,
        "measures" if how and how.role == VALUE else "tables",
        how.rule if how else f"Worked out by the tool. {column.description}",
        how.words if how else (),
        reviews,
    )


def _words(column: Column, value: Value) -> str:
    """The value as text that people read."""
    if value and column.type in ("object", "array"):
        return JOIN.join(cell_in_words(str(value)))
    return text(value)


def _heading(record: Record, value: str, layout: TableLayout, grid: list[list[str]]) -> PrintedCell | None:
    """The heading in the table that a row stands under: the last cell above it that holds the value."""
    row, sought = spot_of(record), squeezed(value).casefold()
    if row is None or not sought:
        return None
    above = (c for c in layout.cells if (c.spot.page, c.spot.box.bottom) < (row.page, row.box.mid_y))
    return next((c for c in reversed([*above]) if sought in squeezed(_printed(grid, c)).casefold()), None)


def _printed(grid: list[list[str]], cell: PrintedCell | None) -> str:
    if cell is None or cell.row >= len(grid) or cell.column >= len(grid[cell.row]):
        return ""
    return grid[cell.row][cell.column]


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


# --- in words ----------------------------------------------------------------------


def in_words(explanation: Explanation) -> Iterator[str]:
    """The explanation, line by line."""
    record, spot = explanation.record, explanation.spot
    yield f"{record['row_id']}: a row of {explanation.of.name}"
    if spot:
        yield f"  page {spot.page}, box {spot.box}, table {text(record['table_id']) or 'none'}"
    by = ", read by OCR" if record["read_by"] == "ocr" else ""
    yield f"  confidence {text(record['confidence'])}{by}"
    yield from (f"  {words}" for words in explanation.reviews)
    for value in explanation.values:
        if value.value or value.printed or len(explanation.values) == 1:
            yield from _value_in_words(value)
    for title, lines in (("links", explanation.links), ("findings", explanation.findings)):
        if lines:
            yield title
            yield from (f"  {line}" for line in lines)


def _value_in_words(value: Explained) -> Iterator[str]:
    yield f"{value.column.name}: {value.value or '(empty)'}"
    if value.spot:
        yield f"  printed: {value.printed or '(empty)'} (page {value.spot.page}, box {value.spot.box})"
    if value.because:
        yield f"  column: {value.because} [schemas/vocabulary/{value.known_from}.yaml]"
    words = "".join(f" [schemas/vocabulary/{name}.yaml]" for name in value.words)
    yield f"  rule: {value.rule}{words}"
    yield from (f"  {said}" for said in value.reviews)


def where(explanation: Explanation) -> Spot | None:
    """What a picture should show: the cell when one value was asked for, else the row."""
    if len(explanation.values) == 1 and explanation.values[0].spot:
        return explanation.values[0].spot
    return explanation.spot
