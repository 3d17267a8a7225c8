"""Small PDFs for the tests of reading, written in PDF's own syntax so that every byte is meant."""

from __future__ import annotations

from pathlib import Path

from agendapack.extract.model import Page
from agendapack.extract.read import read_pages

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Symbol", "F4": "Times-Roman"}


def pdf(
    content: str, *, box: str = "0 0 400 300", page: str = "", resources: str = "", more: tuple[str, ...] = ()
) -> bytes:
    """A PDF of one page; objects in `more` are numbered from 20."""
    fonts = "".join(f"/{key} <</Type/Font/Subtype/Type1/BaseFont/{name}>>" for key, name in FONTS.items())
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]{page}/Contents 4 0 R"
        f"/Resources<</Font<<{fonts}>>{resources}>>>>",
        4: f"<</Length {len(content)}>>stream\n{content}\nendstream",
    }
    objects |= {20 + i: text for i, text in enumerate(more)}
    out, offsets = "%PDF-1.7\n", {}
    for number, text in objects.items():
        offsets[number] = len(out)
        out += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{n} 1\n{at:010d} 00000 n \n" for n, at in offsets.items())
    start = len(out)
    out += f"xref\n0 1\n0000000000 65535 f \n{table}trailer<</Size 40/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    return out.encode("latin-1")


def text(words: str, x: float = 50, y: float = 200, size: float = 12, font: str = "F1", how: str = "") -> str:
    """One text object; `how` holds operators that come before the showing."""
    return f"BT /{font} {size} Tf {x} {y} Td {how} ({words}) Tj ET\n"


def page_of(tmp_path: Path, content: str, reader: str = "pdfium", **options: object) -> Page:
    """Write the page, read it back."""
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf(content, **options))  # type: ignore[arg-type]
    return next(iter(read_pages(file, reader=reader)))


def read(tmp_path: Path, content: str, **options: object) -> list[str]:
    """The words of the page."""
    return [w.text for w in page_of(tmp_path, content, **options).words]  # type: ignore[arg-type]
