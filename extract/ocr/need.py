"""Decides page by page whether the picture of a page must be read, and says why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Page, Word
from extract.read.trust import SCAN_SHARE
from extract.read.vocabulary import english

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

_WORD = re.compile("[a-z]{4,}")


def needs_ocr(page: Page) -> str:
    """Why the page must be read from its picture; empty when its text will do."""
    covered = sum(p.box.overlap(page.box) for p in page.pictures) / max(1.0, page.box.area)
    letters = sum(len(w.text) for w in page.words)
    if not letters and (covered >= PICTURE_SHARE or page.fills or page.rules):
        return "the page has no text"
    if letters <= STAMP_LETTERS and covered >= SCAN_SHARE:
        return "the page is a picture"
    if any(note.kind == "unread_text" for note in page.notes) and _unusable(page.words):
        return "the letters of the text layer mean nothing"
    return ""


def _unusable(words: Sequence[Word]) -> bool:
    letters = sum(len(w.text) for w in words)
    if sum(len(w.text) for w in words if any(map(_meaningless, w.text))) >= UNREADABLE_SHARE * letters:
        return True
    some = _WORD.findall(" ".join(w.text.lower() for w in words))
    return len(some) >= LEAST_WORDS and sum(w in english() for w in some) < KNOWN_SHARE * len(some)


def _meaningless(letter: str) -> bool:
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " " or "\x7f" <= letter < "\xa0"
