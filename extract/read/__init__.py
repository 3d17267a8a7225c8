"""Stage 1, read: a PDF goes in, `Page` values come out, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from agendapack.extract.model import Page
from agendapack.extract.read import pdfium, pdfium_file


def read_pages(path: Path, numbers: range | None = None, reader: str = "pdfium") -> Iterator[Page]:
    """Yield the pages of a PDF, each closed before the next is opened.

    `numbers` are 1-based pages to read (all when None). Raises a `PackError` when the
    file cannot be opened; a page that cannot be read comes as an empty `Page` with a note.
    """
    if reader == "pdfplumber":
        from agendapack.extract.read import plumber  # takes longer to load than ten pages to read

        return plumber.read_pages(path, numbers)
    return pdfium.read_pages(path, numbers)


def page_count(path: Path) -> int:
    """Number of pages; raises a `PackError` when the file cannot be opened."""
    return pdfium_file.page_count(path)


def properties(path: Path) -> dict[str, str]:
    """The PDF's own properties by lower-case name: title, subject, author and so on."""
    return pdfium_file.properties(path)
