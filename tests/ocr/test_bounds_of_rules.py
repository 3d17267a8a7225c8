"""Both sides of the bounds by which the rules of a scan are found, joined and completed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

pytest.importorskip("cv2", reason="needs agendapack[ocr]")

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

from agendapack.extract.model import Box, Fill, Rule, Word  # noqa: E402
from agendapack.extract.ocr.borders import with_borders  # noqa: E402
from agendapack.extract.ocr.gaps import (  # noqa: E402
    _darker,
    _Place,
    _place,
    _seen,
    _shows_all_along,
    _ways,
    missing,
)
from agendapack.extract.ocr.picture import Grey  # noqa: E402
from agendapack.extract.ocr.ruling import (  # noqa: E402
    _beside,
    _drawn,
    _faint,
    _ink_share,
    _inside,
    _is_bare,
    _is_rule,
    _joined,
    _pieces,
    _Seen,
    _shortened,
    _uncovered,
)
from agendapack.extract.ocr.segments import RuleSegment  # noqa: E402

GREEN = (130, 190, 120)


def level(y: float, x0: float, x1: float) -> Rule:
    return Rule(Box(x0, y, x1, y), True, 0.5)


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(Box(x, top, x, bottom), False, 0.5)


# --- borders of coloured cells ---------------------------------------------------------------------


def bordered(rules: Sequence[Rule], *fills: Box, colour: tuple[int, int, int] = GREEN, words=()) -> list[int]:
    """How many level and upright rules there are then."""
    found = with_borders(rules, [Fill(box, colour) for box in fills], words)
    return [sum(rule.horizontal is way for rule in found) for way in (True, False)]


CELL = Box(100, 100, 140, 120)
HEAD = Box(50, 100, 400, 120)


def ends_at(left: float) -> list[Rule]:
    """Rules at the heights of the cell's sides that end before it."""
    return [level(y, 50, left) for y in (100, 120)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(([level(100, 50, 200), level(102.4, 190, 400)],), [1, 0], id="SAME_PT"),
        pytest.param(([level(100, 50, 200), level(102.6, 190, 400)],), [2, 0], id="SAME_PT more"),
        pytest.param((ends_at(96.1), CELL), [2, 2], id="TOUCH_PT"),
        pytest.param((ends_at(95.9), CELL), [2, 0], id="TOUCH_PT more"),
        pytest.param(([level(100, 100, 140), upright(100, 100, 120)], CELL), [2, 2], id="LEAST_SIDES"),
        pytest.param(([level(100, 100, 140)], CELL), [1, 0], id="LEAST_SIDES one"),
        pytest.param(([level(100, 100, 137), upright(100, 100, 120)], CELL), [2, 2], id="COVERED"),
        pytest.param(([level(100, 100, 135), upright(100, 100, 120)], CELL), [1, 1], id="COVERED less"),
        pytest.param(([upright(x, 120, 160) for x in (100, 200, 300)], HEAD), [1, 3], id="LEAST_ENDS"),
        pytest.param(([upright(x, 120, 160) for x in (100, 200)], HEAD), [0, 2], id="LEAST_ENDS two"),
    ],
)
def test_borders(found: tuple[list[Rule], *tuple[Box, ...]], expected: list[int]) -> None:
    assert bordered(*found) == expected


@pytest.mark.parametrize(("grey", "rules"), [(80, [100, 100]), (81, [120, 120])], ids=["DARK", "DARK less"])
def test_rules_go_on_through_a_dark_head(grey: int, rules: list[int]) -> None:
    below = [upright(x, 120, 160) for x in (150, 250)]
    words = [Word("Owner", Box(x, 104, x + 40, 116), 10) for x in (60, 160, 260)]
    found = with_borders(below, [Fill(HEAD, (grey,) * 3)], words)
    assert [round(rule.box.top) for rule in found if not rule.horizontal] == rules


@pytest.mark.parametrize(
    ("hole", "joined"), [((1.6, 4.4), True), ((3.5, 5.5), False)], ids=["STEP_PT", "STEP_PT seen"]
)
def test_a_gap_is_looked_at_in_steps(hole: tuple[float, float], joined: bool) -> None:
    """Nine points from one piece to the next, with the edges of two coloured cells and some white on them."""
    cells = [Box(97, 100, 100 + hole[0] - 2.5, 140), Box(100 + hole[1] + 2.5, 100, 112, 140)]
    rules = [level(100, 60, 170), level(140, 60, 170), level(120, 40, 100), level(120, 109, 190)]
    found = with_borders(rules, [Fill(box, GREEN) for box in cells])
    middle = [rule for rule in found if rule.horizontal and abs(rule.box.mid_y - 120) < 1]
    assert (len(middle) == 1) is joined


# --- runs of ink -----------------------------------------------------------------------------------


def run(start: int, end: int, at: float = 50.0, thick: float = 2.0, **more: bool) -> RuleSegment:
    return RuleSegment(start, end, at, thick, **more)


CROSSING = [run(0, 100, at=40.0)]


@pytest.mark.parametrize(
    ("piece", "rule"),
    [
        pytest.param(run(50, 86), True, id="LONE_PT"),
        pytest.param(run(50, 85), False, id="LONE_PT less"),
        pytest.param(run(44, 60), True, id="MEET_PT"),
        pytest.param(run(45, 60), False, id="MEET_PT more"),
    ],
)
def test_a_lone_run_is_long_and_others_meet_a_rule(piece: RuleSegment, rule: bool) -> None:
    assert _is_rule(piece, CROSSING, (), 1.0) is rule


@pytest.mark.parametrize(
    ("other", "runs"),
    [
        pytest.param(run(110, 150), 1, id="BREAK_PT"),
        pytest.param(run(111, 150), 2, id="BREAK_PT more"),
        pytest.param(run(105, 150, at=51.5), 1, id="LEVEL_PT"),
        pytest.param(run(105, 150, at=51.7), 2, id="LEVEL_PT more"),
    ],
)
def test_pieces_of_one_rule(other: RuleSegment, runs: int) -> None:
    assert len(_joined([run(50, 100), other], (), 1.0)) == runs


@pytest.mark.parametrize(("thick", "pieces"), [(42, 1), (43, 0)], ids=["THICK_PT", "THICK_PT more"])
def test_a_rule_is_thin(thick: int, pieces: int) -> None:
    ink = np.zeros((80, 140), np.bool_)
    ink[10 : 10 + thick, 20:120] = True
    assert len(_pieces(ink, 10.0)) == pieces


def paper(*dark: tuple[slice, slice, int]) -> Grey:
    """White paper with what is darker on it."""
    made = np.full((100, 200), 255, np.uint8)
    for rows, columns, shade in dark:
        made[rows, columns] = shade
    return made


ROW = slice(50, 51)


@pytest.mark.parametrize(("shade", "ink"), [(140, 1.0), (141, 0.0)], ids=["INK_BELOW", "INK_BELOW lighter"])
def test_what_is_as_dark_as_letters(shade: int, ink: float) -> None:
    assert _ink_share(run(0, 100), paper((ROW, slice(0, 200), shade))) == ink


@pytest.mark.parametrize(("crossed", "bare"), [(30, True), (31, False)], ids=["MAX_INK", "MAX_INK more"])
def test_a_faint_rule_is_hardly_crossed_by_letters(crossed: int, bare: bool) -> None:
    assert _is_bare(run(0, 100), paper((ROW, slice(0, crossed), 0)), 200.0, 10.0) is bare


@pytest.mark.parametrize(("away", "shade"), [(17, 0.0), (18, 255.0)], ids=["BESIDE_PT", "BESIDE_PT further"])
def test_paper_beside_a_rule(away: int, shade: float) -> None:
    dark = paper((slice(50 + away, 51 + away), slice(0, 200), 0))
    assert _beside(run(0, 100), dark, 10.0) == shade


@pytest.mark.parametrize(("length", "parts"), [(9, 1), (8, 0)], ids=["LEAST_FAINT_PT", "LEAST_FAINT_PT less"])
def test_short_parts_of_faint_rules_are_left_out(length: int, parts: int) -> None:
    assert len([*_uncovered(run(0, length), (), 1.0)]) == parts


def test_the_mean_lengthens_a_faint_piece_by_half_its_own_length() -> None:
    """MEAN_PX."""
    assert _shortened(run(0, 100)) == run(5, 95, faint=True)


def test_a_rule_is_wiped_out_with_half_a_point_around_it() -> None:
    """REACH_PT."""
    assert _drawn(np.ones((100, 200), np.bool_), [run(0, 100)], 10.0).any(axis=1).sum() == 13


@pytest.mark.parametrize(("at", "kept"), [(5.0, 1), (4.9, 0)], ids=["RIM_PT", "RIM_PT less"])
def test_the_rim_of_a_sheet_is_no_rule(at: float, kept: int) -> None:
    assert len(_inside([run(0, 50, at=at)], 100, 1.0)) == kept


@pytest.mark.parametrize(("depth", "pieces"), [(3, 1), (2, 0)], ids=["LEAST_DEPTH", "LEAST_DEPTH less"])
def test_a_faint_rule_is_darker_than_both_its_sides(depth: int, pieces: int) -> None:
    even = paper((ROW, slice(20, 180), 238))
    plain = paper((slice(0, 100), slice(0, 200), 230), (ROW, slice(20, 180), 230 - depth))
    clear = _Seen((), np.zeros(even.shape, np.bool_))
    assert len(_faint((even, plain), clear, (), 4.0).pieces) == pieces


# --- what rows lack --------------------------------------------------------------------------------


@pytest.mark.parametrize(("apart", "ways"), [(5, 1), (4, 0)], ids=["LEAST_SPAN_PT", "LEAST_SPAN_PT less"])
def test_a_way_from_one_rule_to_the_next(apart: int, ways: int) -> None:
    assert len([*_ways(50.0, [run(0, 100, at=at) for at in (20.0, 20.0 + apart)], 1.0)]) == ways


@pytest.mark.parametrize(("off", "found"), [(8, True), (9, False)], ids=["ASTRAY_PT", "ASTRAY_PT more"])
def test_a_rule_lies_near_to_where_its_other_parts_tell(off: int, found: bool) -> None:
    place = _place(paper((slice(50 + off, 51 + off), slice(0, 200), 0)), 50.0, (0, 200), 10.0)
    assert place and (place.top + place.row == 50 + off) is found


@pytest.mark.parametrize(("darker", "depth"), [(26, 30.0), (24, 6.0)], ids=["LETTERS", "LETTERS less"])
def test_a_letter_on_one_side_of_a_rule_is_not_its_side(darker: int, depth: float) -> None:
    strip = np.full((61, 90), 230, np.float32)
    strip[30] = 200
    strip[:30, 40] = 230 - darker
    assert _darker(_Place(strip, 30, 0), 10.0)[40] == depth


def along(*stretches: tuple[int, float]) -> NDArray[np.float32]:
    """How much darker a row is than its sides, stretch by stretch."""
    return np.concatenate([np.full(length, depth, np.float32) for length, depth in stretches])


@pytest.mark.parametrize(
    ("darker", "scale", "shows"),
    [
        pytest.param(along((80, 4.6)), 1, True, id="SHOWN"),
        pytest.param(along((80, 4.4)), 1, False, id="SHOWN less"),
        pytest.param(along((8, 10), (12, 0), (60, 10)), 1, True, id="MOST_UNSHOWN"),
        pytest.param(along((8, 10), (16, 0), (56, 10)), 1, False, id="MOST_UNSHOWN more"),
        pytest.param(along(*[(2, 10), (2, 0)] * 19, (4, 10)), 1, True, id="STEP_PT"),
        pytest.param(along(*[(4, 10), (4, 0)] * 9, (8, 10)), 1, False, id="STEP_PT longer"),
        pytest.param(along((8, 0), (392, 10)), 10, True, id="END_PT"),
        pytest.param(along((9, 0), (391, 10)), 10, False, id="END_PT less"),
    ],
)
def test_a_rule_shows_all_along_its_way(darker: NDArray[np.float32], scale: float, shows: bool) -> None:
    assert _shows_all_along(darker, 10.0, 0.0, scale) is shows


@pytest.mark.parametrize(
    ("depth", "grain", "found"),
    [
        pytest.param(4, 0.0, 1, id="LEAST_DEPTH of a row"),
        pytest.param(3, 0.0, 0, id="LEAST_DEPTH of a row less"),
        pytest.param(9, 20.0, 1, id="GRAINS"),
        pytest.param(8, 20.0, 0, id="GRAINS less"),
    ],
)
def test_a_rule_stands_out_of_the_grain(depth: int, grain: float, found: int) -> None:
    plain = paper((slice(0, 100), slice(0, 200), 230), (ROW, slice(0, 200), 230 - depth))
    assert len([*_seen(plain, 50.0, (20, 139), 10.0, grain)]) == found


@pytest.mark.parametrize(("known", "found"), [(60, 0), (59, 1)], ids=["COVERED", "COVERED less"])
def test_nothing_lacks_where_most_of_the_way_is_known(known: int, found: int) -> None:
    plain = paper((ROW, slice(0, 200), 100))
    sides = [run(0, 100, at=at) for at in (20.0, 120.0)]
    assert len(missing([run(20, 20 + known)], sides, plain, 10.0)) == found
