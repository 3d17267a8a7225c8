"""The compiled walk over a page (`pagewalk.c`): one call asks pdfium for hundreds of objects or characters.

Where it was not built, or with AGENDAPACK_PURE=1, `page_walk` is None and pdfium is asked call by call,
with the same results. The library links with nothing: it is given the addresses of the functions of the
pdfium that pypdfium2 has loaded, by the names that it lists itself.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from ctypes import POINTER, Structure, addressof, c_char, c_char_p, c_double, c_int32, c_void_p
from functools import cache
from pathlib import Path
from struct import Struct
from typing import Any

import pypdfium2.raw as raw

from agendapack.extract.model import Box
from agendapack.extract.read.paths import Piece
from agendapack.extract.read.pdfium_objects import MAX_DEPTH, MAX_OBJECTS, PageObjects
from agendapack.extract.read.pdfium_paths import (
    MAX_RULE_THICKNESS_PT,
    MAX_SAMPLE,
    MAX_SAMPLED,
    MAX_SEGMENTS,
    PaintedPath,
)

PURE = "AGENDAPACK_PURE"
"""Set to 1, everything is read by Python alone."""
# on Linux .so alone would be taken for a module of Python
SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so.1")
LIBRARY = Path(__file__).with_name(f"pagewalk{SUFFIX}")

# what the library writes, as declared in pagewalk.c; 0d and 0P: the padding at the end
_TEXT, _PATH, _AREA, _SPAN = Struct("11d2P3i4I0d"), Struct("15d7i8I0d"), Struct("8dP3i0d"), Struct("P2i0P")
RECORDS, SPANS = 512, 1024
"""Objects of each kind and stretches of characters that one call may write."""
PIECES = 2 * MAX_SAMPLE
"""The same of segments of paths: more than any one path has that are looked at."""


class _Out(Structure):
    _fields_ = (
        *((name, c_void_p) for name in ("texts", "paths", "areas", "xs", "ys", "kinds", "closes")),
        *((f"room_{name}", c_int32) for name in ("texts", "paths", "areas", "pieces")),
        *((f"{name}_used", c_int32) for name in ("texts", "paths", "areas", "pieces")),
    )


class _Bounds(Structure):
    _fields_ = (
        ("thin", c_double),
        *((name, c_int32) for name in ("objects", "depth", "segments", "sample", "sampled")),
    )


class _Walk(Structure):
    """The beginning of the library's own; behind it stand the forms that the walk is in."""

    _fields_ = (("bounds", _Bounds), *((name, c_int32) for name in ("order", "depth", "sampled", "count")))


@cache
def page_walk() -> PageWalk | None:
    """The compiled walk; None where there is none or none is wanted."""
    return None if os.environ.get(PURE) == "1" or _is_stale(LIBRARY) else loaded(LIBRARY)


def loaded(library: Path) -> PageWalk | None:
    """The walk of a library; None when it cannot be loaded here, or was built from another source."""
    try:
        return PageWalk(ctypes.PyDLL(str(library)))
    except (OSError, ValueError, AttributeError):
        return None


def _is_stale(library: Path) -> bool:
    """Whether a library is missing, or in a checkout older than its source."""
    source = library.with_suffix(".c")
    try:
        return source.exists() and library.stat().st_mtime < source.stat().st_mtime
    except OSError:
        return True


class PageWalk:
    """Calls the library; pdfium reads in one thread at a time, and so does this."""

    def __init__(self, library: ctypes.PyDLL) -> None:
        """Give the library pdfium's functions; raises ValueError when it does not write what is read here."""
        sizes = (c_int32 * 6).in_dll(library, "pagewalk_sizes")
        own = [form.size for form in (_TEXT, _PATH, _AREA, _SPAN)]
        if list(sizes)[:5] != [*own, ctypes.sizeof(_Out)] or sizes[5] < ctypes.sizeof(_Walk):
            raise ValueError("the library was built from another source")
        self._walk_size = sizes[5]
        listed = c_char_p(addressof(c_char.in_dll(library, "pagewalk_functions")))
        names = (listed.value or b"").decode("ascii").split()
        addresses = [ctypes.cast(getattr(raw, name), c_void_p).value for name in names]
        self._pdfium = (c_void_p * len(names))(*addresses)
        pointer, number = c_void_p, c_int32
        self._begin, self._go_on = library.pagewalk_begin, library.pagewalk_go_on
        self._boxes, self._spans = library.pagewalk_boxes, library.pagewalk_spans
        self._begin.argtypes, self._begin.restype = (pointer, pointer, pointer), None
        self._go_on.argtypes, self._go_on.restype = (pointer, pointer, pointer), number
        self._boxes.argtypes, self._boxes.restype = (pointer, pointer, number, pointer), None
        self._spans.restype = number
        self._spans.argtypes = (pointer, pointer, POINTER(number), number, number, pointer, number)

    def objects(self, page: int) -> PageObjects:
        """Gather the objects of a page given its handle's address."""
        found, arrays = PageObjects(), _Arrays()
        state = ctypes.create_string_buffer(self._walk_size)
        walk = _Walk.from_buffer(state)
        walk.bounds = _Bounds(
            MAX_RULE_THICKNESS_PT, MAX_OBJECTS, MAX_DEPTH, MAX_SEGMENTS, MAX_SAMPLE, MAX_SAMPLED
        )
        self._begin(self._pdfium, page, state)
        more = True
        while more:
            more = self._go_on(self._pdfium, state, addressof(arrays.out))
            arrays.give(found)
        found.count = max(walk.count, walk.order)
        return found

    def boxes(self, text_page: int, count: int, at: int) -> None:
        """Write left, top, right and bottom of each character to an address."""
        self._boxes(self._pdfium, text_page, count, at)

    def spans(self, text_page: int, count: int, stride: int) -> Iterator[tuple[int, int, int]]:
        """First character, end and address of each text object."""
        start, buffer = c_int32(0), bytearray(SPANS * _SPAN.size)
        at = _address(buffer)
        while start.value < count:
            used = self._spans(self._pdfium, text_page, start, count, stride, at, SPANS)
            for owner, first, last in _written(_SPAN, buffer, used):
                yield first, last, owner


class _Arrays:
    """What the library writes into, and what it means."""

    def __init__(self) -> None:
        self._texts, self._paths, self._areas = (bytearray(RECORDS * f.size) for f in (_TEXT, _PATH, _AREA))
        self._xs, self._ys = bytearray(8 * PIECES), bytearray(8 * PIECES)
        self._kinds, self._closes = bytearray(PIECES), bytearray(PIECES)
        points = (self._xs, self._ys, self._kinds, self._closes)
        addresses = map(_address, (self._texts, self._paths, self._areas, *points))
        self.out = _Out(*addresses, RECORDS, RECORDS, RECORDS, PIECES)

    def give(self, found: PageObjects) -> None:
        """Hand over what the last call wrote."""
        for record in _written(_TEXT, self._texts, self.out.texts_used):
            a, b, c, d, e, f, size, *clip, obj, font, order, mode, clipped, red, green, blue, alpha = record
            shown = Box(*clip) if clipped else None
            colour = (red, green, blue), alpha
            found.take_text(obj or 0, order, font or 0, mode, colour, size, (a, b, c, d, e, f), shown)
        if self.out.paths_used:
            self._give_paths(found.drawn.take)
        for record in _written(_AREA, self._areas, self.out.areas_used):
            obj, order, kind, clipped = record[8:]
            shown = Box(*record[4:8]) if clipped else None
            found.take_area(obj, order, kind == raw.FPDF_PAGEOBJ_IMAGE, Box(*record[:4]), shown)

    def _give_paths(self, take: Callable[[PaintedPath], None]) -> None:
        pieces, at = self._pieces(), 0
        for record in _written(_PATH, self._paths, self.out.paths_used):
            order, clipped, filled, stroked, transparent, segments, count = record[15:22]
            path = PaintedPath(
                order,
                Box(*record[7:11]),
                Box(*record[11:15]) if clipped else None,
                record[:6],
                segments,
                pieces[at : at + count],
                (record[26:29], record[29]) if stroked else None,
                record[6],
                (record[22:25], record[25]) if filled else None,
                bool(transparent),
            )
            take(path)
            at += count

    def _pieces(self) -> list[Piece]:
        used = self.out.pieces_used
        xs, ys = (memoryview(side).cast("d")[:used].tolist() for side in (self._xs, self._ys))
        kinds = memoryview(self._kinds).cast("b")[:used].tolist()
        closes = map(bool, self._closes[:used])
        return list(zip(kinds, xs, ys, closes, strict=True))


def _written(form: Struct, buffer: bytearray, records: int) -> Iterator[tuple[Any, ...]]:
    return form.iter_unpack(memoryview(buffer)[: records * form.size])


def _address(buffer: bytearray) -> int:
    return addressof(c_char.from_buffer(buffer))
