"""Judges whether the text layer of a page can be believed, and uses what a scan's hidden layer holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendapack.extract.model import Box, Note, Picture, Word
from agendapack.extract.read.runs import Run
from agendapack.extract.read.symbols import UNREADABLE
from agendapack.extract.read.vocabulary import english

SCAN_SHARE = 0.6
"""A picture that fills this part of the page is the page."""
VISIBLE_SHARE = 0.1
"""Beside a scan's hidden text there may be this share of visible text (a stamp, a page number)."""
SCAN_CERTAINTY = 0.8
"""Belief in the hidden text layer of a scan: somebody's OCR that was kept unchecked."""
MIN_LETTERS = 90
"""Letters of one font from which their mixture tells something."""
_ENGLISH = dict(
    zip(
        "etaoinshrdlcumwfgypbvkjxqz",
        (127, 91, 82, 75, 70, 67, 63, 61, 60, 43, 40, 28, 28, 24, 24, 22, 20, 20, 19, 15, 10, 8, 2, 2, 1, 1),
        strict=True,
    )
)
"""How often each letter stands in a thousand of English text."""
LIKE_ENGLISH = 0.62
"""Share of its letters that a text has in common with English: above 0.7 for nearly every printed page
(lists of one word come down to 0.55), about 0.5 for shifted codes."""
KNOWN_SHARE = 0.3
"""Share of words in the English list below which unlike letters are taken for wrong ones."""
CONTROL_SHARE = 0.2
"""Share of control characters that no text has."""
UNREAD_SHARE = 0.02
"""Share of glyphs without a meaning that is worth a note."""


def is_scan(pictures: Sequence[Picture], page: Box) -> bool:
    """Whether one picture is (nearly) the whole page."""
    return any(p.box.overlap(page) >= SCAN_SHARE * page.area for p in pictures)


def stands_for_scan(seen: Sequence[Run], hidden: Sequence[Run]) -> bool:
    """Whether the hidden runs of a scanned page are its text."""
    shown, kept_back = _letters(seen), _letters(hidden)
    return kept_back > 0 and shown <= VISIBLE_SHARE * kept_back


def _letters(runs: Sequence[Run]) -> int:
    return sum(len(run.text.strip()) for run in runs)


def notes(runs: Sequence[Run], words: Sequence[Word], page: int) -> tuple[Note, ...]:
    """What cannot be read on the page: glyphs without a meaning, fonts with a wrong one."""
    found = []
    unread = [w for w in words if UNREADABLE in w.text or _private(w.text)]
    if unread and sum(len(w.text) for w in unread) >= UNREAD_SHARE * sum(len(w.text) for w in words):
        detail = f"{len(unread)} words hold glyphs that the file gives no letter for"
        found.append(Note("unread_text", page, unread[0].box, detail, garbled=True))
    garbled = _garbled(runs)
    if garbled:
        boxes = [run.box for run in garbled]
        letters = sum(len(r.text) for r in garbled)
        detail = f"{letters} letters are mapped to the wrong ones; the page needs OCR"
        found.append(Note("unread_text", page, boxes[0] if len(boxes) == 1 else None, detail, garbled=True))
    return tuple(found)


def _private(text: str) -> bool:
    return not text.isascii() and any("\ue000" <= c <= "\uf8ff" for c in text)


def _garbled(runs: Sequence[Run]) -> list[Run]:
    """Runs of the fonts whose letters are no language's: too few vowels, or too many."""
    fonts: dict[int, list[Run]] = {}
    for run in runs:
        fonts.setdefault(run.font, []).append(run)
    return [run for some in fonts.values() if _no_language(" ".join(r.text for r in some)) for run in some]


def _no_language(text: str) -> bool:
    if _control_share(text) > CONTROL_SHARE:
        return True
    lower = text.lower()
    counts = {letter: lower.count(letter) for letter in _ENGLISH}
    letters = sum(counts.values())
    if letters < MIN_LETTERS:
        return False
    common = sum(min(n / letters, _ENGLISH[letter] / 1000) for letter, n in counts.items())
    if common >= LIKE_ENGLISH:
        return False
    words = re.findall("[a-z]{3,}", lower)
    return sum(w in english() for w in words) < KNOWN_SHARE * len(words)


def _control_share(text: str) -> float:
    """Share of control characters: what a font without a mapping leaves of its codes."""
    if text.isprintable():  # by far the most
        return 0.0
    odd = sum(1 for c in text if (c < " " and c not in "\t\r\n\x02") or "\x7f" <= c < "\xa0")
    return odd / len(text) if text else 0.0
