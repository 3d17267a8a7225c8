"""Opens a page with what viewers draw on top of it: filled-in form fields, stamps, typed comments."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as raw

PRINTED_KINDS = frozenset((raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_WIDGET))
"""Annotations that put words on the page; links, highlights and pop-up notes do not."""
MAX_ANNOTATIONS = 50_000
"""Those of a page that are looked at for one with words."""


def page_with_annotations(document: Any, index: int) -> Any:
    """A loaded page (or None), its printed annotations made part of its content."""
    handle = raw.FPDF_LoadPage(document, index)
    if not handle or not _has_words(handle):
        return handle
    if raw.FPDFPage_Flatten(handle, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return handle
    raw.FPDF_ClosePage(handle)
    return raw.FPDF_LoadPage(document, index)


def _has_words(handle: Any) -> bool:
    for i in range(min(raw.FPDFPage_GetAnnotCount(handle), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(handle, i)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in PRINTED_KINDS:
            return True
    return False
