"""Both sides of the bounds by which a crooked page is put straight."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402

from agendapack.extract.ocr import deskew  # noqa: E402
from agendapack.extract.ocr.deskew import _long, _plumb, _small_ink, slopes_of  # noqa: E402


@pytest.mark.parametrize(
    ("slope", "found"), [(0.065, True), (0.085, False)], ids=["MAX_SKEW", "MAX_SKEW more"]
)
def test_a_page_hardly_leans(slope: float, found: bool) -> None:
    ink = np.zeros((400, 400), np.bool_)
    xs = np.arange(400)
    for y in range(40, 360, 40):
        ink[np.rint(y + slope * (xs - 200)).astype(int).clip(0, 399), xs] = True
    assert (abs(slopes_of(ink).level - slope) < 0.001) is found


def plumb(slope: float, points: int) -> float:
    """The slope that is found of so many points of upright rules."""
    ys = 5 * (np.arange(points) % 400)
    xs = np.rint(100 + 60 * (np.arange(points) // 400) + slope * ys).astype(np.int64)
    return _plumb(xs, ys, 0.0)


@pytest.mark.parametrize(
    ("slope", "points", "found"),
    [
        pytest.param(0.0079, 1600, True, id="MAX_SHEAR"),
        pytest.param(0.0135, 1600, False, id="MAX_SHEAR more"),
        pytest.param(0.006, 400, True, id="LEAST_RULED_PX"),
        pytest.param(0.006, 399, False, id="LEAST_RULED_PX fewer"),
    ],
)
def test_columns_lean_against_lines(slope: float, points: int, found: bool) -> None:
    assert (abs(plumb(slope, points) - slope) < 0.0005) is found


@pytest.mark.parametrize(
    ("sheared", "slope"), [(126.0, 0.005), (124.0, 0.0)], ids=["SHEAR_GAIN", "SHEAR_GAIN less"]
)
def test_a_shear_is_believed_that_gathers_the_rules_better(
    sheared: float, slope: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deskew, "_best", lambda *_: (0.005, sheared))
    monkeypatch.setattr(deskew, "_gathered", lambda *_: 100.0)
    assert _plumb(np.zeros(400, np.int64), np.zeros(400, np.int64), 0.0) == slope


@pytest.mark.parametrize(("length", "rule"), [(40, True), (39, False)], ids=["LONG_PX", "LONG_PX less"])
def test_a_long_run_is_a_rule(length: int, rule: bool) -> None:
    ink = np.zeros((60, 100), np.bool_)
    ink[30, 20 : 20 + length] = True
    assert _long(ink, level=True).any() == rule


@pytest.mark.parametrize(
    ("side", "looked_at"), [(1200, 1200), (2400, 1200)], ids=lambda n: f"SEARCH_SIDE_PX {n}"
)
def test_slopes_are_looked_for_in_a_small_picture(side: int, looked_at: int) -> None:
    assert _small_ink(np.full((side, 90, 3), 255, np.uint8), 100.0).shape[0] == looked_at
