"""The scanned sample pack: read with the extra, reported without it."""

from __future__ import annotations

import csv
import socket
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from agendapack import cli
from agendapack.extract.model import Page
from agendapack.extract.ocr import read_scans
from agendapack.extract.ocr.extra import is_installed
from agendapack.extract.ocr.picture import scan_of
from agendapack.extract.read import read_pages

WRENBRIDGE = Path(__file__).resolve().parents[2] / "samples" / "wrenbridge"
PACK = WRENBRIDGE / "pack.pdf"
SCANNED = (3, 4)
needs_extra = pytest.mark.skipif(not is_installed(), reason="needs agendapack[ocr]")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    """The pages of the pack, scans read, with no way to the network."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", lambda *_: pytest.fail("the network was asked for"))
        return list(read_scans(PACK, read_pages(PACK)))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("scans")
    assert cli.run(["extract", str(PACK), "-o", str(out), "-q", "--format", "csv"]) == 0
    return out


@needs_extra
def test_only_the_scans_are_read_from_their_picture(pages: list[Page]) -> None:
    assert tuple(p.number for p in pages if p.reader == "ocr") == SCANNED


@needs_extra
def test_pictures_of_scans_lie_as_they_were_read(results: Path) -> None:
    """The borders of tables are dark in the picture where the results say they are."""
    from agendapack.extract.write.page_images import Sharpness, paper
    from agendapack.extract.write.page_rotation import read_turns

    (pack_id,) = {row["pack_id"] for row in rows(results / "packs.csv")}
    turns = read_turns(results, pack_id)
    assert set(turns) == set(SCANNED)
    checked = 0
    with paper(PACK) as pdf:
        for table in rows(results / "tables.csv"):
            number = int(table["page"])
            if number not in SCANNED:
                continue
            drawn = pdf.drawn(number, Sharpness(1.5, 1800), turns[number])
            grey = np.asarray(drawn.picture.convert("L"))
            x0, top, x1, bottom = (round(float(edge) * drawn.scale) for edge in table["bbox"].split())
            for across in (top, bottom):
                border = grey[max(0, across - 3) : across + 4, x0 + 5 : x1 - 5].min(axis=0)
                assert (border < 160).mean() > 0.8, table["table_id"]
                checked += 1
    assert checked >= 4


@needs_extra
def test_a_page_scanned_sideways_stands_upright(pages: list[Page]) -> None:
    sideways = pages[3]
    assert sideways.width > sideways.height
    assert sideways.turned in (90, 270)
    assert sum(w.text in ("Definition", "Outturn", "Controls") for w in sideways.words) == 3


@needs_extra
@pytest.mark.parametrize("dataset", ["actions", "indicators", "indicator_values", "risks"])
def test_rows_of_scans_are_those_of_the_paper(results: Path, dataset: str) -> None:
    expected, found = rows(WRENBRIDGE / "gold" / f"{dataset}.csv"), rows(results / f"{dataset}.csv")
    columns = [c for c in expected[0] if c in found[0] and c not in ("row", "plan", "period", "status")]
    assert sorted([r[c] for c in columns] for r in found) == sorted([r[c] for c in columns] for r in expected)


@needs_extra
@pytest.mark.parametrize("dataset", ["actions", "indicators", "indicator_values", "risks", "links"])
def test_rows_say_whether_they_come_from_a_picture(results: Path, dataset: str) -> None:
    found = rows(results / f"{dataset}.csv")
    assert found and all((r["read_by"] == "ocr") == (int(r["page"]) in SCANNED) for r in found)
    assert all(float(r["confidence"]) < 1 for r in found if r["read_by"] == "ocr")
    assert {r["read_by"] for r in rows(results / "packs.csv")} == {"ocr"}


@needs_extra
def test_a_table_that_runs_from_text_to_scan_is_one(results: Path) -> None:
    action_tables = {r["table_id"] for r in rows(results / "actions.csv")}
    assert len(action_tables) == 1
    spans = [(r["page"], r["last_page"]) for r in rows(results / "tables.csv") if r["kind"] == "actions"]
    assert spans == [("2", "3")]


@needs_extra
def test_never_leaves_scans_alone_and_always_reads_every_page() -> None:
    never = list(read_scans(PACK, read_pages(PACK), "never"))
    assert all(p.reader != "ocr" for p in never)
    assert {p.number: [n.kind for n in p.notes] for p in never if p.notes} == {
        number: ["unread_page"] for number in SCANNED
    }
    first = next(iter(read_scans(PACK, read_pages(PACK, range(1, 2)), "always")))
    assert first.reader == "ocr"
    assert {"Apologies", "absence"} <= {w.text for w in first.words}


def test_without_the_extra_scans_are_reported_with_the_way_to_read_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("agendapack.extract.ocr.is_installed", lambda: False)
    found = list(read_scans(PACK, read_pages(PACK)))
    notes = {p.number: [n for n in p.notes if n.kind == "unread_page"] for p in found}
    assert [number for number, some in notes.items() if some] == list(SCANNED)
    assert all('pip install "agendapack[ocr]"' in n.detail for some in notes.values() for n in some)


def test_a_page_without_size_is_passed_on() -> None:
    empty = replace(next(read_pages(PACK)), width=0.0, height=0.0, words=())
    assert list(read_scans(PACK, [empty], "always")) == [empty]


def test_the_script_makes_the_same_pictures_again(tmp_path: Path) -> None:
    pytest.importorskip("pikepdf")
    pytest.importorskip("reportlab")
    from samples.make import make

    make("wrenbridge", tmp_path)
    again = tmp_path / "wrenbridge" / "pack.pdf"
    assert again.stat().st_size < 300_000
    for number in SCANNED:
        pictures = [np.asarray(scan_of(path, number).rgb, dtype=float) for path in (PACK, again)]
        assert np.abs(pictures[0] - pictures[1]).mean() < 4
