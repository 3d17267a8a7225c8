"""Takes the paths of a pdfium page for what they draw: ruling lines, coloured areas, small drawings."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour, Fill, Rule
from agendapack.extract.read.affine import Matrix, intersection
from agendapack.extract.read.paths import (
    LEAN_PT,
    Piece,
    Shape,
    bounds_of,
    is_rectangle,
    lines,
    shape_of,
    subpaths,
)
from agendapack.extract.read.status_icons import is_signal

MAX_RULE_THICKNESS_PT = 3.0
"""A filled rectangle thinner than this is a ruling line, not an area."""
MIN_RULE_LENGTH_PT = 2.0
"""Shorter pieces are corner squares or dots."""
FAINT_ALPHA = 40
"""A fill more transparent than this (of 255) is not seen."""
OPAQUE_ALPHA = 250
"""A fill at least this solid hides what is under it."""
MAX_SEGMENTS = 400
"""A single path with more segments is a drawing (map, chart, letter outline), not a rule."""
MAX_SAMPLE, MAX_SAMPLED = 4_000, 40_000
"""Segments looked at of a drawing with more than `MAX_SEGMENTS`, and of all those of a page."""


class PaintedPath(NamedTuple):
    """A path that fills or strokes and is not clipped away, in pdfium's page space."""

    order: int
    bounds: Box
    clip: Box | None
    own: Matrix
    """The path's own matrix, without that of the form it stands in."""
    segments: int
    pieces: list[Piece]
    """Its outline; of a path with more than `MAX_SEGMENTS` its beginning, if it is filled."""
    stroke: tuple[Colour, int] | None
    """Colour and opacity (0-255); None when it is not stroked."""
    width: float
    fill: tuple[Colour, int] | None
    transparent: bool
    """Whether what lies under its filling may show through for other reasons than its opacity."""


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

    def take(self, path: PaintedPath) -> None:
        """Add what a path draws."""
        if path.segments > MAX_SEGMENTS:
            if path.fill:  # whole paragraphs are drawn as one
                self.backdrops.append((path.bounds, path.order))
                self.outlines += map(bounds_of, subpaths(path.pieces))
            return
        drawn = path.stroke is not None and self._strokes(path, *path.stroke)
        drawn = (path.fill is not None and self._fill(path, *path.fill)) or drawn
        if drawn and (shape := shape_of(path.pieces, path.bounds, path.order)) is not None:
            self.shapes.append(shape)

    def _strokes(self, path: PaintedPath, colour: Colour, alpha: int) -> bool:
        """Take the straight strokes as rules; says whether they can be seen."""
        if not alpha:
            return False
        own = path.own
        thickness = path.width * abs(own[0] * own[3] - own[1] * own[2]) ** 0.5
        for line in lines(path.pieces):
            self._rule(line, thickness, colour, path.clip, path.order)
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
        horizontal = abs(y1 - y0) <= LEAN_PT
        if not horizontal and abs(x1 - x0) > LEAN_PT:
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

    def _fill(self, path: PaintedPath, colour: Colour, alpha: int) -> bool:
        """Take the filled rectangles as areas or rules; says whether they can be seen."""
        if not alpha:
            return False
        clip, order = path.clip, path.order
        for outline in subpaths(path.pieces):
            box = bounds_of(outline)
            shown = intersection(box, clip) if clip else box
            if shown is None:
                continue
            if not is_rectangle(outline):
                self.backdrops.append((shown, order))
                self.outlines.append(shown)
                if alpha >= FAINT_ALPHA and is_signal(shown, seen := _over_white(colour, alpha)):
                    self.signals.append(Fill(shown, seen))
            elif is_thin(shown):
                self._bar(shown, colour, order)
            elif alpha >= FAINT_ALPHA:
                self.fills.append((Fill(shown, _over_white(colour, alpha)), order))
                if alpha >= OPAQUE_ALPHA and not path.transparent:
                    self.covers.append((shown, order))
        return True

    def _bar(self, box: Box, colour: Colour, order: int) -> None:
        """A thin filled rectangle is a rule along its middle."""
        if box.width >= box.height:
            self._rule((box.x0, box.mid_y, box.x1, box.mid_y), box.height, colour, None, order)
        else:
            self._rule((box.mid_x, box.top, box.mid_x, box.bottom), box.width, colour, None, order)


def is_thin(box: Box) -> bool:
    """Whether a box is a line rather than an area."""
    return min(box.width, box.height) <= MAX_RULE_THICKNESS_PT


def _over_white(colour: Colour, alpha: int) -> Colour:
    if alpha == 255:
        return colour
    share = alpha / 255
    r, g, b = (round(255 - (255 - c) * share) for c in colour)
    return (r, g, b)
