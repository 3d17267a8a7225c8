"""A page of many packs: the rows of each come when it is opened."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest

from agendapack.extract.correct.file import FILE
from agendapack.extract.correct.kept import Kept
from agendapack.extract.write.review import build_review, serve_review
from agendapack.extract.write.review.painter import Painter
from agendapack.extract.write.review.pictures import write_pictures

from .conftest import SAMPLES, Open
from .test_browser import rows, show
from .test_page import held

pytest.importorskip("playwright.sync_api")


@pytest.fixture
def large(results: Path, tmp_path: Path) -> Path:
    """The page of the samples, as if their packs had many rows."""
    folder = tmp_path / "review"
    shutil.copytree(results / "review", folder)
    data = held(folder / "data.js")
    for pack in data["packs"]:
        pack["rows"] += 10_000
    (folder / "data.js").write_text(
        f"window.AGENDAPACK = {json.dumps(json.dumps(data))};\n", encoding="ascii"
    )
    return folder / "index.html"


def opened(page) -> list[str]:
    return page.evaluate("Rows.data.packs.filter(pack => pack.open).map(pack => pack.id)")


def test_a_pack_is_opened_when_it_is_chosen(visit: Open, large: Path) -> None:
    page = visit(large)
    (first,) = opened(page)
    assert page.locator("select[name=pack] option").first.inner_text() == "All that are open (1 of 2)"
    other = next(p for p in page.evaluate("Rows.data.packs.map(pack => pack.id)") if p != first)
    show(page, pack=other)
    page.locator("#facts", has_text=other).wait_for()
    assert sorted(opened(page)) == sorted([first, other])
    assert page.locator("select[name=pack] option").first.inner_text() == "All packs"


@pytest.mark.parametrize("name", ["risks", "plans"])
def test_an_address_opens_its_pack(visit: Open, large: Path, results: Path, name: str) -> None:
    page = visit(large)
    (first,) = opened(page)
    row = next(r for r in rows(results, name) if r["pack_id"] != first)
    page = visit(large.as_uri() + "#" + row["row_id"])
    page.locator("select[name=pack] option", has_text="All packs").wait_for(state="attached")
    page.locator("#boxes .looked-at, #boxes .chosen").first.wait_for()
    assert page.input_value("#page-number") == row["page"]


def test_a_file_that_is_gone_is_told(visit: Open, large: Path) -> None:
    page = visit(large)
    closed = page.evaluate("Rows.data.packs.find(pack => !pack.open)")
    (large.parent / closed["file"]).unlink()
    show(page, pack=closed["id"])
    page.locator("#status", has_text="make the page anew").wait_for()
    assert "ERR_FILE_NOT_FOUND" in " ".join(page.errors)
    page.errors.clear()


def test_a_served_page_is_drawn_when_it_is_looked_at(visit: Open, samples_read: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(samples_read, out)
    made = build_review(out, [SAMPLES], later=True)
    assert not list(made.path.parent.rglob("*.png"))
    with serve_review(
        Kept(out / FILE), made.path.parent, painter=Painter(made.undrawn, write_pictures)
    ) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        page = visit(server.address)
        page.locator("#picture").wait_for()
        page.locator("#boxes .chosen").wait_for()
        after = int(page.input_value("#page-number")) + 1
        page.keyboard.press("]")
        page.locator(f"#picture[src*='/{after:04d}.']").wait_for()
        page.wait_for_load_state("networkidle")  # a picture still being drawn would be cut off
        page.close()
        server.shutdown()
        thread.join()
    assert not list(made.path.parent.rglob("*.png"))
