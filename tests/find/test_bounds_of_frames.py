"""Both sides of the bounds by which frames of one width are cards."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import lattice, level, page, upright, words

from agendapack.extract.find.boxes.frames import framed_cards
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box, Fill, Grid, Rule, Word

FORM = ("Who answers", "Because of", "What is in place", "Seen by the board")
BLUE = (200, 220, 240)
TOPS = (100.0, 320.0)
HIGH = 200.0


def said(top: float, count: int = len(FORM), left: float = 60) -> list[Word]:
    """So many lines of the form, each over a text of this frame alone."""
    placed = [
        words(text, left, top + 34 + 40 * n + 14 * m)
        for n, label in enumerate(FORM[:count])
        for m, text in enumerate((label, f"Said at {top:g} of point {n}"))
    ]
    return [word for text in placed for word in text]


def cards(
    count: int = len(FORM),
    *,
    wider: float = 0,
    rules: Sequence[Rule] = (),
    fills: Sequence[Fill] = (),
    titles: Sequence[Word] = (),
    left: float = 60,
) -> list[Grid]:
    """What is found in two frames below one another, the second perhaps wider."""
    text = [word for top in TOPS for word in said(top, count, left)]
    frames = [
        rule
        for top, right in zip(TOPS, (540, 540 + wider), strict=True)
        for rule in lattice([50, right], [top, top + HIGH])
    ]
    return framed_cards(evidence(page([*titles, *text], [*frames, *rules], fills)))


@pytest.mark.parametrize(("wider", "found"), [(2.9, 2), (3.1, 0)], ids=["SAME_PT", "SAME_PT further"])
def test_frames_of_one_width_are_cards(wider: float, found: int) -> None:
    assert len(cards(wider=wider)) == found


@pytest.mark.parametrize(("count", "found"), [(3, 2), (2, 0)], ids=["MIN_FORM", "MIN_FORM fewer"])
def test_frames_with_three_lines_in_common_are_cards(count: int, found: int) -> None:
    assert len(cards(count)) == found


@pytest.mark.parametrize(("share", "found"), [(0.49, 2), (0.53, 0)], ids=["TALL less", "TALL"])
def test_a_rule_down_half_a_frame_makes_it_a_table(share: float, found: int) -> None:
    """Nothing stands beyond the rule: it parts no texts."""
    rules = [upright(500, top + 20, top + 20 + share * HIGH) for top in TOPS]
    assert len(cards(rules=rules)) == found


def titled(share_wide: float, high: float = 20) -> list[str]:
    """The first row of a card with a colour behind its reference and, far behind, its name."""
    titles = [w for top in TOPS for x in (60, 300) for w in words("AP-1" if x == 60 else "Lock", x, top + 14)]
    fills = [Fill(Box(50, top, 50 + share_wide * 490, top + high), BLUE) for top in TOPS]
    grid = cards(titles=titles, fills=fills)[0]
    return [cell.flat for cell in grid.cells if cell.row == 0]


@pytest.mark.parametrize(
    ("share_wide", "row"),
    [(0.91, ["AP-1 Lock"]), (0.89, ["AP-1", "Lock"])],
    ids=["ACROSS", "ACROSS less"],
)
def test_a_colour_over_the_width_of_a_frame_is_behind_its_title(share_wide: float, row: list[str]) -> None:
    assert titled(share_wide) == row


@pytest.mark.parametrize(("high", "texts"), [(0.49 * HIGH, 1), (0.54 * HIGH, 2)], ids=["TALL less", "TALL"])
def test_a_colour_behind_half_a_frame_is_behind_no_title(high: float, texts: int) -> None:
    assert len(titled(1, high)) == texts


def test_the_largest_frames_of_one_width_are_the_cards() -> None:
    """Each has a box at its foot, and one box more stands below them."""
    feet = [top + 140 for top in (*TOPS, 420)]
    boxes = [rule for foot in feet for rule in lattice([100, 500], [foot, foot + 50])]
    text = [
        word
        for foot in feet
        for n, label in enumerate(("Kind", "Reach", "Chance"))
        for word in words(label, 110, foot + 12 + 14 * n)
    ]
    assert [grid.box.x0 for grid in cards(3, rules=boxes, titles=text)] == [60, 60]


def test_cards_may_stand_in_a_border_around_the_page() -> None:
    assert len(cards(rules=lattice([20, 575], [20, 820]))) == len(TOPS)


@pytest.mark.parametrize(("share", "column"), [(0.52, 1), (0.48, 0)], ids=["TALL", "TALL less"])
def test_a_colour_down_half_the_left_side_is_a_column(share: float, column: int) -> None:
    """What stands on the colour is read first; what is right of it stands in the next column."""
    titles = [w for top in TOPS for w in words("AP-1", 60, top + 14)]
    fills = [Fill(Box(50, top, 150, top + share * HIGH), BLUE) for top in TOPS]
    grid = cards(titles=titles, fills=fills, left=160)[0]
    assert {cell.column for cell in grid.cells if cell.flat.startswith(FORM)} == {column}


@pytest.mark.parametrize(("share", "rows"), [(0.51, 2), (0.49, 3)], ids=["TALL", "TALL less"])
def test_rules_over_half_a_frame_part_the_rows_of_a_table_in_it(share: float, rows: int) -> None:
    heads = [("Step", 60), ("By whom", 200), ("By when", 400)]
    text, rules = [], []
    for top in TOPS:
        text += said(top, 3)
        at = top + 145
        text += [w for name, x in heads for w in words(name, x, at, bold=True)]
        text += [w for n in (0, 1) for w in words(f"Let it out {n}", 200, at + 12 + 22 * n)]
        text += words("Now", 60, at + 12)
        end = 50 + share * 490
        rules += [*lattice([50, 540], [top, top + HIGH]), level(at + 3, 50, end), level(at + 40, 50, end)]
    grid = framed_cards(evidence(page(text, rules)))[0]
    assert len({cell.row for cell in grid.cells if cell.box.top > TOPS[0] + 135}) == rows


ABREAST = ((50.0, 280.0), (310.0, 540.0))


def abreast(rules: Sequence[Rule] = (), more: Sequence[Word] = ()) -> int:
    """How many cards are found in two frames beside one another, with rules or words between them."""
    text = [word for left, _ in ABREAST for word in said(100, left=left + 10)]
    frames = [rule for sides in ABREAST for rule in lattice(sides, [100, 100 + HIGH])]
    return len(framed_cards(evidence(page([*text, *more], [*frames, *rules]))))


def test_frames_abreast_are_cards() -> None:
    assert abreast() == len(ABREAST)


def test_frames_that_a_rule_joins_are_columns_of_a_table() -> None:
    assert abreast([level(200, 50, 540)]) == 0


def test_what_stands_between_two_frames_is_a_column_of_a_table() -> None:
    assert abreast(more=words("and", 286, 200)) == 0


@pytest.mark.parametrize("columns", [2, 3])
def test_the_columns_of_a_ruled_table_are_no_cards(columns: int) -> None:
    """The same four lines stand in each."""
    wide = 480 / columns
    text = [word for n in range(columns) for word in said(100, left=60 + wide * n)]
    rules = lattice([50 + wide * n for n in range(columns + 1)], [100, 100 + HIGH])
    assert not framed_cards(evidence(page(text, rules)))


def test_the_outer_columns_of_a_ruled_table_of_three_are_no_cards() -> None:
    """Nothing is printed in the middle one."""
    text = [word for n in (0, 2) for word in said(100, left=60 + 160 * n)]
    rules = lattice([50, 210, 370, 530], [100, 100 + HIGH])
    assert not framed_cards(evidence(page(text, rules)))
