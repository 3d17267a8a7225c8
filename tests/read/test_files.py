"""Whole files: what cannot be opened says so; the two readers agree; text that cannot be trusted is noted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from read.pdfs import page_of, pdf, text
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from agendapack.extract.errors import DamagedPdf, EncryptedPdf, MissingFile, NotAPdf, PackError
from agendapack.extract.model import Page, Word
from agendapack.extract.read import page_count, read_pages

ROWS = [
    ("Ref", "Action", "Due", "Officer"),
    ("TP 01", "Open the second footbridge", "31/03/2031", "A. Okafor"),
    ("TP 02", "Publish 40% more bus times", "June 2031", "M. Lindqvist"),
]


def report(path: Path, rotation: int = 0, **options: object) -> Path:
    """A small ruled table, twice."""
    canvas = Canvas(str(path), pagesize=(400, 300), **options)  # type: ignore[arg-type]
    for _ in range(2):
        canvas.setPageRotation(rotation)
        canvas.setFillColor(HexColor("#dddddd"))
        canvas.rect(40, 230, 320, 20, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))
        for i, row in enumerate(ROWS):
            canvas.setFont("Helvetica-Bold" if i == 0 else "Helvetica", 10)
            for x, cell in zip((44, 94, 244, 304), row, strict=True):
                canvas.drawString(x, 236 - 20 * i, cell)
            canvas.line(40, 230 - 20 * i, 360, 230 - 20 * i)
        canvas.showPage()
    canvas.save()
    return path


def key(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.box.mid_x / 4), round(word.box.mid_y / 4)


@pytest.mark.parametrize("rotation", [0, 180])
def test_the_second_reader_agrees(tmp_path: Path, rotation: int) -> None:
    file = report(tmp_path / "report.pdf", rotation)
    for first, second in zip(read_pages(file), read_pages(file, reader="pdfplumber"), strict=True):
        if rotation == 0:
            pairs = list(zip(sorted(first.words, key=key), sorted(second.words, key=key), strict=True))
            for a, b in pairs:
                assert (a.text, a.bold) == (b.text, b.bold)
                assert (a.box.x0, a.box.top, a.box.x1, a.box.bottom) == pytest.approx(
                    (b.box.x0, b.box.top, b.box.x1, b.box.bottom), abs=2
                )
            assert sorted(r.box.mid_y for r in first.rules if r.horizontal) == pytest.approx(
                sorted({r.box.mid_y for r in second.rules if r.horizontal and r.box.width > 300}), abs=1
            )
            assert [f.colour for f in first.fills] == [f.colour for f in second.fills]
        assert sorted(w.text for w in first.words) == sorted(w.text for w in second.words)


def test_words_of_the_table(tmp_path: Path) -> None:
    page = next(iter(read_pages(report(tmp_path / "report.pdf"))))
    assert " ".join(w.text for w in page.words) == " ".join(" ".join(row) for row in ROWS)
    assert {w.text for w in page.words if w.bold} == set(ROWS[0])


def test_chosen_pages(tmp_path: Path) -> None:
    file = report(tmp_path / "report.pdf")
    assert page_count(file) == 2
    assert [p.number for p in read_pages(file, range(2, 3))] == [2]


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    empty, words, cut = tmp_path / "empty.pdf", tmp_path / "words.pdf", tmp_path / "cut.pdf"
    empty.write_bytes(b"")
    words.write_text("Dear all, the agenda follows.")
    cut.write_bytes(b"%PDF-1.7\n%%EOF")
    locked = report(tmp_path / "locked.pdf", encrypt="open sesame")
    cases: list[tuple[Path, type[PackError]]] = [
        (tmp_path / "none.pdf", MissingFile),
        (empty, DamagedPdf),
        (words, NotAPdf),
        (cut, DamagedPdf),
        (locked, EncryptedPdf),
    ]
    for file, error in cases:
        for reader in ("pdfium", "pdfplumber"):
            with pytest.raises(error, match=file.name):
                list(read_pages(file, reader=reader))


def test_a_page_without_text_is_an_empty_page(tmp_path: Path) -> None:
    page = page_of(tmp_path, "")
    assert (page.words, page.notes, page.width) == ((), (), 400)


def kinds(page: Page) -> set[str]:
    return {n.kind for n in page.notes}


PROSE = (
    "The board was told that repairs to homes in the north of the district had been completed on time, "
    "and that officers would bring the next figures in spring"
)


def test_a_font_that_maps_letters_to_the_wrong_ones_is_noted(tmp_path: Path) -> None:
    shifted = "".join(chr((ord(c) - 94) % 26 + 97) if c.islower() else c for c in PROSE)
    assert kinds(page_of(tmp_path, text(shifted, 10, size=5))) == {"unread_text"}
    assert kinds(page_of(tmp_path, text(PROSE, 10, size=5))) == set()


def test_codes_without_a_meaning_are_noted(tmp_path: Path) -> None:
    meaning = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <5A> <E041> endbfrange"
    cmap = f"/CIDInit /ProcSet findresource begin begincmap {meaning} endcmap end"
    stream = f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 20 0 R>>"
    content = "BT /F9 12 Tf 50 200 Td (ABC) Tj ET"
    file = tmp_path / "codes.pdf"
    file.write_bytes(pdf(content, more=(stream, font)).replace(b"/F1 <<", b"/F9 21 0 R /F1 <<", 1))
    (page,) = read_pages(file)
    assert kinds(page) == {"unread_text"}


CORPUS = os.environ.get("AGENDAPACK_CORPUS")


@pytest.mark.skipif(not CORPUS, reason="AGENDAPACK_CORPUS is not set")
def test_corpus_words_have_places_on_their_page() -> None:
    for file in sorted(Path(CORPUS or "").glob("*/document.pdf")):
        for page in read_pages(file, range(1, 6)):
            for word in page.words:
                assert word.text.strip() == word.text != ""
                assert page.box.grown(word.size).holds(word.box.mid_x, word.box.mid_y)
