"""Which pages are read from their picture, page by page."""

from __future__ import annotations

import pytest

from agendapack.extract.model import Box, Fill, Note, Page, Picture, Word
from agendapack.extract.ocr import needs_ocr
from agendapack.extract.ocr.needs_ocr import unread_pictures

WHOLE = Picture(Box(0, 0, 595, 842))
LOGO = Picture(Box(20, 20, 90, 60))
STRIPS = tuple(Picture(Box(0, y, 595, y + 60)) for y in range(0, 840, 60))
PROSE = "officers should report again before the winter on repairs to council homes that stand empty"
ENGLISH = PROSE.split()
SHIFTED = ["".join(chr((ord(c) - 97 + 3) % 26 + 97) for c in word) for word in ENGLISH]
PRIVATE = ["\ue041\ue042\ue043"] * 20
DOUBTED = (Note("unread_text", 1, None, "letters are mapped to the wrong ones", garbled=True),)
ATTACHED = (Note("unread_text", 1, None, "a file is attached"),)


def page(
    words: list[str], *pictures: Picture, notes: tuple[Note, ...] = (), fills: tuple[Fill, ...] = ()
) -> Page:
    placed = tuple(Word(text, Box(50, 50, 90, 60), 10) for text in words)
    return Page(1, 595, 842, placed, pictures=pictures, notes=notes, fills=fills)


@pytest.mark.parametrize(
    ("what", "given", "needed"),
    [
        ("a blank page", page([]), False),
        ("a page of text", page(ENGLISH), False),
        ("text with a logo", page(ENGLISH, LOGO), False),
        ("text set on a picture", page(ENGLISH, WHOLE), False),
        ("a scan", page([], WHOLE), True),
        ("a scan in strips", page([], *STRIPS), True),
        ("a scan with a page number stamped on it", page(["Page", "12"], WHOLE), True),
        ("nothing but a logo", page([], LOGO), False),
        ("text drawn as shapes", page([], fills=(Fill(Box(50, 50, 60, 60), (0, 0, 0)),)), True),
        ("letters mapped to wrong ones", page(SHIFTED, notes=DOUBTED), True),
        ("one doubtful font on a page that makes sense", page(ENGLISH, notes=DOUBTED), False),
        ("words of another language, and a file", page(SHIFTED, notes=ATTACHED), False),
        ("glyphs without a meaning", page(PRIVATE, notes=DOUBTED), True),
        ("a few signs without a meaning", page([*ENGLISH, "\ue041"], notes=DOUBTED), False),
    ],
)
def test_only_pages_without_usable_text_are_read_from_their_picture(
    what: str, given: Page, needed: bool
) -> None:
    assert bool(needs_ocr(given)) is needed, what


TABLE = Picture(Box(60, 300, 540, 600))
HALVES = (Picture(Box(60, 300, 540, 450)), Picture(Box(60, 450.5, 540, 600)))


@pytest.mark.parametrize(
    ("what", "given", "found"),
    [
        ("a table pasted as a picture", page(ENGLISH, TABLE), 1),
        ("the same in strips", page(ENGLISH, *HALVES), 1),
        ("a logo", page(ENGLISH, LOGO), 0),
        ("a picture under the text", page(ENGLISH, WHOLE), 0),
    ],
)
def test_large_pictures_beside_the_text_are_looked_at(what: str, given: Page, found: int) -> None:
    assert len(unread_pictures(given)) == found, what
