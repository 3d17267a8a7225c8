"""Read: pages that seem empty because the file is damaged are not passed off as empty."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from agendapack.extract.model import Note, Page

DICTIONARY_BYTES = 1024
"""A stream's dictionary stands within so many bytes before it."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OTHERWISE = (
    b"/Image",
    b"/DecodeParms",
    b"/Crypt",
    b"/XRef",
    b"/Length1",
    b"85Decode",
    b"HexDecode",
    b"LZWDecode",
)
"""Streams that hold no page content, or that need more than inflating."""


def with_damage(path: Path, pages: Sequence[Page]) -> list[Page]:
    """The pages; those with nothing on them are noted as unread if parts of the file are damaged."""
    empty = {page.number for page in pages if _is_empty(page)}
    if not empty:
        return list(pages)
    damaged, streams = _damaged(path)
    if not damaged:
        return list(pages)
    what = f"nothing can be seen on it, and {damaged} of {streams} compressed parts of the file are damaged"
    return [_noted(page, what) if page.number in empty else page for page in pages]


def _noted(page: Page, what: str) -> Page:
    return replace(page, notes=(*page.notes, Note("unread_page", page.number, None, what)))


def _is_empty(page: Page) -> bool:
    return not (page.notes or page.words or page.hidden or page.pictures or page.fills or page.rules)


def _damaged(path: Path) -> tuple[int, int]:
    """How many of the file's deflated streams do not inflate, and of how many."""
    content = path.read_bytes()
    if b"/Encrypt" in content:
        return 0, 0
    results = list(_inflates(content))
    return results.count(False), len(results)


def _inflates(content: bytes) -> Iterator[bool]:
    for match in _STREAM.finditer(content):
        before = content[max(0, match.start() - DICTIONARY_BYTES) : match.start()].rpartition(b" obj")[2]
        if b"/FlateDecode" not in before or any(word in before for word in _OTHERWISE):
            continue
        end = content.find(b"endstream", match.end())
        try:
            # bounded: a bomb need not be unpacked to the end to be seen as sound
            zlib.decompressobj().decompress(content[match.end() : end if end > 0 else None], 1 << 20)
            yield True
        except zlib.error:
            yield False
