"""What describes the results: the data package, CSVW, Parquet metadata, DuckDB, the copies for Excel."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from pathlib import Path

import pandas as pd
import pyarrow
import pyarrow.parquet
import pytest
from example import result
from hypothesis import given
from hypothesis import strategies as st
from written import write_results

import agendapack
from agendapack import cli
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.run import run_batch
from agendapack.extract.errors import UsageError
from agendapack.extract.settings import Settings
from agendapack.extract.write.csv import dataset_text
from agendapack.extract.write.excel import STARTS, escaped
from agendapack.extract.write.package import read_sources
from agendapack.extract.write.sources import SourceFile
from agendapack.schemas.datasets import datasets

NAMES = [of.name for of in datasets()]
SCANNED = Path(__file__).resolve().parents[2] / "samples" / "wrenbridge" / "pack.pdf"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return write_results(tmp_path / "out")


def problems(out: Path) -> list[str]:
    """What frictionless has against the package."""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(out / "datapackage.json")).validate()
    return [f"{task.name}: {error.note}" for task in report.tasks for error in task.errors] + [
        error.note for error in report.errors
    ]


# --- Data Package ------------------------------------------------------------------


def test_frictionless_finds_nothing_in_the_example(out: Path) -> None:
    assert problems(out) == []


def test_frictionless_finds_nothing_in_the_samples(samples_read: Path) -> None:
    assert problems(samples_read) == []


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Results of the sample with scans, read or reported as the extras here allow."""
    out = tmp_path_factory.mktemp("scanned") / "out"
    assert cli.run(["extract", str(SCANNED), "-o", str(out), "-q"]) == 0
    return out


def test_frictionless_finds_nothing_in_the_scanned_sample(scanned: Path) -> None:
    assert problems(scanned) == []


def test_frictionless_finds_what_is_wrong(out: Path) -> None:
    actions = out / "actions.csv"
    actions.write_bytes(actions.read_bytes().replace(b",date,", b",someday,"))
    found = "\n".join(problems(out))
    assert "someday" in found or "enum" in found


def test_the_descriptor_names_files_hashes_and_sources(out: Path) -> None:
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert [r["name"] for r in package["resources"]] == NAMES
    for resource in package["resources"]:
        assert (out / resource["path"]).stat().st_size == resource["bytes"]
    assert package["sources"] == [
        {"title": "july.pdf", "packId": "july", "sha256": "0" * 64, "location": "../in/july.pdf"}
    ]
    links = next(r for r in package["resources"] if r["name"] == "links")["schema"]
    assert links["foreignKeys"][0]["reference"] == {"resource": "packs", "fields": ["pack_id"]}
    assert "primaryKey" not in links, "a row may cite the same thing twice"


def test_the_package_of_parquet_alone(tmp_path: Path) -> None:
    out = write_results(tmp_path / "out", formats=("parquet",))
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert {r["path"] for r in package["resources"]} == {f"{name}.parquet" for name in NAMES}
    assert not list(out.glob("*.csv-metadata.json"))


def test_sources_are_read_back(out: Path, tmp_path: Path) -> None:
    assert read_sources(out) == (SourceFile("july", "july.pdf", "0" * 64, "../in/july.pdf"),)
    assert read_sources(tmp_path / "nowhere") == ()
    (out / "datapackage.json").write_text('{"sources": [1]}')
    assert read_sources(out) == ()


# --- CSVW --------------------------------------------------------------------------


def csvw_problems(out: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    csvw = pytest.importorskip("csvw")
    files = sorted(out.glob("*.csv-metadata.json"))
    assert [f.name.partition(".")[0] for f in files] == sorted(NAMES)
    caplog.clear()
    wrong = [f.name for f in files if not csvw.CSVW(str(f), validate=True).is_valid]
    return wrong + [record.getMessage() for record in caplog.records]


@pytest.mark.filterwarnings("ignore")
def test_csvw_is_valid_for_example_and_samples(out: Path, samples_read: Path, scanned: Path, caplog) -> None:
    assert csvw_problems(out, caplog) == []
    assert csvw_problems(samples_read, caplog) == []
    assert csvw_problems(scanned, caplog) == []


@pytest.mark.filterwarnings("ignore")
def test_csvw_finds_what_is_wrong(out: Path, caplog) -> None:
    values = out / "indicator_values.csv"
    values.write_bytes(values.read_bytes().replace(b"1190", b"many"))
    (found,) = csvw_problems(out, caplog)
    assert found.endswith("value: invalid lexical value for float: many")


# --- round trips -------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_csv_to_pandas_to_csv_is_identical(samples_read: Path, tmp_path: Path, name: str) -> None:
    path = samples_read / f"{name}.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame.to_csv(tmp_path / "again.csv", index=False, lineterminator="\r\n")
    assert (tmp_path / "again.csv").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("of", datasets(), ids=lambda d: d.name)
def test_typed_frames_lead_back_to_the_same_csv(samples_read: Path, of) -> None:
    frame = agendapack.load(samples_read)[of.name]

    def value(column, cell):
        if column.type == "list":
            return cell
        if pd.isna(cell):
            return None
        return {"date": lambda: cell.date(), "boolean": lambda: bool(cell)}.get(column.type, lambda: cell)()

    records = [
        {c.name: value(c, cell) for c, cell in zip(of.columns, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]
    written = (samples_read / f"{of.name}.csv").read_bytes().decode()
    assert dataset_text(of, records) == written


# --- Parquet -----------------------------------------------------------------------


def test_parquet_says_what_it_is(out: Path) -> None:
    schema = pyarrow.parquet.read_schema(out / "indicator_values.parquet")
    about = {k.decode(): v.decode() for k, v in schema.metadata.items() if k != b"ARROW:schema"}
    assert about["tool"] == "agendapack"
    assert about["schema_version"]
    assert json.loads(about["sources"]) == {"july": "0" * 64}
    field = schema.field("value")
    assert field.metadata[b"title"] == b"Value"
    assert schema.field("unit").metadata[b"description"].startswith(b"Unit of value")


def test_parquet_types(out: Path) -> None:
    schema = pyarrow.parquet.read_schema(out / "actions.parquet")
    assert schema.field("due_kind").type == pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    assert schema.field("due_date").type == pyarrow.date32()
    assert schema.field("officers").type == pyarrow.list_(pyarrow.string())


# --- DuckDB ------------------------------------------------------------------------


def test_duckdb_has_every_dataset_as_a_table(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    out = write_results(tmp_path / "out", formats=("csv", "duckdb"))
    with duckdb.connect(str(out / "agendapack.duckdb"), read_only=True) as database:
        assert {name for (name,) in database.execute("SHOW TABLES").fetchall()} == set(NAMES)
        query = "SELECT a.action_ref, p.council, len(a.officers) FROM actions a JOIN packs p USING (pack_id)"
        assert database.execute(query).fetchall() == [("MB 01", "Melbury Borough Council", 2)]
        kinds = dict(database.execute("SELECT column_name, column_type FROM (DESCRIBE actions)").fetchall())
        assert (kinds["due_date"], kinds["officers"], kinds["page"]) == ("DATE", "VARCHAR[]", "BIGINT")
        comment = (
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'actions' AND column_name = 'action'"
        )
        assert database.execute(comment).fetchall() == [("What is to be done.",)]


def test_duckdb_missing_is_said_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'agendapack\[duckdb\]'"):
        write_results(tmp_path / "out", formats=("duckdb",))
    assert not (tmp_path / "out").exists()


def test_duckdb_missing_is_said_before_any_pack_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    unread = tmp_path / "no such pack.pdf"
    with pytest.raises(UsageError, match=r"pip install 'agendapack\[duckdb\]'"):
        run_batch([unread], tmp_path / "out", Settings(), Options(formats=("duckdb",)))
    assert not (tmp_path / "out").exists()


# --- copies for Excel --------------------------------------------------------------


def test_excel_copies_have_a_mark_and_no_formulas(out: Path) -> None:
    raw = (out / "excel" / "actions.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert '"\'=SUM(A1) – reopen the baths"'.encode() in raw
    assert b"=SUM(A1)" in (out / "actions.csv").read_bytes(), "the canonical file is as printed"
    assert {p.name for p in (out / "excel").iterdir()} == {f"{name}.csv" for name in NAMES}


ESCAPED = [
    ("=1+1", "'=1+1"),
    ("+44 20", "'+44 20"),
    ("@x", "'@x"),
    ("-0.1%", "'-0.1%"),
    ("-0.1", "-0.1"),
    ("-12", "-12"),
    ("-1-1", "'-1-1"),
    ("-1.", "-1."),
    ("＝1", "'＝1"),
    ("\t=1", "'\t=1"),
    ("plain", "plain"),
    ("", ""),
]


@pytest.mark.parametrize(("cell", "wanted"), ESCAPED)
def test_what_is_escaped(cell: str, wanted: str) -> None:
    assert escaped(cell) == wanted


@given(st.text())
def test_an_escaped_cell_starts_no_formula(cell: str) -> None:
    safe = escaped(cell)
    if safe.startswith(STARTS):
        float(safe)


def test_a_run_without_them_clears_out_of_date_files(out: Path) -> None:
    (out / "corrections.csv").write_text("mine")
    write_results(out, result("august", "august.pdf"), formats=("csv",))
    left = {path.name for path in out.iterdir()}
    assert not left & {"excel", "agendapack.xlsx"}
    assert (out / "corrections.csv").read_text() == "mine"
    with (out / "actions.csv").open(newline="", encoding="utf-8") as file:
        assert [row["pack_id"] for row in csv.DictReader(file)] == ["august"]
    shutil.rmtree(out)
