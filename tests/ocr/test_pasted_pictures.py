"""Tables pasted as pictures into pages of text are read; other pictures are left alone or named."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402

from agendapack.extract.model import Box, Page, Picture, Rule, Word  # noqa: E402
from agendapack.extract.ocr import pasted_pictures, read_scans  # noqa: E402
from agendapack.extract.ocr.picture import Scan  # noqa: E402
from agendapack.extract.ocr.scan import PictureContent  # noqa: E402

TEXT = tuple(Word(text, Box(50, 50, 90, 60), 10) for text in ("The", "table", "shows", "progress"))
PASTED = Box(100, 300, 500, 600)
PAGE = Page(1, 595, 842, TEXT, pictures=(Picture(PASTED),))


def seen(rules: int, words: int, turned: int = 0) -> PictureContent:
    read = tuple(Word(f"w{i}", Box(10, 20, 40, 30), 10, certainty=0.9) for i in range(words))
    level = tuple(Rule(Box(0, 10 * i, 400, 10 * i), True, 1) for i in range(rules))
    plumb = tuple(Rule(Box(100 * i, 0, 100 * i, 300), False, 1) for i in range(rules))
    return PictureContent(400, 300, read, (*level, *plumb), (), (), turned, 0.0, 0.0)


@pytest.fixture
def pictured(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(pasted_pictures, "scan_of", lambda *_: Scan(np.zeros((842, 595, 3), np.uint8), 1.0))
    monkeypatch.setattr(pasted_pictures, "holds_text", lambda *_: True)
    return monkeypatch


@pytest.mark.parametrize(("rules", "words"), [(4, 12), (0, 60)])
def test_a_table_or_a_text_in_a_picture_joins_the_page(
    pictured: pytest.MonkeyPatch, rules: int, words: int
) -> None:
    pictured.setattr(pasted_pictures, "reading_of", lambda *_: seen(rules, words))
    page = pasted_pictures.with_pictures(Path(), PAGE, [PASTED])
    added = page.words[len(TEXT) :]
    assert len(added) == words
    assert added[0].box == Box(110, 320, 140, 330)
    assert len(page.rules) == 2 * rules and page.reader == "pdfium"


@pytest.mark.parametrize(("rules", "words", "turned"), [(1, 12, 0), (4, 12, 90)])
def test_what_cannot_join_is_named(pictured: pytest.MonkeyPatch, rules: int, words: int, turned: int) -> None:
    pictured.setattr(pasted_pictures, "reading_of", lambda *_: seen(rules, words, turned))
    page = pasted_pictures.with_pictures(Path(), PAGE, [PASTED])
    assert page.words == TEXT
    assert [(n.kind, n.box) for n in page.notes] == [("unread_text", PASTED)]


def test_photographs_stay_what_they_are(pictured: pytest.MonkeyPatch) -> None:
    pictured.setattr(pasted_pictures, "holds_text", lambda *_: False)
    assert pasted_pictures.with_pictures(Path(), PAGE, [PASTED]) == PAGE


def test_without_the_extra_large_pictures_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendapack.extract.ocr.is_installed", lambda: False)
    large = Page(1, 595, 842, TEXT, pictures=(Picture(Box(50, 200, 550, 700)),))
    (page,) = read_scans(Path(), [large])
    assert [n.kind for n in page.notes] == ["unread_text"]
    assert 'pip install "agendapack[ocr]"' in page.notes[0].detail
    (page,) = read_scans(Path(), [large], "never")
    assert [n.kind for n in page.notes] == ["unread_text"]
    assert page.words == large.words
