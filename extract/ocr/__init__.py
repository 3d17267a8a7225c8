"""Stage 1b, ocr: pages without usable text go in, the same pages come out, read from their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from extract.model import Note, Page
from extract.ocr.extra import is_installed
from extract.ocr.mend import mended
from extract.ocr.need import needs_ocr

__all__ = ["mended", "needs_ocr", "read_scans"]

HINT = 'to read it: pip install "agendapack[ocr]"'


def read_scans(path: Path, pages: Iterable[Page], mode: str = "auto") -> Iterator[Page]:
    """Yield all pages; those that need it are read from their picture.

    `mode` is one of settings.OCR_MODES. Without the extra, a page that needs it gets an `unread_page` note.
    """
    for page in pages:
        reason = _reason(page, mode)
        if not reason or not page.width or not page.height:
            yield page
        elif is_installed():
            from extract.ocr.scan import ocr_page

            yield ocr_page(path, page)
        else:
            note = Note("unread_page", page.number, None, f"{reason}; {HINT}")
            yield replace(page, notes=(*page.notes, note))


def _reason(page: Page, mode: str) -> str:
    if mode == "never":
        return ""
    return "asked for" if mode == "always" else needs_ocr(page)
