"""Rows inside ruled columns, and where a row ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.budgets import BUDGET, XS, only
from find.drawn import lattice, level, page, table, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Colour, Fill, Word


def test_rows_inside_ruled_header_and_columns_are_told_apart() -> None:
    rules = lattice([55, 220, 310, 410], [88, 103, 170])
    assert only(find_grids(page(table(BUDGET, XS), rules))) == BUDGET


YES = [["Area", "Fee", "Appeal", "Licence"]] + [[a, "Yes", "No", "Yes"] for a in ("North", "South", "East")]
YES_XS = [60.0, 200.0, 260.0, 330.0]


def test_rows_of_words_inside_ruled_columns_are_told_by_their_full_lines() -> None:
    rules = lattice([55, 160, 210, 270, 340], [88, 104, 150])
    assert only(find_grids(page(table(YES, YES_XS), rules))) == YES


def test_wrapped_texts_inside_ruled_columns_stay_one_row() -> None:
    cells = ["begin a weekly collection", "head of the waste service", "before the end of next year"]
    text = [w for i, k in enumerate(["Action", "Lead", "When"]) for w in words(k, 60 + 80 * i, 100)]
    for i, cell in enumerate(cells):
        for j, line in enumerate(cell.rsplit(" ", 2)[0:1] + cell.rsplit(" ", 2)[1:]):
            text += words(line, 60 + 80 * i, 114 + 12 * j)
    rules = lattice([57, 137, 217, 297], [88, 103, 160])
    assert len(only(find_grids(page(text, rules)))) == 2


def test_two_lines_of_figures_inside_ruled_columns_are_two_rows() -> None:
    rows = [["", "2021", "2022"], ["Births", "572", "854"], ["Deaths", "561", "337"]]
    rules = lattice([55, 220, 310, 410], [88, 104, 140])
    assert only(find_grids(page(table(rows, XS), rules))) == rows


def test_a_label_column_without_row_rules_takes_the_levels_of_the_others() -> None:
    ys = [88, 104, 118, 132, 146, 160]
    rules = lattice([220, 310, 410], ys) + [level(88, 55, 220), level(160, 55, 220), upright(55, 88, 160)]
    assert only(find_grids(page(table(BUDGET, XS), rules)))[2] == ["Libraries", "860", "(12)"]


@pytest.mark.parametrize("rows", [3, 9])
def test_a_wrapped_cell_stays_in_its_row_when_rows_are_set_apart(rows: int) -> None:
    text: list[Word] = []
    for i in range(rows):
        y = 120 + 40 * i
        text += words(f"ED{i + 1}", 60, y) + words("Plant trees along the main road", 120, y)
        text += words("and beside the river path", 120, y + 12) + words("June 2031", 400, y)
    head = words("Ref", 60, 100) + words("What we will do", 120, 100) + words("By when", 400, 100)
    grid = only(find_grids(page(head + text, [level(104, 60, 450)])))
    assert len(grid) == rows + 1
    assert grid[1] == ["ED1", "Plant trees along the main road and beside the river path", "June 2031"]


def test_row_rules_decide_where_rows_end() -> None:
    text: list[Word] = []
    rules = [level(104, 60, 450)]
    for i, refs in enumerate([["A 1", "A 2", "A 3"], ["B 1"], ["C 1", "C 2"]]):
        y = 116 + 40 * i
        text += words(f"Officer {i}", 60, y) + words("Do the thing", 160, y)
        for k, ref in enumerate(refs):
            text += words(ref, 380, y + 11 * k)
        rules.append(level(y + 26, 60, 450))
    head = words("Who", 60, 100) + words("What", 160, 100) + words("Measures", 380, 100)
    grid = only(find_grids(page(head + text, rules)))
    assert [row[2] for row in grid] == ["Measures", "A 1 A 2 A 3", "B 1", "C 1 C 2"]


@pytest.mark.parametrize(("ground", "rows"), [((), 4), ((190, 210, 230), 6)], ids=["white", "coloured"])
def test_a_white_rule_parts_rows_only_where_it_can_be_seen(ground: Colour, rows: int) -> None:
    """Within a row of two lines a white rule on white paper is drawn over the uprights."""
    ys = [98.0, 116.0, 142.0, 168.0, 194.0]
    text = [w for x, t in zip((64, 164, 264), ("Ref", "Deed", "Due"), strict=True) for w in words(t, x, 110)]
    for i, y in enumerate(ys[1:-1]):
        text += words(f"D{i}", 64, y + 10) + words("Dredge the", 164, y + 10) + words("May 2031", 264, y + 10)
        text += words("basin", 164, y + 22)
    white = [replace(level(y + 13, 61, 359), colour=(255, 255, 255)) for y in ys[1:3]]
    fills = [Fill(Box(60, ys[1], 360, ys[-1]), ground)] if ground else []
    (grid,) = find_grids(page(text, [*lattice([60, 160, 260, 360], ys), *white], fills))
    assert grid.rows == rows
