"""A part of a pack's pages never takes the place of the whole, and says that it is a part."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack import cli


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "july.pdf", [rows(page) for page in (1, 10, 20)])


def extract(*options: str) -> int:
    return cli.run(["extract", "july.pdf", "-q", "--format", "csv", *options])


def read(out: str, name: str = "packs") -> list[dict[str, str]]:
    with Path(out, f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_part_says_so() -> None:
    assert extract("-o", "out", "--pages", "2-3") == 0
    (told,) = read("out")
    assert (told["pages"], told["pages_read"], told["status"]) == ("3", "2", "partial")
    assert told["message"] == "july.pdf: of 3 pages only 2-3 read, as asked for."
    assert {row["page"] for row in read("out", "actions")} == {"2", "3"}


@pytest.mark.parametrize("pages", ["1-3", "1-900"])
def test_all_pages_are_the_whole_however_they_are_asked_for(pages: str) -> None:
    assert extract("-o", "out", "--pages", pages) == 0
    (told,) = read("out")
    assert (told["pages"], told["pages_read"], told["status"], told["message"]) == ("3", "3", "ok", "")


def test_a_part_over_the_whole_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert extract("-o", "out") == 0
    whole = read("out", "actions")
    assert extract("-o", "out", "--pages", "2") == 1
    said = capsys.readouterr().err
    assert "out: holds all of july.pdf" in said and "-o" in said and said.count("\n") == 1
    assert read("out", "actions") == whole
    assert extract("-o", "part", "--pages", "2") == 0
    assert len(read("part", "actions")) < len(whole)


def test_another_part_and_the_whole_take_the_place_of_a_part() -> None:
    for pages, number in (("1", "1"), ("2", "1"), ("1-3", "3")):
        assert extract("-o", "out", "--pages", pages) == 0
        assert [told["pages_read"] for told in read("out")] == [number]


def test_a_part_of_pages_that_cannot_be_read_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    from faults.stand_ins import crash

    from agendapack.extract import pages

    def read_pages(path: Path, numbers: range, reader: str = "pdfium") -> object:
        crash() if 2 in numbers else None
        return real(path, numbers, reader)

    real = pages.read_pages
    monkeypatch.setattr(pages, "read_pages", read_pages)
    assert extract("-o", "out", "--pages", "2") == 3
