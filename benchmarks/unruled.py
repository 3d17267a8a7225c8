"""Takes rules off the pages of a PDF, to see what reading owes to them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

WAYS = ("uprights", "levels", "rules")
THIN_PT = 3.5
"""A path no thicker than this, and longer, is a rule."""


def without(pdf: Path, way: str, out: Path) -> None:
    """Write the PDF without its upright rules, its level rules or both; frames go with the upright ones."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        for path in list(_rules(page, way)):
            page.remove_obj(path)
        page.gen_content()
        page.close()
    document.save(out)
    document.close()


def _rules(page: pypdfium2.PdfPage, way: str) -> Iterator[pypdfium2.PdfObject]:
    """The paths to remove; an area that is filled and framed loses only its frame."""
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = path.get_bounds()
        width, height = right - left, top - bottom
        upright, level = width <= THIN_PT < height, height <= THIN_PT < width
        if upright or level:
            if way == "rules" or (way == "uprights") == upright:
                yield path
        elif way != "levels" and _is_frame(path):
            yield path


def _is_frame(path: pypdfium2.PdfObject) -> bool:
    """Whether a path draws a frame and nothing else; a coloured area loses its frame here and stays."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value and fill.value:
        raw.FPDFPath_SetDrawMode(path, fill.value, False)
    return bool(stroke.value) and not fill.value
