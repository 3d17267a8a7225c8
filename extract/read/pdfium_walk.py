"""Walks the objects of a pdfium page call by call: what is read where `compiled` has no library."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as raw

from agendapack.extract.read import pdfium_api as api
from agendapack.extract.read.affine import IDENTITY, Matrix, intersection, times
from agendapack.extract.read.pdfium_objects import MAX_DEPTH, MAX_OBJECTS, STROKED, PageObjects
from agendapack.extract.read.pdfium_paths import MAX_SAMPLE, MAX_SAMPLED, MAX_SEGMENTS, PaintedPath, is_thin
from agendapack.extract.read.pdfium_probe import Probe

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = (
    raw.FPDF_PAGEOBJ_TEXT,
    raw.FPDF_PAGEOBJ_PATH,
    raw.FPDF_PAGEOBJ_IMAGE,
    raw.FPDF_PAGEOBJ_SHADING,
    raw.FPDF_PAGEOBJ_FORM,
)


def walk(page: int) -> PageObjects:
    """Gather the objects of a page given its handle's address."""
    walker = _Walker()
    count = raw.FPDFPage_CountObjects(ctypes.cast(page, raw.FPDF_PAGE))
    for i in range(min(count, MAX_OBJECTS)):
        walker.visit(api.page_object(page, i), IDENTITY, 0)
    walker.found.count = max(count, walker.order)
    return walker.found


class _Walker:
    """One pass over a page's objects."""

    def __init__(self) -> None:
        self.found = PageObjects()
        self.order = 0
        self.probe = Probe()
        self.sampled = 0
        """Segments of large drawings that were looked at."""

    def visit(self, obj: int | None, matrix: Matrix, depth: int) -> None:
        """Take an object, and those in it."""
        if not obj or self.order > MAX_OBJECTS:
            return
        self.order += 1
        kind = api.object_type(obj)
        if kind == _TEXT:
            self._text(obj, matrix)
        elif kind == _PATH:
            self._path(obj, matrix)
        elif kind == _FORM and depth < MAX_DEPTH:
            inner = times(self.probe.matrix(obj), matrix)
            for i in range(raw.FPDFFormObj_CountObjects(ctypes.cast(obj, raw.FPDF_PAGEOBJECT))):
                self.visit(api.form_object(obj, i), inner, depth + 1)
        elif kind in (_IMAGE, _SHADING):
            box, clip = self.probe.bounds(obj, matrix), self.probe.clip(obj, matrix)
            self.found.take_area(obj, self.order, kind == _IMAGE, box, clip)

    def _text(self, obj: int, matrix: Matrix) -> None:
        probe, mode = self.probe, api.text_render_mode(obj)
        self.found.take_text(
            obj,
            self.order,
            api.text_font(obj) or 0,
            mode,
            probe.colour(api.stroke_colour if mode in STROKED else api.fill_colour, obj),
            probe.number(api.text_size, obj),
            times(probe.matrix(obj), matrix),
            probe.clip(obj, matrix),
        )

    def _path(self, obj: int, matrix: Matrix) -> None:
        probe = self.probe
        filled, stroked = probe.painted(obj)
        if not (filled or stroked):
            return
        clip, bounds = probe.clip(obj, matrix), probe.bounds(obj, matrix)
        if clip is not None and intersection(bounds, clip) is None and not is_thin(bounds):
            return
        segments, own = api.path_segments(obj), probe.matrix(obj)
        self.found.drawn.take(
            PaintedPath(
                self.order,
                bounds,
                clip,
                own,
                segments,
                probe.outline(obj, self._looked_at(segments, filled), times(own, matrix)),
                probe.colour(api.stroke_colour, obj) if stroked else None,
                probe.number(api.stroke_width, obj) if stroked else 0.0,
                probe.colour(api.fill_colour, obj) if filled else None,
                filled and bool(api.has_transparency(obj)),
            )
        )

    def _looked_at(self, segments: int, filled: bool) -> int:
        """How many segments of a path are looked at: of a large one the first, and only if it is filled."""
        if segments <= MAX_SEGMENTS:
            return segments
        some = min(segments, MAX_SAMPLE, MAX_SAMPLED - self.sampled) if filled else 0
        self.sampled += some
        return some
