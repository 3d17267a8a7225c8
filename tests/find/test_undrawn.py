"""Tables that rules or colours show in part, and what alignment alone shows in their place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from find.drawn import level, page, put, texts, upright

from agendapack.extract.find import find_grids
from agendapack.extract.find.choose.undrawn import CLOSED, Rival, undrawn_rivals
from agendapack.extract.find.lattice.finder import banded_grids
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.page.shading import SEEN, visible
from agendapack.extract.find.stream.finder import aligned_grids
from agendapack.extract.model import Box, Fill, Page, Rule

XS = [60.0, 110.0, 330.0, 430.0, 520.0]
WHITE, BLUE, PALE = (255, 255, 255), (31, 56, 100), (220, 230, 241)
HEAD = ["Ref", "Action", "Lead", "Due"]
ACTIONS = [
    HEAD,
    *(
        [f"HB{n}", f"Mend the {thing} before the winter tides", who, f"May 203{n}"]
        for n, (thing, who) in enumerate(
            [
                ("crane", "A. Tern"),
                ("lock", "Pilots"),
                ("quay", "B. Gull"),
                ("slip", "Board"),
                ("buoy", "Crew"),
            ]
        )
    ),
]
PITCH = 20.0


def set_out(rows: list[list[str]], top: float = 120.0, *, bold: bool = True, size: float = 10) -> list:
    """Rows from the left of each column on, the head bold."""
    placed = [
        (x + 2, top + PITCH * n, f"*{cell}" if n == 0 and bold else cell)
        for n, row in enumerate(rows)
        for x, cell in zip(XS, row, strict=False)
        if cell
    ]
    return put(*placed, size=size)


def bands(rows: int, columns: list[int]) -> list[Fill]:
    """The coloured cells of some columns."""
    return [
        Fill(Box(XS[c], 105 + PITCH * n, XS[c + 1], 125 + PITCH * n), PALE)
        for n in range(rows)
        for c in columns
    ]


def boxed(at: list[int]) -> list[Rule]:
    """Rules around some rows alone."""
    made = []
    for n in at:
        top, bottom = 105 + PITCH * n, 125 + PITCH * n
        made += [level(top, XS[0], XS[-1]), level(bottom, XS[0], XS[-1])]
        made += [upright(XS[0], top, bottom), upright(XS[-1], top, bottom)]
    return made


@pytest.mark.parametrize(
    "drawn",
    [
        page(set_out(ACTIONS), fills=bands(6, [1, 3])),
        page(set_out(ACTIONS), fills=bands(6, [0])),
        page(set_out(ACTIONS), boxed([0, 3])),
        page(set_out(ACTIONS), [level(125 + PITCH * n, XS[0], XS[-1]) for n in range(1, 6)]),
        page(set_out(ACTIONS), [level(125 + PITCH * n, XS[1], XS[-1]) for n in range(6)]),
    ],
    ids=[
        "every second column coloured",
        "first column coloured",
        "rows boxed",
        "rules below rows",
        "first outside",
    ],
)
def test_what_is_drawn_in_part_is_read_whole(drawn: Page) -> None:
    assert [texts(grid) for grid in find_grids(drawn)] == [ACTIONS]


def white(x0: float, top: float, x1: float, bottom: float) -> Rule:
    return Rule(Box(x0, top, x1, bottom), x1 - x0 > bottom - top, 1.0, WHITE)


def headed(*rules: Rule) -> Page:
    """A page with a coloured band from 100 to 120, and these rules."""
    return page(put((60, 115, "Ref")), rules, [Fill(Box(50, 100, 400, 120), BLUE)])


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        (white(200, 100, 201, 120), True),
        (white(200, 121, 201, 141), False),  # a line between two cells below the band touches it with its end
        (white(50, 120, 400, 121), True),
        (white(50, 140, 400, 141), False),
        (white(200, 120 - 20 * (SEEN + 0.05), 201, 140 - 20 * (SEEN + 0.05)), True),
        (white(200, 120 - 20 * (SEEN - 0.2), 201, 140 - 20 * (SEEN - 0.2)), False),
    ],
)
def test_white_is_seen_beside_colour(rule: Rule, seen: bool) -> None:
    assert (rule in visible(headed(rule))) is seen


def test_white_between_two_coloured_rows_goes_on() -> None:
    rule = white(200, 120, 201, 140)
    fills = [Fill(Box(50, top, 400, top + 20), PALE) for top in (100, 140)]
    assert visible(page([], [rule], fills)) == [rule]


def test_the_first_rows_below_a_coloured_head_with_white_borders_stay_apart() -> None:
    tops = [105 + PITCH * n for n in range(7)]
    borders = [white(a, y, b, y + 1) for y in tops for a, b in pairwise(XS)]
    borders += [white(x, a, x + 1, b) for x in XS for a, b in pairwise(tops)]
    head = [Fill(Box(a, 105, b, 125), BLUE) for a, b in pairwise(XS)]
    assert [texts(grid) for grid in find_grids(page(set_out(ACTIONS), borders, head))] == [ACTIONS]


def rival(drawn: Page, shown: Page) -> Rival:
    """What alignment shows of a page beside what it shows of another with the same words."""
    (bare,) = aligned_grids(evidence(drawn).undrawn())
    return Rival(bare, find_grids(shown))


def test_a_rival_has_no_more_rows_than_a_head() -> None:
    whole = page(set_out(ACTIONS))
    for outside, told in ((2, True), (3, False)):
        inside = {id(w) for w in whole.words if w.box.top > 105 + PITCH * outside}
        part = Page(1, 595, 842, tuple(w for w in whole.words if id(w) in inside))
        assert rival(whole, part).is_here is told


def test_a_rule_parts_a_row_from_the_table_below_it() -> None:
    whole = page(set_out(ACTIONS))
    part = Page(1, 595, 842, tuple(w for w in whole.words if w.box.top > 125))
    ruled = evidence(page(whole.words, [level(125, XS[0], XS[-1])]))
    short = evidence(page(whole.words, [level(125, XS[0], XS[1])]))
    one = rival(whole, part)
    assert one.has_a_row(short) and not one.has_a_row(ruled)


def test_a_short_rule_parts_no_row() -> None:
    """From half of the width on it does."""
    whole = page(set_out(ACTIONS))
    part = Page(1, 595, 842, tuple(w for w in whole.words if w.box.top > 125))
    one = rival(whole, part)
    box = one.grid.box
    for share, told in ((0.45, True), (0.55, False)):
        ruled = evidence(page(whole.words, [level(125, box.x0, box.x0 + share * box.width)]))
        assert one.has_a_row(ruled) is told


@pytest.mark.parametrize(("ruled", "told"), [(CLOSED - 0.01, True), (CLOSED, False)])
def test_rules_around_nearly_all_cells_say_what_is_a_cell(
    monkeypatch: pytest.MonkeyPatch, ruled: float, told: bool
) -> None:
    monkeypatch.setattr("agendapack.extract.find.choose.undrawn.cells_ruled", lambda *_: ruled)
    drawn = evidence(page(set_out(ACTIONS), fills=bands(6, [1, 3])))
    assert bool(undrawn_rivals(drawn, banded_grids(drawn))) is told
