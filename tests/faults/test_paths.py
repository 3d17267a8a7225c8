"""One path never costs the others: it is a line and a row in quarantine, all else is written."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack import cli
from agendapack.extract.batch.search import expand
from agendapack.extract.identity import sha256_of

NOT_UTF8 = os.fsdecode(b"caf\xe9.pdf")
posix = pytest.mark.skipif(sys.platform != "linux", reason="such names and links need a POSIX file system")


@pytest.fixture(autouse=True)
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return pack(tmp_path / "inbox" / "good.pdf", [rows(3)]).parent


def named_badly() -> str:
    pack(Path("inbox/ok.pdf"), [rows(5)]).rename(Path("inbox", NOT_UTF8))
    return "inbox"


def in_a_folder_named_badly() -> str:
    pack(Path("inbox", os.fsdecode(b"M\xe4rz"), "ok.pdf"), [rows(5)])
    return "inbox"


def too_long() -> str:
    return "n" * 300 + ".pdf"


def turning_in_circles() -> str:
    Path("inbox/loop.pdf").symlink_to("loop.pdf")
    return "inbox/loop.pdf"


def leading_nowhere() -> str:
    Path("inbox/gone.pdf").symlink_to("nowhere.pdf")
    return "inbox"


def linked_folder() -> str:
    pack(Path("elsewhere/ok.pdf"), [rows(5)])
    Path("inbox/linked").symlink_to("../elsewhere")
    return "inbox"


def below_a_file() -> str:
    return "inbox/good.pdf/july.pdf"


@posix
@pytest.mark.parametrize(
    "bad",
    [
        named_badly,
        in_a_folder_named_badly,
        too_long,
        turning_in_circles,
        leading_nowhere,
        linked_folder,
        below_a_file,
    ],
)
def test_a_path_that_cannot_be_followed(bad: Callable[[], str], capsys: pytest.CaptureFixture[str]) -> None:
    path = bad()
    for _ in range(2):  # the second run finds what the first one stored
        assert cli.run(["extract", "inbox/good.pdf", path, "-o", "out", "-q"]) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and "-o" not in said, said
        with Path("out/quarantine.csv").open(encoding="utf-8") as file:
            assert len(list(csv.DictReader(file))) == 1
        with Path("out/actions.csv").open(encoding="utf-8") as file:
            assert [row["action_ref"] for row in csv.DictReader(file)] == ["TB 03"]


def denied(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """As for somebody who may not look into the folder; the tests may run as one who may do everything."""
    real = os.scandir

    def scandir(path: str | Path) -> object:
        if Path(str(path)).name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_may_not_be_looked_into(
    inbox: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pack(inbox / "locked" / "hidden.pdf", [rows(5)])
    pack(inbox / "open" / "seen.pdf", [rows(7)])
    denied(monkeypatch, "locked")
    assert cli.run(["extract", "inbox", "-o", "out", "-q"]) == 2
    assert "locked: the folder cannot be read (Permission denied)." in capsys.readouterr().err
    assert Path("out/actions.csv").read_text().count("TB 0") == 2


def test_one_named_file_that_may_not_be_opened(
    inbox: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from agendapack.extract.errors import MissingFile

    def denying(path: Path) -> str:
        if path.name == "locked.pdf":
            raise MissingFile(path, "the file cannot be opened (Permission denied).")
        return sha256_of(path)

    pack(inbox / "locked.pdf", [rows(5)])
    monkeypatch.setattr("agendapack.extract.batch.inputs.sha256_of", denying)
    assert cli.run(["extract", "inbox/locked.pdf", "inbox/good.pdf", "-o", "out", "-q"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert "TB 03" in Path("out/actions.csv").read_text()


def test_packs_behind_a_path_that_cannot_be_reached_now_are_not_pruned(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(inbox / "far" / "away.pdf", [rows(5)])
    assert cli.run(["extract", "inbox", "-o", "out", "-q"]) == 0
    real = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "away.pdf":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr("agendapack.extract.batch.inputs.is_there", lambda path: path.name != "away.pdf")
    assert cli.run(["extract", "inbox/good.pdf", "-o", "out", "-q", "--prune"]) == 0
    assert "TB 05" in Path("out/actions.csv").read_text()


@posix
def test_a_link_to_what_is_searched_anyway_is_no_error(inbox: Path) -> None:
    Path("inbox/again").symlink_to(".")
    pack(Path("elsewhere/ok.pdf"), [rows(5)])
    Path("inbox/linked").symlink_to("../elsewhere")
    found = list(expand([inbox, Path("elsewhere")]))
    assert [f.name for f in found if isinstance(f, Path)] == ["good.pdf", "ok.pdf"] and len(found) == 2


def test_a_deep_tree_of_folders_is_searched(inbox: Path) -> None:
    deep = inbox
    for _ in range(1200):
        deep = deep / "d"
        deep.mkdir()
    pack(deep / "deep.pdf", [rows(5)])
    try:
        assert [f.name for f in expand([inbox]) if isinstance(f, Path)] == ["deep.pdf", "good.pdf"]
    finally:  # what clears up after tests cannot go so deep
        (deep / "deep.pdf").unlink()
        while deep != inbox:
            deep.rmdir()
            deep = deep.parent


@pytest.mark.parametrize("out", ["abfs://box/packs", "gs://b", "https://example.org/x", "file:///tmp/x"])
def test_an_address_is_no_place_for_results(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", "inbox", "-o", out]) == 1
    said = capsys.readouterr().err
    assert out in said and said.count("\n") == 1
    assert {path.name for path in Path().iterdir()} == {"inbox"}


def test_a_place_for_results_that_cannot_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", "inbox", "-o", "n" * 300]) == 1
    assert capsys.readouterr().err.count("\n") == 1
