"""Writing: nothing lost, nothing invented, nothing half-written."""

from __future__ import annotations

import csv
import dataclasses
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet
import pytest
from example import result, source
from hypothesis import given, settings
from hypothesis import strategies as st

import agendapack
from agendapack.extract.errors import OutputError
from agendapack.extract.model import Action, Indicator, PackResult, Source, TableEntry
from agendapack.extract.write import csv as canonical
from agendapack.extract.write.flatten import records
from agendapack.extract.write.folder import write_folder
from agendapack.extract.write.frames import frames
from agendapack.extract.write.grids import grid_path
from agendapack.extract.write.packed import pack_files
from agendapack.extract.write.parquet import read_parquet, write_parquet
from agendapack.extract.write.safe import for_file, for_file_name, for_terminal
from agendapack.schemas.cells import plain_decimal
from agendapack.schemas.check import problem
from agendapack.schemas.datasets import DatasetColumn, dataset, datasets

ROWS = records([result()])


def write(out: Path, *results: PackResult, formats: tuple[str, ...] = ("csv", "parquet")) -> None:
    write_folder(out, map(pack_files, results), formats)


def with_rows(**rows: object) -> PackResult:
    return dataclasses.replace(result(), **rows)


# --- records -----------------------------------------------------------------------


def test_a_row_becomes_a_record() -> None:
    (action,) = ROWS["actions"]
    assert action["officers"] == ("Ann Ward", "Head of Parks")
    assert action["status"] is None
    assert action["extra"] == '{"Cost": "£3; £4", "Note": "a\\r\\nb"}'
    assert (action["pack_id"], action["page"], action["bbox"]) == ("july", 3, "50.0 100.2 500.0 120.0")
    assert action["confidence"] == 0.988
    assert list(action)[-7:] == ["pack_id", "row_id", "table_id", "page", "bbox", "confidence", "read_by"]


def test_an_entry_that_holds_the_separator_is_two_entries() -> None:
    assert ROWS["risks"][0]["mitigations"] == ("Pumps", "Sandbags", "boats")


def test_places_and_pages_of_a_finding() -> None:
    (finding,) = ROWS["findings"]
    assert finding["pages"] == (3, 5)
    assert finding["places"].startswith('[{"page": 3, "bbox": "50.0 100.2 500.0 120.0", "row_id": "a1"')


WRONG = [
    (Indicator(source("x"), "plan", "Visits", rag="Purple"), "rag", "'Purple' is none of Red, Amber, Green"),
    (Indicator(source("x"), "plan", "Visits", officers=("A", None)), "officers", ""),
    (
        Indicator(dataclasses.replace(source("x"), confidence=7.0), "plan", "Visits"),
        "confidence",
        "7.0 is out of bounds",
    ),
    (Indicator(dataclasses.replace(source("x"), page=-1), "plan", "Visits"), "page", "-1 is out of bounds"),
    (Indicator(source("x"), 5, "Visits"), "plan", "5 is no string"),
]


@pytest.mark.parametrize(("row", "column", "words"), WRONG)
def test_a_cell_that_breaks_its_rule_is_emptied_and_reported(row: Indicator, column: str, words: str) -> None:
    found = records([with_rows(indicators=(row,), findings=())])
    if not words:
        assert found["findings"] == []
        return
    assert found["indicators"][0][column] is None
    (finding,) = found["findings"]
    assert (finding["kind"], finding["severity"], finding["dataset"]) == (
        "low_confidence",
        "warning",
        "indicators",
    )
    assert words in finding["detail"]
    assert finding["pack_id"] == "july"


def test_a_missing_required_cell_is_reported() -> None:
    found = records([with_rows(actions=(Action(source("x"), "plan", ""),), findings=())])
    assert [f["detail"] for f in found["findings"]] == [
        "actions, action of row x: nothing there; left empty."
    ]


PROBLEMS = [
    (DatasetColumn("c", "integer", ""), 5, True),
    (DatasetColumn("c", "integer", ""), True, False),
    (DatasetColumn("c", "integer", ""), 2**70, False),
    (DatasetColumn("c", "number", ""), float("nan"), False),
    (DatasetColumn("c", "number", ""), float("inf"), False),
    (DatasetColumn("c", "number", ""), 3, True),
    (DatasetColumn("c", "date", ""), date(2031, 1, 1), True),
    (DatasetColumn("c", "date", ""), "2031-01-01", False),
    (DatasetColumn("c", "list", "", items="integer"), (1, 2), True),
    (DatasetColumn("c", "list", "", items="integer"), ("1",), False),
    (DatasetColumn("c", "string", "", pattern="[0-9a-f]+"), "beef\n", False),
    (DatasetColumn("c", "string", ""), None, True),
    (DatasetColumn("c", "string", "", required=True), None, False),
]


@pytest.mark.parametrize(("column", "value", "sound"), PROBLEMS)
def test_rules_of_a_column(column: DatasetColumn, value: object, sound: bool) -> None:
    assert (problem(column, value) == "") is sound


# --- CSV and Parquet ---------------------------------------------------------------


def test_csv_is_canonical(tmp_path: Path) -> None:
    write(tmp_path / "out", result())
    raw = (tmp_path / "out" / "actions.csv").read_bytes()
    assert raw.startswith(b"plan,action_ref,action,")
    assert raw.endswith(b"\r\n")
    assert "=SUM(A1) – reopen the baths".encode() in raw
    with (tmp_path / "out" / "agenda_items.csv").open(newline="", encoding="utf-8") as file:
        assert next(csv.DictReader(file))["title"] == 'Plan, "final"\nversion'


NUMBERS = [
    (1190.0, "1190"),
    (-0.1, "-0.1"),
    (1e-7, "0.0000001"),
    (1e21, "1" + "0" * 21),
    (0.1 + 0.2, "0.30000000000000004"),
    (100.0, "100"),
]


@pytest.mark.parametrize(("number", "text"), NUMBERS)
def test_numbers_are_plain_decimals(number: float, text: str) -> None:
    assert plain_decimal(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False))
def test_a_number_reads_back_as_itself(number: float) -> None:
    text = plain_decimal(number)
    assert float(text) == number
    assert "e" not in text.lower()


def rows_of_any_text() -> st.SearchStrategy[Action]:
    text = st.text(st.characters(codec="utf-16", exclude_categories=())) | st.sampled_from(
        ["NA", "null", "a\rb", '"', "\ud800"]
    )
    many = st.lists(text, max_size=3).map(tuple)
    pairs = st.lists(st.tuples(text, text), max_size=2).map(tuple)
    day = st.none() | st.dates()
    return st.builds(
        Action,
        st.just(source("a")),
        text,
        text,
        due_text=text,
        due_date=day,
        officers=many,
        parent_refs=many,
        extra=pairs,
    )


@settings(max_examples=60)
@given(st.lists(rows_of_any_text(), max_size=3).map(tuple))
def test_any_text_comes_back_from_csv_and_parquet(
    tmp_path_factory: pytest.TempPathFactory, rows: tuple[Action, ...]
) -> None:
    of, written = dataset("actions"), records([with_rows(actions=rows)])["actions"]
    folder = tmp_path_factory.mktemp("round")
    canonical.write_csv(folder / "a.csv", of, written)
    write_parquet(folder / "a.parquet", of, folder / "a.csv")
    assert canonical.read_csv(folder / "a.csv", of) == written
    assert read_parquet(folder / "a.parquet", of) == written


def test_parquet_is_typed(tmp_path: Path) -> None:
    write(tmp_path / "out", result())
    schema = pyarrow.parquet.read_schema(tmp_path / "out" / "actions.parquet")
    assert [str(schema.field(n).type) for n in ("due_date", "officers", "page", "confidence", "action")] == [
        "date32[day]",
        "list<element: string>",
        "int64",
        "double",
        "string",
    ]


# --- frames ------------------------------------------------------------------------


def test_frames_have_the_declared_types() -> None:
    found = frames(ROWS)
    values = found["indicator_values"]
    assert values["value"].tolist() == [1190.0, -0.1]
    assert str(values["value"].dtype) == "Float64"
    actions = found["actions"]
    assert actions["due_date"].iloc[0] == pd.Timestamp(2032, 3, 31)
    assert actions["status"].isna().all()
    assert found["links"]["resolved"].tolist() == [True]
    assert actions.explode("officers")["officers"].tolist() == ["Ann Ward", "Head of Parks"]


@pytest.mark.parametrize("formats", [("csv",), ("parquet",), ("csv", "parquet")])
def test_load_gives_what_was_extracted(tmp_path: Path, formats: tuple[str, ...]) -> None:
    write(tmp_path / "out", result(), formats=formats)
    for name, frame in agendapack.load(tmp_path / "out").items():
        pd.testing.assert_frame_equal(frame, frames(ROWS)[name])


def test_load_keeps_a_printed_na(tmp_path: Path) -> None:
    write(tmp_path / "out", result())
    assert agendapack.load(tmp_path / "out")["actions"]["due_text"].tolist() == ["NA"]


def test_extract_pack_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("agendapack.extract.pipeline.read_pack", lambda path, settings, progress: result())
    found = agendapack.extract_pack("july.pdf")
    assert found["actions"]["action_ref"].tolist() == ["MB 01"]
    assert list(tmp_path.iterdir()) == []


# --- folders -----------------------------------------------------------------------


def test_every_dataset_is_written_even_if_empty(tmp_path: Path) -> None:
    write(tmp_path / "out", PackResult(result().pack))
    for of in datasets():
        lines = (tmp_path / "out" / f"{of.name}.csv").read_text(encoding="utf-8").splitlines()
        assert lines[0].split(",") == [c.name for c in of.columns]
        assert len(lines) == (2 if of.name == "packs" else 1)
        table = pyarrow.parquet.read_table(tmp_path / "out" / f"{of.name}.parquet")
        assert table.num_rows == (1 if of.name == "packs" else 0)


def test_packs_are_combined_and_grids_kept_apart(tmp_path: Path) -> None:
    write(tmp_path / "out", result("july"), result("august"))
    assert agendapack.load(tmp_path / "out")["actions"]["pack_id"].tolist() == ["july", "august"]
    for file in agendapack.load(tmp_path / "out")["tables"]["file"]:
        with (tmp_path / "out" / file).open(newline="", encoding="utf-8") as grid:
            assert list(csv.reader(grid)) == [["Ref", "Action"], ["MB 01", "a\nb"]]


def test_a_second_run_replaces_the_first_and_keeps_other_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, result("july"))
    (out / "notes.txt").write_text("mine")
    write(out, result("august"), formats=("csv",))
    assert (out / "notes.txt").read_text() == "mine"
    assert agendapack.load(out)["actions"]["pack_id"].tolist() == ["august"]
    assert not list(out.glob("*.parquet")), "out of date beside the new CSV"
    assert [p.name for p in (out / "tables").iterdir()] == ["august"]
    assert [p.name for p in out.glob(".*")] == [".agendapack"] and [p.name for p in tmp_path.iterdir()] == [
        "out"
    ]
    assert [p.name for p in (out / ".agendapack").iterdir()] == ["written"]


@pytest.mark.parametrize("before", [True, False], ids=["over results", "new folder"])
def test_a_failed_write_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    out = tmp_path / "out"
    if before:
        write(out, result())

    def disk_full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    def files() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    kept = files()
    monkeypatch.setattr("agendapack.extract.write.package.write_package", disk_full)
    with pytest.raises(OutputError, match="No space left on device"):
        write(out, result("august"))
    assert files() == kept
    assert out.exists() is before


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("not a folder")
    with pytest.raises(OutputError, match="Choose another place"):
        write(tmp_path / "out", result())
    assert (tmp_path / "out").read_text() == "not a folder"


# --- hostile text ------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", ".hidden", "a/b\\c:d", "x" * 500, "", "con\x00"])
def test_ids_cannot_lead_out_of_the_folder(tmp_path: Path, name: str) -> None:
    path = grid_path(Source(name, "t", name))
    assert len(path.parts) == 3
    assert (tmp_path / path).resolve().is_relative_to(tmp_path)
    assert not any(part.startswith(".") for part in path.parts)
    entry = TableEntry(Source(name, "t", name), 1, "", "", 1, 1, 0, (("\ud800\x00",),))
    write(tmp_path / "out", with_rows(tables=(entry,)))
    assert (tmp_path / "out" / path).read_text(encoding="utf-8") == "��\n"


ESCAPES = [
    ("\x1b[31mred\x1b[0m", "red"),
    ("\x1b]0;title\x07text", "text"),
    ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
    ("two\nlines\r\nhere", "two lines here"),
    ("\x9b2Jcleared", "cleared"),
    ("a\u202eb\x00c\ud800", "abc"),
    ("Ünïted – £5", "Ünïted – £5"),
    ("\x1b", ""),
]


@pytest.mark.parametrize(("text", "seen"), ESCAPES)
def test_nothing_steers_the_terminal(text: str, seen: str) -> None:
    assert for_terminal(text) == seen


@given(st.text(st.characters(exclude_categories=())))
def test_safe_text_can_always_be_written(text: str) -> None:
    for_file(text).encode()
    assert for_terminal(text).isprintable()
    assert "/" not in for_file_name(text)
