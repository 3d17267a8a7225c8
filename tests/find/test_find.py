"""What is a table and how it is cut: pages that show one idea each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import lattice, level, page, table, texts, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Colour, Fill, Glyph, Word

RED = (230, 30, 30)
BUDGET = [
    ["Service", "Budget", "Spent"],
    ["Parks", "1,200", "1,150"],
    ["Libraries", "860", "(12)"],
    ["Street cleaning", "2,340", "2,410"],
    ["Total", "4,400", "3,548"],
]
XS = [60.0, 300.0, 400.0]
PROSE = (
    "The committee considered the report of the head of service and agreed that the work should go on",
    "until the end of the year when a further report will be brought to members with the results of the",
    "survey and the views of the ward councillors who have been asked to comment on the proposals made",
    "by residents at the meeting in the village hall and in the letters that the council has received",
)


def only(grids: list) -> list[list[str]]:  # type: ignore[type-arg]
    assert len(grids) == 1
    return texts(grids[0])


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


def test_justified_lines_are_no_columns() -> None:
    text = []
    for n, line in enumerate(
        ("the scheme takes account of", "inflation and of demand in", "towns that the plan reflects")
    ):
        at = 60.0
        for word in line.split():
            text += words(word, at, 100 + 12 * n)
            at += 5 * len(word) + 10.5
    assert find_grids(page(text)) == []


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


@pytest.mark.parametrize("top", [93, 100], ids=["between the rows", "some ticks level with rows"])
def test_the_axis_of_a_chart_beside_a_table_is_no_part_of_it(top: float) -> None:
    text = table(BUDGET, [40, 160, 210])
    for i, tick in enumerate(("100", "80", "60", "40", "20", "0")):
        text += words(tick, 320, top + (13 if top == 93 else 21) * i, right=True)
    for i in range(4):
        text += words(str(2010 + i), 330 + 40 * i, top + (78 if top == 93 else 119))
    assert only(find_grids(page(text))) == BUDGET


def test_a_column_of_even_steps_is_no_axis() -> None:
    """Also above a row of figures: values stand beside each of them."""
    rows = [[f"Berth {n}", str(100 - 20 * n), str(7 + 3 * n)] for n in range(6)]
    assert only(find_grids(page(table(rows, [40, 160, 210])))) == rows


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


@pytest.mark.parametrize(
    ("below", "rows"),
    [(["Quays", "9", "8"], 6), (["The figures are provisional until the audit"], 5)],
    ids=["a row", "a note"],
)
def test_rows_shaded_by_turns_end_on_one_without_colour(below: list[str], rows: int) -> None:
    fills = [
        Fill(Box(60 + 120 * j, 90 + 18 * i, 180 + 120 * j, 108 + 18 * i), (220, 230, 241))
        for i in (0, 2, 4)
        for j in range(3)
    ]
    text = [
        w
        for i, row in enumerate([*BUDGET, below])
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 102 + 18 * i)
    ]
    (grid,) = find_grids(page(text, fills=fills))
    assert texts(grid) == [*BUDGET, below][:rows]


@pytest.mark.parametrize(("beside", "colour"), [("", RED), ("81%", RED), ("see the note below", None)])
def test_a_traffic_light_colours_its_cell_but_no_text(beside: str, colour: Colour | None) -> None:
    ys = [90 + 18 * i for i in range(6)]
    rows = [*BUDGET[:-1], ["Quays", "9", beside]]
    text = [
        w
        for i, row in enumerate(rows)
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 102 + 18 * i)
    ]
    light = Fill(Box(402, 165, 412, 175), RED)
    (grid,) = find_grids(page(text, lattice([60, 180, 300, 420], ys), signals=[light]))
    assert [c.fill for c in grid.cells if c.fill] == ([colour] if colour else [])


def test_coloured_cells_make_a_table() -> None:
    colours: list[Colour] = [(20, 60, 120), (180, 200, 230)]
    fills = [
        Fill(Box(60 + 120 * j, 90 + 20 * i, 178 + 120 * j, 108 + 20 * i), colours[i % 2])
        for i in range(5)
        for j in range(3)
    ]
    text = [
        w
        for i, row in enumerate(BUDGET)
        for j, t in enumerate(row)
        for w in words(t, 64 + 120 * j, 102 + 20 * i)
    ]
    grids = find_grids(page(text, fills=fills))
    assert only(grids) == BUDGET
    assert {c.fill for c in grids[0].cells} == set(colours)


@pytest.mark.parametrize("below", [[], words("Source: the harbour office", 64, 244)])
def test_the_white_row_below_the_last_coloured_one_belongs_to_the_table(below: list[Word]) -> None:
    shade = {0: (31, 78, 121), 1: (238, 243, 250), 3: (238, 243, 250)}
    fills = [
        Fill(Box(60 + 120 * j, 90 + 20 * i, 180 + 120 * j, 110 + 20 * i), c)
        for i, c in shade.items()
        for j in range(4)
    ]
    rows = [
        ["Ref", "Action", "Owner", "Date"],
        *([f"QA {i}", f"Dredge basin {i}", "Jo Kerr", f"May 203{i}"] for i in range(1, 5)),
    ]
    text = [
        w
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        for w in words(cell, 64 + 120 * j, 104 + 20 * i)
    ]
    assert only(find_grids(page([*text, *below], fills=fills))) == rows


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


def justified(line: str, x0: float, x1: float, base: float) -> list[Word]:
    """A line of running text set to both margins, its words equally far apart."""
    parts = [words(part, 0, base)[0] for part in line.split()]
    gap = (x1 - x0 - sum(p.box.width for p in parts)) / (len(parts) - 1)
    at, made = x0, []
    for part in parts:
        made.append(replace(part, box=Box(at, part.box.top, at + part.box.width, part.box.bottom)))
        at += part.box.width + gap
    return made


NARROW = [
    "Harbour dues rose again last",
    "October, when larger ferries that",
    "skipped docking since spring came",
    "because quieter seasons allow more",
    "repairs, and another crane arrived",
    "towards winter, built north east",
]
NOT_TABLES = {
    "a narrow column set to both margins": [
        w for i, line in enumerate(NARROW) for w in justified(line, 60, 240, 100 + 13 * i)
    ],
    "running text": [w for i, line in enumerate(PROSE * 3) for w in words(line, 60, 100 + 13 * i, 9)],
    "two columns of text": [
        w
        for i, line in enumerate(PROSE * 3)
        for x in (60, 320)
        for w in words(" ".join(line.split()[:9]), x, 100 + 13 * i, 9)
    ],
    "numbered paragraphs": [
        w
        for i, line in enumerate(PROSE)
        for w in (*words(f"{i + 1}.1", 60, 100 + 26 * i), *words(line, 90, 100 + 26 * i, 9))
    ],
    "bullets": [
        w
        for i, line in enumerate(PROSE)
        for w in (*words("•", 60, 100 + 14 * i), *words(line, 80, 100 + 14 * i, 9))
    ],
    "contents": [
        w
        for i in range(8)
        for w in (
            *words(f"Chapter {i} . . . . . . . . .", 60, 100 + 16 * i),
            *words(str(3 * i + 1), 500, 100 + 16 * i),
        )
    ],
    "contents without dots": [
        w
        for i in range(8)
        for w in (*words(f"Chapter about {i}", 60, 100 + 16 * i), *words(str(3 * i + 1), 500, 100 + 16 * i))
    ],
    "contents whose numbers stand in no column": [
        w
        for i, (title, end) in enumerate(
            (
                ("Staffing", 100),
                ("Consultation", 170),
                ("Method", 102),
                ("Financial position", 240),
                ("Background", 168),
                ("Results", 99),
                ("Next steps", 172),
            )
        )
        for w in (*words(title, 60, 100 + 18 * i), *words(str(2 + 3 * i), 60 + end, 100 + 18 * i))
    ],  # fmt: skip
    "axes of a chart": [
        w
        for i in range(6)
        for w in (*words(str(100 - 20 * i), 80, 100 + 30 * i), *words(f"0.{6 - i}", 400, 100 + 30 * i))
    ],
    "a label line": [*words("Wards affected:", 60, 100), *words("All", 200, 100)],
    "nothing": [],
}


@pytest.mark.parametrize("name", NOT_TABLES)
def test_no_table_is_found_in(name: str) -> None:
    assert find_grids(page(NOT_TABLES[name])) == []


def test_white_areas_behind_words_of_a_white_page_are_no_rules() -> None:
    text = [w for i, line in enumerate(PROSE) for w in words(line, 60, 100 + 26 * i, 9)]
    marked = text[2:6]
    behind = [Fill(Box(w.box.x1, 91, w.box.x1 + 3, 104), (255, 255, 255)) for w in marked]
    link = level(102, marked[0].box.x0, marked[-1].box.x1)
    assert find_grids(page(text, [link], behind)) == []


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


def test_a_box_around_a_paragraph_is_no_table() -> None:
    text = [w for i, line in enumerate(PROSE) for w in words(line, 64, 112 + 13 * i, 9)]
    assert find_grids(page(text, lattice([60, 560], [98, 170]))) == []


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


STRIPE = (242, 242, 242)


@pytest.mark.parametrize(
    ("painted", "found"),
    [(Fill(Box(395, 104, 450, 118), RED), [RED]), (Fill(Box(395, 104, 450, 109), RED), []), (None, [])],
    ids=["the whole place", "a bar in it", "nothing"],
)
def test_a_place_without_words_is_a_cell_where_its_colour_is_its_own(
    painted: Fill | None, found: list[Colour]
) -> None:
    rows = [["Measure", "Last year", "This year", "On track?"]]
    rows += [[f"Boats of kind {n}", f"{n}1", f"{n}4"] for n in range(5)]
    stripes = [Fill(Box(45, 104 + 28 * n, 450, 118 + 28 * n), STRIPE) for n in range(3)]
    (grid,) = find_grids(
        page(table(rows, (50, 250, 350, 445)), fills=[*stripes, *([painted] if painted else [])])
    )
    assert [c.fill for c in grid.cells if c.row > 0 and c.column == 3] == found
    assert all(c.fill is None for c in grid.cells if c.row == 2)


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


def test_a_lattice_with_hardly_a_word_in_it_is_a_chart() -> None:
    rules = lattice([60 + 40 * i for i in range(9)], [100 + 20 * i for i in range(9)])
    ticks = [w for i in range(4) for w in words(str(i), 70, 114 + 40 * i)]
    assert find_grids(page(ticks, rules)) == []


@pytest.mark.parametrize(("few", "many"), [(1, 4), (4, 30)])
def test_more_rows_of_cells_side_by_side_are_believed_more(few: int, many: int) -> None:
    def belief(rows: int) -> float:
        text = [w for i in range(rows) for x in (64, 184) for w in words("cell", x, 112 + 20 * i)]
        (grid,) = find_grids(page(text, lattice([60, 180, 300], [98 + 20 * i for i in range(rows + 1)])))
        return grid.confidence

    assert belief(few) < belief(many) <= 1


def test_no_table_is_certain() -> None:
    text = [w for i in range(60) for x in (64, 184) for w in words("cell", x, 112 + 10 * i)]
    (grid,) = find_grids(page(text, lattice([60, 180, 300], [102 + 10 * i for i in range(61)])))
    assert 0.9 < grid.confidence < 1


def test_a_boxed_heading_over_aligned_rows_is_believed_for_its_share_of_the_rows() -> None:
    frame = lattice([60, 160, 260, 360], [100, 114])
    head = [w for x, t in ((64, "Service"), (164, "2023"), (264, "2024")) for w in words(t, x, 111)]
    body = [
        w
        for i in range(9)
        for x, t in ((64, "Parks"), (164, f"{310 + i}"), (264, f"{250 + i}"))
        for w in words(t, x, 126 + 13 * i)
    ]
    grids = find_grids(page([*head, *body], frame))
    apart = [g for g in grids if g.rows == 1]
    assert all(g.confidence <= 0.1 for g in apart)
    (rest,) = [g for g in grids if g.rows > 1]
    assert rest.confidence > 0.8


def test_figures_that_stand_in_no_column_are_hardly_believed() -> None:
    entries = (("Staffing", 100, 8), ("Consultation", 170, 3), ("Method", 102, 9), ("Next steps", 172, 5),
               ("Financial position", 240, 4), ("Background", 168, 6), ("Results", 99, 2))  # fmt: skip
    text = [
        w
        for i, (title, end, number) in enumerate(entries)
        for w in [*words(title, 60, 100 + 18 * i), *words(str(number), 60 + end, 100 + 18 * i)]
    ]
    grids = find_grids(page(text))
    assert grids and all(g.confidence < 0.5 for g in grids)
    assert all(g.confidence < 0.5 for g in find_grids(page(text)))


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
