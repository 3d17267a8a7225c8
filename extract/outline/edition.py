"""Outline: the lines of a cover go in; whether they call the pack a supplement or a reissue comes out."""

from __future__ import annotations

from collections.abc import Iterable

from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.wording import anywhere, words_of

EDITIONS = ("reissue", "supplement")
"""In this order: a supplement published anew is a reissue."""
MAX_COVER_WORDS = 40
"""A line of more words is running text, which may speak of other papers."""


def edition_said(cover: Iterable[TextLine]) -> str:
    """What the cover says: reissue, supplement, or nothing."""
    texts = [line.text for line in cover if len(line.text.split()) <= MAX_COVER_WORDS]
    for edition in EDITIONS:
        words = anywhere(words_of("editions", edition))
        if any(words.search(text) for text in texts):
            return edition
    return ""
