"""Tables whose rows or columns no rule shows: pages that show one idea each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import lattice, level, line, page, ruled, table, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.lattice.missing_rules import shows_more_columns
from agendapack.extract.model import Box, Colour, Fill, Word

BLUE: Colour = (31, 78, 121)
PALE: Colour = (238, 243, 250)


def centred(cells: list[list[str]], xs: list[float], middle: float, pitch: float = 11.0) -> list[Word]:
    """A row whose cells, each a list of lines, have one middle."""
    return [
        w
        for lines, x in zip(cells, xs, strict=True)
        for i, line in enumerate(lines)
        for w in words(line, x, middle + pitch * (i - (len(lines) - 1) / 2))
    ]


def test_cells_centred_against_each_other_are_one_row_without_white_between_rows() -> None:
    rows = [
        [["Insurance"], ["Brook Services", "Ltd"], ["Jo Kerr"]],
        [["Training"], ["Dune and Sons"], ["Assistant Director,", "Place"]],
        [["Grounds and", "open spaces"], ["Alder Group plc"], ["Mo Sands"]],
        [["Legal fees"], ["Castle", "Partnership", "North"], ["Head of Finance"]],
        [["Rents"], ["Alder and Sons"], ["Jo Kerr"]],
    ]
    text = centred([["Contract"], ["Supplier"], ["Contact"]], [60, 200, 340], 100)
    at = 100.0
    for above, row in zip([[["head"]], *rows], rows, strict=False):
        at += 11.5 * (max(map(len, above)) + max(map(len, row))) / 2
        text += centred(row, [60, 200, 340], at)
    (grid,) = find_grids(page(text))
    assert texts(grid)[1:] == [[" ".join(cell) for cell in row] for row in rows]


def test_a_label_of_two_lines_whose_figures_stand_on_the_second_is_one_row() -> None:
    rows = [[f"Ward {i}", f"{i}10", f"{i}25", f"{i}4"] for i in range(1, 8)]
    text = table([["Ward", "2019", "2020", "2021"], *rows[:3]], [60, 260, 340, 420], pitch=18)
    text += words("Ward beyond the", 60, 172) + table(
        [["Old Harbour", "7", "8", "9"]], [60, 260, 340, 420], 182
    )
    text += words("Ward below the", 60, 200) + table(
        [["New Bridge", "5", "6", "4"]], [60, 260, 340, 420], 210
    )
    text += table(rows[3:], [60, 260, 340, 420], 228, pitch=18)
    (grid,) = find_grids(page(text))
    assert texts(grid)[4:6] == [
        ["Ward beyond the Old Harbour", "7", "8", "9"],
        ["Ward below the New Bridge", "5", "6", "4"],
    ]


def test_coloured_tables_beside_each_other_are_two() -> None:
    def coloured(x: float, shades: list[Colour | None]) -> tuple[list[Fill], list[Word]]:
        fills = [
            Fill(Box(x + 70 * j, 90 + 18 * i, x + 70 * j + 70, 108 + 18 * i), shade)
            for i, shade in enumerate(shades)
            if shade
            for j in range(3)
        ]
        rows = [["Area", "2019", "2020"], *([f"Town {i}", f"{i}1", f"{i}2"] for i in range(1, len(shades)))]
        text = [
            w
            for i, row in enumerate(rows)
            for j, t in enumerate(row)
            for w in words(t, x + 70 * j + 4, 103 + 18 * i)
        ]
        return fills, text

    left, right = coloured(50, [BLUE, PALE, None, PALE, None, PALE]), coloured(284, [BLUE, PALE, None, PALE])
    grids = find_grids(page([*left[1], *right[1]], fills=[*left[0], *right[0]]))
    assert [(g.rows, g.columns) for g in grids] == [(6, 3), (4, 3)]


def test_marks_under_a_boxed_heading_of_two_lines_are_rows() -> None:
    rows = [[f"Town {i}", "●", "–" if i == 2 else "●", "●"] for i in range(1, 7)]
    text = (
        words("Annual", 160, 98) + words("Area", 60, 104) + words("Fee", 260, 104) + words("Appeal", 360, 104)
    )
    text += words("report", 160, 109)
    text += [w for i, row in enumerate(rows) for x, t in zip((60, 160, 260, 360), row, strict=True)
             for w in words(t, x, 124 + 12 * i)]  # fmt: skip
    (grid,) = find_grids(page(text, lattice([56, 156, 256, 356, 420], [88, 113, 190])))
    assert texts(grid) == [["Area", "Annual report", "Fee", "Appeal"], *rows]


def test_a_header_that_comes_again_under_a_title_begins_a_table() -> None:
    """Also when its texts are centred against each other, so that it takes three lines."""

    def ruled(top: float, names: list[str]) -> tuple[list[Word], list[float]]:
        text = words("Real", 230, top + 14, right=True) + words("Later", 320, top + 14, right=True)
        text += words("Scheme", 60, top + 20) + words("Detail", 350, top + 20)
        text += words("change", 230, top + 26, right=True) + words("change", 320, top + 26, right=True)
        rows = [[name, "-0.3", "1.2", "the work begins next year"] for name in names]
        for i, (name, *figures, note) in enumerate(rows):
            base = top + 44 + 18 * i
            text += table([[name, *figures]], [60, 230, 320], base) + words(note, 350, base)
        return text, [top, *(top + 31 + 18 * i for i in range(len(names) + 1))]

    one, ys = ruled(100, ["Quay", "Bridge", "Ferry"])
    two, more = ruled(220, ["Pier", "Slipway"])
    title = words("Reported before", 60, 211)
    grids = find_grids(page([*one, *title, *two], [level(y, 55, 520) for y in (*ys, *more)]))
    head = ["Scheme", "Real change", "Later change", "Detail"]
    assert [texts(g)[0] for g in grids] == [head, head]
    assert [g.rows for g in grids] == [4, 3]


@pytest.mark.parametrize(("white", "found"), [(12.0, 2), (0.0, 1)], ids=["a title", "a text of the table"])
def test_the_same_headings_under_a_title_begin_a_table_without_rules(white: float, found: int) -> None:
    head = ["Deed", "Lead officer", "Due"]
    first = [head, *([name, "Harbour master", "May 2031"] for name in ("Dredging", "Moorings", "Lights"))]
    last = [head, *([name, "Pilot", "June 2031"] for name in ("Slipway", "Cranes"))]
    text = [
        w
        for rows, top in ((first, 100.0), (last, 100.0 + 5 * 14 + 2 * white))
        for i, row in enumerate(rows)
        for x, t in zip((60, 220, 360), row, strict=True)
        for w in words(t, x, top + 14 * i)
    ]
    text += words("Deeds now done", 60, 100 + 4 * 14 + white)
    grids = find_grids(page(text))
    assert len(grids) == found
    assert found == 1 or [texts(grid) for grid in grids] == [first, last]


def test_framed_cards_in_rows_are_one_table() -> None:
    text, rules, lights = [], [], []
    for i in range(6):
        x, y = 50 + 170 * (i % 3), 96 + 84 * (i // 3)
        text += words(
            f"Share of calls that {'a clerk' if i % 2 else 'the office in town'}", x + 10, y + 14, 8
        )
        text += words("answered" if i % 2 else "", x + 10, y + 24, 8) + words("Latest", x + 10, y + 38, 8)
        text += words(f"{i}1.4%", x + 10, y + 54, 14)
        rules += lattice([x, x + 150], [y, y + 64])
        lights.append(Fill(Box(x + 100, y + 30, x + 140, y + 56), (240, 190, 60)))
    (grid,) = find_grids(page(text, rules, fills=lights))
    assert [cell.flat[-5:] for cell in grid.cells if cell.text] == [f"{i}1.4%" for i in range(6)]


def test_a_first_row_of_several_lines_is_not_cut_where_no_header_is_told() -> None:
    """A page on which a table goes on begins with a row like all others."""
    rows = [
        (["Jo Kerr"], "ACT 10", ["Agree a framework for the harbour", "with the board."], "Mar 2031"),
        (["Mo Sands"], "ACT 11", ["Let the berths of the old quay", "by the season."], "Oct 2030"),
        (["Ann Ward"], "ACT 12", ["Publish the tides."], "Mar 2031"),
        (["Jo Kerr"], "ACT 13", ["Dredge the outer basin once", "the dues are paid."], "Jun 2031"),
    ]
    text: list[Word] = []
    for i, (owner, ref, action, due) in enumerate(rows):
        top = 100 + 60 * i
        for x, lines in (
            (50, owner),
            (120, [ref]),
            (180, action),
            (380, ["R 1", "R 4", "R 5"]),
            (430, [due]),
        ):
            text += [w for n, line in enumerate(lines) for w in words(line, x, top + 12 * n)]
    (grid,) = find_grids(page(text))
    whole = [[*owner, ref, " ".join(action), "R 1 R 4 R 5", due] for owner, ref, action, due in rows]
    assert texts(grid) == whole


def test_a_figure_between_two_columns_goes_to_the_one_whose_heading_reaches_nearer() -> None:
    text = [
        w
        for x, base, line in (
            (50, 100, "Ref"), (100, 100, "Definition"), (300, 76, "Outturn"), (300, 88, "2030/31 (or"),
            (300, 100, "latest)"), (375, 88, "Target"), (375, 100, "2031/32"),
        )
        for w in words(line, x, base)
    ]  # fmt: skip
    for i in range(6):
        text += words(f"P {i}", 50, 120 + 20 * i) + words("Berths let by the season", 100, 120 + 20 * i)
    text += words("17%", 368, 160, right=True)
    (grid,) = find_grids(page(text, [level(104, 45, 420)]))
    assert texts(grid)[3][-2:] == ["17%", ""]


def spaced(parts: list[str], x: float, base: float, gap: float) -> list[Word]:
    """Texts one after the other with a white of `gap` points between."""
    made: list[Word] = []
    for part in parts:
        made += words(part, made[-1].box.x1 + gap if made else x, base)
    return made


def test_headings_set_close_to_each_other_do_not_cut_the_table() -> None:
    rows = [[f"Area {i}", "7 203", "9 386", "16.1", "7 580", "1 540", "56.7"] for i in range(6)]
    ends = [60, 155, 193, 246, 284, 322, 375]
    text = words("Firms", 172, 100) + words("People", 300, 100)
    text += [
        w for t, x in (("2004", 130), ("2005", 205), ("2004", 260), ("2005", 335)) for w in words(t, x, 114)
    ]
    text += words("Country", 60, 128)
    text += spaced(["number", "number", "% of total", "number", "number", "% of total"], 125, 128, 8)
    (grid,) = find_grids(page(text + table(rows, ends, 144)))
    assert texts(grid)[-6:] == rows
    assert [t for t in texts(grid)[-7] if t] == ["Country", *["number", "number", "% of total"] * 2]


def test_columns_of_figures_close_together_are_told_by_the_spaces_between_words() -> None:
    rows = [[f"Crude rate {i}", *(f"{10 * i + j}.{j}" for j in range(1, 9))] for i in range(1, 6)]
    ends = [60, *(150 + 25 * j for j in range(8))]
    (grid,) = find_grids(page(table(rows, ends)))
    assert texts(grid) == rows


def test_headings_set_left_over_figures_set_right_stand_over_them() -> None:
    rows = [[f"Town {i}", "4.7", "9.2", "3.1"] for i in range(6)]
    text = [w for t, x in (("2003", 140), ("2004", 220), ("2005", 300)) for w in words(t, x, 100)]
    (grid,) = find_grids(page(text + table(rows, [60, 210, 290, 370], 116)))
    assert texts(grid) == [["", "2003", "2004", "2005"], *rows]


def test_headings_in_coloured_cells_beside_each_other_do_not_run_together() -> None:
    rows = [
        ["Belgium", "62 662", "625 073"],
        ["Bulgaria", "70 158", "888 218"],
        ["Cyprus", "91 900", "63 114"],
    ]
    xs = [56, 160, 222, 330]
    fills = [Fill(Box(a, 90, b, 116), BLUE) for a, b in zip(xs, xs[1:], strict=False)]
    text = words("Value added", 163, 101) + words("Labour costs", 225, 101)
    text += words("(million)", 163, 112) + words("a worker in all", 225, 112)
    (grid,) = find_grids(page(text + table(rows, [60, 218, 326], 128), fills=fills))
    assert texts(grid)[0][1:] == ["Value added (million)", "Labour costs a worker in all"]


def test_a_title_above_the_rule_that_opens_the_header_is_no_part_of_the_table() -> None:
    rows = [
        ["Year", "Total", "Public"],
        *([f"{1996 + i}", f"{3051 + i * i}", f"{2667 - 7 * i * i}"] for i in range(6)),
    ]
    title = words("Table 17.", 60, 92) + words(
        "Actual and projected numbers of the ratio by control of school", 120, 92
    )
    rules = [level(y, 55, 400) for y in (97, 111, 200)]
    (grid,) = find_grids(page(title + table(rows, [60, 300, 390], 107), rules))
    assert texts(grid) == rows


def test_texts_strewn_over_a_drawing_are_no_table() -> None:
    text: list[Word] = []
    for row in range(8):
        for column in (row % 4, 4 + row % 5):
            text += words("Quay", 60 + 50 * column, 100 + 14 * row)
    assert find_grids(page(text)) == []


PIE = (
    (120, 114, "Fuel", "1%"), (200, 114, "Diesel", "2%"), (290, 114, "Gas", "4%"), (370, 114, "Waste", "3%"),
    (90, 270, "Streets", "20%"), (330, 300, "Homes", "70%"),
)  # fmt: skip


def test_the_labels_around_a_pie_in_its_box_are_no_table() -> None:
    text = [w for x, base, *label in PIE for i, t in enumerate(label) for w in words(t, x, base + 12 * i)]
    behind = Fill(Box(80, 95, 460, 330), (250, 250, 252))
    assert find_grids(page(text, fills=[behind])) == []
    assert find_grids(page(text)) != []


def test_texts_beside_short_labels_are_a_table_without_rules() -> None:
    law = "Law on public contracts that came into force last July"
    body = "Office for public buying of the prime minister"
    rows = [[f"Country {i}", f"{law} {i}", f"{body} {i}"] for i in range(6)]
    text = [
        w
        for i, row in enumerate([["State", "Legal basis", "Authority"], *rows])
        for x, t in zip((40, 110, 360), row, strict=True)
        for w in words(t, x, 100 + 20 * i, 8)
    ]
    (grid,) = find_grids(page(text))
    assert texts(grid)[1:] == rows


@pytest.mark.parametrize(("print_", "tables"), [(True, 0), (False, 1)], ids=["on a page of print", "a scan"])
def test_lettering_read_without_certainty_in_a_photograph_is_no_table(print_: bool, tables: int) -> None:
    rows = [["Quay", "12", "31"], ["Pier", "14", "29"], ["Dock", "15", "34"]]
    read = [replace(w, certainty=0.8) for w in table(rows, [60, 200, 300])]
    text = words("The harbour at dusk", 60, 300) if print_ else []
    assert len(find_grids(page([*read, *text]))) == tables


def test_few_ticks_under_the_months_of_a_year_are_a_table() -> None:
    months = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
    text = words("Audit", 40, 100) + [w for i, m in enumerate(months) for w in words(m, 150 + 34 * i, 100)]
    for row in range(20):
        text += words(f"Harbour {chr(97 + row)}", 40, 114 + 14 * row)
        text += [w for k in (row % 12, (row + 5) % 12) for w in words("X", 154 + 34 * k, 114 + 14 * row)]
    (grid,) = find_grids(page(text))
    assert (grid.rows, grid.columns) == (21, 13)


def test_a_column_that_only_a_ruled_off_header_shows_is_one() -> None:
    text = [w for x, head in ((50, "Risk"), (140, "Mitigation"), (300, "Owner"), (380, "Reviewed")) for w in
            words(head, x, 100, bold=True)]  # fmt: skip
    for i, text_of in enumerate(
        ("meetings with the board", "and the harbour master", "until the dues are set")
    ):
        text += words(text_of, 140, 118 + 12 * i)
    text += words("J Kerr", 300, 118)
    (grid,) = find_grids(page(text, [level(106, 45, 440), level(150, 45, 440)]))
    whole = "meetings with the board and the harbour master until the dues are set"
    assert texts(grid) == [["Risk", "Mitigation", "Owner", "Reviewed"], ["", whole, "J Kerr", ""]]


@pytest.mark.parametrize(
    ("last", "pitch", "kept"), [("to let the berths", 11, True), ("to let the berths", 14, False)]
)
def test_the_last_row_has_a_second_line_as_every_row_has(last: str, pitch: float, kept: bool) -> None:
    rows = [["Decision", "Date", "By"]] + [[f"Matter {i}", f"{i} June 2031", "Cabinet"] for i in range(1, 4)]
    text: list[Word] = []
    for i, row in enumerate(rows):
        text += [w for x, t in zip((60, 260, 380), row, strict=True) for w in words(t, x, 100 + 26 * i)]
        if 0 < i < 3:
            text += words("to see to the piers", 60, 111 + 26 * i)
    text += words(last, 60, 100 + 26 * 3 + pitch)
    (grid,) = find_grids(page(text))
    assert (last in " ".join(texts(grid)[-1])) is kept


@pytest.mark.parametrize("gap", [14.0, 0.0], ids=["a title", "a text of the table"])
def test_a_wider_table_under_a_title_begins_with_its_own_headings(gap: float) -> None:
    """Its columns are not those of the one above, and its head takes two lines."""
    names = ["Dredging of docks", "Mooring of boats", "Lights on piers", "Slips for ferries"]
    first = [["Ref", "Measure", "May 2031"], *([f"K {i}", t, f"8{i}%"] for i, t in enumerate(names))]
    head = ["Ref", "Measure of the port", "Lead officer", "Goal", "May"]
    second = [[f"K {i}", t, "Harbour master", "90%", f"8{i}%"] for i, t in enumerate(names)]
    text, rules = words("In detail", 60, 170 + gap, bold=True) + words("2031", 430, 196 + 2 * gap), []
    for rows, xs, top in (
        (first, [110, 150, 400], 100.0),
        ([head, []], [60, 100, 280, 380, 430], 184.0 + 2 * gap),
        (second, [60, 100, 280, 380, 430], 210.0 + 2 * gap),
    ):
        for i, row in enumerate(rows):
            text += [w for x, t in zip(xs, row, strict=False) for w in words(t, x, top + 14 * i)]
            rules += [level(top + 14 * i + 4, xs[0] - 5, xs[-1] + 60)] if row is not head else []
    found = [texts(grid) for grid in find_grids(page(text, rules))]
    assert (found == [first, [[*head[:-1], "May 2031"], *second]]) is (gap > 0)


@pytest.mark.parametrize(("pitch", "kept"), [(11, True), (16, False)], ids=["near", "as far as a row"])
def test_the_first_heading_has_an_upper_line_where_it_is_nearer_than_rows_are(pitch: int, kept: bool) -> None:
    head = ["no.", "Type", "Harbour"]
    rows = [[f"{700 + i}", "Quay", f"Harbour of {name}"] for i, name in enumerate(("Tern", "Skua", "Gull"))]
    text = words("Licence", 60, 100 - pitch) + [
        w
        for i, row in enumerate([head, *rows])
        for x, t in zip((60, 160, 260), row, strict=True)
        for w in words(t, x, 100 + 16 * i)
    ]
    (grid,) = find_grids(page(text))
    assert texts(grid)[0] == [("Licence no." if kept else "no."), *head[1:]]


@pytest.mark.parametrize(
    ("label", "rows"), [("Dues for moorings", 6), ("dues for moorings", 5)], ids=["a row", "the rest of one"]
)
def test_a_label_alone_begins_a_row_where_no_label_goes_on_in_small_letters(label: str, rows: int) -> None:
    """The longest label says nothing of where labels wrap."""
    body = [
        ["Receipts", ""],
        ["Fees for green boats (a)", ""],
        [label, "120"],
        ["Total", "120"],
        ["Costs", "90"],
    ]
    text = [
        w
        for i, (name, figure) in enumerate([["Service", "2031"], *body])
        for w in (*words(name, 60, 100 + 12 * i), *words(figure, 300, 100 + 12 * i, right=True))
    ]
    (grid,) = find_grids(page(text, [level(103, 55, 305)]))
    assert grid.rows == rows


def test_a_long_text_set_close_to_the_next_column_does_not_end_the_table() -> None:
    rows = [["T1", "Dredge the basin", "Director, Quays"], ["T2", "Mend the slip", "Director, Shore"],
            ["T3", "Paint it all", "Director, Shore"]]  # fmt: skip
    text = [
        w
        for i, row in enumerate([["Ref", "Action", "Lead officer"], *rows])
        for x, t in zip((60, 100, 340), row, strict=True)
        for w in words(t, x, 100 + 26 * i)
    ]
    text += words("and tell all of the boats in the port at noon today a", 100, 138)
    text += words("and Sea", 340, 138)
    (grid,) = find_grids(page(text))
    assert texts(grid)[1][2] == "Director, Quays and Sea"
    assert grid.rows == 4


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("last", ["4", "12"])
def test_a_narrow_column_of_numbers_is_one_where_its_longest_almost_touches_the_text(
    last: str, ruled: bool
) -> None:
    rows = [["1", "Silt closes the basin", "Likely", "Pilot"], ["2", "The fuel store leaks", "Rare", "Clerk"],
            ["3", "Data are lost in the office", "Rare", "Clerk"],
            [last, "Nobody bids for the slipway contract", "Likely", "Pilot"]]  # fmt: skip
    table_rows = [["NO", "THE RISK", "CHANCE", "OWNER"], *rows]
    text = [
        w
        for i, row in enumerate(table_rows)
        for x, t in zip((60, 74, 320, 420), row, strict=True)
        for w in words(t, x, 100 + 18 * i)
    ]
    rules = [level(88 + 18 * i, 56, 480) for i in range(6)] if ruled else []
    (grid,) = find_grids(page(text, rules))
    assert texts(grid) == table_rows


def test_numbers_of_lists_in_cells_are_no_column() -> None:
    text = []
    for i, name in enumerate(("Quay", "Pier", "Slip")):
        top = 100 + 40 * i
        text += words(name, 60, top) + words("1. mend the", 160, top) + words("May 2031", 320, top)
        text += words("steps of stone", 170, top + 12)
    (grid,) = find_grids(page(text))
    assert texts(grid)[0] == ["Quay", "1. mend the steps of stone", "May 2031"]


@pytest.mark.parametrize(("columns", "more"), [(3, True), (4, False)])
def test_an_open_grid_is_held_against_all_its_columns(columns: int, more: bool) -> None:
    """Four texts a row; of four ruled columns one is empty, and another holds two of the texts."""
    lines = [
        line(110.0 + 20 * n, (55, "Quay"), (155, "Jo Kerr"), (255, "58%"), (330, "61%")) for n in range(3)
    ]
    xs = [50.0, 150.0, 250.0, 400.0, 450.0][: columns + 1]
    assert shows_more_columns(ruled(xs, [100, 120, 140, 160]), lines) is more
