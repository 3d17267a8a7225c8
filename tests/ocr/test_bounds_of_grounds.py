"""Both sides of the bounds by which it is seen what the print of a scan stands on, two pixels a point."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402

from agendapack.extract.ocr.background import (  # noqa: E402
    _calm,
    _light_print,
    _painted,
    _shown,
    _white_lines,
    background_of,
)
from agendapack.extract.ocr.picture import Grey, Mask, Rgb  # noqa: E402

SCALE = 2.0


def coloured(grey: Grey) -> Rgb:
    return np.repeat(grey[:, :, None], 3, axis=2)


def plain(height: int, width: int, shade: int) -> Grey:
    return np.full((height, width), shade, np.uint8)


# --- bare ground -----------------------------------------------------------------------------------


def test_a_picture_is_looked_at_in_two_pixels_a_point() -> None:
    """PIXELS_A_POINT."""
    assert background_of(coloured(plain(400, 400, 255)), 4.0).lines.shape == (200, 200)


@pytest.mark.parametrize(
    ("step", "restless"),
    [
        pytest.param(22, 0, id="CALM"),
        pytest.param(23, 2, id="CALM more"),
        pytest.param(100, 6, id="CALM_PT"),
    ],
)
def test_bare_ground_is_of_one_shade(step: int, restless: int) -> None:
    picture = plain(60, 60, 100)
    picture[:, 30:] = 100 + step
    assert (~_calm(coloured(picture), SCALE)[30]).sum() == restless


@pytest.mark.parametrize(
    ("side", "calm"), [(18, True), (17, False)], ids=["LEAST_CALM_PT2", "LEAST_CALM_PT2 less"]
)
def test_a_small_calm_spot_is_the_inside_of_a_letter(side: int, calm: bool) -> None:
    picture = np.random.default_rng(1).integers(0, 255, (80, 80)).astype(np.uint8)
    picture[20 : 20 + side, 20 : 20 + side] = 200
    assert _calm(coloured(picture), SCALE)[22 : 18 + side, 22 : 18 + side].any() == calm


@pytest.mark.parametrize(("away", "shown"), [(16, 1.0), (17, 0.0)], ids=["SAME", "SAME more"])
def test_grounds_that_hardly_differ_are_one(away: int, shown: float) -> None:
    seen, ground = (coloured(plain(20, 20, shade)) for shade in (100, 100 + away))
    assert _shown(seen, ground, (5, 5), SCALE).mean() == shown


# --- ground under print ----------------------------------------------------------------------------


def painted(picture: Grey, calm: Mask) -> Grey:
    return _painted(coloured(picture), calm, SCALE)[:, :, 0]


@pytest.mark.parametrize(("thick", "shade"), [(8, 255), (7, 150)], ids=["WINDOW_PT", "WINDOW_PT less"])
def test_thin_lines_are_not_the_ground(thick: int, shade: int) -> None:
    picture = plain(100, 100, 150)
    picture[50 : 50 + thick] = 255
    assert painted(picture, np.ones(picture.shape, np.bool_))[50 + thick // 2, 50] == shade


@pytest.mark.parametrize(("along", "shade"), [(20, 150), (34, 100)], ids=["ALONG", "ALONG further"])
def test_hidden_ground_is_like_that_along_the_line(along: int, shade: int) -> None:
    """Ten pixels above lies another."""
    picture, calm = plain(100, 100, 0), np.zeros((100, 100), np.bool_)
    picture[:, :10], picture[:10, 10:] = 150, 100
    calm[:, :10] = calm[:10] = True
    assert painted(picture, calm)[20, 10 + along] == shade


def test_paper_shows_between_letters_of_a_line() -> None:
    """LETTERS_PT: as far as that from a wide blot on a line beside a dark row."""
    picture, calm = plain(120, 200, 255), np.zeros((120, 200), np.bool_)
    picture[:40], picture[40:, 60:140] = 60, 0
    calm[:40] = True
    assert (painted(picture, calm)[80] == 255).sum() == 147


def test_paper_shows_between_lines() -> None:
    """LINE_FEED_PT: as far as that from a high blot below a dark row."""
    picture, calm = plain(200, 120, 255), np.zeros((200, 120), np.bool_)
    picture[:40], picture[80:140] = 60, 0
    calm[:40] = True
    assert (painted(picture, calm)[:, 60] == 255).sum() == 102


@pytest.mark.parametrize(
    ("high", "shade"), [(32, 255), (31, 150)], ids=["STRIP_PT STRIP_SHOWN", "STRIP_PT STRIP_SHOWN less"]
)
def test_a_strip_of_paper_is_taller_than_letters(high: int, shade: int) -> None:
    picture = plain(120, 100, 150)
    picture[60 - high // 2 : 60 - high // 2 + high, 40:52] = 255
    picture[:2] = 255  # the paper
    calm = np.ones(picture.shape, np.bool_)
    calm[20:100, 36:56] = False
    assert painted(picture, calm)[60, 46] == shade


# --- white lines -----------------------------------------------------------------------------------


def white_line(
    shade: int = 150, light: int = 255, length: int = 100, gap: int = 0, at: int = 100, wide: int = 200
) -> int:
    """How much is seen of a line two pixels thick on a coloured area twenty smaller than its sheet."""
    below = plain(200, wide, 255)
    below[10:190, 10 : wide - 10] = shade
    grey, x = below.copy(), wide // 2 - length // 2
    grey[at : at + 2, x : x + length] = light
    grey[at : at + 2, wide // 2 - gap // 2 : wide // 2 - gap // 2 + gap] = shade
    return int(_white_lines(grey, below, SCALE)[at].sum())


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        pytest.param({"shade": 246}, True, id="TINT"),
        pytest.param({"shade": 247}, False, id="TINT less"),
        pytest.param({"length": 30}, True, id="LINE_PT"),
        pytest.param({"length": 28}, False, id="LINE_PT less"),
        pytest.param({"shade": 195, "light": 218}, True, id="LINE_SHARE"),
        pytest.param({"shade": 195, "light": 216}, False, id="LINE_SHARE less"),
        pytest.param({"shade": 195, "length": 24}, True, id="CALM_PX"),
        pytest.param({"shade": 195, "length": 20}, False, id="CALM_PX less"),
        pytest.param({"light": 214}, True, id="DARK_SHARE"),
        pytest.param({"light": 212}, False, id="DARK_SHARE less"),
        pytest.param({"length": 30}, True, id="DARK_CALM_PX"),
        pytest.param({"length": 28}, False, id="DARK_CALM_PX less"),
        pytest.param({"shade": 190, "light": 222}, True, id="MID_GREY"),
        pytest.param({"shade": 189, "light": 222}, False, id="MID_GREY darker"),
        pytest.param({"at": 14}, True, id="INNER_PT"),
        pytest.param({"at": 13}, False, id="INNER_PT less"),
    ],
)
def test_white_lines_between_cells(line: dict[str, int], seen: bool) -> None:
    assert bool(white_line(**line)) is seen


@pytest.mark.parametrize(("gap", "whole"), [(44, True), (46, False)], ids=["GAP_PT", "GAP_PT more"])
def test_print_hides_a_part_of_a_white_line(gap: int, whole: bool) -> None:
    assert (white_line(length=300, gap=gap, wide=400) >= 296) is whole


# --- light print -----------------------------------------------------------------------------------


def light(shade: int, print_: int, *, share: float = 0.2, side: int = 100) -> int:
    """Where there is light print on a dark square of which letters cover this share."""
    below = plain(200, 200, 255)
    first, last = 100 - side // 2, 100 - side // 2 + side
    below[first:last, first:last] = shade
    grey = below.copy()
    grey[first + 4 : last - 4 : round(1 / share), first + 4 : last - 4] = print_
    return int(_light_print(grey, below, np.zeros(grey.shape, np.bool_), SCALE).sum())


@pytest.mark.parametrize(
    ("square", "lit"),
    [
        pytest.param({"shade": 60, "print_": 255, "side": 14}, True, id="DARK_AREA_PT"),
        pytest.param({"shade": 60, "print_": 255, "side": 13}, False, id="DARK_AREA_PT less"),
        pytest.param({"shade": 109, "print_": 109}, True, id="DARK_GREY"),
        pytest.param({"shade": 110, "print_": 110}, False, id="DARK_GREY lighter"),
        pytest.param({"shade": 150, "print_": 191}, True, id="CONTRAST"),
        pytest.param({"shade": 150, "print_": 190}, False, id="CONTRAST less"),
        pytest.param({"shade": 150, "print_": 255, "share": 0.1}, True, id="PRINT_SHARE"),
        pytest.param({"shade": 150, "print_": 255, "share": 0.05}, False, id="PRINT_SHARE less"),
        pytest.param({"shade": 189, "print_": 255}, True, id="MID_GREY of the ground"),
        pytest.param({"shade": 190, "print_": 255}, False, id="MID_GREY of the ground lighter"),
    ],
)
def test_light_print(square: dict[str, int], lit: bool) -> None:
    assert bool(light(**square)) is lit  # type: ignore[arg-type]


@pytest.mark.parametrize(("each", "edge"), [(4, True), (6, False)], ids=["EDGE_SHOWN", "EDGE_SHOWN less"])
def test_beyond_the_edge_of_the_dark_nothing_dark_shows(each: int, edge: bool) -> None:
    below = plain(200, 200, 255)
    below[50:150, 50:150] = 60
    grey = below.copy()
    grey[50:150, 140:150] = 255
    grey[50:150:each, 140:150] = 60
    lit = _light_print(grey, below, np.zeros(grey.shape, np.bool_), SCALE)
    assert lit[100, 145] == edge
