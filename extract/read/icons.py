"""Small pictures that stand for a word: the colour that is seen in them, and the arrow or bar they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour
from agendapack.extract.read.affine import Matrix, mapped
from agendapack.extract.read.glyphs import LineSegment, direction
from agendapack.extract.read.shading import SmallPicture, middle_colour, page_picture

MIN_PT, MAX_PT = 3.5, 30.0
"""Sides of an icon: a full stop is smaller, a chart larger."""
MAX_ICONS = 400
"""Icons of a page that are looked at."""
ACROSS_PX = 24
"""Pixels across the smallest icon: enough to show head and shaft."""
MAX_SCALE = 4.0
"""Pixels a point at most, and so the size of the picture."""
APART = 60
"""How much a part of a colour (of 255) must differ from the ground that an icon stands on."""
LEVEL = 2.0
"""A bar that says "no change" is so much wider than high,"""
SOLID = 0.85
"""and has colour in so much of its box."""
BAR = "▬"

Place = tuple[int, int]
"""Column and row of a pixel of an icon."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A small picture on the upright page."""

    box: Box
    colour: Colour
    """What most of it shows that differs from the ground it stands on; else that ground."""
    sign: str
    """The arrow that it shows, or the bar; empty when it shows neither."""


def icons(pictures: Sequence[Box], handle: Any, upright: Matrix, to_page: Matrix) -> list[Icon]:
    """The icons among the pictures of a loaded page."""
    small = [b for b in pictures if min(b.width, b.height) >= MIN_PT and max(b.width, b.height) <= MAX_PT]
    small = small[:MAX_ICONS]
    smallest = min((min(box.width, box.height) for box in small), default=0.0)
    picture = page_picture(handle, min(ACROSS_PX / smallest, MAX_SCALE)) if small else None
    if picture is None:
        return []
    signs: dict[frozenset[Place], str] = {}
    found = []
    for box in small:
        points, ground = _points(picture, mapped(box, upright))
        form = frozenset(at for at, colour in points.items() if _apart(colour, ground))
        if form not in signs:
            signs[form] = _sign(form)
        colour = middle_colour([points[at] for at in form]) if form else ground
        found.append(Icon(mapped(box, to_page), colour, signs[form]))
    return found


def _points(picture: SmallPicture, box: Box) -> tuple[Mapping[Place, Colour], Colour]:
    """What is seen at each pixel of the box, and what most of its corners show."""
    step = 1 / picture.scale
    columns, rows = max(1, int(box.width * picture.scale)), max(1, int(box.height * picture.scale))
    seen = {
        (i, j): picture.colour(box.x0 + (i + 0.5) * step, box.top + (j + 0.5) * step)
        for i in range(columns)
        for j in range(rows)
    }
    corners = [seen[i, j] for i in (0, columns - 1) for j in (0, rows - 1)]
    return seen, max(corners, key=corners.count)


def _apart(colour: Colour, ground: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(colour, ground, strict=True)) > APART


def _sign(form: frozenset[Place]) -> str:
    """The arrow or the bar that the pixels show."""
    if not form:
        return ""
    width = max(i for i, _ in form) - min(i for i, _ in form) + 1
    height = max(j for _, j in form) - min(j for _, j in form) + 1
    if width >= LEVEL * height and len(form) >= SOLID * width * height:
        return BAR
    return direction([*_outline(form)])


def _outline(form: frozenset[Place]) -> Iterator[LineSegment]:
    """Both sides of each row of pixels, and both ends of each column."""
    for j in {j for _, j in form}:
        across = [i for i, row in form if row == j]
        for x in (min(across), max(across) + 1):
            yield float(x), float(j), float(x), float(j + 1)
    for i in {i for i, _ in form}:
        down = [j for column, j in form if column == i]
        for y in (min(down), max(down) + 1):
            yield float(i), float(y), float(i + 1), float(y)
