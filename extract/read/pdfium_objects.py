"""Walks the objects of a pdfium page: styles of text, drawings, pictures."""

from __future__ import annotations

import ctypes
from ctypes import addressof, c_int
from dataclasses import dataclass, field
from math import hypot

import pypdfium2.raw as raw

from agendapack.extract.model import Box, Colour
from agendapack.extract.read import pdfium_api as api
from agendapack.extract.read.affine import IDENTITY, Matrix, intersection, times
from agendapack.extract.read.pdfium_paths import Drawings
from agendapack.extract.read.pdfium_probe import Probe

MAX_DEPTH = 8
"""Form objects may nest; deeper nesting is hostile."""
MAX_OBJECTS = 120_000
"""Objects looked at on a page; beyond this a page is a drawing or an attack."""
HEAVY_WEIGHT = 600
"""Font weight from which type is bold."""
HEAVY_NAMES = ("bold", "black", "heavy", "demi")
SYMBOL_NAMES = ("symbol", "wingding", "webding", "dingbat")
_TEXT, _PATH, _IMAGE, _SHADING, _FORM = (
    raw.FPDF_PAGEOBJ_TEXT,
    raw.FPDF_PAGEOBJ_PATH,
    raw.FPDF_PAGEOBJ_IMAGE,
    raw.FPDF_PAGEOBJ_SHADING,
    raw.FPDF_PAGEOBJ_FORM,
)


@dataclass(slots=True)
class TextStyle:
    """How one text object is set."""

    order: int
    size: float
    bold: bool
    italic: bool
    colour: Colour
    clip: Box | None
    invisible: bool
    font: int = 0
    """Tells the page's fonts apart."""
    symbols: str = ""
    """Name of the font when its letters are signs (Wingdings and its like)."""
    matrix: Matrix | None = None
    """From text space to pdfium's page space."""


@dataclass(slots=True)
class PageObjects:
    """What the walk gathers, in pdfium's page space (origin bottom left), with drawing order."""

    styles: dict[int, TextStyle] = field(default_factory=dict)
    """By the address of the text object."""
    drawn: Drawings = field(default_factory=Drawings)
    shadings: list[tuple[Box, int]] = field(default_factory=list)
    """Areas filled by a colour gradient."""
    images: list[tuple[int, Box, int]] = field(default_factory=list)
    """Address, box and order of each raster image."""
    count: int = 0
    """Objects that were met; no more than `MAX_OBJECTS` are looked at."""


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
        self._fonts: dict[int, tuple[bool, bool, str]] = {}

    def visit(self, obj: int | None, matrix: Matrix, depth: int) -> None:
        """Take an object, and those in it."""
        if not obj or self.order > MAX_OBJECTS:
            return
        self.order += 1
        kind = api.object_type(obj)
        if kind == _TEXT:
            self._text(obj, matrix)
        elif kind == _PATH:
            self.found.drawn.take(obj, matrix, self.order, self.probe)
        elif kind == _FORM and depth < MAX_DEPTH:
            inner = times(self.probe.matrix(obj), matrix)
            for i in range(raw.FPDFFormObj_CountObjects(ctypes.cast(obj, raw.FPDF_PAGEOBJECT))):
                self.visit(api.form_object(obj, i), inner, depth + 1)
        elif kind in (_IMAGE, _SHADING):
            self._area(obj, kind, matrix)

    def _area(self, obj: int, kind: int, matrix: Matrix) -> None:
        box, clip = self.probe.bounds(obj, matrix), self.probe.clip(obj, matrix)
        shown = box if clip is None else intersection(box, clip)
        if shown is None:
            return
        if kind == _IMAGE:
            self.found.images.append((obj, shown, self.order))
        else:
            self.found.shadings.append((shown, self.order))

    def _text(self, obj: int, matrix: Matrix) -> None:
        probe = self.probe
        font = api.text_font(obj) or 0
        bold, italic, symbols = self._font(font)
        mode = api.text_render_mode(obj)
        # 1 and 5 only stroke the letters; 3 paints nothing, 7 only adds to the clip.
        getter = api.stroke_colour if mode in (1, 5) else api.fill_colour
        colour, alpha = probe.colour(getter, obj)
        own = times(probe.matrix(obj), matrix)
        self.found.styles[obj] = TextStyle(
            self.order,
            probe.number(api.text_size, obj) * hypot(own[2], own[3]),
            bold or mode in (2, 6),
            italic,
            colour,
            probe.clip(obj, matrix),
            mode in (3, 7) or (alpha == 0 and mode not in (2, 6)),
            font,
            symbols,
            own,
        )

    def _font(self, font: int) -> tuple[bool, bool, str]:
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = _font_style(font) if font else (False, False, "")
        return known


def _font_style(font: int) -> tuple[bool, bool, str]:
    """Bold, italic, and the name when it is a font of signs."""
    buffer = ctypes.create_string_buffer(256)
    api.font_name(font, addressof(buffer), 256)
    name = buffer.value.decode("latin-1").lower()
    angle = c_int()
    api.font_italic(font, addressof(angle))
    return (
        any(w in name for w in HEAVY_NAMES) or api.font_weight(font) >= HEAVY_WEIGHT,
        angle.value != 0 or "italic" in name or "oblique" in name,
        name if any(w in name for w in SYMBOL_NAMES) else "",
    )
