"""Only what a reader of the page sees is read; the rest is kept apart as hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.pdfs import page_of, text

BLACK_BOX = "0 g 40 190 120 30 re f\n"
ALPHA = "/ExtGState<</G20 <</ca 0.4>>/G21 <</BM/Multiply>>>>"
IMAGE = "q 120 0 0 30 40 190 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID 406080> EI Q\n"
FORM = (
    "<</Type/XObject/Subtype/Form/BBox[0 0 400 300]/Matrix[1 0 0 1 0 0]"
    "/Resources<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X2 21 0 R>>>>"
    "/Length 7>>stream\n/X2 Do \nendstream"
)
INNER = (
    "<</Type/XObject/Subtype/Form/BBox[0 0 400 300]"
    "/Resources<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    "/Length 41>>stream\nBT /F1 12 Tf 50 200 Td (Nested) Tj ET      \nendstream"
)

CASES = [
    # what is drawn, seen, hidden
    (text("Plain"), ["Plain"], []),
    (text("Secret", how="3 Tr"), [], ["Secret"]),
    (text("Clipping", how="7 Tr"), [], ["Clipping"]),
    (text("Outlined", how="1 Tr"), ["Outlined"], []),
    ("q 40 190 30 30 re W n\n" + text("Cut here") + "Q\n", ["Cut"], ["here"]),
    # a letter cut off a word that shows most of its letters is completed by a reader; also across objects
    ("q 40 190 34 30 re W n\n" + text("Cutter") + "Q\n", ["Cutter"], []),
    ("q 40 190 18 30 re W n\n" + text("Cutter") + "Q\n", ["C"], ["utter"]),
    ("q 40 190 34 30 re W n\n" + "BT /F1 12 Tf 50 200 Td (Cutte) Tj (r off) Tj ET Q\n", ["Cutter"], ["off"]),
    ("q 300 100 30 30 re W n\n" + text("Away") + "Q\n" + text("Here", 50, 100), ["Here"], ["Away"]),
    (text("Under") + BLACK_BOX, [], ["Under"]),
    (BLACK_BOX + "1 g " + text("White"), ["White"], []),
    ("1 g " + text("White"), [], ["White"]),
    ("1 g 40 190 120 30 re f 1 g " + text("White"), [], ["White"]),
    # white on a rounded shape
    ("0 g 40 200 m 40 240 160 240 160 200 c 160 180 40 180 40 200 c f 1 g " + text("White"), ["White"], []),
    ("/G20 gs 1 1 0 rg " + "40 190 120 30 re f 0 g " + text("After"), ["After"], []),
    # a highlighter drawn over the text does not hide it
    (text("Marked") + "/G20 gs 1 1 0 rg 40 190 120 30 re f\n", ["Marked"], []),
    (text("Marked") + "/G21 gs 1 1 0 rg 40 190 120 30 re f\n", ["Marked"], []),
    (text("Covered") + IMAGE, [], ["Covered"]),
    (IMAGE + text("Label"), ["Label"], []),
    (IMAGE + "1 g " + text("Label"), ["Label"], []),
    (text("Off", 390, 290) + text("page", 50, -20), ["O"], ["ff", "page"]),
]


@pytest.mark.parametrize(("content", "seen", "hidden"), CASES)
def test_what_is_seen(tmp_path: Path, content: str, seen: list[str], hidden: list[str]) -> None:
    page = page_of(tmp_path, content, resources=ALPHA)
    assert [w.text for w in page.words] == seen
    assert [w.text for w in page.hidden] == hidden


def test_text_of_nested_forms_is_read(tmp_path: Path) -> None:
    page = page_of(tmp_path, "/X1 Do", resources="/XObject<</X1 20 0 R>>", more=(FORM, INNER))
    assert [(w.text, round(w.box.x0)) for w in page.words] == [("Nested", 50)]


SCAN = "q 400 0 0 300 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID F0F0F0> EI Q\n"


def test_the_hidden_text_of_a_scan_is_its_text(tmp_path: Path) -> None:
    page = page_of(tmp_path, SCAN + text("Recognised words", how="3 Tr"))
    assert [w.text for w in page.words] == ["Recognised", "words"]
    assert all(w.certainty < 1 for w in page.words)
    assert page.hidden == ()


def test_hidden_text_beside_printed_text_stays_hidden(tmp_path: Path) -> None:
    page = page_of(tmp_path, SCAN + text("Printed title") + text("hidden", 50, 100, how="3 Tr"))
    assert [w.text for w in page.words] == ["Printed", "title"]
    assert [w.text for w in page.hidden] == ["hidden"]


def test_what_viewers_draw_on_top_is_read(tmp_path: Path) -> None:
    look = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 100 20]"
        "/Resources<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        "/Length 37>>stream\nBT /F1 12 Tf 2 5 Td (Approved) Tj ET  \nendstream"
    )
    stamp = "<</Type/Annot/Subtype/Stamp/Rect[50 200 150 220]/F 4/AP<</N 20 0 R>>>>"
    page = page_of(tmp_path, text("Report", 50, 100), page="/Annots[21 0 R]", more=(look, stamp))
    assert sorted(w.text for w in page.words) == ["Approved", "Report"]


# the words of a page, wherever its paper lies: (box, page entries, x0, top of the word)
PAPERS = [
    ("0 0 400 300", "", (400, 300), (50, 91)),
    ("-100 -100 300 200", "", (400, 300), (150, 91)),
    ("0 0 400 300", "/Rotate 90", (300, 400), None),
    ("0 0 400 300", "/CropBox[20 20 380 280]", (360, 260), (30, 71)),
]


@pytest.mark.parametrize(("box", "entries", "size", "place"), PAPERS)
def test_paper(
    tmp_path: Path, box: str, entries: str, size: tuple[int, int], place: tuple[float, float] | None
) -> None:
    page = page_of(tmp_path, text("Paper", 50, 100 if box[0] == "-" else 200), box=box, page=entries)
    (word,) = page.words
    assert word.text == "Paper"
    assert word.turn == 0
    assert page.box.holds(word.box.mid_x, word.box.mid_y)
    if entries != "/Rotate 90":  # a page that is mostly sideways is turned upright
        assert (page.width, page.height) == size
    if place:
        assert (word.box.x0, word.box.top) == pytest.approx(place, abs=1)


TURNS = [("0 1 -1 0", 270), ("0 -1 1 0", 90), ("-1 0 0 -1", 180)]


@pytest.mark.parametrize(("matrix", "turn"), TURNS)
def test_text_that_reads_sideways(tmp_path: Path, matrix: str, turn: int) -> None:
    sideways = f"BT /F1 12 Tf {matrix} 200 150 Tm (Draft copy) Tj ET\n"
    page = page_of(tmp_path, text("Most of this page stands upright as pages do") + sideways)
    assert [(w.text, w.turn) for w in page.words if w.turn] == [("Draft", turn), ("copy", turn)]


@pytest.mark.parametrize(("matrix", "turn"), TURNS)
def test_a_page_drawn_sideways_comes_upright(tmp_path: Path, matrix: str, turn: int) -> None:
    page = page_of(tmp_path, f"BT /F1 12 Tf {matrix} 200 150 Tm (Draft copy) Tj ET\n")
    first, second = page.words
    assert (first.turn, second.turn) == (0, 0)
    assert page.turned == turn, "reads downwards, say: turned a quarter to the left"
    assert first.box.x1 < second.box.x0
    assert first.box.top == pytest.approx(second.box.top)
