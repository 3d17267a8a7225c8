"""Write: all datasets as one SQLite file with keys and full-text search, and how datasette shows it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from agendapack.extract.errors import UsageError
from agendapack.extract.write.csv import read_rows
from agendapack.extract.write.names import DATASETTE, SQLITE
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import Value
from agendapack.schemas.datasets import Dataset, datasets, provenance

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
"""Of the columns whose values are numbers; the others hold text, lists as JSON."""


def need_full_text() -> None:
    """Raise a UsageError when this Python's SQLite has no full-text search."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError:
            raise UsageError(
                "--format sqlite needs SQLite with FTS5, which this Python has not: choose another format."
            ) from None


def write_sqlite(folder: Path) -> None:
    """Make the database and its description from the canonical CSV files of the folder."""
    with closing(sqlite3.connect(folder / SQLITE)) as database, database:
        for of in datasets():
            database.execute(_table(of))
            database.executemany(_insert(of), _rows(folder, of))
            for statement in (*_indexes(of), *_search(of)):
                database.execute(statement)
    described = json.dumps(_described(), ensure_ascii=False, indent=2)
    (folder / DATASETTE).write_text(f"{described}\n", encoding="utf-8", newline="\n")


def _table(of: Dataset) -> str:
    parts = [f"{_name(c.name)} {_TYPES.get(c.type, 'TEXT')}{' NOT NULL' * c.required}" for c in of.columns]
    if of.key:
        parts.append(f"PRIMARY KEY ({_names(of.key)})")
    parts += [f"UNIQUE ({_names(columns)})" for columns in _led_to(of) if columns != of.key]
    parts += [
        f"FOREIGN KEY ({_names(key.columns)}) REFERENCES {_name(key.dataset)} ({_names(key.target)})"
        for key in of.foreign_keys
    ]
    return f"CREATE TABLE {_name(of.name)} ({', '.join(parts)})"


def _led_to(of: Dataset) -> Iterable[tuple[str, ...]]:
    """The columns of a dataset that others name its rows by."""
    return dict.fromkeys(
        key.target for other in datasets() for key in other.foreign_keys if key.dataset == of.name
    )


def _indexes(of: Dataset) -> Iterator[str]:
    """For each way to other rows, which is walked backwards too."""
    for key in of.foreign_keys:
        name = _name("_".join((of.name, *key.columns)))
        yield f"CREATE INDEX {name} ON {_name(of.name)} ({_names(key.columns)})"


def _insert(of: Dataset) -> str:
    return f"INSERT INTO {_name(of.name)} VALUES ({', '.join('?' * len(of.columns))})"


def _rows(folder: Path, of: Dataset) -> Iterator[list[object]]:
    for record in read_rows(folder / f"{of.name}.csv", of):
        yield [_stored(cell) for cell in _cells(of, record)]


def _cells(of: Dataset, record: Record) -> Iterator[Value]:
    return (record[column.name] for column in of.columns)


def _stored(cell: Value) -> object:
    """Days as ISO 8601, lists as JSON, an empty list as nothing."""
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False) if cell else None
    return cell.isoformat() if isinstance(cell, date) else cell


# --- full-text search --------------------------------------------------------------


def _search(of: Dataset) -> Iterator[str]:
    """An index over what is said in words; datasette finds it by its name and offers a search box."""
    words = _in_words(of)
    if words:
        index, table = _name(f"{of.name}_fts"), _name(of.name)
        yield f"CREATE VIRTUAL TABLE {index} USING fts5({_names(words)}, content={table})"
        yield f"INSERT INTO {index} ({index}) VALUES ('rebuild')"


def _in_words(of: Dataset) -> tuple[str, ...]:
    """The columns of words: no keys, no words of a fixed list, nothing of where a row stands."""
    own = (c for c in of.columns[: -len(provenance())] if not c.name.endswith("_id"))
    words = (c for c in own if c.type == "string" or (c.type == "list" and c.items == "string"))
    return tuple(c.name for c in words if not (c.enum or c.pattern or c.references))


# --- datasette ---------------------------------------------------------------------


def _described() -> dict[str, object]:
    """Titles, meanings, and the columns of fixed words to choose by."""
    tables = {
        of.name: {
            "title": of.title,
            "description": of.description,
            "columns": {column.name: column.description for column in of.columns},
            "facets": [column.name for column in of.columns if column.enum and column not in provenance()],
        }
        | ({"label_column": of.known_by[-1]} if of.known_by else {})
        for of in datasets()
    }
    hidden = {f"{of.name}_fts": {"hidden": True} for of in datasets() if _in_words(of)}
    title = "Datasets read from council agenda packs"
    return {"title": title, "databases": {Path(SQLITE).stem: {"tables": tables | hidden}}}


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
