"""Write: all datasets as tables of one DuckDB file, with the schema's descriptions as comments."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from agendapack.extract.errors import UsageError
from agendapack.extract.write.names import DUCKDB
from agendapack.extract.write.parquet import arrow_table
from agendapack.schemas.datasets import Dataset, datasets


def need_duckdb() -> None:
    """Raise a UsageError when duckdb is not installed."""
    if find_spec("duckdb") is None:
        raise UsageError("--format duckdb needs the package duckdb: pip install 'agendapack[duckdb]'.")


def write_duckdb(folder: Path) -> None:
    """Make the file from the canonical CSV files of the folder."""
    import duckdb

    with duckdb.connect(str(folder / DUCKDB)) as database:
        for of in datasets():
            rows = arrow_table(of, folder / f"{of.name}.csv")
            database.register("incoming", rows)
            database.execute(f"CREATE TABLE {_name(of.name)} AS SELECT * FROM incoming")
            database.unregister("incoming")
            for statement in _comments(of):
                database.execute(statement)


def _comments(of: Dataset) -> list[str]:
    table = _name(of.name)
    return [f"COMMENT ON TABLE {table} IS {_text(of.description)}"] + [
        f"COMMENT ON COLUMN {table}.{_name(column.name)} IS {_text(column.description)}"
        for column in of.columns
    ]


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
