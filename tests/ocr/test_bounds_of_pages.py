"""Both sides of the bounds by which a page, or a picture on it, is read from its look."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from agendapack.extract.model import Box, Note, Page, Picture, Rule, Word
from agendapack.extract.ocr import mended, needs_ocr, read_scans
from agendapack.extract.ocr.needs_ocr import unread_pictures
from agendapack.extract.ocr.pasted_pictures import _with
from agendapack.extract.ocr.stroke_width import _bold_from, _tells

DOUBTED = (Note("unread_text", 1, None, "letters are mapped to the wrong ones", garbled=True),)


def covered(*shares: float, apart: float = 0, letters: int = 0, at: float = 1) -> Page:
    """A page with pictures one under another that cover such shares of it, and letters on the first."""
    top, pictures = 0.0, []
    for share in shares:
        pictures.append(Picture(Box(0, top, 100, top + share * 1000)))
        top += share * 1000 + apart
    words = (Word("a" * letters, Box(10, at, 20, at + 2), 2),) if letters else ()
    return Page(1, 100, 1000, words, pictures=tuple(pictures))


@pytest.mark.parametrize(
    ("page", "needed"),
    [
        (covered(0.101), True),
        (covered(0.099), False),
        (covered(0.9, letters=60), True),
        (covered(0.9, letters=61), False),
    ],
    ids=["a tenth", "less", "sixty letters", "more"],
)
def test_pages_that_are_a_picture(page: Page, needed: bool) -> None:
    assert bool(needs_ocr(page)) is needed


def doubted(*texts: str) -> Page:
    words = tuple(Word(text, Box(10, 20 * n, 90, 20 * n + 10), 10) for n, text in enumerate(texts))
    return Page(1, 100, 1000, words, notes=DOUBTED)


@pytest.mark.parametrize(
    ("page", "needed"),
    [
        (doubted("\ufffd" * 31, "a" * 69), True),
        (doubted("\ufffd" * 29, "a" * 71), False),
        (doubted(*["rhsruw"] * 10), True),
        (doubted(*["rhsruw"] * 9), False),
        (doubted(*["rhsruw"] * 6, *["council"] * 4), True),
        (doubted(*["rhsruw"] * 5, *["council"] * 5), False),
    ],
    ids=["a third without meaning", "less", "ten words", "nine", "four of ten known", "half"],
)
def test_letters_that_are_no_use(page: Page, needed: bool) -> None:
    assert bool(needs_ocr(page)) is needed


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (covered(0.16), 1),
        (covered(0.14), 0),
        (covered(0.16, letters=20), 1),
        (covered(0.16, letters=21), 0),
        (covered(0.08, 0.08, apart=1.4), 1),
        (covered(0.08, 0.08, apart=1.6), 0),
    ],
    ids=["large", "small", "twenty letters", "more", "strips", "apart"],
)
def test_pictures_that_may_hold_text(page: Page, found: int) -> None:
    assert len(unread_pictures(page)) == found


@pytest.mark.parametrize(("share", "told"), [(0.26, True), (0.24, False)])
def test_large_pictures_that_are_left_out_are_named(tmp_path, share: float, told: bool) -> None:
    printed = covered(share, letters=1, at=900)
    (page,) = read_scans(tmp_path, [printed], "never")
    assert bool(page.notes) is told


def scan(*words: tuple[str, float]) -> Page:
    column = (Word(t, Box(50, 20 * n, 90, 20 * n + 10), 10, certainty=c) for n, (t, c) in enumerate(words))
    return Page(1, 595, 842, tuple(column), reader="ocr")


@pytest.mark.parametrize(
    ("page", "last"),
    [
        (scan(("lncrease", 0.96)), "Increase"),
        (scan(("lncrease", 0.98)), "lncrease"),
        (scan(*[("12,500", 1.0)] * 3, ("4.250", 0.6)), "4,250"),
        (scan(*[("12,500", 1.0)] * 2, ("4.250", 0.6)), "4.250"),
        (scan(("ab0lition", 0.6)), "abolition"),
        (scan(("c0llision", 0.6)), "c0llision"),
    ],
    ids=["unsure", "sure", "three clear figures", "two", "some doubts", "many"],
)
def test_what_is_mended(page: Page, last: str) -> None:
    assert mended([page])[0].words[-1].text == last


@pytest.mark.parametrize(("letters", "tells"), [("abc", True), ("ab", False)])
def test_words_of_three_letters_tell_how_thick_strokes_are(letters: str, tells: bool) -> None:
    assert _tells(Word(letters, Box(0, 0, 9, 9), 9)) is tells


@pytest.mark.parametrize(
    ("words", "bold", "told"),
    [(4, 1.23, True), (4, 1.21, False), (3, 1.5, False)],
    ids=["bold", "alike", "few"],
)
def test_two_weights_of_type(words: int, bold: float, told: bool) -> None:
    found = _bold_from(np.array([1.0] * 4 + [bold] * words))
    assert (found < float("inf")) is told


def content(rules: int, words: int):
    level = [Rule(Box(0, 10 * n, 400, 10 * n), True, 1) for n in range(rules)]
    plumb = [Rule(Box(100 * n, 0, 100 * n, 300), False, 1) for n in range(rules)]
    read = [Word(f"w{n}", Box(10, 20, 40, 30), 10, certainty=0.9) for n in range(words)]
    return SimpleNamespace(words=read, rules=[*level, *plumb], fills=(), notes=(), turned=0)


@pytest.mark.parametrize(
    ("rules", "words", "joins"), [(3, 12, True), (2, 12, False), (0, 40, True), (0, 39, False)]
)
def test_pictures_whose_words_join_the_page(rules: int, words: int, joins: bool) -> None:
    page = _with(Page(1, 595, 842), Box(0, 0, 400, 300), content(rules, words))
    assert bool(page.words) is joins


def test_a_note_quotes_eight_words_of_a_picture() -> None:
    (note,) = _with(Page(1, 595, 842), Box(0, 0, 400, 300), content(0, 12)).notes
    assert note.detail.endswith("w6 w7 …")
