"""Results that people opened and saved in a spreadsheet: one clear line, or they are read as they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack import cli

Rows = list[list[str]]


@pytest.fixture(autouse=True)
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pack(Path("july.pdf"), [rows(3, 4)])
    assert cli.run(["extract", "july.pdf", "-o", "out", "-q"]) == 0
    return Path("out")


def edit(name: str, change: Callable[[Rows], Rows], encoding: str = "utf-8", comma: str = ",") -> None:
    path = Path("out", name)
    table = change(list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))))
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=comma).writerows(table)
    path.write_bytes(file.getvalue().encode(encoding))


def cell(column: str, text: str) -> Callable[[Rows], Rows]:
    def change(table: Rows) -> Rows:
        table[1][table[0].index(column)] = text
        return table

    return change


def turned_round(table: Rows) -> Rows:
    return [row[::-1] for row in table]


def same(table: Rows) -> Rows:
    return table


COMMANDS = [["check", "out"], ["explain", "out", "ROW"], ["review", "out"], ["overview", "out"]]
BROKEN: list[tuple[str, Callable[[Rows], Rows], str, str, str]] = [
    ("actions.csv", cell("due_date", "31/03/2026"), "utf-8", ",", "line 2, column due_date"),
    ("actions.csv", cell("page", "one"), "utf-8", ",", "line 2, column page"),
    ("actions.csv", cell("confidence", "0,97"), "utf-8", ",", "line 2, column confidence"),
    ("actions.csv", cell("action", "caf\xe9"), "cp1252", ",", "UTF-8"),
    ("actions.csv", same, "utf-16", ",", "UTF-8"),
    ("actions.csv", same, "utf-8", ";", "pack_id"),
    ("packs.csv", cell("meeting_date", "01/02/2026"), "utf-8", ",", "line 2, column meeting_date"),
    ("actions.csv", lambda _table: [], "utf-8", ",", "pack_id"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(("name", "change", "encoding", "comma", "told"), BROKEN)
def test_one_line_says_where_and_what_to_do(
    command: list[str],
    name: str,
    change: Callable[[Rows], Rows],
    encoding: str,
    comma: str,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    edit(name, change, encoding, comma)
    assert cli.run(command) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and name in said and told in said and "--force" in said


@pytest.mark.parametrize("command", [c for c in COMMANDS if "ROW" not in c], ids=lambda command: command[0])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_another_order_of_columns_does_no_harm(command: list[str], encoding: str) -> None:
    edit("actions.csv", turned_round, encoding)
    assert cli.run(command) == 0


def test_a_parquet_file_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    for path in Path("out").glob("*.csv"):
        path.unlink()
    Path("out/actions.parquet").write_bytes(b"PAR1 and nothing behind it")
    assert cli.run(["check", "out"]) == 1
    said = capsys.readouterr().err
    assert "actions.parquet" in said and said.count("\n") == 1
