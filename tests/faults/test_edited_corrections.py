"""A file of corrections as people and spreadsheets leave it: never a failed pack, nothing of theirs lost."""

from __future__ import annotations

import csv
import io
import stat
import sys
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack import cli
from agendapack.extract.correct import merged, parse_corrections, read_corrections, write_corrections
from agendapack.extract.correct.file import COLUMNS, corrections_csv
from agendapack.extract.errors import UsageError
from agendapack.extract.identity import sha256_of
from agendapack.schemas.datasets import datasets

ROW = "page 1 | TB 03 | Mend the bridge at milestone 3"


def line(**cells: str) -> dict[str, str]:
    usual = {"verdict": "corrected", "source_name": "july.pdf", "dataset": "actions", "row": ROW}
    return dict.fromkeys(COLUMNS, "") | usual | {"sha256": "0" * 64} | cells


def text_of(*lines: dict[str, str], newline: str = "\n", more: tuple[str, ...] = ()) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, [*COLUMNS, *more], lineterminator=newline)
    writer.writeheader()
    writer.writerows(lines)
    return file.getvalue()


def dataset_rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Path(f"out/{name}.csv").read_text(encoding="utf-8"))))


def test_no_column_of_any_dataset_costs_the_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever somebody says of whatever column: it is applied, or it becomes a finding."""
    monkeypatch.chdir(tmp_path)
    sha256 = sha256_of(pack(Path("july.pdf"), [rows(3)]))
    Path("out").mkdir()
    names = {"actions": ROW, "packs": "july.pdf"}
    lines = [
        line(verdict=said, dataset=of.name, row=names[of.name], column=c.name, corrected="3", sha256=sha256)
        for of in datasets()
        if of.name in names
        for c in of.columns
        for said in ("corrected", "accepted")
    ]
    lines += [line(row=f"page {'9' * 5000} | TB 03", column="action_ref", sha256=sha256)]
    Path("out/corrections.csv").write_text(text_of(*lines), encoding="utf-8")
    assert cli.run(["extract", "july.pdf", "-o", "out", "-q"]) == 0
    (read,) = dataset_rows("packs")
    assert (read["status"], read["sha256"], read["pages"]) == ("ok", sha256, "1")
    found = [f["detail"] for f in dataset_rows("findings")]
    assert any("actions page of" in detail for detail in found)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_spreadsheets_leave(tmp_path: Path, newline: str, mark: str) -> None:
    commas = "," * (len(COLUMNS) + 1)
    content = text_of(line(column="due_text"), newline=newline)
    head, row, *_ = content.split(newline)
    file = tmp_path / "corrections.csv"
    lines = ["", f"{head},,", commas, f"{row},,", commas, ""]
    file.write_bytes(f"{mark}{newline.join(lines)}".encode())
    (said,) = read_corrections(file)
    assert said.review.column == "due_text"


def test_columns_that_people_added_stay(tmp_path: Path) -> None:
    content = text_of(line(column="due_text", mine="ask Ann"), line(column="status", mine=""), more=("mine",))
    before = parse_corrections(content)
    new = parse_corrections(text_of(line(column="due_text", corrected="May")))
    both = merged(before, new)
    assert [dict(c.more).get("mine") for c in both] == ["ask Ann", ""] and both[0].corrected == "May"
    assert parse_corrections(corrections_csv(both)) == both


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_who_may_read_the_file_stays_as_it_was(tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text(text_of(line(column="due_text")))
    kept.chmod(0o664)
    link = tmp_path / "corrections.csv"
    link.symlink_to(kept)
    write_corrections(link, read_corrections(link))
    assert link.is_symlink() and stat.S_IMODE(kept.stat().st_mode) == 0o664
    assert {path.name for path in tmp_path.iterdir()} == {"kept.csv", "corrections.csv"}


WRONG = [
    (text_of(line(column="due_text")).replace(",", ";"), "with commas"),
    (text_of(line(column="due_text")).replace("\n", ",3\n").replace(",3", "", 1), "line 2"),
    (text_of(line(column="due_text")).replace("note", "note,note", 1), "twice"),
    (text_of(line(column="colour")), "line 2"),
    (text_of(line(column="due_text", verdict="yes")), "line 2"),
]


@pytest.mark.parametrize(("content", "told"), WRONG)
def test_what_cannot_be_understood_is_one_line_with_its_place(content: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_corrections(content, "corrections.csv")
    assert told in str(error.value) and "\n" not in str(error.value)
