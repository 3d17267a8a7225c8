"""Opens a page with what viewers draw on top of it: filled-in form fields, stamps, typed comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from agendapack.extract.model import Note
from agendapack.extract.read.pdfium_strings import string_of

PRINTED_KINDS = frozenset((raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_WIDGET))
"""Annotations that put words on the page; links, highlights and pop-up notes do not."""
MAX_ANNOTATIONS = 50_000
"""Those of a page that are looked at."""
MAX_NAMED = 20
"""Things of a page that are named when they are not read."""
MAX_QUOTE = 80
"""Characters of each that are quoted."""


def page_with_annotations(document: Any, index: int) -> tuple[Any, tuple[Note, ...]]:
    """A loaded page (or None), its printed annotations made part of its content, and what they hide."""
    handle = raw.FPDF_LoadPage(document, index)
    if not handle:
        return handle, ()
    kinds: set[int] = set()
    undrawn: list[str] = []
    for annotation in _annotations(handle):
        kinds.add(raw.FPDFAnnot_GetSubtype(annotation))
        if len(undrawn) < MAX_NAMED and (said := _undrawn(annotation)):
            undrawn.append(said)
    notes = tuple(Note("unread_text", index + 1, None, said) for said in undrawn)
    if PRINTED_KINDS.isdisjoint(kinds):
        return handle, notes
    if raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return handle, notes
    raw.FPDF_ClosePage(handle)
    return raw.FPDF_LoadPage(document, index), notes


def unshown(document: Any) -> Iterator[Note]:
    """What the document holds besides its pages: attached files (all papers of a portfolio), an XFA form."""
    if raw.FPDF_GetFormType(document) == raw.FORMTYPE_XFA_FULL:
        said = "the file is a form (XFA) that only Acrobat fills with its text; what is read may stand for it"
        yield Note("unread_text", 1, None, said)
    count = raw.FPDFDoc_GetAttachmentCount(document)
    if count <= 0:
        return
    some = (raw.FPDFDoc_GetAttachment(document, i) for i in range(min(count, MAX_NAMED)))
    names = [_name(attachment) for attachment in some] + ["…"] * (count > MAX_NAMED)
    what = "a file is" if count == 1 else f"{count} files are"
    said = f"{what} attached to the PDF and not read: {'; '.join(names)}"
    yield Note("unread_text", 1, None, said)


def _annotations(handle: Any) -> Iterator[Any]:
    for i in range(min(raw.FPDFPage_GetAnnotCount(handle), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(handle, i)
        if annotation:
            yield annotation
            raw.FPDFPage_CloseAnnot(annotation)


def _undrawn(annotation: Any) -> str:
    """What an annotation holds that the page does not show: a file, or a field's text that nothing draws."""
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_FILEATTACHMENT:
        file = raw.FPDFAnnot_GetFileAttachment(annotation)
        return f"a file is attached to the page and not read: {_name(file)}"
    if kind != raw.FPDF_ANNOT_WIDGET or raw.FPDFAnnot_HasKey(annotation, b"AP"):
        return ""
    value = string_of(raw.FPDFAnnot_GetStringValue, annotation, b"V")
    return (
        f"a form field holds text that the file does not draw: {value[:MAX_QUOTE]}" if value.strip() else ""
    )


def _name(attachment: Any) -> str:
    return string_of(raw.FPDFAttachment_GetName, attachment)[:MAX_QUOTE] if attachment else ""
