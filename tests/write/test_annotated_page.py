"""The picture of a page shows the tables that were taken, not those that were found first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from agendapack import cli
from agendapack.extract.pipeline import find_tables, tables_taken
from agendapack.extract.settings import Settings
from agendapack.extract.write.annotated_page import CELL, TABLE

TASKS = ("Dredge the inner basin", "Paint the loading crane", "Mend the north lock", "Light the east quay")
OWNERS = ("Jo Kerr", "Head of Quays", "Ada Wray", "Harbour Master")
STANDS = ("The crane stands still", "Waiting for the tide", "A diver looks at it", "Lamps are ordered")
WIDE, HIGH, EACH = 595, 842, 3


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """Three pages of cards without a frame, which only what comes again on all of them shows."""
    sheet = Canvas(str(tmp_path / "cards.pdf"), pagesize=(WIDE, HIGH), invariant=1)

    def put(x: float, top: float, text: str, size: float, bold: bool = False) -> None:
        sheet.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        sheet.drawString(x, HIGH - top, text)

    for n in range(3 * EACH):
        top = 150 + 110 * (n % EACH)
        if not n % EACH:
            put(60, 60, "Harbour action plan", 16, bold=True)
        put(60, top, f"AP-{n + 1} {TASKS[n % 4]}", 12, bold=True)
        for label, value, x, y in (
            ("Responsible officer", OWNERS[n % 4], 60, 20),
            ("Due date", f"{n + 4} May 2032", 170, 20),
            ("Latest position", STANDS[n % 4], 60, 48),
        ):
            put(x, top + y, label, 7)
            put(x, top + y + 12, value, 10)
        if n % EACH == EACH - 1:
            sheet.showPage()
    sheet.save()
    return tmp_path / "cards.pdf"


def drawn(pack: Path, *more: str) -> Image.Image:
    """The second page as `inspect` pictures it."""
    target = pack.with_name("page.png")
    assert cli.run(["inspect", str(pack), "--picture", "2", "-o", str(target), *more]) == 0
    return Image.open(target).convert("RGB")


def test_cards_that_the_second_reading_took_are_drawn(cards: Path) -> None:
    assert not any(grids for _, grids in find_tables(cards, Settings(), lambda *_: None))
    _, taken, found = tables_taken(cards, Settings(), lambda *_: None)
    assert {one.kind for one in found} == {"actions"}
    picture = drawn(cards)
    scale = picture.width / WIDE
    own = [cell.box for grid in taken if grid.page == 2 for cell in grid.cells]
    assert len(own) == EACH * 7
    for box in own:
        edges = picture.crop(
            [round(v * scale) for v in (box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1)]
        )
        assert CELL in {colour for _, colour in edges.getcolors(1_000_000)}
    assert TABLE in {colour for _, colour in picture.getcolors(1_000_000)}


def test_alone_the_page_shows_what_it_shows_alone(cards: Path) -> None:
    """With --pages fewer are read, and what is drawn is what `extract --pages` takes."""
    _, taken, _ = tables_taken(cards, Settings(pages=range(2, 3)), lambda *_: None)
    colours = {colour for _, colour in drawn(cards, "--pages", "2").getcolors(1_000_000)}
    assert (CELL in colours) == bool(taken)


def test_a_page_that_is_not_to_be_read_is_not_drawn(cards: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["inspect", str(cards), "--picture", "2", "--pages", "3"]) == 1
    assert "page 2 is to be drawn and is not among those to be read (--pages)" in capsys.readouterr().err
