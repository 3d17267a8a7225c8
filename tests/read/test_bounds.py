"""A page that holds more than is read of one page says so; a long one is read whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from read.pdfs import page_of, text

LINES = "".join(
    text(f"Line {n} of a list that never ends", y=290 - n % 29 * 10, size=2) for n in range(2_500)
)


def test_a_long_page_is_read_whole(tmp_path: Path) -> None:
    page = page_of(tmp_path, LINES)
    assert len(page.words) == 2_500 * 8
    assert not page.notes


def test_letters_beyond_the_bound_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendapack.extract.read.pdfium_text.MAX_CHARS", 40)
    monkeypatch.setattr("agendapack.extract.read.pdfium.MAX_CHARS", 40)
    page = page_of(tmp_path, text("First words", y=200) + text("and some that are read no longer", y=100))
    (note,) = page.notes
    assert (note.kind, note.box) == ("unread_page", None)
    assert "only the first 40 of its 45 characters are read" in note.detail
    assert not page_of(tmp_path, text("First words", y=200)).notes


@pytest.mark.parametrize(
    ("drawn", "told"), [("0 0 1 1 re f\n" * 9, []), ("0 0 1 1 re f\n" * 11, ["unread_text"])]
)
@pytest.mark.parametrize("nested", [False, True])
def test_drawings_beyond_the_bound_are_told(
    tmp_path: Path, drawn: str, told: list[str], nested: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pdfium_walk", "compiled", "pdfium"):
        monkeypatch.setattr(f"agendapack.extract.read.{module}.MAX_OBJECTS", 10)
    form = f"<</Type/XObject/Subtype/Form/BBox[0 0 400 300]/Length {len(drawn)}>>stream\n{drawn}\nendstream"
    if nested:
        page = page_of(tmp_path, "/X Do", resources="/XObject<</X 20 0 R>>", more=(form,))
    else:
        page = page_of(tmp_path, drawn)
    assert [note.kind for note in page.notes] == told
