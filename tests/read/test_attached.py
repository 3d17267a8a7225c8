"""What belongs to a PDF but no page shows is named: attached files, fields that nothing draws."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, String
from read.pdfs import pdf, text

from agendapack.extract.model import Note
from agendapack.extract.read import read_pages

RECT = [50, 50, 250, 70]


def portfolio(document: Pdf, files: int = 1) -> None:
    for n in range(files):
        document.attachments[f"Pack {n}.pdf"] = AttachedFileSpec(document, b"%PDF", filename=f"Pack {n}.pdf")


def pinned(document: Pdf) -> None:
    file = AttachedFileSpec(document, b"a,b", filename="figures.csv").obj
    annotate(document, Dictionary(Subtype=Name.FileAttachment, Rect=RECT, FS=file))


def field(document: Pdf, value: str = "94 per cent", **more: pikepdf.Object) -> None:
    held = Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("kpi"), V=String(value), Rect=RECT, **more)
    annotate(document, held)
    document.Root.AcroForm = Dictionary(Fields=Array(document.pages[0].Annots))


def drawn_field(document: Pdf) -> None:
    form = document.make_stream(
        b"BT /F1 9 Tf (94 per cent) Tj ET", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20]
    )
    form.Resources = document.pages[0].Resources
    field(document, AP=Dictionary(N=form))


def form_of_acrobat(document: Pdf) -> None:
    document.Root.AcroForm = Dictionary(Fields=Array(), XFA=document.make_stream(b"<xdp/>"))
    document.Root.NeedsRendering = True


def annotate(document: Pdf, annotation: Dictionary) -> None:
    document.pages[0].Annots = Array([document.make_indirect(annotation)])


XFA = "the file is a form (XFA) that only Acrobat fills with its text; what is read may stand for it"
CASES: list[tuple[Callable[[Pdf], None], list[str]]] = [
    (lambda _: None, []),
    (portfolio, ["a file is attached to the PDF and not read: Pack 0.pdf"]),
    (lambda d: portfolio(d, 2), ["2 files are attached to the PDF and not read: Pack 0.pdf; Pack 1.pdf"]),
    (pinned, ["a file is attached to the page and not read: figures.csv"]),
    (form_of_acrobat, [XFA]),
    (field, ["a form field holds text that the file does not draw: 94 per cent"]),
    (lambda d: field(d, " "), []),
    (drawn_field, []),
]


def notes(tmp_path: Path, change: Callable[[Pdf], None]) -> tuple[Note, ...]:
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf(text("Papers of the committee")))
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        change(document)
        document.save(file)
    (page,) = read_pages(file)
    return page.notes


@pytest.mark.parametrize(("change", "told"), CASES)
def test_what_no_page_shows_is_named(tmp_path: Path, change: Callable[[Pdf], None], told: list[str]) -> None:
    found = notes(tmp_path, change)
    assert [note.detail for note in found] == told
    assert {note.kind for note in found} <= {"unread_text"}


def test_many_attached_files_are_named_up_to_a_bound(tmp_path: Path) -> None:
    (note,) = notes(tmp_path, lambda document: portfolio(document, 30))
    assert note.detail.startswith("30 files are attached")
    assert note.detail.endswith("; …")
