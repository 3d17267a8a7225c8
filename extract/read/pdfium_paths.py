"""Takes the paths of a pdfium page for what they draw: ruling lines, coloured areas, small drawings."""

from __future__ import annotations

from ctypes import addressof, c_float
from dataclasses import dataclass, field
from itertools import repeat

from agendapack.extract.model import Box, Colour, Fill, Rule
from agendapack.extract.read import pdfium_api as api
from agendapack.extract.read.affine import Matrix, intersection, times
from agendapack.extract.read.paths import Piece, Shape, bounds_of, is_rectangle, lines, shape_of, subpaths
from agendapack.extract.read.pdfium_probe import MAX_SEGMENTS, Probe
from agendapack.extract.read.status_icons import is_signal

MAX_RULE_THICKNESS_PT = 3.0
"""A filled rectangle thinner than this is a ruling line, not an area."""
MIN_RULE_LENGTH_PT = 2.0
"""Shorter pieces are corner squares or dots."""
SLANT_PT = 1.0
"""A stroke may lean this much and still count as horizontal or vertical."""
FAINT_ALPHA = 40
"""A fill more transparent than this (of 255) is not seen."""
OPAQUE_ALPHA = 250
"""A fill at least this solid hides what is under it."""
MAX_SAMPLE, MAX_SAMPLED = 4_000, 40_000
"""Segments looked at of a drawing with more than `MAX_SEGMENTS`, and of all those of a page."""


@dataclass(slots=True)
class Drawings:
    """What the paths draw, in pdfium's page space (origin bottom left), with drawing order."""

    rules: list[tuple[Rule, int]] = field(default_factory=list)
    fills: list[tuple[Fill, int]] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    """Outlines of small drawings, such as arrows."""
    covers: list[tuple[Box, int]] = field(default_factory=list)
    """Opaque rectangles: what was drawn before is hidden under them."""
    signals: list[Fill] = field(default_factory=list)
    """Small drawings that speak by their colour."""
    backdrops: list[tuple[Box, int]] = field(default_factory=list)
    """Boxes of drawings that are no rectangles and may be what white text stands on."""
    outlines: list[Box] = field(default_factory=list)
    """Boxes of filled outlines that are no rectangles: letters may be drawn by them."""
    sampled: int = 0
    """Segments of large drawings that were looked at."""

    def take(self, obj: int, matrix: Matrix, order: int, probe: Probe) -> None:
        """Add what a path draws, if it can be seen."""
        filled, stroked = probe.painted(obj)
        if not (filled or stroked):
            return
        clip = probe.clip(obj, matrix)
        bounds = probe.bounds(obj, matrix)
        if clip is not None and intersection(bounds, clip) is None and not _thin(bounds):
            return
        segments = api.path_segments(obj)
        own = probe.matrix(obj)
        if segments > MAX_SEGMENTS:
            if filled:
                self.backdrops.append((bounds, order))
                self._sample(obj, segments, times(own, matrix))
            return
        pieces = _outline(obj, segments, times(own, matrix))
        drawn = stroked and self._strokes(obj, pieces, clip, own, order, probe)
        drawn = (filled and self._fill(obj, pieces, clip, order, probe)) or drawn
        if drawn and (shape := shape_of(pieces, bounds, order)) is not None:
            self.shapes.append(shape)

    def _sample(self, obj: int, segments: int, matrix: Matrix) -> None:
        """Take the first outlines of a large filled drawing: whole paragraphs are drawn as one."""
        some = min(segments, MAX_SAMPLE, MAX_SAMPLED - self.sampled)
        self.sampled += some
        self.outlines += map(bounds_of, subpaths(_outline(obj, some, matrix)))

    def _strokes(
        self, obj: int, pieces: list[Piece], clip: Box | None, own: Matrix, order: int, probe: Probe
    ) -> bool:
        """Take the straight strokes as rules; says whether they can be seen."""
        colour, alpha = probe.colour(api.stroke_colour, obj)
        if not alpha:
            return False
        width = probe.number(api.stroke_width, obj)
        thickness = width * abs(own[0] * own[3] - own[1] * own[2]) ** 0.5
        for line in lines(pieces):
            self._rule(line, thickness, colour, clip, order)
        return True

    def _rule(
        self,
        line: tuple[float, float, float, float],
        thickness: float,
        colour: Colour,
        clip: Box | None,
        order: int,
    ) -> None:
        x0, y0, x1, y1 = line
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
            self.rules.append((Rule(box, horizontal, thickness, colour), order))

    def _fill(self, obj: int, pieces: list[Piece], clip: Box | None, order: int, probe: Probe) -> bool:
        """Take the filled rectangles as areas or rules; says whether they can be seen."""
        colour, alpha = probe.colour(api.fill_colour, obj)
        if not alpha:
            return False
        for outline in subpaths(pieces):
            box = bounds_of(outline)
            shown = intersection(box, clip) if clip else box
            if shown is None:
                continue
            if not is_rectangle(outline):
                self.backdrops.append((shown, order))
                self.outlines.append(shown)
                if alpha >= FAINT_ALPHA and is_signal(shown, seen := _over_white(colour, alpha)):
                    self.signals.append(Fill(shown, seen))
            elif _thin(shown):
                self._bar(shown, colour, order)
            elif alpha >= FAINT_ALPHA:
                self.fills.append((Fill(shown, _over_white(colour, alpha)), order))
                if alpha >= OPAQUE_ALPHA and not api.has_transparency(obj):
                    self.covers.append((shown, order))
        return True

    def _bar(self, box: Box, colour: Colour, order: int) -> None:
        """A thin filled rectangle is a rule along its middle."""
        if box.width >= box.height:
            self._rule((box.x0, box.mid_y, box.x1, box.mid_y), box.height, colour, None, order)
        else:
            self._rule((box.mid_x, box.top, box.mid_x, box.bottom), box.width, colour, None, order)


def _outline(obj: int, segments: int, matrix: Matrix) -> list[Piece]:
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


def _thin(box: Box) -> bool:
    return min(box.width, box.height) <= MAX_RULE_THICKNESS_PT


def _over_white(colour: Colour, alpha: int) -> Colour:
    if alpha == 255:
        return colour
    share = alpha / 255
    r, g, b = (round(255 - (255 - c) * share) for c in colour)
    return (r, g, b)
