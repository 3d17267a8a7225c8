"""A page that seems empty in a damaged file is no empty page."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from agendapack.extract.model import Box, Page, Word
from agendapack.extract.read.damage import with_damage

SOUND = zlib.compress(b"BT (words) Tj ET " * 50)
BROKEN = SOUND[:10] + b"\r\n" + SOUND[12:]
EMPTY = Page(1, 595, 842)
FULL = Page(2, 595, 842, words=(Word("Minutes", Box(0, 0, 9, 9)),))


def stream(data: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"7 0 obj\n<< /Length 9 %s >>\nstream\r\n%s\nendstream\nendobj\n" % (dictionary, data)


FILES = [
    (stream(SOUND) + stream(BROKEN), "1 of 2 compressed parts of the file are damaged"),
    (stream(SOUND), ""),
    (b"", ""),
    (stream(BROKEN, b"/Filter [/ASCII85Decode /FlateDecode]"), ""),
    (stream(BROKEN, b"/Subtype /Image /Filter /FlateDecode"), ""),
    (stream(BROKEN) + b"trailer << /Encrypt 9 0 R >>", ""),
]


@pytest.mark.parametrize(("content", "words"), FILES)
def test_empty_pages_of_damaged_files(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7\n" + content)
    first, second = with_damage(file, [EMPTY, FULL])
    assert second is FULL
    assert [note.kind for note in first.notes] == ["unread_page"] * bool(words)
    assert all(words in note.detail for note in first.notes)
