"""What people confirm of a table is read so in every later pack with such a table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack import cli, schemas
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import BatchResult
from agendapack.extract.batch.run import run_batch
from agendapack.extract.correct.file import merged, read_corrections, write_corrections
from agendapack.extract.identity import sha256_of
from agendapack.extract.model import Correction, Review
from agendapack.extract.settings import Settings

HEAD = "Ref | Action | Due date | Responsible officer"
ROLES = "Ref: ref | Action: action | Due date: | Responsible officer: officers"
"""Nobody would guess that the dates are none."""


def said(of: Path, kind: str = "actions", roles: str = ROLES, page: int = 1, **more: str) -> list[Correction]:
    """What the review page writes of a table."""
    sha256, row = sha256_of(of), f"page {page} | {HEAD}"
    kinds = Review("accepted", "kind", kind) if kind == "actions" else Review("corrected", "kind", "actions")
    cells = [
        Correction(sha256, of.name, "tables", row, kinds, kind if kinds.verdict == "corrected" else ""),
        Correction(
            sha256, of.name, "tables", row, Review("corrected", "roles", "", "A. Ward", "2032-01-02"), roles
        ),
    ]
    return [replace(c, **more) for c in cells]


def run(*paths: Path, settings: Settings | None = None) -> BatchResult:
    made = settings or Settings(corrections=read_corrections(Path("out/corrections.csv")))
    return run_batch(paths, Path("out"), made, Options(workers=1))


def states(batch: BatchResult) -> dict[str, str]:
    return {each.path.name: each.state for each in batch.packs}


def column(name: str, dataset: str = "actions") -> list[str]:
    with Path("out", f"{dataset}.csv").open(newline="", encoding="utf-8") as file:
        return [row[name] for row in csv.DictReader(file)]


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sequence[Path]:
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    titles = {"july": "Tarnbridge Town Council", "may": "Elsewhere Borough Council"}
    return [pack(Path(f"in/{n}.pdf"), [rows(i)], title) for i, (n, title) in enumerate(titles.items(), 1)]


def write(lines: Sequence[Correction]) -> None:
    write_corrections(Path("out/corrections.csv"), lines)


def test_later_packs_are_read_as_was_said_of_an_earlier_one(packs: Sequence[Path]) -> None:
    july, may = packs
    run(july)
    assert column("due_date") == ["2032-03-31"]
    write(said(july))
    assert states(run(july)) == {"july.pdf": "changed"}
    assert column("due_date") == [""]
    assert states(run(may)) == {"may.pdf": "new"}
    assert column("due_date") == ["", ""]
    # a file that has lain for some seconds is not looked at again, and has no state then
    assert set(states(run(july, may)).values()) <= {"unchanged"}


def test_packs_of_earlier_runs_with_such_a_table_are_read_again(packs: Sequence[Path]) -> None:
    july, may = packs
    other = pack(Path("in/none.pdf"), [])
    run(july, may, other)
    write(said(july))
    assert states(run(july)) == {"july.pdf": "changed", "may.pdf": "changed"}
    assert column("due_date") == ["", ""]


def test_a_new_pack_is_read_once_whatever_was_said_of_other_heads(packs: Sequence[Path]) -> None:
    july, may = packs
    run(july)
    write(
        [
            replace(c, row="page 1 | Who | What", corrected=c.corrected and "Who: | What: action")
            for c in said(july)
        ]
    )
    batch = run(july, may)
    assert states(batch) == {"july.pdf": "changed", "may.pdf": "new"}
    # a file that has lain for some seconds is not looked at again, and has no state then
    assert set(states(run(july, may)).values()) <= {"unchanged"}
    assert [f for f in column("detail", "findings") if "no such row" in f]


def test_to_confirm_twice_is_to_confirm_once(packs: Sequence[Path]) -> None:
    july, _ = packs
    write(said(july))
    run(july)
    once = {path.name: path.read_bytes() for path in Path("out").glob("*.csv")}
    write(merged(said(july), said(july)))
    assert states(run(july)) == {"july.pdf": "unchanged"}
    assert {path.name: path.read_bytes() for path in Path("out").glob("*.csv")} == once


def test_a_table_of_no_records_gives_none_here_and_later(packs: Sequence[Path]) -> None:
    july, may = packs
    write(said(july, kind="", roles=ROLES))
    write([c for c in said(july, kind="")][:1])
    run(july, may)
    assert column("action") == []
    assert set(column("kind", "tables")) == {""}
    assert "unknown_table" not in column("kind", "findings")


def test_what_was_said_stands_with_the_table_and_its_columns(packs: Sequence[Path]) -> None:
    july, _ = packs
    write(said(july))
    run(july)
    assert column("roles", "tables") == [ROLES]
    assert "A. Ward" in column("review", "tables")[0]


def test_what_cannot_be_done_is_told(packs: Sequence[Path]) -> None:
    july, _ = packs
    write(said(july, "", ROLES.replace("Action: action", "Action:"))[1:] + said(july, "actions")[:1])
    run(july)
    assert (column("action"), column("kind", "tables"), column("guess", "tables")) == ([], [""], ["actions"])
    found = dict(zip(column("kind", "findings"), column("detail", "findings"), strict=True))
    assert "so said by A. Ward on 2032-01-02" in found["unknown_table"]
    assert "it is now read as ''" in found["stale_correction"]


def test_what_was_learned_is_a_file_of_words(
    packs: Sequence[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    july, may = packs
    write(said(july))
    run(july)
    assert cli.run(["learn", "out"]) == 0
    told = capsys.readouterr().out
    assert "council: Tarnbridge Town Council" in told
    Path("learned.yaml").write_text(told, encoding="utf-8")
    assert cli.run(["extract", str(may), "-o", "elsewhere", "-q", "--vocabulary", "learned.yaml"]) == 0
    assert schemas.additions() == {}
    with Path("elsewhere/actions.csv").open(newline="", encoding="utf-8") as file:
        assert [row["due_date"] for row in csv.DictReader(file)] == [""]


def test_nothing_learned_is_a_file_of_nothing(
    packs: Sequence[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(packs[0])
    assert cli.run(["learn", "out"]) == 0
    told = capsys.readouterr()
    assert told.out == "heads:\n  tables: []\n"
    assert "no table is confirmed" in told.err


HOSTILE = [
    ("kind", "agenda", "tables list actions, indicators, risks or nothing, not 'agenda'"),
    ("roles", "Ref ref", "needs a colon"),
    ("roles", "Ref: reference", "there is no role 'reference'"),
    ("roles", "Ref: ref\n|: x" + ":" * 9_000 + "\x1b" * 9_000, "there is no role"),
]


@pytest.mark.parametrize(("name", "text", "wrong"), HOSTILE)
def test_nonsense_is_one_line(
    packs: Sequence[Path], capsys: pytest.CaptureFixture[str], name: str, text: str, wrong: str
) -> None:
    line = said(packs[0])[1]
    write([replace(line, review=replace(line.review, column=name), corrected=text)])
    assert cli.run(["extract", str(packs[0]), "-o", "out", "-q"]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert wrong in told
    assert "corrections.csv, line" in told
    assert len(told) < 250


@pytest.mark.parametrize(
    "words",
    [
        "{kind: actions}",
        "{kind: agenda, columns: ['A: ']}",
        "{kind: actions, columns: 'A: action'}",
        "{kind: actions, columns: [{A: action}]}",
        "{kind: actions, columns: ['A: action | B: due']}",
        "{kind: actions, columns: ['A: action', 'B: action']}",
        "{kind: actions, columns: [A], council: 3}",
        "text",
    ],
)
def test_nonsense_words_are_one_line(
    packs: Sequence[Path], capsys: pytest.CaptureFixture[str], words: str
) -> None:
    Path("words.yaml").write_text(f"heads: {{tables: [{words}]}}", encoding="utf-8")
    assert cli.run(["extract", str(packs[0]), "-o", "out", "-q", "--vocabulary", "words.yaml"]) == 1
    (told,) = capsys.readouterr().err.splitlines()
    assert "words.yaml" in told
