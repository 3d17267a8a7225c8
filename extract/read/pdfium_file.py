"""Opens PDFs with pdfium: what kind of file it is, its passwords, its properties."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from agendapack.extract.errors import DamagedPdf, EncryptedPdf, MissingFile, NotAPdf
from agendapack.extract.model import Note
from agendapack.extract.passwords import passwords

HEADER_WINDOW = 1024
"""Bytes in which a PDF's %PDF- mark must stand (ISO 32000 readers accept leading junk)."""
MAY_COPY = 1 << 4
"""Permission to copy text (ISO 32000-1, table 22, bit 5)."""


def open_pdf(path: Path) -> pdfium.PdfDocument:
    """Open a PDF; raises MissingFile, NotAPdf, EncryptedPdf or DamagedPdf."""
    if path.is_dir():
        raise MissingFile(path, "this is a folder; name one of its files.")
    if not path.is_file():
        raise MissingFile(path, "there is no such file.")
    with path.open("rb") as f:
        head = f.read(HEADER_WINDOW)
    if not head:
        raise DamagedPdf(path, "the file is empty.")
    try:
        document = _unlocked(path)
        pages = len(document)
    except pdfium.PdfiumError as error:
        if _is_locked(error):
            given = (
                "none of the passwords given opens it"
                if passwords()
                else "the file is locked with a password"
            )
            raise EncryptedPdf(path, f"{given}.") from error
        if b"%PDF-" not in head:
            raise NotAPdf(path, "this is not a PDF file.") from error
        raise DamagedPdf(path, "the PDF is damaged and cannot be opened.") from error
    if not pages:
        document.close()
        raise DamagedPdf(path, "the PDF has no pages.")
    return document


def _unlocked(path: Path) -> pdfium.PdfDocument:
    """The document, opened without a password or with the first that fits."""
    for password in (None, *passwords()):
        try:
            return pdfium.PdfDocument(path, password)
        except pdfium.PdfiumError as error:
            failure = error
            if not _is_locked(error):
                break
    raise failure


def _is_locked(error: pdfium.PdfiumError) -> bool:
    return getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()


def password_of(path: Path) -> str | None:
    """The given password that opens the file; None when it opens without one."""
    for password in (None, *passwords()):
        try:
            pdfium.PdfDocument(path, password).close()
        except pdfium.PdfiumError:
            continue
        return password
    return None


def restriction(document: pdfium.PdfDocument) -> tuple[Note, ...]:
    """A note when the file's owner does not want text to be copied from it."""
    encrypted = raw.FPDF_GetSecurityHandlerRevision(document.raw) >= 0
    if not encrypted or raw.FPDF_GetDocUserPermissions(document.raw) & MAY_COPY:
        return ()
    return (
        Note(
            "restricted", 1, None, "the file's owner restricts the copying of text; it was read all the same"
        ),
    )


def page_count(path: Path) -> int:
    """Number of pages of the PDF."""
    document = open_pdf(path)
    try:
        return len(document)
    finally:
        document.close()


def properties(path: Path) -> dict[str, str]:
    """The document's own properties by lower-case name."""
    document = open_pdf(path)
    try:
        return {name.lower(): value for name, value in document.get_metadata_dict().items() if value}
    finally:
        document.close()
