"""A body without rules under a header that rules enclose."""

from __future__ import annotations

import pytest
from find.drawn import lattice, level, page, table, texts, words

from agendapack.extract.find import find_grids

HEAD = ["Service", "Budget", "Spent"]
ROWS = [[f"Service {i}", f"{i},200", f"{i}50"] for i in range(1, 8)]
BOX = lattice([56, 180, 270, 350], [88, 104])


def test_the_body_under_a_boxed_header_is_one_table_with_it() -> None:
    (grid,) = find_grids(page(table([HEAD, *ROWS], [60, 260, 340]), BOX))
    assert texts(grid) == [HEAD, *ROWS]


def test_rules_beside_the_table_part_none_of_its_rows() -> None:
    chart = [level(y, 400, 560) for y in (120, 131, 153)]
    text = table(
        [HEAD, ["Housing and", "", ""], ["planning", "1,450", "30"], *ROWS], [60, 260, 340], pitch=11
    )
    (grid,) = find_grids(page(text, [*BOX, *chart]))
    assert texts(grid)[1] == ["Housing and planning", "1,450", "30"]


@pytest.mark.parametrize("note", ["All figures are provisional until the audit is done", "Source: finance"])
def test_what_stands_below_the_body_stays_outside(note: str) -> None:
    text = table([HEAD, *ROWS], [60, 260, 340]) + words(note, 60, 222)
    (grid,) = find_grids(page(text, BOX))
    assert texts(grid) == [HEAD, *ROWS]


def test_a_box_of_totals_over_another_ruled_table_takes_nothing_of_it() -> None:
    xs, ys = [56, 140, 250, 320, 390, 460], [110, 126, 142, 158, 174]
    totals = (
        words("Total", 254, 100) + words("334", 380, 100, right=True) + words("290", 450, 100, right=True)
    )
    rows = [
        ["Risk", "Event", "Now", "Year", "Life"],
        *([f"R {i}", f"Cost {i}", "4", "20", "30"] for i in range(3)),
    ]
    text = totals + [
        w
        for i, row in enumerate(rows)
        for x, t in zip(xs, row, strict=False)
        for w in words(t, x + 4, 122 + 16 * i)
    ]
    grids = find_grids(page(text, [*lattice(xs[2:], [88, 104]), *lattice(xs, ys)]))
    assert texts(grids[-1]) == rows


@pytest.mark.parametrize(
    ("y", "x1", "whole"),
    [(146, 400, True), (160, 400, False), (146, 300, False)],
    ids=["at its end", "far", "short"],
)
def test_bullets_set_higher_than_their_texts_begin_no_row(y: float, x1: float, whole: bool) -> None:
    """The last line stands alone: a rule across the table right below it says that it belongs to it."""
    head = table([["Ref", "Risk", "Controls"]], [60, 120, 300], top=100)
    box = lattice([56, 110, 260, 400], [88, 104])
    body = [
        *words("CR18", 60, 118),
        *words("If walls fail then", 115, 118),
        *words("Wardens", 280, 118),
        *words("a fire spreads", 115, 129),
        *words("Watch on stairs", 280, 129),
        *words("and harms people", 115, 140),
        *(w for y in (114.5, 125.5) for w in words("•", 266, y)),
    ]
    (grid,) = find_grids(page([*head, *body], [*box, level(y, 56, x1)]))
    risk = "If walls fail then a fire spreads" + " and harms people" * whole
    assert texts(grid)[1:] == [["CR18", risk, "• Wardens • Watch on stairs"]]
