"""Stage 1b, ocr: pages without usable text go in, the same pages come out, read from their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from agendapack.extract.model import Box, Note, Page
from agendapack.extract.ocr.extra import is_installed
from agendapack.extract.ocr.mend import mended
from agendapack.extract.ocr.needs_ocr import needs_ocr, unread_pictures

__all__ = ["mended", "needs_ocr", "read_scans"]

LARGE_SHARE = 0.25
"""Pictures that cover more of a page are named when they cannot be read."""
HINT = 'to read it: pip install "agendapack[ocr]"'
ASKED = "left out, as asked for by --ocr never"


def read_scans(path: Path, pages: Iterable[Page], mode: str = "auto") -> Iterator[Page]:
    """Yield all pages; those that need it are read from their picture.

    `mode` is one of settings.OCR_MODES. A page that needs it where it may not be, or the extra is not there,
    gets an `unread_page` note.
    """
    why_not = ASKED if mode == "never" else "" if is_installed() else HINT
    for page in pages:
        if not page.width or not page.height:
            yield page
        elif reason := "asked for" if mode == "always" else needs_ocr(page):
            yield _unread(page, "unread_page", f"{reason}; {why_not}") if why_not else _read(path, page)
        elif boxes := unread_pictures(page):
            yield _outlines_told(_with_pictures(path, page, boxes, why_not))
        else:
            yield _outlines_told(page)


def _read(path: Path, page: Page) -> Page:
    from agendapack.extract.ocr.scan import ocr_page

    return ocr_page(path, page)


def _with_pictures(path: Path, page: Page, boxes: Sequence[Box], why_not: str) -> Page:
    if not why_not:
        from agendapack.extract.ocr.pasted_pictures import with_pictures

        return with_pictures(path, page, boxes)
    large = sum(box.area for box in boxes) / page.box.area
    if large < LARGE_SHARE:
        return page
    why = f"pictures cover {large:.0%} of the page, perhaps with text; {why_not}"
    return _unread(page, "unread_text", why)


def _outlines_told(page: Page) -> Page:
    """The page with a note where letters are drawn as outlines that nothing has read."""
    where = page.outlined
    if not where or any(w.certainty < 1 and where.holds(w.box.mid_x, w.box.mid_y) for w in page.words):
        return page
    note = Note("unread_text", page.number, where, "letters are drawn as outlines here, which are not read")
    return replace(page, notes=(*page.notes, note))


def _unread(page: Page, kind: str, why: str) -> Page:
    return replace(page, notes=(*page.notes, Note(kind, page.number, None, why)))
