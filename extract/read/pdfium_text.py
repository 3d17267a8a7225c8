"""Gathers the characters of a pdfium page into runs on the upright page."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from ctypes import addressof, c_double
from functools import cached_property, lru_cache
from itertools import repeat

import pypdfium2.raw as raw

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.read import pdfium_api as api
from agendapack.extract.read.affine import Matrix, mapped
from agendapack.extract.read.compiled import PageWalk
from agendapack.extract.read.pdfium_objects import TextStyle
from agendapack.extract.read.runs import Run

MAX_CHARS = 400_000
"""Characters read on one page: a spreadsheet printed on one long page has a hundred thousand."""
STRIDE = 16
"""Characters skipped when the end of a text object is sought."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
NO_STYLE = TextStyle(0, 0.0, False, False, (0, 0, 0), None, False)
LEVEL_DEGREES = 20.0
"""Text that climbs or falls more steeply is no line of the page but a stamp across it, such as DRAFT."""
MAIN_TURN_SHARE = 0.6
"""Share of the letters that must read sideways before the page is turned."""


class Boxes:
    """The boxes of a page's characters; numbers are made only of the sides that are asked for."""

    def __init__(self, sides: memoryview[float]) -> None:
        """Take left, top, right and bottom, character by character."""
        self._sides = sides

    @cached_property
    def lefts(self) -> list[float]:
        return self._side(0)

    @cached_property
    def tops(self) -> list[float]:
        return self._side(1)

    @cached_property
    def rights(self) -> list[float]:
        return self._side(2)

    @cached_property
    def bottoms(self) -> list[float]:
        return self._side(3)

    def _side(self, which: int) -> list[float]:
        return list(self._sides[which::4])


@dataclass(slots=True)
class TextObject:
    """Consecutive characters of one text object, in pdfium's page space."""

    style: TextStyle
    text: str
    first: int
    last: int
    """Its first character among those of the page, and its end."""
    boxes: Boxes
    """Each character's box: advance width by height of the font."""
    origin: tuple[float, float]
    angle: float
    """Reading direction in radians, anticlockwise."""


def text_objects(
    handle: object, styles: dict[int, TextStyle], walk: PageWalk | None
) -> tuple[list[TextObject], int]:
    """The characters of a loaded page, object by object as pdfium reads them, and how many there are.

    Those beyond `MAX_CHARS` are not read.
    """
    text = raw.FPDFText_LoadPage(handle)
    if not text:
        return [], 0
    try:
        count = raw.FPDFText_CountChars(text)
        address = ctypes.cast(text, ctypes.c_void_p).value or 0
        return list(_objects(address, min(count, MAX_CHARS), styles, walk)), count
    finally:
        raw.FPDFText_ClosePage(text)


def _objects(
    text_page: int, count: int, styles: dict[int, TextStyle], walk: PageWalk | None
) -> Iterator[TextObject]:
    if count <= 0:
        return
    boxes = (raw.FS_RECTF * count)()
    letters = _letters(text_page, count)
    stride = 1 if _RIGHT_TO_LEFT.search(letters) else STRIDE
    if walk:
        walk.boxes(text_page, count, addressof(boxes))
        spans = walk.spans(text_page, count, stride)
    else:
        _ask_boxes(text_page, count, addressof(boxes))
        spans = _spans(text_page, count, stride)
    sides = Boxes(memoryview(boxes).cast("B").cast("f"))
    for first, last, owner in spans:
        style = styles.get(owner, NO_STYLE)
        origin, angle = _direction_of(text_page, first, style)
        yield TextObject(
            style,
            letters[first:last],
            first,
            last,
            sides,
            origin,
            angle,
        )


def _ask_boxes(text_page: int, count: int, base: int) -> None:
    step = ctypes.sizeof(raw.FS_RECTF)
    # map and repeat keep the loop over the characters inside the interpreter's C code
    for _ in map(api.char_box, repeat(text_page), range(count), range(base, base + step * count, step)):
        pass


def _spans(text_page: int, count: int, stride: int) -> Iterator[tuple[int, int, int]]:
    """First character, end and address of each text object.

    Objects stand together, so that their ends can be sought in strides; only where pdfium
    turns right-to-left script round every character is asked for.
    """
    owner_of = api.char_object
    first = 0
    while first < count:
        owner = owner_of(text_page, first)
        last = first + 1
        if owner:  # pdfium's own guesses at spaces and line ends have no object
            while last + stride <= count and owner_of(text_page, last + stride - 1) == owner:
                last += stride
            high = min(count, last + stride - 1)
            while last < high:
                middle = (last + high) // 2
                if owner_of(text_page, middle) == owner:
                    last = middle + 1
                else:
                    high = middle
            yield first, last, owner
        first = last


def _direction_of(text_page: int, index: int, style: TextStyle) -> tuple[tuple[float, float], float]:
    if style.matrix is not None:
        a, b, _, _, e, f = style.matrix
        return (e, f), math.atan2(b, a)
    x, y = c_double(), c_double()
    api.char_origin(text_page, index, addressof(x), addressof(y))
    return (x.value, y.value), -api.char_angle(text_page, index)  # pdfium counts clockwise


def _letters(text_page: int, count: int) -> str:
    """The characters one by one; the bulk call is used where it keeps the indices."""
    buffer = (ctypes.c_ushort * (count + 2))()
    handle = ctypes.cast(text_page, raw.FPDF_TEXTPAGE)
    written = raw.FPDFText_GetText(handle, 0, count, buffer) - 1
    if written == count:
        text = bytes(memoryview(buffer))[: 2 * count].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
    codes = (api.char_unicode(text_page, i) for i in range(count))
    return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes)


# --- from pdfium's space to the upright page ---------------------------------------


def main_turn(objects: list[TextObject], to_page: Matrix) -> int:
    """The direction in which most of the page's letters read."""
    letters = {0: 0, 90: 0, 180: 0, 270: 0}
    for o in objects:
        letters[_turn(o.angle, to_page)] += len(o.text)
    best = max(letters, key=lambda turn: letters[turn])
    return best if letters[best] > MAIN_TURN_SHARE * sum(letters.values()) else 0


@lru_cache(maxsize=256)
def _turn(angle: float, to_page: Matrix) -> int:
    """Reading direction on the page, in quarters of degrees clockwise; what slants counts as upright."""
    a, b, c, d, _, _ = to_page
    dx, dy = math.cos(angle), math.sin(angle)
    slope = math.degrees(math.atan2(b * dx + d * dy, a * dx + c * dy))
    if abs(slope) <= LEVEL_DEGREES:
        return 0
    if abs(slope) >= 180 - LEVEL_DEGREES:
        return 180
    return 90 if slope > 0 else 270


def run_of(text: TextObject, to_page: Matrix) -> Run:
    """The text object as a run on the upright page."""
    a, b, c, d, e, f = to_page
    turn = _turn(text.angle, to_page)
    x, y = text.origin
    boxes, here = text.boxes, slice(text.first, text.last)
    if turn in (0, 180):
        by_x, by_y, shift, base = a, c, e, b * x + d * y + f
    else:
        by_x, by_y, shift, base = b, d, f, -(a * x + c * y + e)
    # the page may lie on its side in pdfium's space
    if abs(by_x) > abs(by_y):
        by, lower, upper = by_x, boxes.lefts[here], boxes.rights[here]
    else:
        by, lower, upper = by_y, boxes.bottoms[here], boxes.tops[here]
    if turn in (180, 270):
        by, shift, base = -by, -shift, -base
    starts, ends = _scaled(lower, by, shift), _scaled(upper, by, shift)
    if by < 0:
        starts, ends = ends, starts
    style = text.style
    return Run(
        text.text,
        starts,
        ends,
        base,
        style.size * math.hypot(c, d) or ends[0] - starts[0],
        style.bold,
        style.italic,
        turn,
        style.colour,
        style.order,
        mapped(style.clip, to_page) if style.clip else None,
        style.invisible,
        style.font,
        style.symbols,
    )


def _scaled(values: list[float], by: float, shift: float) -> list[float]:
    if by == 1.0:
        return [v + shift for v in values] if shift else values
    return [by * v + shift for v in values]
