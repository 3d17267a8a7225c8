"""The commands about one pack read it in a worker too: a hostile file costs a page or ends with one line."""

from __future__ import annotations

import csv
import json
import multiprocessing
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.papers import pack, rows
from faults.stand_ins import at, crash, die_of_memory, eat_memory, hang, on_page, stumble

from agendapack import cli
from agendapack.extract.model import Turned
from agendapack.extract.write.page_images import PageImage, Paper, Sharpness

TIGHT = ["--page-timeout", "4", "--memory", "400"]
"""Longer than a slow machine needs for a page."""
COMMANDS = [["tables"], ["inspect"]]


@pytest.fixture(autouse=True)
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "bad.pdf", [rows(n) for n in range(1, 5)])


@pytest.mark.parametrize("command", COMMANDS, ids=str)
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (crash, "died (SIGSEGV"),
        (die_of_memory, "died (SIGABRT"),
        (hang, "no progress for 4 s"),
        (eat_memory, "needs more memory than allowed"),
        (stumble, "failed with RecursionError: too deep"),
    ],
)
def test_a_fault_on_a_page_costs_the_page(
    command: list[str], fault: Callable[[], None], words: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    on_page(monkeypatch, fault, 3)
    assert cli.run([*command, "bad.pdf", *TIGHT]) == 0
    out, err = capsys.readouterr()
    (line,) = err.splitlines()
    assert line.startswith("agendapack: bad.pdf: page 3 not read (")
    assert words in line
    if command == ["tables"]:
        assert [table["page"] for table in json.loads(out)["tables"]] == [1, 2, 4]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("command", [["tables"], ["inspect"], ["inspect", "--picture", "1"]], ids=str)
@pytest.mark.parametrize("fault", [crash, hang, stumble])
def test_nothing_but_faults(
    command: list[str], fault: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    on_page(monkeypatch, fault, 1, 2, 3, 4)
    assert cli.run([*command, "bad.pdf", "--page-timeout", "2"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("agendapack: bad.pdf")
    assert not Path("page.png").exists()


def test_a_crash_beyond_a_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    at(monkeypatch, "stitch", crash)
    assert cli.run(["inspect", "bad.pdf"]) == 3
    assert "bad.pdf: the process that read it died (SIGSEGV" in capsys.readouterr().err


def test_tables_as_files_of_a_locked_pack(capsys: pytest.CaptureFixture[str]) -> None:
    import pikepdf

    with pikepdf.open("bad.pdf") as document:
        document.save("locked.pdf", encryption=pikepdf.Encryption(owner="o", user="open sesame"))
    command = ["tables", "locked.pdf", "--format", "csv", "-o", "grids"]
    assert cli.run(command) == 3
    assert not Path("grids").exists()
    assert cli.run([*command, "--password", "open sesame"]) == 0
    assert len(list(Path("grids").glob("*.csv"))) == 4


def undrawable(monkeypatch: pytest.MonkeyPatch, fault: Callable[[], None], *bad: int) -> None:
    """Drawing these pages brings the fault."""
    drawn = Paper.drawn

    def draw(self: Paper, number: int, how: Sharpness, turned: Turned | None = None) -> PageImage:
        if number in bad:
            fault()
        return drawn(self, number, how, turned)

    monkeypatch.setattr(Paper, "drawn", draw)


@pytest.mark.parametrize("fault", [crash, hang, eat_memory])
def test_a_page_that_cannot_be_drawn_has_no_picture_and_its_rows_stay(
    fault: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.run(["extract", "bad.pdf", "-o", "out", "-q"]) == 0
    undrawable(monkeypatch, fault, 3)
    assert cli.run(["review", "out", *TIGHT]) == 0
    (pictures,) = (path for path in Path("out", "review").iterdir() if path.is_dir())
    assert sorted(picture.stem for picture in pictures.iterdir()) == ["0001", "0002", "0004"]
    assert not multiprocessing.active_children()


def test_a_picture_of_a_row_that_cannot_be_drawn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["extract", "bad.pdf", "-o", "out", "-q"]) == 0
    with Path("out", "actions.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    undrawable(monkeypatch, crash, int(row["page"]))
    assert cli.run(["explain", "out", row["row_id"], "--picture", "row.png"]) == 3
    assert f"bad.pdf, page {row['page']}: the page cannot be drawn" in capsys.readouterr().err
    assert not Path("row.png").exists()


def test_tables_of_a_damaged_file_are_not_passed_off_as_all(capsys: pytest.CaptureFixture[str]) -> None:
    """The second page is empty to see, since its content no longer unpacks."""
    packed = zlib.compress(b"BT (words) Tj ET " * 50)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>",
        b"<</Type/Page/Parent 2 0 R/Contents 6 0 R>>",
        b"<</Length 18>>stream\n0 0 90 90 re 9 9 m f\nendstream",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), b"\r\n" + packed[2:]),
    )
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(objects, 1))
    Path("damaged.pdf").write_bytes(b"%PDF-1.7\n" + numbered + b"trailer<</Size 7/Root 1 0 R>>\n%%EOF")
    assert cli.run(["tables", "damaged.pdf"]) == 0
    assert "damaged.pdf: page 2 not read (nothing can be seen on it" in capsys.readouterr().err
