"""With --log-json every line of standard error is a JSON object, whatever goes wrong; no library talks."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from conftest import SAMPLES

from agendapack import cli
from agendapack.extract.commands import streams

HERE = Path(__file__).resolve().parent.parent
SAMPLE = SAMPLES / "tidewell" / "q1" / "pack.pdf"


def lines(said: str) -> list[dict[str, object]]:
    """Each line as the object that it must be."""
    return [json.loads(line) for line in said.splitlines()]


WRONG = [
    (["--format", "docx"], 1, "docx"),
    (["--no-such-option"], 1, "--no-such-option"),
    (["--date", "someday"], 1, "'someday' is no day"),
    (["--jobs", "none"], 1, "--jobs"),
    (["--facts", "nowhere.csv"], 1, "nowhere.csv"),
]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("wrong", "code", "word"), WRONG)
def test_wrong_arguments(
    capsys: pytest.CaptureFixture[str], wrong: list[str], code: int, word: str, first: bool
) -> None:
    order = ["--log-json", *wrong] if first else [*wrong, "--log-json"]
    assert cli.run(["extract", str(SAMPLE), *order]) == code
    (told,) = lines(capsys.readouterr().err)
    assert word in str(told["message"]) and told["level"] == "error"


def test_wrong_arguments_where_the_environment_asks_for_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AGENDAPACK_EXTRACT_LOG_JSON", "1")
    assert cli.run(["extract", str(SAMPLE), "--format", "docx"]) == 1
    assert lines(capsys.readouterr().err)


def test_a_run_with_a_pack_that_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    packs = [str(SAMPLE), str(tmp_path / "broken.pdf"), str(tmp_path / "gone.pdf")]
    assert cli.run(["extract", *packs, "-o", str(tmp_path / "out"), "--log-json", "-v"]) == 2
    told = lines(capsys.readouterr().err)
    assert {one.get("status") for one in told} >= {"ok", "failed"}
    assert "run" in told[-1]


def test_what_libraries_and_python_say(capsys: pytest.CaptureFixture[str]) -> None:
    streams.log_to_nobody()
    streams.log_in_json(logging.INFO)
    try:
        library = logging.getLogger("some.library")
        library.propagate = False  # in pytest, others listen above
        library.warning("a font\nis odd")
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn("this goes away", stacklevel=1)
        try:
            raise ZeroDivisionError("by nought")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        streams.log_to_nobody()
    font, away, unexpected = lines(capsys.readouterr().err)
    assert font["message"] == "a font\nis odd"
    assert "this goes away" in str(away["message"])
    assert unexpected["message"] == "unexpected ZeroDivisionError: by nought"
    assert "by nought" in str(unexpected["traceback"])
    assert sys.excepthook is sys.__excepthook__


def test_a_whole_process_says_nothing_else(tmp_path: Path) -> None:
    """Also when it ends, where libraries may tell of what they left."""
    pytest.importorskip("duckdb")
    command = [sys.executable, str(HERE / "cli.py"), "extract", str(SAMPLE), "-o", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--format", "csv,duckdb,sqlite,xlsx", "--log-json"],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(HERE)},
        check=True,
    )
    assert done.stdout.strip() == str(tmp_path / "out")
    assert len(lines(done.stderr)) == 2
