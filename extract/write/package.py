"""Write: `datapackage.json` (Data Package v2) and one CSVW file a dataset, both from schemas/."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from agendapack.extract.write.names import CSVW_ENDING, DESCRIPTOR, PARTITIONS
from agendapack.extract.write.sources import TOOL, SourceFile, tool_version
from agendapack.schemas.datasets import (
    JOIN,
    NO,
    YES,
    Dataset,
    DatasetColumn,
    ForeignKey,
    datasets,
    table_schema,
    version,
)

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
PARQUET = "application/vnd.apache.parquet"
_CSVW_TYPES = {"integer": "integer", "number": "double", "date": "date", "object": "json", "array": "json"}


def write_package(folder: Path, sources: Sequence[SourceFile]) -> None:
    """Describe the dataset files that lie in the folder."""
    _write(folder / DESCRIPTOR, package(folder, sources))
    for of in datasets():
        if (folder / f"{of.name}.csv").exists():
            _write(folder / f"{of.name}{CSVW_ENDING}", csvw(of))


def read_sources(folder: Path) -> tuple[SourceFile, ...]:
    """The PDFs that the descriptor of a results folder names, or the list of its partitions, if any."""
    if (folder / PARTITIONS).is_dir():
        from agendapack.extract.write.partitions import partition_sources

        return partition_sources(folder)
    try:
        described = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        listed = described["sources"]
        return tuple(SourceFile(s["packId"], s["title"], s["sha256"], s.get("location", "")) for s in listed)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _write(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


# --- Data Package ------------------------------------------------------------------


def package(folder: Path, sources: Sequence[SourceFile]) -> dict[str, Any]:
    """The descriptor: what the files hold, their hashes, and the PDFs they come from."""
    return {
        "$schema": PROFILE,
        "name": TOOL,
        "title": "Datasets read from council agenda packs",
        "description": "Actions, indicators, risks and contradictions, each with its place.",
        "version": version(),
        "contributors": [{"title": f"{TOOL} {tool_version()}", "roles": ["extractor"]}],
        "sources": [_source(s) for s in sources],
        "resources": [resource for of in datasets() for resource in _resource(folder, of)],
    }


def _source(source: SourceFile) -> dict[str, str]:
    """`location` leads from the folder to the file; a `path` of the standard may not lead upwards."""
    described = {"title": source.name, "packId": source.pack_id, "sha256": source.sha256}
    return described | ({"location": source.path} if source.path else {})


def _resource(folder: Path, of: Dataset) -> Iterator[dict[str, Any]]:
    path = folder / f"{of.name}.csv"
    form = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    if not path.exists():
        path = path.with_suffix(".parquet")
        form = {"format": "parquet", "mediatype": PARQUET}
    if not path.exists():
        return
    content = path.read_bytes()
    yield {
        "name": of.name,
        "type": "table",
        "path": path.name,
        "title": of.title,
        "description": of.description,
        **form,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _resource_schema(of),
    }


def _resource_schema(of: Dataset) -> dict[str, Any]:
    """The schema with the ways to other resources; of several columns none may be empty in a reference."""
    keys = [key for key in of.foreign_keys if len(key.columns) == 1]
    return table_schema(of) | ({"foreignKeys": [_reference(of, key) for key in keys]} if keys else {})


def _reference(of: Dataset, key: ForeignKey) -> dict[str, Any]:
    """In the standard the resource itself is named by an empty text."""
    resource = "" if key.dataset == of.name else key.dataset
    return {"fields": list(key.columns), "reference": {"resource": resource, "fields": list(key.target)}}


# --- CSVW --------------------------------------------------------------------------


def csvw(of: Dataset) -> dict[str, Any]:
    """The dataset's CSV file as W3C's CSV on the Web describes one."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{of.name}.csv",
        "dc:title": of.title,
        "dc:description": f"{of.description} One row per {of.row}.",
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": {"columns": [_csvw_column(c) for c in of.columns]} | _csvw_key(of),
    }


def _csvw_key(of: Dataset) -> dict[str, list[str]]:
    return {"primaryKey": list(of.key)} if of.key else {}


def _csvw_column(column: DatasetColumn) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name, column.label] if column.label != column.name else column.name,
        "dc:description": column.description,
        "datatype": _csvw_datatype(column),
        "required": column.required,
    }
    if column.type == "list":
        described["separator"] = JOIN
    return described


def _csvw_datatype(column: DatasetColumn) -> str | dict[str, Any]:
    kind = column.items if column.type == "list" else column.type
    if kind == "boolean":
        return {"base": "boolean", "format": f"{YES}|{NO}"}
    words = [_literal(word) for word in column.enum]
    limits = {
        "format": column.pattern or "|".join(words),
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    given = {name: limit for name, limit in limits.items() if limit not in (None, "")}
    base = _CSVW_TYPES.get(kind, "string")
    return {"base": base, **given} if given else base


def _literal(word: str) -> str:
    return word.replace("\\", r"\\").replace(".", r"\.")
