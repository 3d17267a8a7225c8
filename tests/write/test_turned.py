"""Pages that were turned to be read: every picture shows them as the boxes speak of them."""

from __future__ import annotations

import csv
import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from example import result
from PIL import Image, ImageChops, ImageStat
from written import write_results

from agendapack import cli
from agendapack.extract.model import Turned
from agendapack.extract.write.page_images import Sharpness, paper
from agendapack.extract.write.page_rotation import FILE, read_turns
from agendapack.extract.write.review import build_review

PACK = Path(__file__).resolve().parents[2] / "samples" / "harrowmere" / "pack.pdf"
PAGE = 3
SHARPNESS = Sharpness(1.0, 1800)
QUARTERS = {90: "0 -1 1 0 0 {w}", 180: "-1 0 0 -1 {w} {h}", 270: "0 1 -1 0 {h} 0"}
"""How a page's drawing lies, by the turn anticlockwise that brings it upright."""


def upright() -> Image.Image:
    with paper(PACK) as pages:
        return pages.drawn(PAGE, SHARPNESS).picture


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ, 0 to 255 for each pixel."""
    return float(ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0])


@pytest.fixture(scope="module")
def lying(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of one page in three positions, by its drawing, not by its /Rotate."""
    pikepdf = pytest.importorskip("pikepdf")
    file = tmp_path_factory.mktemp("lying") / "lying.pdf"
    with pikepdf.open(PACK) as source, pikepdf.new() as pack:
        page = source.pages[PAGE - 1]
        w, h = (float(edge) for edge in page.mediabox[2:4])
        for quarter, matrix in QUARTERS.items():
            pack.add_blank_page(page_size=(w, h) if quarter == 180 else (h, w))
            drawing = pack.copy_foreign(page.as_form_xobject())
            name = pack.pages[-1].add_resource(drawing, pikepdf.Name.XObject)
            pack.pages[-1].contents_add(f"q {matrix.format(w=w, h=h)} cm {name} Do Q".encode())
        pack.save(file)
    return file


@pytest.fixture(scope="module")
def read(lying: Path) -> Path:
    out = lying.parent / "out"
    assert cli.run(["extract", str(lying), "-o", str(out), "-q"]) == 0
    return out


def actions(out: Path) -> list[dict[str, str]]:
    with (out / "actions.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_turned_pages_are_known_from_the_results(read: Path) -> None:
    (pack_id,) = {row["pack_id"] for row in actions(read)}
    turns = read_turns(read, pack_id)
    assert {number: turn.quarter for number, turn in turns.items()} == dict(enumerate(QUARTERS, 1))


def script(file: Path) -> dict[str, Any]:
    """What a script of the page holds: JSON in a string."""
    content = file.read_text(encoding="ascii").partition(" = ")[2].removesuffix(";\n")
    return dict(json.loads(json.loads(content)))


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_review_page_shows_them_upright(read: Path, page: int) -> None:
    shown = build_review(read).path
    (pack,) = script(shown.with_name("data.js"))["packs"]
    number, width, height, file = script(shown.with_name(pack["file"]))["pages"][page - 1]
    straight = upright()
    assert number == page
    assert (width, height) == pytest.approx(straight.size, abs=1)
    with Image.open(read / "review" / file) as picture:
        assert unlike(picture.convert("RGB").resize(straight.size), straight) < 8


@pytest.mark.parametrize("page", [1, 2, 3])
def test_explain_and_inspect_show_the_same_place(read: Path, lying: Path, tmp_path: Path, page: int) -> None:
    row = next(r for r in actions(read) if r["action_ref"] == "CP 1.3" and r["page"] == str(page))
    target = tmp_path / "row.png"
    assert cli.run(["explain", str(read), row["row_id"], "--picture", str(target)]) == 0
    x0, top, x1, bottom = (float(edge) for edge in row["bbox"].split())
    with Image.open(target) as picture:
        part = upright().crop((int(x0 - 36), int(top - 36), int(x1 + 36), int(bottom + 36)))
        assert picture.width == pytest.approx(2 * part.width, abs=8)
        assert unlike(picture.resize(part.size), part) < 25
    assert cli.run(["inspect", str(lying), "--picture", str(page), "-o", str(target)]) == 0
    with Image.open(target) as picture:
        assert picture.size == pytest.approx([2 * side for side in upright().size], abs=2)


def test_a_scan_is_shown_straightened(tmp_path: Path) -> None:
    straight = upright()
    straight.rotate(2, Image.Resampling.BILINEAR, fillcolor=(255, 255, 255)).save(tmp_path / "scan.pdf")
    with paper(tmp_path / "scan.pdf") as pages:
        as_it_lies = pages.drawn(1, SHARPNESS).picture
        laid = pages.drawn(1, SHARPNESS, Turned(1, 0, -2.0)).picture
    assert unlike(laid, straight) < unlike(as_it_lies, straight) / 3


@pytest.mark.parametrize("shear", [0.0, 0.006])
def test_it_is_shown_as_the_reader_straightened_it(tmp_path: Path, shear: float) -> None:
    """Rules tell the reader of a sheet that went askew through the scanner: columns not square to lines."""
    straightening = pytest.importorskip("agendapack.extract.ocr.deskew")
    numpy = pytest.importorskip("numpy")
    with paper(PACK) as pages:
        sheet = pages.drawn(PAGE, Sharpness(2.0, 4000)).picture
    turn = -0.01
    steps = (1, -turn - shear, sheet.height * (turn + shear) / 2, turn, 1, -sheet.width * turn / 2)
    white = (255, 255, 255)
    askew = sheet.transform(
        sheet.size, Image.Transform.AFFINE, steps, Image.Resampling.BICUBIC, fillcolor=white
    )
    read = straightening.deskewed(numpy.ascontiguousarray(askew), 144)
    assert read.shear == pytest.approx(shear, abs=0.001)
    askew.save(tmp_path / "scan.pdf", resolution=144)
    with paper(tmp_path / "scan.pdf") as pages:
        shown = pages.drawn(1, Sharpness(2.0, 4000), Turned(1, read.quarter, read.skew, read.shear)).picture
    seen = Image.fromarray(read.rgb)
    inner = (150, 150, seen.width - 150, seen.height - 150)  # where nothing came in from beyond the sheet
    assert unlike(shown.resize(seen.size).crop(inner), seen.crop(inner)) < 3


# --- the list of them --------------------------------------------------------------


def test_the_list_is_there_only_when_pages_were_turned(tmp_path: Path) -> None:
    plain = write_results(tmp_path / "plain")
    assert not list(plain.rglob(FILE))
    assert read_turns(plain, "july") == {}
    turned = (Turned(3, 90), Turned(4, 0, -1.25, 0.004))
    out = write_results(tmp_path / "turned", dataclasses.replace(result(), turned=turned))
    assert read_turns(out, "july") == {3: turned[0], 4: turned[1]}


DAMAGED = ["", "{}", "[1]", '[{"page": 3}]', '[{"page": 3, "turned": 90, "skew": "much"}]', "\x00"]


@pytest.mark.parametrize("text", DAMAGED)
def test_a_list_that_is_damaged_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "tables" / "july").mkdir(parents=True)
    (tmp_path / "tables" / "july" / FILE).write_text(text)
    assert read_turns(tmp_path, "july") == {}


def test_a_page_leans_no_more_than_a_scan_can(tmp_path: Path) -> None:
    (tmp_path / "tables" / "july").mkdir(parents=True)
    lays = [(3, 91, 1, 0), (4, 0, 1e9, 0), (5, 0, 0, 9)]
    wild = json.dumps([dict(zip(("page", "turned", "skew", "shear"), lay, strict=True)) for lay in lays])
    (tmp_path / "tables" / "july" / FILE).write_text(wild)
    assert read_turns(tmp_path, "july") == {3: Turned(3, 90, 1.0)}
