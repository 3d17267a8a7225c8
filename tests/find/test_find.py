"""What is a table and how it is cut: pages that show one idea each."""

from __future__ import annotations

from find.budgets import BUDGET, XS, only
from find.drawn import lattice, level, page, table, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Glyph, Word


def test_a_fully_ruled_table_is_read_cell_by_cell() -> None:
    text = [
        w
        for i, row in enumerate(BUDGET)
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 112 + 20 * i)
    ]
    grids = find_grids(page(text, lattice([60, 180, 300, 420], [98 + 20 * i for i in range(6)])))
    assert only(grids) == BUDGET
    assert grids[0].method == "ruled" and grids[0].confidence > 0.9


def test_figures_without_rules_align_to_columns() -> None:
    assert only(find_grids(page(table(BUDGET, XS)))) == BUDGET


def test_a_table_across_two_columns_of_text_is_one_table() -> None:
    rows = [["Area", "2019", "2020", "2021"]] + [[f"Town {i}", "412", "388", "1,204"] for i in range(5)]
    text = table(rows, [60, 260, 400, 520])
    for i in range(7):
        text += words("the scheme reflects the views of all residents", 60, 190 + 12 * i)
        text += words("the plan takes account of changes in demand", 315, 190 + 12 * i)
    assert only(find_grids(page(text))) == rows


def test_two_tables_on_baselines_of_their_own_stay_apart() -> None:
    right = [[name.upper(), *rest] for name, *rest in BUDGET]
    text = table(BUDGET, [40, 160, 210]) + table(right, [260, 400, 460], top=106.0)
    found = [texts(grid) for grid in find_grids(page(text))]
    assert len(found) == 2 and BUDGET in found and right in found


def test_text_beside_a_ruled_table_does_not_hide_the_table_on_its_other_side() -> None:
    ruled = [
        w
        for i, row in enumerate(BUDGET)
        for j, t in enumerate(row)
        for w in words(t, 324 + 70 * j, 142 + 14 * i)
    ]
    rules = lattice([320, 390, 460, 530], [131 + 14 * i for i in range(6)])
    left = [["Area", "2019", "2020"]] + [[f"Town {i}", "412", "388"] for i in range(8)]
    text = ruled + table(left, [40, 180, 240]) + words("the plan reflects changes in demand", 320, 114)
    assert [texts(grid) for grid in find_grids(page(text, rules))] == [left, BUDGET]


def test_a_heading_over_two_columns_spans_them() -> None:
    rows = [
        ["Ward", "Number", "Empty", "Rate"],
        *([f"Ward {i}", f"{i}10", f"{i}1", f"{i}.5"] for i in range(1, 7)),
    ]
    text = table(rows, [60, 200, 300, 400], top=114) + words("Homes", 228, 98)
    grids = find_grids(page(text, [level(103, 165, 300), level(118, 60, 400)]))
    head = next(c for c in grids[0].cells if c.text == "Homes")
    assert (head.row, head.column, head.column_span) == (0, 1, 2)
    assert texts(grids[0])[2] == ["Ward 1", "110", "11", "1.5"]


def test_two_ruled_off_tables_side_by_side_are_two() -> None:
    left, right = table(BUDGET, [60, 160, 220]), table(BUDGET, [300, 420, 500])
    rules = [level(y, x, x + 200) for x, w in ((55, 180), (295, 220)) for y in (88, 103, 162)]
    rules = [level(y, 55, 225) for y in (88, 103, 162)] + [level(y, 295, 505) for y in (88, 103, 162)]
    assert [texts(g) for g in find_grids(page(left + right, rules))] == [BUDGET, BUDGET]


def test_a_frame_of_labels_and_values() -> None:
    pairs = [("Latest", "62.4%"), ("Target", "60.0%"), ("Previous", "58.9%"), ("Owner", "Jo Marsh")]
    text = words("Homes with broadband", 64, 102, bold=True)
    for i, (label, value) in enumerate(pairs):
        text += words(label, 64, 122 + 16 * i) + words(value, 250, 122 + 16 * i, right=True)
    grids = find_grids(page(text, lattice([60, 260], [88, 190])))
    assert only(grids) == [["Homes with broadband", ""], *map(list, pairs)]
    assert grids[0].method == "label-value"


def test_turned_stamp_across_a_table_is_left_over() -> None:
    text = [
        w
        for i, row in enumerate(BUDGET)
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 112 + 20 * i)
    ]
    stamp = Word("Draft", Box(200, 90, 212, 190), 12.0, turn=90)
    grid = find_grids(page([*text, stamp], lattice([60, 180, 300, 420], [98 + 20 * i for i in range(6)])))[0]
    assert grid.left_over == (stamp,)
    assert texts(grid) == BUDGET


def test_an_arrow_is_a_drawing_of_its_cell() -> None:
    text = table([*BUDGET, ["Tips", "12", "15"]], XS)
    arrows = [Glyph("↑", Box(440, 108 + 14 * i, 446, 116 + 14 * i)) for i in range(5)]
    grid = find_grids(page(text, glyphs=arrows))[0]
    assert [c.glyphs for c in grid.cells if c.glyphs] == [("↑",)] * 5
    assert not any("↑" in c.text for c in grid.cells)


def test_a_raised_mark_is_no_part_of_the_figure() -> None:
    mark = Word("1", Box(401, 104, 404, 110), 6.0, superscript=True)
    grid = find_grids(page([*table(BUDGET, XS), mark]))[0]
    cell = next(c for c in grid.cells if c.row == 1 and c.column == 2)
    assert (cell.text, cell.marks) == ("1,150", ("1",))


def test_dots_that_lead_to_a_figure_are_not_read() -> None:
    rows = [[f"{row[0]} . . . . . . .", *row[1:]] if i else row for i, row in enumerate(BUDGET)]
    assert only(find_grids(page(table(rows, XS)))) == BUDGET


def test_a_heading_with_none_below_it_spans_no_columns_beside_it() -> None:
    """Only those beside it have titles of their own, under another heading with a rule."""
    text = [*words("Kind of risk", 50, 100), *words("Net risk", 200, 100), *words("What we do", 320, 100)]
    text += [*words("Odds", 200, 113), *words("Harm", 240, 113), *words("Score", 280, 113)]
    for n in range(4):
        text += words(f"Hull leaks {n}", 50, 133 + 14 * n)
        text += [w for x in (205, 245, 285) for w in words("12", x, 133 + 14 * n)]
        text += words("Spare parts and a boat which stands by", 320, 133 + 14 * n)
    rules = [level(90, 50, 520), level(104, 200, 310), level(119, 50, 520), level(182, 50, 520)]
    (grid,) = find_grids(page(text, rules))
    spans = {c.text: (c.column, c.column_span) for c in grid.cells if c.row == 0}
    assert (spans["Net risk"], spans["What we do"]) == ((1, 3), (4, 1))


def test_a_unit_alone_over_the_figures_is_a_level_of_its_own_and_spans_them() -> None:
    rows = [
        ["", "", "£m", ""],
        ["Service", "Budget", "Forecast", "Variance"],
        *([name, "12.5", "13.1", "0.6"] for name in ("Parks", "Roads", "Libraries", "Waste")),
    ]
    (grid,) = find_grids(page(table(rows, [60.0, 300.0, 370.0, 440.0]), [level(118, 55, 445)]))
    (unit,) = (c for c in grid.cells if c.text == "£m")
    assert (unit.row, unit.column, unit.column_span) == (0, 1, 3)
    assert [c.text for c in grid.cells if c.row == 1] == rows[1]


def test_text_behind_a_bullet_goes_on_though_it_stands_in_the_middle_of_the_table() -> None:
    """Only there the second line looks like a heading over the rows below it."""
    rows = [
        ("R1", "12", ("Weekly panel", "of the board"), "9", "Ward"),
        ("R2", "15", ("Back-ups",), "8", "Hill"),
    ]
    heads = [("ID", 60), ("Now", 120), ("Controls", 215), ("Later", 340), ("Owner", 415)]
    text = [w for head, x in heads for w in words(head, x, 100)]
    for base, (ref, now, controls, later, owner) in zip((128, 168, 208), [*rows, rows[1]], strict=True):
        for value, (_, x) in zip((ref, now, "•", later, owner), heads, strict=True):
            text += words(value, x, base)
        for i, line in enumerate(controls):
            text += words(line, 223, base + 13 * i)
    (grid,) = find_grids(page(text))
    assert texts(grid)[1] == ["R1", "12", "• Weekly panel of the board", "9", "Ward"]
