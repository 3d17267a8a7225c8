"""Reads pictures of text on pages that have text as well: tables pasted as pictures, half-scanned pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from agendapack.extract.model import Box, Note, Page
from agendapack.extract.ocr.picture import scan_of
from agendapack.extract.ocr.scan import PageScan, PictureContent, holds_text, reading_of

LEAST_RULES = 3
"""Rules each way that make a table."""
PROSE_WORDS = 40
"""A picture of more words is a scan, with rules or without."""
QUOTED_WORDS = 8
"""Words of a picture that a note quotes."""


def with_pictures(path: Path, page: Page, boxes: Sequence[Box]) -> Page:
    """The page with what the pictures in the boxes say; words of charts and the like are only noted."""
    scan = scan_of(path, page.number)
    for box in boxes:
        top, bottom, x0, x1 = (max(0, round(v * scan.scale)) for v in (box.top, box.bottom, box.x0, box.x1))
        rgb = np.ascontiguousarray(scan.rgb[top:bottom, x0:x1])
        look = PageScan(rgb, scan.scale)
        if min(rgb.shape) > 0 and holds_text(look):
            page = _with(page, box, reading_of(look, page.number))
    return page


def _with(page: Page, box: Box, seen: PictureContent) -> Page:
    level = sum(r.horizontal for r in seen.rules)
    is_table = min(level, len(seen.rules) - level) >= LEAST_RULES
    if seen.turned or not (is_table or len(seen.words) >= PROSE_WORDS):
        said = " ".join(w.text for w in seen.words[:QUOTED_WORDS])
        note = Note("unread_text", page.number, box, f"a picture holds text that is in no table: {said} …")
        return replace(page, notes=(*page.notes, note))

    def moved(part: Box) -> Box:
        return Box(part.x0 + box.x0, part.top + box.top, part.x1 + box.x0, part.bottom + box.top)

    return replace(
        page,
        words=(*page.words, *(replace(w, box=moved(w.box)) for w in seen.words)),
        rules=(*page.rules, *(replace(r, box=moved(r.box)) for r in seen.rules)),
        fills=(*page.fills, *(replace(f, box=moved(f.box)) for f in seen.fills)),
        notes=(*page.notes, *(replace(n, box=moved(n.box) if n.box else box) for n in seen.notes)),
    )
