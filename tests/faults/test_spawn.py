"""Workers that are started anew, as on macOS and Windows: the same bytes, and faults end the same way."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest
from batch.papers import pack, rows
from faults.test_interrupted import ROOT, contents

SCRIPT = """
import sys
from agendapack import cli; import agendapack.extract.pages
from agendapack.extract.batch import executor
from faults.stand_ins import crash, hang
FAULTS = {"crash.pdf": crash, "hang.pdf": hang}
real = agendapack.extract.pages.read_pages
def read(path, numbers, reader="pdfium"):
    for number in numbers:
        if number == 2 and path.name in FAULTS:
            FAULTS[path.name]()
        yield from real(path, range(number, number + 1), reader)
agendapack.extract.pages.read_pages = read
executor.FORK = sys.argv[1] == "fork"
if __name__ == "__main__":
    cli.main(sys.argv[2:])
"""
"""The command line with stand-ins; a worker that is started anew runs all but the last line of it too."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="compares with workers that are copies")


def test_workers_started_anew_do_as_copies_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(("a", "b", "crash", "hang")):
        pack(tmp_path / "inbox" / f"{name}.pdf", [rows(10 * number + page) for page in (1, 2, 3)])
    Path("run.py").write_text(SCRIPT)
    said = {}
    for way in ("fork", "spawn"):
        options = ["extract", "inbox", "-o", way, "-q", "-j", "2", "--page-timeout", "10"]
        process = subprocess.run(
            [sys.executable, "run.py", way, *options],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
            timeout=300,
        )
        assert process.returncode == 0, process.stderr
        said[way] = process.stderr.splitlines()
    assert said["spawn"] == said["fork"]
    crashed, hung = said["spawn"]
    assert "crash.pdf: page 2 not read (the process that read it died (SIGSEGV" in crashed
    assert "hang.pdf: page 2 not read (no progress for 10 s)" in hung
    assert contents("spawn") == contents("fork")
    with Path("spawn", "packs.csv").open(newline="", encoding="utf-8") as file:
        assert sorted(row["status"] for row in csv.DictReader(file)) == ["ok", "ok", "partial", "partial"]


def test_tables_from_a_worker_started_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "a.pdf", [rows(1)])
    Path("run.py").write_text(SCRIPT)
    answers = [
        subprocess.run(
            [sys.executable, "run.py", way, "tables", "a.pdf"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
            timeout=120,
        ).stdout
        for way in ("fork", "spawn")
    ]
    assert answers[0] == answers[1]
    assert b"TB 01" in answers[0]
