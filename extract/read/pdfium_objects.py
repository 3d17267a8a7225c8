"""Walks the objects of a pdfium page: styles of text, ruling lines, fills, pictures, small drawings."""

from __future__ import annotations

import ctypes
from ctypes import addressof, c_float, c_int, c_uint
from dataclasses import dataclass, field
from itertools import repeat
from math import hypot

import pypdfium2.raw as raw

from extract.model import Box, Colour, Fill, Picture, Rule
from extract.read import pdfium_api as api
from extract.read.affine import IDENTITY, Matrix, intersection, mapped, times
from extract.read.paths import Piece, Shape, is_rectangle, lines, shape_of, subpaths

MAX_RULE_THICKNESS_PT = 3.0
"""A filled rectangle thinner than this is a ruling line, not an area."""
MIN_RULE_LENGTH_PT = 2.0
"""Shorter pieces are corner squares or dots."""
SLANT_PT = 1.0
"""A stroke may lean this much and still count as horizontal or vertical."""
MAX_DEPTH = 8
"""Form objects may nest; deeper nesting is hostile."""
MAX_SEGMENTS = 400
"""A single path with more segments is a drawing (map, chart, letter outline), not a rule."""
MAX_OBJECTS = 120_000
"""Objects looked at on a page; beyond this a page is a drawing or an attack."""
FAINT_ALPHA = 40
"""A fill more transparent than this (of 255) is not seen."""
OPAQUE_ALPHA = 250
"""A fill at least this solid hides what is under it."""
HEAVY_WEIGHT = 600
"""Font weight from which type is bold."""
HEAVY_NAMES = ("bold", "black", "heavy", "demi")
SYMBOL_NAMES = ("symbol", "wingding", "webding", "dingbat")


@dataclass(frozen=True, slots=True)
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
    rules: list[tuple[Rule, int]] = field(default_factory=list)
    fills: list[tuple[Fill, int]] = field(default_factory=list)
    pictures: list[tuple[Picture, int]] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    """Outlines of small drawings, such as arrows."""
    shadings: list[tuple[Box, int]] = field(default_factory=list)
    """Areas filled by a colour gradient."""
    covers: list[tuple[Box, int]] = field(default_factory=list)
    """Opaque rectangles: what was drawn before is hidden under them."""
    backdrops: list[tuple[Box, int]] = field(default_factory=list)
    """Boxes of drawings that are no rectangles and may be what white text stands on."""
    images: list[tuple[int, Box, int]] = field(default_factory=list)
    """Address, box and order of each raster image."""


def walk(page: int) -> PageObjects:
    """Gather the objects of a page given its handle's address."""
    return _Walker(page).found


class _Walker:
    """One pass over a page's objects; keeps the buffers that pdfium writes to."""

    def __init__(self, page: int) -> None:
        self.found = PageObjects()
        self.order = 0
        self._fonts: dict[int, tuple[bool, bool, str]] = {}
        self._clips: dict[tuple[object, ...], Box | None] = {}
        self._f = [c_float() for _ in range(4)]
        self._fa = [addressof(f) for f in self._f]
        self._u = [c_uint() for _ in range(4)]
        self._ua = [addressof(u) for u in self._u]
        self._matrix = (c_float * 6)()
        self._matrix_address = addressof(self._matrix)
        self._mode, self._stroke = c_int(), c_int()
        count = raw.FPDFPage_CountObjects(ctypes.cast(page, raw.FPDF_PAGE))
        for i in range(min(count, MAX_OBJECTS)):
            self._visit(api.page_object(page, i), IDENTITY, 0)

    def _visit(self, obj: int | None, matrix: Matrix, depth: int) -> None:
        if not obj or self.order > MAX_OBJECTS:
            return
        self.order += 1
        kind = api.object_type(obj)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._text(obj, matrix)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(obj, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = times(self._own_matrix(obj), matrix)
            for i in range(raw.FPDFFormObj_CountObjects(ctypes.cast(obj, raw.FPDF_PAGEOBJECT))):
                self._visit(api.form_object(obj, i), inner, depth + 1)
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            self._area(obj, kind, matrix)

    def _area(self, obj: int, kind: int, matrix: Matrix) -> None:
        box = _clipped(self._bounds(obj, matrix), self._clip(obj, matrix))
        if box is None:
            return
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.found.pictures.append((Picture(box), self.order))
            self.found.images.append((obj, box, self.order))
        else:
            self.found.shadings.append((box, self.order))

    # -- text -----------------------------------------------------------------------

    def _text(self, obj: int, matrix: Matrix) -> None:
        font = api.text_font(obj) or 0
        bold, italic, symbols = self._font(font)
        mode = api.text_render_mode(obj)
        # 1 and 5 only stroke the letters; 3 paints nothing, 7 only adds to the clip.
        getter = api.stroke_colour if mode in (1, 5) else api.fill_colour
        colour, alpha = self._colour(getter, obj)
        api.text_size(obj, self._fa[0])
        own = times(self._own_matrix(obj), matrix)
        self.found.styles[obj] = TextStyle(
            self.order,
            self._f[0].value * hypot(own[2], own[3]),
            bold or mode in (2, 6),
            italic,
            colour,
            self._clip(obj, matrix),
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

    # -- paths ----------------------------------------------------------------------

    def _path(self, obj: int, matrix: Matrix) -> None:
        if not api.draw_mode(obj, addressof(self._mode), addressof(self._stroke)):
            return
        filled, stroked = self._mode.value != 0, bool(self._stroke.value)
        if not (filled or stroked):
            return
        clip = self._clip(obj, matrix)
        bounds = self._bounds(obj, matrix)
        if _clipped(bounds, clip) is None and not _thin(bounds):
            return
        segments = api.path_segments(obj)
        if segments > MAX_SEGMENTS:
            if filled:
                self.found.backdrops.append((bounds, self.order))
            return
        own = self._own_matrix(obj)
        pieces = self._outline(obj, segments, times(own, matrix))
        drawn = stroked and self._strokes(obj, pieces, clip, own)
        drawn = (filled and self._fill(obj, pieces, clip)) or drawn
        if drawn and (shape := shape_of(pieces, bounds, self.order)) is not None:
            self.found.shapes.append(shape)

    def _outline(self, obj: int, segments: int, matrix: Matrix) -> list[Piece]:
        """Points of a path: kind (move, line, curve), x, y, closes the sub-path."""
        a, b, c, d, e, f = matrix
        found = list(map(api.path_segment, repeat(obj), range(segments)))
        points = (c_float * (2 * segments))()
        at = range(addressof(points), addressof(points) + 8 * segments, 8)
        # the calls are made by map, in the interpreter's C code
        for _ in map(api.segment_point, found, at, range(at.start + 4, at.stop + 4, 8)):
            pass
        flat = iter(list(points))
        return [
            (kind, a * x + c * y + e, b * x + d * y + f, bool(closes))
            for kind, closes, x, y in zip(
                map(api.segment_type, found), map(api.segment_close, found), flat, flat, strict=True
            )
        ]

    def _strokes(self, obj: int, pieces: list[Piece], clip: Box | None, own: Matrix) -> bool:
        """Take the straight strokes as rules; says whether they can be seen."""
        colour, alpha = self._colour(api.stroke_colour, obj)
        if not alpha:
            return False
        width = c_float()
        api.stroke_width(obj, addressof(width))
        thickness = width.value * abs(own[0] * own[3] - own[1] * own[2]) ** 0.5
        for x0, y0, x1, y1 in lines(pieces):
            self._rule(x0, y0, x1, y1, thickness, colour, clip)
        return True

    def _rule(
        self, x0: float, y0: float, x1: float, y1: float, thickness: float, colour: Colour, clip: Box | None
    ) -> None:
        horizontal = abs(y1 - y0) <= SLANT_PT
        if not horizontal and abs(x1 - x0) > SLANT_PT:
            return
        if horizontal:
            y = (y0 + y1) / 2
            box = Box(min(x0, x1), y, max(x0, x1), y)
        else:
            x = (x0 + x1) / 2
            box = Box(x, min(y0, y1), x, max(y0, y1))
        if clip is not None:
            shown = intersection(box, clip.grown(max(thickness, 1.0)))
            if shown is None:
                return
            box = shown
        if max(box.width, box.height) >= MIN_RULE_LENGTH_PT:
            self.found.rules.append((Rule(box, horizontal, thickness, colour), self.order))

    def _fill(self, obj: int, pieces: list[Piece], clip: Box | None) -> bool:
        """Take the filled rectangles as areas or rules; says whether they can be seen."""
        colour, alpha = self._colour(api.fill_colour, obj)
        if not alpha:
            return False
        for outline in subpaths(pieces):
            xs = [p[0] for p in outline]
            ys = [p[1] for p in outline]
            box = Box(min(xs), min(ys), max(xs), max(ys))
            shown = intersection(box, clip) if clip else box
            if shown is None:
                continue
            if not is_rectangle(outline):
                self.found.backdrops.append((shown, self.order))
            elif min(shown.width, shown.height) <= MAX_RULE_THICKNESS_PT:
                self._bar(shown, colour)
            elif alpha >= FAINT_ALPHA:
                self.found.fills.append((Fill(shown, _over_white(colour, alpha)), self.order))
                if alpha >= OPAQUE_ALPHA and not api.has_transparency(obj):
                    self.found.covers.append((shown, self.order))
        return True

    def _bar(self, box: Box, colour: Colour) -> None:
        """A thin filled rectangle is a rule along its middle."""
        if box.width >= box.height:
            self._rule(box.x0, box.mid_y, box.x1, box.mid_y, box.height, colour, None)
        else:
            self._rule(box.mid_x, box.top, box.mid_x, box.bottom, box.width, colour, None)

    # -- shared ---------------------------------------------------------------------

    def _colour(self, getter: object, obj: int) -> tuple[Colour, int]:
        r, g, b, alpha = self._u
        if not getter(obj, *self._ua):  # type: ignore[operator]
            return (0, 0, 0), 255
        return (r.value, g.value, b.value), alpha.value

    def _own_matrix(self, obj: int) -> Matrix:
        if not api.object_matrix(obj, self._matrix_address):
            return IDENTITY
        a, b, c, d, e, f = self._matrix
        return (a, b, c, d, e, f)

    def _bounds(self, obj: int, matrix: Matrix) -> Box:
        if not api.object_bounds(obj, *self._fa):
            return Box(0, 0, 0, 0)
        left, bottom, right, top = (f.value for f in self._f)
        return mapped(Box(left, bottom, right, top), matrix)

    def _clip(self, obj: int, matrix: Matrix) -> Box | None:
        """The bounding box of what the object's clip lets through; None when unclipped."""
        path = api.clip_path(obj)
        count = api.clip_count(path) if path else 0
        if count <= 0:
            return None
        # objects share their clips: the addresses of the first points tell which clip it is
        key = (matrix, *(api.clip_segment(path, i, 0) for i in range(count)))
        if key not in self._clips:
            self._clips[key] = self._clip_bounds(path, count, matrix)
        return self._clips[key]

    def _clip_bounds(self, path: int, paths: int, matrix: Matrix) -> Box | None:
        shown: Box | None = None
        for i in range(paths):
            count = api.clip_segments(path, i)
            box = self._clip_box(path, i, count) if count <= MAX_SEGMENTS else None
            if box is not None:
                box = mapped(box, matrix)
                shown = box if shown is None else (intersection(shown, box) or Box(0, 0, 0, 0))
        return shown

    def _clip_box(self, path: int, index: int, count: int) -> Box | None:
        fx, fy = self._f[0], self._f[1]
        ax, ay = self._fa[0], self._fa[1]
        xs, ys = [], []
        for j in range(count):
            if api.segment_point(api.clip_segment(path, index, j), ax, ay):
                xs.append(fx.value)
                ys.append(fy.value)
        return Box(min(xs), min(ys), max(xs), max(ys)) if xs else None


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


def _clipped(box: Box, clip: Box | None) -> Box | None:
    return box if clip is None else intersection(box, clip)


def _thin(box: Box) -> bool:
    return min(box.width, box.height) <= MAX_RULE_THICKNESS_PT


def _over_white(colour: Colour, alpha: int) -> Colour:
    share = alpha / 255
    r, g, b = (round(255 - (255 - c) * share) for c in colour)
    return (r, g, b)
