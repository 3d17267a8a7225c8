"""Decides page by page whether the picture of a page must be read, and says why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.model import Box, Page, Word, union
from agendapack.extract.read.text_layer import SCAN_SHARE
from agendapack.extract.read.vocabulary import english

STAMP_LETTERS = 60
"""A scan may carry this many letters of text (a stamp, a page number, a running head) and still be unread."""
UNREADABLE_SHARE = 0.3
"""Letters in words that hold glyphs without a meaning, from which the text layer as a whole is no use."""
KNOWN_SHARE = 0.5
"""Share of English words below which a page that the reader doubts is read from its picture."""
LEAST_WORDS = 10
"""Words from which that share tells something."""
PICTURE_SHARE = 0.1
"""A page without text whose pictures cover less than this holds no text in them either."""
PART_SHARE, PART_LETTERS = 0.15, 20
"""Pictures that cover so much of a page, with no more letters of text on them, are looked at."""
TOUCHING_PT = 1.5
"""Parts of one picture lie this near to each other."""

_WORD = re.compile("[a-z]{4,}")


def needs_ocr(page: Page) -> str:
    """Why the page must be read from its picture; empty when its text will do."""
    covered = sum(p.box.overlap(page.box) for p in page.pictures) / max(1.0, page.box.area)
    letters = sum(len(w.text) for w in page.words)
    if not letters and (covered >= PICTURE_SHARE or page.fills or page.rules or page.outlined):
        return "the page has no text"
    if letters <= STAMP_LETTERS and page.outlined:
        return "the letters of the page are drawn as outlines"
    if letters <= STAMP_LETTERS and covered >= SCAN_SHARE:
        return "the page is a picture"
    if any(note.garbled for note in page.notes) and _unusable(page.words):
        return "the letters of the text layer mean nothing"
    return ""


def unread_pictures(page: Page) -> list[Box]:
    """Large pictures and drawn letters on a page of text that no text stands on: tables may be pasted so."""
    found: list[Box] = []
    for box in (*(p.box for p in page.pictures), *((page.outlined,) if page.outlined else ())):
        # some programs cut pictures into strips
        touching = [b for b in found if b.grown(TOUCHING_PT).overlap(box) > 0]
        found = [b for b in found if b not in touching] + [union([box, *touching])]
    return [box for box in found if box.area >= PART_SHARE * page.box.area and not _text_on(page, box)]


def _text_on(page: Page, box: Box) -> bool:
    return sum(len(w.text) for w in page.words if box.holds(w.box.mid_x, w.box.mid_y)) > PART_LETTERS


def _unusable(words: Sequence[Word]) -> bool:
    letters = sum(len(w.text) for w in words)
    if sum(len(w.text) for w in words if any(map(_meaningless, w.text))) >= UNREADABLE_SHARE * letters:
        return True
    some = _WORD.findall(" ".join(w.text.lower() for w in words))
    return len(some) >= LEAST_WORDS and sum(w in english() for w in some) < KNOWN_SHARE * len(some)


def _meaningless(letter: str) -> bool:
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " " or "\x7f" <= letter < "\xa0"
