"""Rules, fills, gradients and arrows, from whatever they are drawn with."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from read.pdfs import page_of

Points = list[tuple[float, float]]

BLOCK: Points = [(0, 10), (6, 3), (2, 3), (2, -8), (-2, -8), (-2, 3), (-6, 3)]
TRIANGLE: Points = [(0, 7), (6, -5), (-6, -5)]
BARBED: Points = [(0, 10), (6, 1), (4, 0), (1, 4), (1, -9), (-1, -9), (-1, 4), (-4, 0), (-6, 1)]
CHEVRON: Points = [(-5, 2), (0, 9), (5, 2)]
SHAFT: Points = [(0, 9), (0, -9)]


def turned(points: Points, degrees: float, x: float = 200, y: float = 150, grow: float = 1) -> Points:
    """Turn clockwise and move."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x + grow * (px * cos + py * sin), y + grow * (py * cos - px * sin)) for px, py in points]


def path(points: Points, close: bool = True) -> str:
    head, *rest = [f"{x:.3f} {y:.3f}" for x, y in points]
    return f"{head} m " + " ".join(f"{p} l" for p in rest) + (" h " if close else " ")


DRAWN = [
    lambda turn: path(turned(BLOCK, turn)) + "f",
    lambda turn: path(turned(BLOCK, turn)) + "S",
    lambda turn: path(turned(BLOCK, turn)) + "f " + path(turned(BLOCK, turn)) + "S",  # filled, then outlined
    lambda turn: path(turned(BARBED, turn)) + "f*",
    lambda turn: path(turned(TRIANGLE, turn)) + "f",
    lambda turn: path(turned(CHEVRON, turn), False) + "S " + path(turned(SHAFT, turn), False) + "S",
    lambda turn: path(turned(SHAFT, turn), False) + path(turned(CHEVRON, turn), False) + "S",
    lambda turn: path(turned(BLOCK, turn + 3, grow=0.6)) + "f",  # small and not quite straight
]


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize(("turn", "sign"), [(0, "↑"), (90, "→"), (180, "↓"), (270, "←")])
def test_an_arrow_is_read_once(tmp_path: Path, draw: object, turn: int, sign: str) -> None:
    page = page_of(tmp_path, draw(turn))  # type: ignore[operator]
    assert [g.text for g in page.glyphs] == [sign]
    assert not page.rules
    assert page.glyphs[0].box.holds(200, 150)


@pytest.mark.parametrize(("turn", "sign"), [(45, "↗"), (135, "↘"), (225, "↙"), (315, "↖")])
def test_slanting_arrows(tmp_path: Path, turn: int, sign: str) -> None:
    assert [g.text for g in page_of(tmp_path, path(turned(BLOCK, turn)) + "f").glyphs] == [sign]


NO_ARROWS = {
    "square": path([(200, 150), (210, 150), (210, 160), (200, 160)]) + "f",
    "diamond": path([(200, 150), (205, 156), (210, 150), (205, 144)]) + "f",
    "circle": "200 150 m 200 153 202 155 205 155 c 208 155 210 153 210 150 c "
    "210 147 208 145 205 145 c 202 145 200 147 200 150 c f",
    "block with a tip": path([(200, 150), (220, 150), (226, 156), (220, 162), (200, 162)]) + "f",
    "tick": path([(200, 155), (204, 150), (212, 162)], False) + "S",
    "slash": path([(200, 150), (210, 160)], False) + "S",
    "folded corner": path([(200, 150), (210, 150), (210, 160)]) + "f",
    "corner of a table": path([(200, 150), (230, 150)], False) + path([(200, 150), (200, 180)], False) + "S",
    "large triangle": path(turned(TRIANGLE, 0, grow=8)) + "f",
}


@pytest.mark.parametrize("name", NO_ARROWS)
def test_other_drawings_are_no_arrows(tmp_path: Path, name: str) -> None:
    assert page_of(tmp_path, NO_ARROWS[name]).glyphs == ()


def test_two_arrows_in_two_cells_are_two(tmp_path: Path) -> None:
    page = page_of(tmp_path, path(turned(BLOCK, 0, 100)) + "f " + path(turned(BLOCK, 180, 130)) + "f")
    assert [g.text for g in page.glyphs] == ["↑", "↓"]


RULES = [
    ("50 100 m 150 100 l S", True, (50, 200, 150, 200)),
    ("50 100 m 50 150 l S", False, (50, 150, 50, 200)),
    ("50 100 100 0.5 re f", True, (50, 199.75, 150, 199.75)),  # a thin filled box
    ("q 60 0 40 300 re W n 50 100 m 150 100 l S Q", True, (59, 200, 101, 200)),  # as far as its clip
]


@pytest.mark.parametrize(("content", "horizontal", "place"), RULES)
def test_rules(tmp_path: Path, content: str, horizontal: bool, place: tuple[float, ...]) -> None:
    (rule,) = page_of(tmp_path, content).rules
    assert rule.horizontal is horizontal
    assert (rule.box.x0, rule.box.top, rule.box.x1, rule.box.bottom) == pytest.approx(place, abs=0.1)


def test_fills_have_the_colour_that_is_seen(tmp_path: Path) -> None:
    half = "/ExtGState<</G20 <</ca 0.5>>>>"
    page = page_of(tmp_path, "1 0 0 rg 50 100 40 20 re f /G20 gs 100 100 40 20 re f", resources=half)
    solid, pale = (fill.colour for fill in page.fills)
    assert solid == (255, 0, 0)
    assert pale == pytest.approx((255, 128, 128), abs=1)


def test_a_gradient_is_a_fill_of_its_mean_colour(tmp_path: Path) -> None:
    shading = (
        "<</ShadingType 2/ColorSpace/DeviceRGB/Coords[50 0 150 0]/Extend[true true]"
        "/Function<</FunctionType 2/Domain[0 1]/C0[0 0.6 0]/C1[0 0.8 0]/N 1>>>>"
    )
    page = page_of(
        tmp_path, "q 50 100 100 20 re W n /S1 sh Q", resources="/Shading<</S1 20 0 R>>", more=(shading,)
    )
    (fill,) = page.fills
    assert (fill.box.x0, fill.box.top, fill.box.x1, fill.box.bottom) == pytest.approx(
        (50, 180, 150, 200), abs=1
    )
    red, green, blue = fill.colour
    assert (red, blue) == (0, 0)
    assert 165 <= green <= 192


DISC = (
    "200 150 m 200 153 202 155 205 155 c 208 155 210 153 210 150 c "
    "210 147 208 145 205 145 c 202 145 200 147 200 150 c h f"
)
ICON = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 3>>"
    "stream\n\x10\xb0\x20\nendstream"
)
SIGNALS = {
    "a disc": ("0.9 0.1 0.1 rg " + DISC, (230, 26, 26)),
    "a grey disc": ("0.5 0.5 0.5 rg " + DISC, None),
    "a disc as large as a chart": ("0.9 0.1 0.1 rg q 20 0 0 20 -3900 -2900 cm " + DISC + " Q", None),
    "an arrow in a colour": ("0 0.5 0 rg " + path(turned(BLOCK, 0)) + "f", (0, 128, 0)),
    "a sign in a colour": ("BT 0 0.5 0 rg /F3 12 Tf 200 150 Td (\\267) Tj ET", (0, 128, 0)),
    "a word in a colour": ("BT 0 0.5 0 rg /F1 12 Tf 200 150 Td (high) Tj ET", None),
    "an icon": ("q 10 0 0 10 200 150 cm /I1 Do Q", (16, 176, 32)),
    "a photograph": ("q 90 0 0 90 200 150 cm /I1 Do Q", None),
}


@pytest.mark.parametrize(("content", "colour"), SIGNALS.values(), ids=SIGNALS)
def test_what_speaks_by_its_colour(tmp_path: Path, content: str, colour: tuple[int, int, int] | None) -> None:
    page = page_of(tmp_path, content, resources="/XObject<</I1 20 0 R>>", more=(ICON,))
    assert [f.colour for f in page.signals] == ([colour] if colour else [])
