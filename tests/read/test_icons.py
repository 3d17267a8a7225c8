"""Small pictures that say something: arrows and bars by their outline, the others by their colour."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest
from read.pdfs import pdf

from agendapack.extract.model import Box, Colour
from agendapack.extract.read import icons as module
from agendapack.extract.read.affine import Matrix
from agendapack.extract.read.icons import icons
from agendapack.extract.read.shading import SmallPicture, page_picture

LEVEL: Matrix = (1, 0, 0, 1, 0, 0)
GREEN, AMBER, WHITE = (32, 160, 64), (240, 160, 0), (255, 255, 255)
UP = """
....##....
...####...
..######..
.########.
##########
...####...
...####...
...####...
...####...
...####...
"""
DASH = """
..........
..........
..........
..........
##########
##########
..........
..........
..........
..........
"""
TRIANGLE = """
....##....
....##....
...####...
...#..#...
..##..##..
..##..##..
.########.
.###..###.
##########
##########
"""
DISC = """
...####...
.########.
.########.
##########
##########
##########
##########
.########.
.########.
...####...
"""


def turned(form: str, quarters: int) -> list[str]:
    """The rows of a form, turned clockwise."""
    rows = form.split()
    for _ in range(quarters):
        rows = ["".join(column) for column in zip(*rows[::-1], strict=True)]
    return rows


def seen(
    rows: list[str], colour: Colour, ground: Colour = WHITE, side: float = 10.0
) -> list[tuple[str, Colour]]:
    """Sign and colour of an icon of this size that shows the rows."""
    pixels = 24
    data = bytearray()
    for j in range(pixels):
        for i in range(pixels):
            lit = rows[j * 10 // pixels][i * 10 // pixels] == "#"
            data += bytes((*(colour if lit else ground)[::-1], 0))
    picture = SmallPicture(bytes(data), 4 * pixels, pixels, pixels, pixels / side)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "page_picture", lambda *_: picture)
        return [(i.sign, i.colour) for i in icons([Box(0, 0, side, side)], None, LEVEL, LEVEL)]


@pytest.mark.parametrize(("quarters", "sign"), [*enumerate("↑→↓←")])
@pytest.mark.parametrize("ground", [WHITE, (214, 228, 240)], ids=["white", "on a stripe"])
def test_an_arrow_points_where_its_picture_does(quarters: int, sign: str, ground: Colour) -> None:
    assert seen(turned(UP, quarters), GREEN, ground) == [(sign, GREEN)]


@pytest.mark.parametrize(("quarters", "sign"), [(0, "▬"), (1, "")], ids=["level", "upright"])
def test_a_level_bar_is_a_sign(quarters: int, sign: str) -> None:
    assert seen(turned(DASH, quarters), GREEN) == [(sign, GREEN)]


@pytest.mark.parametrize("form", [TRIANGLE, DISC], ids=["triangle", "disc"])
def test_the_colour_is_that_of_the_form_not_of_what_it_stands_on(form: str) -> None:
    ((_, colour),) = seen(turned(form, 0), AMBER)
    assert colour == AMBER
    assert seen(turned(DISC, 0), AMBER)[0][0] == ""


@pytest.mark.parametrize(("difference", "sign"), [(61, "↑"), (59, "")], ids=["APART", "APART less"])
def test_a_form_must_differ_from_its_ground(difference: int, sign: str) -> None:
    assert seen(turned(UP, 0), (255 - difference, 255, 255))[0][0] == sign


@pytest.mark.parametrize(("side", "count"), [(3.6, 1), (3.4, 0), (29.9, 1), (30.1, 0)])
def test_icons_are_small_but_no_dots(side: float, count: int) -> None:
    assert len(seen(turned(DISC, 0), GREEN, side=side)) == count


@pytest.mark.parametrize(("many", "count"), [(400, 400), (401, 400)], ids=["MAX_ICONS", "MAX_ICONS more"])
def test_so_many_icons_are_looked_at(many: int, count: int) -> None:
    picture = SmallPicture(bytes(4 * 24 * 24), 4 * 24, 24, 24, 2.4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "page_picture", lambda *_: picture)
        assert len(icons([Box(0, 0, 10, 10)] * many, None, LEVEL, LEVEL)) == count


@pytest.mark.parametrize(("high", "sign"), [(5, "▬"), (6, "")], ids=["LEVEL", "LEVEL less"])
def test_a_bar_is_so_much_wider_than_high(high: int, sign: str) -> None:
    rows = ["." * 10] * 2 + ["#" * 10] * high + ["." * 10] * (8 - high)
    assert seen(rows, GREEN)[0][0] == sign


@pytest.mark.parametrize(("holes", "sign"), [(1, "▬"), (2, "")], ids=["SOLID", "SOLID less"])
def test_a_bar_is_solid(holes: int, sign: str) -> None:
    middle = "###" + "." * holes + "#" * (7 - holes)
    rows = ["." * 10] * 4 + [middle] * 2 + ["." * 10] * 4
    assert seen(rows, GREEN)[0][0] == sign


# --- on a page that pdfium draws -------------------------------------------------------------------

OUTLINE = ((0.5, 1), (1, 0.5), (0.65, 0.5), (0.65, 0), (0.35, 0), (0.35, 0.5), (0, 0.5))
"""An arrow that points up, in a square from 0 to 1."""


def drawn(side: float, astray: float = 0.0) -> tuple[str, list[float]]:
    """The signs of arrows to all four sides, each so large, and the pixels a point they were seen with."""
    content, boxes = "0.1 0.6 0.2 rg\n", []
    for quarters in range(4):
        x, y, points = 50 + 40 * quarters + astray, 200 + astray, OUTLINE
        for _ in range(quarters):
            points = tuple((v, 1 - u) for u, v in points)  # type: ignore[assignment]
        first, *others = [f"{x + side * u:.3f} {y + side * v:.3f}" for u, v in points]
        content += f"{first} m {' '.join(f'{at} l' for at in others)} h f\n"
        boxes.append(Box(x, 300 - y - side, x + side, 300 - y))
    scales = []

    def watched(handle: Any, scale: float) -> SmallPicture | None:
        scales.append(scale)
        return page_picture(handle, scale)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "page_picture", watched)
        page = pypdfium2.PdfDocument(pdf(content))[0]
        return "".join(i.sign for i in icons(boxes, page.raw, LEVEL, LEVEL)), scales


@pytest.mark.parametrize("astray", [0.0, 0.3], ids=["on a whole point", "beside it"])
@pytest.mark.parametrize("side", [4, 6, 10, 20, 29])
def test_arrows_of_all_sizes_are_seen_with_head_and_shaft(side: float, astray: float) -> None:
    assert drawn(side, astray)[0] == "↑→↓←"


@pytest.mark.parametrize(
    ("side", "most"), [(29, 1.0), (12, 2.5), (4, 5.0)], ids=["ACROSS_PX", "smaller ones", "MAX_SCALE"]
)
def test_a_page_is_drawn_no_larger_than_its_icons_need(side: float, most: float) -> None:
    """A page of a square metre takes half a gigabyte at four pixels a point, more than twice that at six."""
    (scale,) = drawn(side)[1]
    assert scale < most
