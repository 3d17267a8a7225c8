"""Both sides of the bounds by which what is drawn is an arrow, a rule, an area, a small sign or nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pypdfium2.raw as raw
import pytest

from agendapack.extract.model import Box
from agendapack.extract.read.glyphs import LineSegment, arrows, direction, may_be_arrows
from agendapack.extract.read.paths import Piece, Shape, is_rectangle, shape_of
from agendapack.extract.read.pdfium_paths import Drawings, PaintedPath

# --- arrows ----------------------------------------------------------------------------------------

ARROW = (1, 3, 5, 7, 9, 10, 4, 4, 4, 4, 4, 4)
"""How wide an arrow that points up is in each of twelve steps."""


def around(points: Sequence[tuple[float, float]]) -> list[LineSegment]:
    return [(*a, *b) for a, b in zip(points, [*points[1:], points[0]], strict=True)]


def outline(widths: Sequence[float], lean: float = 0.0, tall: float = 12.0) -> list[LineSegment]:
    """An outline so wide at each of its steps; its middle moves to the right from top to bottom."""
    high = tall / len(widths)
    heights = [0.0, *(high * (n + 0.5) for n in range(len(widths))), tall]
    sides = [
        (y, w / 2, lean * y / tall) for y, w in zip(heights, [widths[0], *widths, widths[-1]], strict=True)
    ]
    right = [(at + half, y) for y, half, at in sides]
    left = [(at - half, y) for y, half, at in reversed(sides)]
    return around([*right, *left])


def head(*widths: float) -> tuple[float, ...]:
    """The arrow with another head."""
    return (*widths, *ARROW[len(widths) :])


@pytest.mark.parametrize(
    ("drawn", "sign"),
    [
        pytest.param(outline(ARROW), "↑", id="as it is"),
        pytest.param(outline(ARROW, tall=3.1), "↑", id="MIN_ARROW_PT"),
        pytest.param(outline(ARROW, tall=2.9), "", id="MIN_ARROW_PT less"),
        pytest.param(outline(head(3.9, 4)), "↑", id="TIP_SHARE"),
        pytest.param(outline(head(4.1, 4.5)), "", id="TIP_SHARE more"),
        pytest.param(outline((*ARROW[:6], *[7.4] * 6)), "↑", id="STEM_SHARE"),
        pytest.param(outline((*ARROW[:6], *[7.6] * 6)), "", id="STEM_SHARE more"),
        pytest.param(outline(ARROW, lean=3.5), "↑", id="SKEW_SHARE"),
        pytest.param(outline(ARROW, lean=4.1), "", id="SKEW_SHARE more"),
        pytest.param(outline((3, 4, 5, 6, 7.5, 8.9, 10, *[5.8] * 5)), "↑", id="MIRROR_SHARE"),
        pytest.param(outline((3, 4, 5, 6, 7.5, 8.9, 10, *[5.4] * 5)), "", id="MIRROR_SHARE less"),
        pytest.param(outline(head(1, 3, 6, 5.3, 8)), "↑", id="JITTER_SHARE"),
        pytest.param(outline(head(1, 3, 6, 5.1, 8)), "", id="JITTER_SHARE more"),
    ],
)
def test_outlines_that_point_up(drawn: Sequence[LineSegment], sign: str) -> None:
    assert direction(list(drawn)) == sign


def test_an_eighth_of_the_length_is_a_shaft_and_a_tenth_is_none() -> None:
    """SLICES cuts see two widths of the one, and one of the other."""

    def slanting(shaft: float) -> list[LineSegment]:
        end = 12 - 12 * shaft
        points = [(0, 0), (5, end), (1, end), (1, 12), (-1, 12), (-1, end), (-5, end)]
        cos = math.cos(math.radians(45))
        return around([(cos * (x - y), cos * (x + y)) for x, y in points])

    assert [direction(slanting(shaft)) for shaft in (0.13, 0.1)] == ["↗", ""]


def shape(lines: Sequence[LineSegment], *, slanted: bool = True) -> Shape:
    xs, ys = [x for a, _, b, _ in lines for x in (a, b)], [y for _, a, _, b in lines for y in (a, b)]
    return Shape(tuple(lines), Box(min(xs), min(ys), max(xs), max(ys)), 1, slanted)


TRIANGLE = around([(0, 0), (5, 12), (-5, 12)])


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        pytest.param(TRIANGLE, 1, id="MIN_LINES"),
        pytest.param([TRIANGLE[0], TRIANGLE[2]], 0, id="MIN_LINES fewer"),
        pytest.param([*TRIANGLE, *[TRIANGLE[0]] * 397], 1, id="MAX_LINES"),
        pytest.param([*TRIANGLE, *[TRIANGLE[0]] * 398], 0, id="MAX_LINES more"),
    ],
)
def test_how_many_lines_an_arrow_has(lines: Sequence[LineSegment], count: int) -> None:
    assert len([*arrows([shape(lines)])]) == count


@pytest.mark.parametrize(
    ("others", "gap", "kept"),
    [
        pytest.param(0, 0.5, True, id="TOUCH_PT"),
        pytest.param(0, 0.7, False, id="TOUCH_PT more"),
        pytest.param(499, 0.5, True, id="MAX_SLANTED"),
        pytest.param(500, 0.5, False, id="MAX_SLANTED more"),
    ],
)
def test_a_level_line_at_a_slanted_one_may_be_of_its_arrow(others: int, gap: float, kept: bool) -> None:
    far = [shape([(500, 500, 505, 505)])] * others
    line = shape([(0, 12 + gap, 5, 12 + gap)], slanted=False)
    assert (line in may_be_arrows([*far, shape(TRIANGLE), line])) is kept


# --- outlines --------------------------------------------------------------------------------------

MOVE, LINE, CURVE = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_LINETO, raw.FPDF_SEGMENT_BEZIERTO


def pieces(*points: tuple[float, float], kind: int = LINE) -> list[Piece]:
    return [(MOVE if not n else kind, x, y, False) for n, (x, y) in enumerate(points)]


def slope(size: float) -> Shape | None:
    """A slanted line as wide as it is high."""
    return shape_of(pieces((0, 0), (size, size)), Box(0, 0, size, size), 1)


@pytest.mark.parametrize(
    ("size", "small"),
    [(1.1, True), (0.9, False), (39, True), (41, False)],
    ids=["MIN_SHAPE_PT", "MIN_SHAPE_PT less", "MAX_SHAPE_PT", "MAX_SHAPE_PT more"],
)
def test_small_drawings(size: float, small: bool) -> None:
    assert (slope(size) is not None) is small


@pytest.mark.parametrize(("lean", "slanted"), [(0.9, False), (1.1, True)], ids=["LEAN_PT", "LEAN_PT more"])
def test_what_leans_a_little_stands(lean: float, slanted: bool) -> None:
    made = shape_of(pieces((0, 0), (lean, 9), (lean, 0)), Box(0, 0, lean, 9), 1)
    assert made and made.slanted is slanted
    assert is_rectangle([(0, 0), (9, 0), (9 + lean, 9), (0, 9)]) is not slanted


def test_a_curve_is_four_straight_lines() -> None:
    """CURVE_STEPS of them."""
    made = shape_of(pieces((0, 0), (0, 5), (5, 9), (9, 9), kind=CURVE), Box(0, 0, 9, 9), 1)
    assert made and len(made.lines) == 4


# --- paths -----------------------------------------------------------------------------------------

RED = (200, 0, 0)


def painted(
    points: Sequence[tuple[float, float]],
    *,
    stroke: bool = False,
    alpha: int = 255,
    segments: int = 0,
    clip: Box | None = None,
) -> Drawings:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    paint = (RED, alpha)
    drawn = Drawings()
    drawn.take(
        PaintedPath(
            order=1,
            bounds=Box(min(xs), min(ys), max(xs), max(ys)),
            clip=clip,
            own=(1, 0, 0, 1, 0, 0),
            segments=segments or len(points),
            pieces=pieces(*points),
            stroke=paint if stroke else None,
            width=1,
            fill=None if stroke else paint,
            transparent=False,
        )
    )
    return drawn


def box(width: float, height: float) -> list[tuple[float, float]]:
    return [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]


@pytest.mark.parametrize(
    ("points", "how", "rules", "fills"),
    [
        pytest.param(box(90, 2.9), {}, 1, 0, id="MAX_RULE_THICKNESS_PT"),
        pytest.param(box(90, 3.1), {}, 0, 1, id="MAX_RULE_THICKNESS_PT more"),
        pytest.param([(0, 0), (2.1, 0)], {"stroke": True}, 1, 0, id="MIN_RULE_LENGTH_PT"),
        pytest.param([(0, 0), (1.9, 0)], {"stroke": True}, 0, 0, id="MIN_RULE_LENGTH_PT less"),
        pytest.param([(0, 0), (90, 0.9)], {"stroke": True}, 1, 0, id="LEAN_PT a rule"),
        pytest.param([(0, 0), (90, 1.1)], {"stroke": True}, 0, 0, id="LEAN_PT a slope"),
        pytest.param(box(90, 9), {"alpha": 40}, 0, 1, id="FAINT_ALPHA"),
        pytest.param(box(90, 9), {"alpha": 39}, 0, 0, id="FAINT_ALPHA less"),
        pytest.param(box(90, 9), {"segments": 400}, 0, 1, id="MAX_SEGMENTS"),
        pytest.param(box(90, 9), {"segments": 401}, 0, 0, id="MAX_SEGMENTS more"),
    ],
)
def test_rules_and_areas(
    points: list[tuple[float, float]], how: dict[str, int], rules: int, fills: int
) -> None:
    drawn = painted(points, **how)  # type: ignore[arg-type]
    assert (len(drawn.rules), len(drawn.fills)) == (rules, fills)


@pytest.mark.parametrize(("alpha", "covers"), [(250, 1), (249, 0)], ids=["OPAQUE_ALPHA", "OPAQUE_ALPHA less"])
def test_a_solid_area_hides_what_is_under_it(alpha: int, covers: int) -> None:
    assert len(painted(box(90, 9), alpha=alpha).covers) == covers
