"""Asks pdfium about one object at a time; keeps the buffers that it writes its answers to."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import addressof, c_float, c_int, c_uint
from itertools import repeat

from agendapack.extract.model import Box, Colour
from agendapack.extract.read import pdfium_api as api
from agendapack.extract.read.affine import IDENTITY, Matrix, intersection, mapped
from agendapack.extract.read.paths import Piece
from agendapack.extract.read.pdfium_paths import MAX_SEGMENTS


class Probe:
    """What pdfium says of the objects of one page; boxes are in its page space."""

    def __init__(self) -> None:
        self._clips: dict[tuple[object, ...], Box | None] = {}
        self._floats = [c_float() for _ in range(4)]
        self._float_addresses = [addressof(f) for f in self._floats]
        self._bytes = [c_uint() for _ in range(4)]
        self._byte_addresses = [addressof(u) for u in self._bytes]
        self._matrix = (c_float * 6)()
        self._matrix_address = addressof(self._matrix)
        self._ints = [c_int(), c_int()]
        self._int_addresses = [addressof(i) for i in self._ints]

    def colour(self, getter: Callable[..., int], obj: int) -> tuple[Colour, int]:
        """Colour and opacity (0-255)."""
        if not getter(obj, *self._byte_addresses):
            return (0, 0, 0), 255
        r, g, b, alpha = self._bytes
        return (r.value, g.value, b.value), alpha.value

    def matrix(self, obj: int) -> Matrix:
        """The object's own matrix."""
        if not api.object_matrix(obj, self._matrix_address):
            return IDENTITY
        a, b, c, d, e, f = self._matrix
        return (a, b, c, d, e, f)

    def number(self, getter: Callable[..., int], obj: int) -> float:
        """A size or width."""
        getter(obj, self._float_addresses[0])
        return self._floats[0].value

    def painted(self, path: int) -> tuple[bool, bool]:
        """Whether a path is filled, and whether it is stroked."""
        if not api.draw_mode(path, *self._int_addresses):
            return False, False
        mode, stroke = self._ints
        return mode.value != 0, stroke.value != 0

    def bounds(self, obj: int, matrix: Matrix) -> Box:
        """The box around the object."""
        if not api.object_bounds(obj, *self._float_addresses):
            return Box(0, 0, 0, 0)
        left, bottom, right, top = self._floats
        return mapped(Box(left.value, bottom.value, right.value, top.value), matrix)

    def outline(self, obj: int, segments: int, matrix: Matrix) -> list[Piece]:
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

    def clip(self, obj: int, matrix: Matrix) -> Box | None:
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
        x, y = self._floats[:2]
        at_x, at_y = self._float_addresses[:2]
        xs, ys = [], []
        for j in range(count):
            if api.segment_point(api.clip_segment(path, index, j), at_x, at_y):
                xs.append(x.value)
                ys.append(y.value)
        return Box(min(xs), min(ys), max(xs), max(ys)) if xs else None
