"""What the objects of a pdfium page are: styles of text, drawings, pictures; whichever walk finds them."""

from __future__ import annotations

import ctypes
from ctypes import addressof, c_int
from dataclasses import field
from math import hypot

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour
from agendapack.extract.read import pdfium_api as api
from agendapack.extract.read.affine import Matrix, intersection
from agendapack.extract.read.pdfium_paths import Drawings

MAX_DEPTH = 8
"""Form objects may nest; deeper nesting is hostile."""
MAX_OBJECTS = 120_000
"""Objects looked at on a page; beyond this a page is a drawing or an attack."""
HEAVY_WEIGHT = 600
"""Font weight from which type is bold."""
HEAVY_NAMES = ("bold", "black", "heavy", "demi")
SYMBOL_NAMES = ("symbol", "wingding", "webding", "dingbat")
STROKED = (1, 5)
"""Render modes that only stroke the letters; 3 paints nothing, 7 only adds to the clip."""


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
    _fonts: dict[int, tuple[bool, bool, str]] = field(default_factory=dict)

    def take_text(
        self,
        obj: int,
        order: int,
        font: int,
        mode: int,
        colour: tuple[Colour, int],
        size: float,
        own: Matrix,
        clip: Box | None,
    ) -> None:
        """Add a text object; `own` leads from its text space to pdfium's page space."""
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = _font_style(font) if font else (False, False, "")
        bold, italic, symbols = known
        shade, alpha = colour
        self.styles[obj] = TextStyle(
            order,
            size * hypot(own[2], own[3]),
            bold or mode in (2, 6),
            italic,
            shade,
            clip,
            mode in (3, 7) or (alpha == 0 and mode not in (2, 6)),
            font,
            symbols,
            own,
        )

    def take_area(self, obj: int, order: int, is_image: bool, box: Box, clip: Box | None) -> None:
        """Add an image or a gradient, as far as its clip lets it through."""
        shown = box if clip is None else intersection(box, clip)
        if shown is None:
            return
        if is_image:
            self.images.append((obj, shown, order))
        else:
            self.shadings.append((shown, order))


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
