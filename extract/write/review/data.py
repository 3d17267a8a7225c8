"""Write: what the review page knows: from the start, and of each pack once it is opened."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from agendapack.extract.correct.apply import takes_corrections
from agendapack.extract.correct.file import COLUMNS, correction_cells
from agendapack.extract.correct.identity import row_names
from agendapack.extract.model import Correction
from agendapack.extract.write.places import TableLayout, edges_of, read_layout, spot_of
from agendapack.extract.write.record import Record, Records
from agendapack.extract.write.review.pictures import PackView
from agendapack.extract.write.sources import SourceFile
from agendapack.extract.write.words import FINDINGS
from agendapack.schemas.cells import Value, text, value
from agendapack.schemas.datasets import Dataset, DatasetColumn, dataset, datasets, provenance, shown
from agendapack.schemas.heads import kinds, roles_of, subject_of

SHOWN = shown("review")
"""Datasets whose rows are shown, in the order of the filter."""


def index_data(
    records: Records, corrections: Sequence[Correction], packs: Sequence[dict[str, Any]], results: str
) -> dict[str, Any]:
    """What the page needs from the start, as JSON can hold it.

    `packs` is what `pack_entry` says of each, `results` by what it is known that the page is of these.
    """
    return {
        "results": results,
        "packs": list(packs),
        "datasets": [_dataset(dataset(name), len(records[name])) for name in SHOWN],
        "kinds": {kind: {"roles": roles_of(kind), "subject": subject_of(kind)} for kind in kinds()},
        "findings": FINDINGS,
        "columns": list(COLUMNS),
        "corrections": [correction_cells(c) for c in corrections],
    }


def elsewhere(records: Records) -> dict[str, list[Value]]:
    """Rows that are not shown, by their id, with pack, page and box: an address may lead to them."""
    return {
        str(record["row_id"]): [record["pack_id"], record["page"], record["bbox"] or ""]
        for of in datasets()
        if of.key and of.name not in SHOWN
        for record in records[of.name]
        if record["page"]
    }


def by_pack(records: Records) -> dict[str, Records]:
    """The records of each pack."""
    found: dict[str, Records] = {
        str(pack["pack_id"]): {name: [] for name in records} for pack in records["packs"]
    }
    for name, some in records.items():
        for record in some:
            if mine := found.get(str(record["pack_id"])):
                mine[name].append(record)
    return found


def pack_entry(records: Records, source: SourceFile | None, file: str) -> dict[str, Any]:
    """What is said of a pack before its rows are there; these are in the file."""
    (pack,) = records["packs"]
    return {
        "id": pack["pack_id"],
        "name": pack["source_name"],
        "title": pack["title"] or pack["source_name"],
        "sha256": pack["sha256"] or "",
        "pdf": source.link(1).partition("#")[0] if source else "",
        "file": file,
        "rows": sum(len(records[name]) for name in SHOWN),
        "doubted": sum(bool(table["guess"]) for table in records["tables"]),
        "pages": [],
        "unseen": "",
    }


def pack_data(
    out: Path, records: Records, corrections: Sequence[Correction], view: PackView
) -> dict[str, Any]:
    """The rows of a pack and its pictures."""
    layouts = {
        (str(t["pack_id"]), str(t["table_id"])): read_layout((out / str(t["file"])).with_suffix(".json"))
        for t in records["tables"]
    }
    return {
        "pages": [[p.number, round(p.width, 1), round(p.height, 1), p.file] for p in view.pages],
        "unseen": view.unseen,
        "rows": [row for name in SHOWN for row in _rows(dataset(name), records[name], layouts, corrections)],
        "links": [_link(link) for link in records["links"]],
        "tables": [_table(table, layouts) for table in records["tables"]],
    }


def _dataset(of: Dataset, rows: int) -> dict[str, Any]:
    own = [c for c in of.columns if c not in provenance()]
    columns = [_column(of, c) for c in own]
    return {"name": of.name, "title": of.title, "known_by": of.known_by, "columns": columns, "rows": rows}


def _column(of: Dataset, column: DatasetColumn) -> dict[str, Any]:
    return {
        "name": column.name,
        "label": column.label,
        "about": column.description,
        "type": column.type,
        "enum": list(column.enum),
        "required": column.required,
        "edited": takes_corrections(of, column),
    }


def _rows(
    of: Dataset,
    records: Sequence[Record],
    layouts: Mapping[tuple[str, str], TableLayout],
    corrections: Sequence[Correction],
) -> Iterator[dict[str, Any]]:
    own = [c for c in of.columns if c not in provenance()]
    names = _names(of, records, corrections)
    for record, name in zip(records, names, strict=True):
        layout = layouts.get((str(record["pack_id"]), str(record["table_id"])))
        spot = spot_of(record)
        yield {
            "dataset": of.name,
            "pack": record["pack_id"],
            "id": record["row_id"],
            "name": name,
            "table": record["table_id"] or "",
            "page": record["page"],
            "box": edges_of(spot.box) if spot else None,
            "confidence": record["confidence"],
            "scanned": record["read_by"] == "ocr",
            "cells": [text(record[c.name]) for c in own],
            "places": _places(record, own, layout) if layout else {},
            "review": json.loads(str(record["review"])) if record["review"] else [],
        }


def _names(of: Dataset, records: Sequence[Record], corrections: Sequence[Correction]) -> list[str]:
    """The rows' names as corrections know them: pack by pack, from what was read."""
    gone = {c.row for c in corrections if c.dataset == of.name and c.review.verdict == "rejected"}
    names: dict[int, str] = {}
    for pack_id in {str(r["pack_id"]) for r in records}:
        mine = [i for i, r in enumerate(records) if r["pack_id"] == pack_id]
        found = row_names(of, ((records[i]["page"], as_read(of, records[i])) for i in mine), gone)
        names.update(zip(mine, found, strict=True))
    return [names[i] for i in range(len(records))]


def as_read(of: Dataset, record: Record) -> dict[str, Value]:
    """The record with every corrected value as it was read."""
    before = dict(record)
    for review in json.loads(str(record["review"])) if record["review"] else []:
        if review["verdict"] == "corrected":
            before[review["column"]] = value(of.column(review["column"]), review.get("printed", ""))
    return before


def _places(record: Record, own: Sequence[DatasetColumn], layout: TableLayout) -> dict[str, list[float]]:
    """Page and box of the cell of each column."""
    found = layout.printed(record, (c.name for c in own))
    return {name: [cell.spot.page, *edges_of(cell.spot.box)] for name, cell in found.items()}


def _link(link: Record) -> list[str]:
    return [text(link[name]) for name in ("row_id", "relation", "to_kind", "to_ref", "to_row_id", "reason")]


def _table(table: Record, layouts: Mapping[tuple[str, str], TableLayout]) -> dict[str, Any]:
    layout = layouts[str(table["pack_id"]), str(table["table_id"])]
    return {
        "pack": table["pack_id"],
        "id": table["table_id"],
        "kind": table["kind"] or "",
        "title": table["title"] or "",
        "parts": [[part.page, *edges_of(part.box)] for part in layout.parts],
        "cells": [[c.spot.page, *edges_of(c.spot.box), c.column] for c in layout.cells],
    }
