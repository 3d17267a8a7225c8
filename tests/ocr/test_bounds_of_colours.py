"""Both sides of the bounds by which colours of a scan are areas, and ink is told from what it stands on."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

from agendapack.extract.model import Box, Fill  # noqa: E402
from agendapack.extract.ocr import binarise  # noqa: E402
from agendapack.extract.ocr.background import Background  # noqa: E402
from agendapack.extract.ocr.binarise import _evened, _rim, _settle, _turned, dark_ink, inked  # noqa: E402
from agendapack.extract.ocr.fills import (  # noqa: E402
    _areas,
    _goes_over,
    _is_smooth,
    _like,
    _Seen,
    _shades,
    _shown,
    _told_apart,
    _widened,
    fills_of,
)
from agendapack.extract.ocr.picture import Rgb  # noqa: E402

WHITE = np.array([255.0, 255.0, 255.0])


def picture(height: int, width: int, *painted: tuple[Box, int], paper: int = 255) -> Rgb:
    """Paper with boxes in shades of grey."""
    made = np.full((height, width, 3), paper, np.uint8)
    for box, shade in painted:
        made[round(box.top) : round(box.bottom), round(box.x0) : round(box.x1)] = shade
    return made


# --- coloured areas --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "notch", "areas"),
    [
        pytest.param(7, 0, [Box(20, 20, 27, 27)], id="LEAST_PT"),
        pytest.param(6, 0, [], id="LEAST_PT less"),
        pytest.param(20, 6, [Box(20, 20, 40, 40)], id="FULL"),
        pytest.param(20, 7, [Box(30, 20, 40, 27), Box(20, 27, 40, 40)], id="FULL less"),
    ],
)
def test_areas_are_rectangles(side: int, notch: int, areas: list[Box]) -> None:
    where = np.zeros((60, 60), np.bool_)
    where[20 : 20 + side, 20 : 20 + side] = True
    where[20 : 20 + notch, 20:30] = False
    assert [*_areas(where)] == areas


@pytest.mark.parametrize(("step", "areas"), [(3, 2), (4, 3)], ids=["RAGGED_PT", "RAGGED_PT more"])
def test_the_sides_of_an_area_waver(step: int, areas: int) -> None:
    """One of two ends of an area with corners lies a little further."""
    where = np.zeros((80, 80), np.bool_)
    where[10:20, 10:60] = where[20:30, 10 : 60 + step] = where[30:50, 10:20] = True
    assert len([*_areas(where)]) == areas


@pytest.mark.parametrize(("shade", "found"), [(241, 1), (242, 0)], ids=["TINT", "TINT less"])
def test_a_shade_is_darker_than_paper(shade: int, found: int) -> None:
    assert len([*_shades(picture(60, 60, (Box(10, 10, 40, 40), shade)))]) == found


@pytest.mark.parametrize(("edge", "seen"), [(245, 1000), (246, 900)], ids=["LEAST_TINT", "LEAST_TINT less"])
def test_the_pale_edge_of_a_shade_belongs_to_it(edge: int, seen: int) -> None:
    pale = picture(60, 60, (Box(10, 10, 40, 40), 240), (Box(40, 10, 45, 30), edge))
    ((_, where),) = _shades(pale)
    assert where.sum() == seen


@pytest.mark.parametrize(("away", "like"), [(9, True), (10, False)], ids=["SAME_SHADE", "SAME_SHADE more"])
def test_one_shade_unevenly_lit(away: int, like: bool) -> None:
    shade = np.array([100.0, 100.0, 100.0])
    assert _like(np.full((1, 3), 100 + away, np.uint8), shade).all() == like


def test_a_page_of_more_shades_is_a_photograph() -> None:
    """MAX_SHADES."""
    points = np.repeat(np.arange(0, 252, 12, dtype=np.uint8), 60)[:, None].repeat(3, axis=1)
    assert len([*_told_apart(points)]) == 20


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        pytest.param((115, 115, 115), 1.0, id="NEAR_LETTERS"),
        pytest.param((117, 117, 117), 0.0, id="NEAR_LETTERS more"),
        pytest.param((100, 100, 128), 1.0, id="SAME_COLOUR"),
        pytest.param((100, 100, 129), 0.0, id="SAME_COLOUR more"),
    ],
)
def test_a_colour_between_letters(colour: tuple[int, int, int], shown: float) -> None:
    part = np.full((4, 4, 3), colour, np.uint8)
    assert _shown(part, (100, 100, 100), WHITE)[0] == shown


@pytest.mark.parametrize(("white", "found"), [(16, 1), (18, 0)], ids=["MAX_WHITE", "MAX_WHITE more"])
def test_bare_paper_shows_in_hardly_any_of_an_area(white: int, found: int) -> None:
    area = Box(50, 50, 150, 150)
    paper = picture(400, 400, (area, 120))
    shown = picture(400, 400, (area, 120), (Box(50, 90, 150, 90 + white), 255))
    bare = np.zeros((400, 400), np.bool_)
    assert len(fills_of(shown, Background(paper, bare, bare), 1.0)) == found


UPPER = Fill(Box(20, 20, 80, 50), (120, 120, 120))


@pytest.mark.parametrize(("gap", "one"), [(30, True), (31, False)], ids=["UNCLEAR_PT", "UNCLEAR_PT more"])
def test_an_unevenly_lit_area_is_one(gap: int, one: bool) -> None:
    lower = Fill(Box(20, 50 + gap, 80, 120), (130, 130, 130))
    assert _goes_over(UPPER, lower, picture(140, 140, (Box(20, 20, 80, 120), 120))) is one


def lit(step: float) -> NDArray[np.uint8]:
    """A picture that grows lighter from row to row by so much."""
    rows = (np.arange(100) * step).astype(np.uint8)
    return np.broadcast_to(rows[:, None, None], (100, 100, 3)).copy()


@pytest.mark.parametrize(
    ("paper", "smooth"),
    [
        pytest.param(lit(1.5), True, id="EDGE_PT EDGE"),
        pytest.param(lit(1.75), False, id="EDGE_PT EDGE steeper"),
        pytest.param(picture(100, 100, (Box(0, 50, 100, 100), 106), paper=100), True, id="EDGE"),
        pytest.param(picture(100, 100, (Box(0, 50, 100, 100), 107), paper=100), False, id="EDGE more"),
    ],
)
def test_no_edge_lies_between_two_areas(paper: Rgb, smooth: bool) -> None:
    assert _is_smooth(Box(20, 20, 80, 50), Box(20, 50, 80, 80), paper) is smooth


def widened(calm: Rgb) -> Box:
    return _widened(Fill(Box(500, 100, 520, 120), (120, 120, 120)), (), _Seen(calm, WHITE, 1.0))


def test_letters_hide_a_colour_so_far_across_and_along_the_lines() -> None:
    """LINES_PT and LETTERS_PT."""
    assert widened(np.full((300, 1100, 3), 120, np.uint8)) == Box(100, 60, 920, 160)


def shares(*, above: int = 0, beside: int = 0) -> Rgb:
    """The area, a row over it and a column beside it that show its colour in so many points of a hundred."""
    made = picture(300, 1100, (Box(500, 100, 520, 120), 120))
    made[99, 501 : 501 + round(18 * above / 100)] = 120
    made[101 : 101 + round(18 * beside / 100), 520] = 120
    return made


@pytest.mark.parametrize(
    ("shown", "box"),
    [
        pytest.param({"above": 33}, Box(500, 99, 520, 120), id="BETWEEN_LINES"),
        pytest.param({"above": 28}, Box(500, 100, 520, 120), id="BETWEEN_LINES less"),
        pytest.param({"beside": 11}, Box(500, 100, 521, 120), id="BETWEEN_LETTERS"),
        pytest.param({"beside": 6}, Box(500, 100, 520, 120), id="BETWEEN_LETTERS less"),
    ],
)
def test_a_colour_shows_between_letters(shown: dict[str, int], box: Box) -> None:
    assert widened(shares(**shown)) == box


# --- ink -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "shade"), [(11, 127), (19, 255)], ids=["PAPER_WINDOW_IN", "PAPER_WINDOW_IN more"]
)
def test_a_large_dark_spot_is_ground(side: int, shade: int) -> None:
    half, grey = side // 2, np.full((101, 101), 200, np.uint8)
    grey[50 - half : 51 + half, 50 - half : 51 + half] = 100
    assert _evened(grey, 100.0)[50, 50] == shade


@pytest.mark.parametrize(
    ("shade", "ink"), [(173, True), (174, False)], ids=["INK_BELOW", "INK_BELOW lighter"]
)
def test_ink_is_darker_than_its_paper(shade: int, ink: bool) -> None:
    assert dark_ink(picture(101, 101, (Box(49, 20, 52, 80), shade)), 100.0)[50, 50] == ink


def test_light_print_on_pale_ground_is_not_black() -> None:
    """LEAST_LIGHT: 35 of 60 that there should be at the least."""
    grey = np.full((40, 40), 255, np.uint8)
    below = np.full((40, 40), 220, np.float32)
    even = _turned(grey.copy(), grey, np.ones((40, 40), np.bool_), below)
    assert even[20, 20] == int(255 * (1 - 35 / 60))


def test_white_lines_are_drawn_in_grey(monkeypatch: pytest.MonkeyPatch) -> None:
    """LINE_GREY."""
    lines = np.zeros((90, 90), np.bool_)
    lines[40] = True
    monkeypatch.setattr(
        binarise, "background_of", lambda rgb, _: Background(rgb, np.zeros_like(lines), lines)
    )
    assert set(inked(picture(90, 90), 72.0).even[40].tolist()) == {100}


DARK = Fill(Box(20, 20, 60, 40), (60, 60, 60))


def settled(print_: int) -> tuple[list[bool], float]:
    """Whether there is light print in each pixel down through a dark cell, and the ground within it."""
    where, below = np.ones((800, 800), np.bool_), np.full((800, 800), 200, np.float32)
    grey = np.full((800, 800), print_, np.uint8)
    _settle(where, below, grey, [DARK], 10.0)
    return where[:, 400].tolist(), float(below[300, 400])


def test_print_on_a_dark_cell_is_light_all_over() -> None:
    """RIM_PT around it nothing is, INNER_PT inside it print begins, and its ground is UNEVEN at the most."""
    light, ground = settled(255)
    assert [n for n in range(1, 800) if light[n] is not light[n - 1]] == [170, 204, 396, 430]
    assert ground == 80


@pytest.mark.parametrize(
    ("wide", "shade", "masked"),
    [
        pytest.param(10, 127, 12, id="MOST_RIM EDGE_PT RIM_GREY"),
        pytest.param(11, 127, 0, id="MOST_RIM more"),
        pytest.param(10, 128, 0, id="RIM_GREY lighter"),
    ],
)
def test_the_dark_rim_of_a_sheet(wide: int, shade: int, masked: int) -> None:
    paper = picture(100, 100, (Box(0, 0, wide, 100), shade))
    assert _rim(paper, paper[:, :, 0])[50].sum() == masked
