"""Write, first step: the typed rows of packs become plain records, each cell checked against the schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from operator import attrgetter
from typing import Any

from agendapack.extract.model import Finding, PackResult, Place, Review, Sitting, Source, TypedRow
from agendapack.extract.write.grids import grid_path
from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.safe import for_file
from agendapack.schemas.cells import Value
from agendapack.schemas.check import problem
from agendapack.schemas.datasets import JOIN, Dataset, DatasetColumn, dataset, datasets

COUNTED = frozenset({"packs", "plans", "tables"})
"""Datasets whose rows have pages, of which none has the number 0."""


Reader = Callable[[Any], object]
Form = Callable[[Any], Value]


def records(results: Iterable[PackResult]) -> Records:
    """The checked records of all packs; each cell that broke its column's rule is emptied and a finding."""
    found: Records = {d.name: [] for d in datasets()}
    for result in results:
        for name, some in by_dataset(result):
            found[name] += some
    return found


def by_dataset(result: PackResult) -> Iterator[tuple[str, Iterable[Record]]]:
    """The same of one pack, dataset by dataset and record by record, so that not all need be held at once.

    The records of each are taken before the next is asked for; findings come last.
    """
    doubts: list[Finding] = []
    findings: list[Record] = []
    for of in datasets():
        if of.name == "findings":
            findings += _records(of, result.findings, doubts)
        elif not of.over_packs:
            yield (
                of.name,
                _records(of, (result.pack,) if of.name == "packs" else getattr(result, of.name), doubts),
            )
    yield "findings", [*findings, *(_record(dataset("findings"), doubt) for doubt in doubts)]


def _records(of: Dataset, rows: Iterable[TypedRow], doubts: list[Finding]) -> Iterator[Record]:
    """The checked records of rows; what was wrong with them is added to the doubts."""
    for row in rows:
        record = _record(of, row)
        doubts += _emptied(of, record)
        yield record


def _record(of: Dataset, row: TypedRow) -> Record:
    return {name: form(read(row)) for name, read, form in _makers(of.name)}


@cache
def _makers(name: str) -> tuple[tuple[str, Reader, Form], ...]:
    """For each column of a dataset what reads a row's value, and what brings it into the form of records."""
    of = dataset(name)
    return tuple((c.name, _unsaid if c.over_packs else _reader(of, c.name), _form(c)) for c in of.columns)


def _unsaid(_row: TypedRow) -> None:
    """What no pack says by itself."""


def _reader(of: Dataset, column: str) -> Reader:
    """What reads from a row the value of a column."""
    match column:
        case "bbox":
            return lambda row: row.source.box and str(row.source.box)
        case "page":
            return lambda row: row.source.page or None
        case "confidence":
            return lambda row: round(row.source.confidence, 3)
        case "file" if of.name == "tables":
            return lambda row: grid_path(row.source).as_posix()
        case "row_id" if of.name == "packs":
            return attrgetter("source.pack_id")
        case "last_page" | "pages" if of.name in COUNTED:
            return lambda row: getattr(row, column) or None
        case "review":  # links and the like have the source of the row they come from, not its review
            return attrgetter("source.review") if of.known_by else lambda _: ()
        case "pack_id" | "row_id" | "table_id" | "read_by":
            return attrgetter(f"source.{column}")
        case _:
            return attrgetter(column)


def _form(column: DatasetColumn) -> Form:
    """What brings a value into the form of records; one of a wrong type is left for the check."""
    match column.type:
        case "list" if column.items == "string":
            return lambda value: _entries(value) if isinstance(value, tuple) else _plain(value)
        case "object":
            return lambda value: _pairs(value) if isinstance(value, tuple) else _plain(value)
        case "array":
            return lambda value: _array(value) if isinstance(value, tuple) else _plain(value)
        case _:
            return _plain


def _plain(value: Any) -> Value:
    plain: Value = for_file(value) or None if isinstance(value, str) else value
    return plain


def _array(entries: Iterable[Place | Review | Sitting]) -> str | None:
    listed = [_entry(entry) for entry in entries]
    return _dump(listed) if listed else None


def _entries(values: Sequence[object]) -> tuple[str, ...]:
    """The entries of a list; one that holds the separator is several, so that CSV and Parquet agree."""
    parts = (part.strip() for value in values for part in for_file(str(value)).split(JOIN))
    return tuple(part for part in parts if part)


def _pairs(pairs: Iterable[tuple[str, str]]) -> str | None:
    """Name and text as a JSON object, the texts of equal names joined."""
    texts: dict[str, list[str]] = {}
    for name, text in pairs:
        texts.setdefault(for_file(name), []).append(for_file(text))
    return _dump({name: JOIN.join(several) for name, several in texts.items()}) if texts else None


def _entry(entry: Place | Review | Sitting) -> dict[str, object]:
    """What JSON says of a place in the document, of what a person said of the row, or of a meeting."""
    if isinstance(entry, Sitting):
        day = entry.meeting_date.isoformat()
        return asdict(entry) | {"committee": for_file(entry.committee), "meeting_date": day}
    if isinstance(entry, Review):
        return {name: for_file(value) for name, value in asdict(entry).items() if value}
    return _place(entry)


def _place(place: Place) -> dict[str, object]:
    return {
        "page": place.page,
        "bbox": str(place.box) if place.box else "",
        "row_id": place.row_id,
        "quote": for_file(place.quote),
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _emptied(of: Dataset, record: Record) -> list[Finding]:
    """A finding for each cell that breaks its column's rule; the cell is emptied."""
    doubts = []
    for column in of.columns:
        wrong = problem(column, record[column.name])
        if wrong:
            doubts.append(_doubt(of, column, record, wrong))
            record[column.name] = () if column.type == "list" else None
    return doubts


def _doubt(of: Dataset, column: DatasetColumn, record: Record, wrong: str) -> Finding:
    def text(name: str) -> str:
        return str(record.get(name) or "")

    page = record.get("page")
    source = Source(
        pack_id=text("pack_id"),
        row_id=f"{of.name}.{text('row_id')}.{column.name}",
        table_id=text("table_id"),
        page=page if isinstance(page, int) else 0,
        read_by=text("read_by"),
    )
    detail = f"{of.name}, {column.name} of row {text('row_id')}: {wrong}; left empty."
    return Finding(source, "low_confidence", "warning", (), detail, of.name)
