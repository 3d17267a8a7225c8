"""The SQLite file: every row, its keys, its full-text search, and its description for datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from written import write_results

from agendapack import cli
from agendapack.extract.errors import UsageError
from agendapack.extract.write import sqlite
from agendapack.extract.write.folder import read_folder
from agendapack.schemas.datasets import dataset, datasets

ALL = ("csv", "sqlite")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_results(tmp_path_factory.mktemp("sqlite") / "out", formats=ALL)


@pytest.fixture
def database(made: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(made / "agendapack.db")) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory, samples_read: Path) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("samples") / "out"
    folder.mkdir()
    for file in samples_read.glob("*.csv"):
        (folder / file.name).write_bytes(file.read_bytes())
    sqlite.write_sqlite(folder)
    with closing(sqlite3.connect(folder / "agendapack.db")) as opened:
        yield opened


def test_every_row_of_every_dataset_is_there(made: Path, database: sqlite3.Connection) -> None:
    records = read_folder(made)
    for of in datasets():
        rows = database.execute(f"SELECT * FROM {of.name}").fetchall()
        assert [row["row_id"] for row in rows] == [record["row_id"] for record in records[of.name]]
        assert all(row.keys() == [column.name for column in of.columns] for row in rows)


def test_values_have_the_types_of_sql(database: sqlite3.Connection) -> None:
    (action,) = database.execute("SELECT * FROM actions").fetchall()
    assert action["due_date"] == "2032-03-31"
    assert json.loads(action["officers"]) == ["Ann Ward", "Head of Parks"]
    assert (action["page"], action["parent_refs"], action["status"]) == (3, None, None)
    values = database.execute("SELECT value FROM indicator_values ORDER BY row_id").fetchall()
    assert [value["value"] for value in values] == [1190.0, -0.1]
    assert database.execute("SELECT resolved FROM links").fetchone()["resolved"] == 1


def test_lists_open_as_rows(database: sqlite3.Connection) -> None:
    found = database.execute("SELECT each.value FROM actions, json_each(officers) AS each").fetchall()
    assert [row[0] for row in found] == ["Ann Ward", "Head of Parks"]


def test_keys_are_those_of_the_schema(database: sqlite3.Connection) -> None:
    for of in datasets():
        columns = database.execute(f"PRAGMA table_info({of.name})").fetchall()
        assert {c["name"] for c in columns if c["pk"]} == set(of.key)
        told = database.execute(f"PRAGMA foreign_key_list({of.name})").fetchall()
        assert {(row["from"], row["table"], row["to"]) for row in told} == {
            (here, key.dataset, there)
            for key in of.foreign_keys
            for here, there in zip(key.columns, key.target, strict=True)
        }


def test_no_reference_of_the_samples_leads_nowhere(samples: sqlite3.Connection) -> None:
    assert samples.execute("PRAGMA foreign_key_check").fetchall() == []
    assert samples.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_words_are_found_in_their_rows(samples: sqlite3.Connection) -> None:
    found = samples.execute(
        "SELECT actions.action FROM actions_fts JOIN actions ON actions.rowid = actions_fts.rowid "
        "WHERE actions_fts MATCH 'winter AND depot'"
    ).fetchall()
    assert len(found) == 1 and "winter maintenance depot" in found[0][0]


def test_what_is_searched_is_words_and_no_keys() -> None:
    assert {"action", "plan", "officers", "due_text"} <= set(sqlite._in_words(dataset("actions")))
    for of in datasets():
        assert not {"pack_id", "entity_id", "status_group", "due_date"} & set(sqlite._in_words(of))


def test_datasette_is_told_titles_meanings_and_facets(made: Path) -> None:
    tables = json.loads((made / "metadata.json").read_text(encoding="utf-8"))["databases"]["agendapack"][
        "tables"
    ]
    assert tables["actions"]["title"] == "Actions"
    assert "status_group" in tables["actions"]["facets"]
    assert tables["actions"]["label_column"] == "action"
    assert tables["actions"]["columns"]["due_date"].startswith("The day it is due")
    assert set(tables) >= {of.name for of in datasets()}


def test_same_results_same_bytes(tmp_path: Path) -> None:
    one, other = (write_results(tmp_path / name, formats=ALL) / "agendapack.db" for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_a_sqlite_without_full_text_is_said_before_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise UsageError("--format sqlite needs SQLite with FTS5")

    monkeypatch.setattr(sqlite, "need_full_text", refuse)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["extract", "gone.pdf", "--format", "sqlite"]) == 1
    assert "needs SQLite with FTS5" in capsys.readouterr().err
    assert not Path("output").exists()


def test_the_queries_of_the_documentation_run(samples: sqlite3.Connection) -> None:
    page = (Path(__file__).parents[2] / "docs" / "open-the-results.md").read_text(encoding="utf-8")
    block = page.split("**SQLite**")[1].split("```sql")[1].split("```")[0]
    queries = [query for query in block.split(";") if query.strip()]
    assert len(queries) == 4
    for query in queries[1:]:
        assert samples.execute(query).fetchall()
    assert samples.execute(queries[0]).description
