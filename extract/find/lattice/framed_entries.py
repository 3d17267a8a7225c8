"""Reads a frame of entries: a line that names them with a reference, then texts each under a short mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.stream.cells import CellPiece, pieced_grid
from agendapack.extract.model import Grid, Page

METHOD = "framed entries"
MIN_GAP_EM = 0.35
"""White above an entry, in font sizes; lines of one stand closer."""
MAX_MARK_WORDS = 3
"""A mark above an entry ("Partially complete") has no more words."""
NAMED = re.compile(
    r"(?P<ref>[A-Z][A-Za-z]{0,5}[ -]?\d{1,4}(?:\.\d{1,2})?[a-z]?)\s*(?::|–|-)\s+(?P<name>\S.*)"
)
"""A reference, a colon or a dash, and a name."""


def framed_entries(page: Page, lines: Sequence[Line], below_head: float | None) -> Grid | None:
    """One column of the frame's name and of marks and texts in turn; None for another frame.

    `below_head` is where the frame's first rule stands; without one the name is one line.
    """
    head = [line for line in lines if below_head is None or (line.top + line.bottom) / 2 <= below_head]
    head = head[:1] if below_head is None else head
    if not head or len(lines) < len(head) + 2 or not NAMED.fullmatch(" ".join(map(_text, head))):
        return None
    entries = _entries(lines[len(head) :])
    if not entries or any(len(entry) < 2 for entry in entries):
        return None
    rows = [head, *(part for entry in entries for part in (entry[:1], entry[1:]))]
    pieces = [
        CellPiece(n, 0, 1, 1, tuple(w for line in row for chunk in line.chunks for w in chunk.words))
        for n, row in enumerate(rows)
    ]
    return pieced_grid(page, pieces, len(rows), 1, METHOD, f"{len(entries)} entries in a frame")


def _entries(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines parted where white stands above a mark; nothing where the first one is none."""
    if not _is_mark(lines[0]):
        return []
    entries = [[lines[0]]]
    for above, line in pairwise(lines):
        if line.top - above.bottom > MIN_GAP_EM * line.size and _is_mark(line):
            entries.append([])
        entries[-1].append(line)
    return entries


def _is_mark(line: Line) -> bool:
    text = _text(line)
    short = len(text.split()) <= MAX_MARK_WORDS
    return short and text[:1].isupper() and text[-1:].isalpha()


def _text(line: Line) -> str:
    return " ".join(word.text for chunk in line.chunks for word in chunk.words)
