"""PDFs and file names that want more than to be read: nothing is run, fetched or written elsewhere."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from batch.papers import pack, rows

ROOT = Path(__file__).parent.parent.parent
WATCHED = """
import os, sys
NEVER = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.", "os.exec", "os.spawn",
    "os.posix_spawn", "os.system", "webbrowser.", "urllib.", "ctypes.dlopen",
)
log = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
import ctypes
from agendapack import cli
import agendapack.extract.pipeline, agendapack.extract.batch, agendapack.extract.write.parquet
from agendapack.extract.read.compiled import page_walk
page_walk()
def hook(event, arguments):
    if event.startswith(NEVER) and "None" not in repr(arguments):
        os.write(log, (event + " " + repr(arguments) + "\\n").encode())
sys.addaudithook(hook)
cli.main(sys.argv[1:])
"""
"""The command line, with every program started and every connection made on record."""


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with actions of every kind, and with cells that are formulas, markup and escapes."""
    monkeypatch.chdir(tmp_path)
    cells = [
        ("TB 01", "=cmd|'/c calc'!A1", "31 March 2032", "+Ann Ward"),
        ("TB 02", "<script>alert(1)</script>", "31 March 2032", "../../etc/passwd"),
    ]
    path = pack(tmp_path / "inbox" / "trap.pdf", [cells, rows(3)])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        name, text = pikepdf.Name, pikepdf.String
        launch = pikepdf.Dictionary(S=name.Launch, F=text("/bin/touch"), P=text("launched"))
        code = "app.launchURL('http://127.0.0.1:9/'); this.submitForm()"
        script = pikepdf.Dictionary(S=name.JavaScript, JS=text(code))
        document.Root.OpenAction = script
        document.Root.AA = pikepdf.Dictionary(WC=script, WS=launch)
        for page in document.pages:
            page.AA = pikepdf.Dictionary(O=launch)
            links = [
                launch,
                pikepdf.Dictionary(S=name.URI, URI=text("http://127.0.0.1:9/")),
                pikepdf.Dictionary(S=name.GoToR, F=text("//127.0.0.1/share/other.pdf"), D=[0, name.Fit]),
            ]
            page.Annots = pikepdf.Array(
                [
                    document.make_indirect(
                        pikepdf.Dictionary(Type=name.Annot, Subtype=name.Link, Rect=[0, 0, 600, 800], A=link)
                    )
                    for link in links
                ]
            )
        document.attachments["../../evil.sh"] = pikepdf.AttachedFileSpec(
            document, b"#!/bin/sh\ntouch attached\n"
        )
        document.save(path)
    return path


def run(log: Path, *paths: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED.format(log=str(log)), "extract", *paths, "-o", "out", "--excel", "-v"],
        capture_output=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        timeout=120,
    )


def test_no_action_script_or_attachment_is_run(trap: Path, tmp_path: Path) -> None:
    process = run(tmp_path / "log", "inbox")
    assert process.returncode == 0, process.stderr
    assert (tmp_path / "log").read_text() == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inbox", "log", "out"]
    assert not [path for path in tmp_path.rglob("*") if path.name in ("evil.sh", "attached", "launched")]


def test_cells_stay_text(trap: Path, tmp_path: Path) -> None:
    run(tmp_path / "log", "inbox")
    with (tmp_path / "out" / "actions.csv").open(newline="", encoding="utf-8") as file:
        actions = [row["action"] for row in csv.DictReader(file)]
    assert actions[:2] == ["=cmd|'/c calc'!A1", "<script>alert(1)</script>"]
    with (tmp_path / "out" / "excel" / "actions.csv").open(newline="", encoding="utf-8-sig") as file:
        assert next(csv.DictReader(file))["action"] == "'=cmd|'/c calc'!A1"


NAMES = [
    "\x1b[2J\x1b]0;owned\x07.pdf",
    "=HYPERLINK(1).pdf",
    "a\nagendapack: fake line.pdf",
    "..pdf.pdf",
    "$(touch x).pdf",
    "[red]b.pdf",
]


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not allow")
def test_file_names_do_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(NAMES):
        pack(tmp_path / "inbox" / name, [rows(number)])
    (tmp_path / "inbox" / "\x1b[31mbroken\n.pdf").write_bytes(b"not a PDF")
    process = run(tmp_path / "log", "inbox")
    assert process.returncode == 2
    assert b"\x1b]" not in process.stderr and b"\x1b[2J" not in process.stderr + process.stdout
    assert not any(line.startswith(b"agendapack: fake") for line in process.stderr.splitlines())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inbox", "log", "out"]
    kept = list((tmp_path / "out" / ".agendapack" / "packs").iterdir())
    assert len(kept) == len(NAMES) + 1
    assert all(path.name.replace("-", "").replace(".", "").isalnum() for path in kept)


def test_a_decompression_bomb_ends_at_the_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = pack(tmp_path / "inbox" / "bomb.pdf", [rows(1), rows(2)])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        page = document.pages[1]
        page.Contents = document.make_stream(b"0 0 m 9 9 l S " * (40 << 20))
        document.save(path, compress_streams=True)
    assert path.stat().st_size < 5 << 20
    command = [sys.executable, str(ROOT / "cli.py"), "extract", "inbox", "-o", "out", "-q"]
    limits = ["--memory", "300", "--page-timeout", "15"]
    process = subprocess.run([*command, *limits], capture_output=True, timeout=120)
    assert process.returncode in (0, 2, 3)
    assert b"Traceback" not in process.stderr
    if process.returncode == 0:
        with Path("out/actions.csv").open(newline="", encoding="utf-8") as file:
            assert [row["action_ref"] for row in csv.DictReader(file)] == ["TB 01"]
        assert b"page 2 not read" in process.stderr
