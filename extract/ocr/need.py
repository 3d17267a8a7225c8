"""Decides page by page whether the picture of a page must be read, and says why."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Page, Word
from extract.read.trust import MIN_LETTERS, SCAN_SHARE, VOWEL_SHARE

STAMP_LETTERS = 60
"""A scan may carry this many letters of text (a stamp, a page number, a running head) and still be unread."""
UNREADABLE_SHARE = 0.3
"""Words that hold glyphs without a meaning, from which the text layer as a whole is no use."""
MUTE_SHARE = 0.35
"""Longer words without a vowel, from which the letters are mapped to wrong ones (English has 2 in 100)."""
LONG_WORD = 5
PICTURE_SHARE = 0.1
"""A page without text whose pictures cover less than this holds no text in them either."""


def needs_ocr(page: Page) -> str:
    """Why the page must be read from its picture; empty when its text will do."""
    covered = sum(p.box.overlap(page.box) for p in page.pictures) / max(1.0, page.box.area)
    letters = sum(len(w.text) for w in page.words)
    if not letters and (covered >= PICTURE_SHARE or page.fills or page.rules):
        return "the page has no text"
    if letters <= STAMP_LETTERS and covered >= SCAN_SHARE:
        return "the page is a picture"
    if _unusable(page.words):
        return "the letters of the text layer mean nothing"
    return ""


def _unusable(words: Sequence[Word]) -> bool:
    letters = sum(len(w.text) for w in words)
    if letters < MIN_LETTERS:
        return False
    unread = sum(len(w.text) for w in words if any(_meaningless(c) for c in w.text))
    if unread >= UNREADABLE_SHARE * letters:
        return True
    long = [w.text.lower() for w in words if len(w.text) >= LONG_WORD and w.text.isascii() and w.text.isalpha()]
    if sum(map(len, long)) < MIN_LETTERS:
        return False
    mute = sum(1 for w in long if not any(c in "aeiouy" for c in w)) / len(long)
    joined = "".join(long)
    vowels = sum(map(joined.count, "aeiou")) / len(joined)
    return mute >= MUTE_SHARE or not VOWEL_SHARE[0] <= vowels <= VOWEL_SHARE[1]


def _meaningless(letter: str) -> bool:
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " " or "\x7f" <= letter < "\xa0"
