"""Tables as Word, spreadsheets and browsers set them: stripes, lone colours, cells in the middle of rows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from find.drawn import lattice, level, page, texts, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Fill, Page, Rule, Word

XS = [50.0, 110.0, 290.0, 390.0, 480.0, 560.0]
HEAD = ["Ref", "Task", "Lead", "Due", "State"]
ROWS = [
    ["A1", "Mend the harbour wall", "Port Warden", "31/03/2031", "Begun"],
    ["A2", "Paint the beacons", "Light Keeper", "30/06/2031", "Late"],
    ["A3", "Count the moorings", "Port Warden", "30/09/2031", "Done"],
    ["A4", "Dredge the basin", "Surveyor", "31/12/2031", "Begun"],
]
PALE, DARK = (230, 238, 246), (20, 20, 60)
LINE, PAD = 12.0, 3.5


def heights(rows: list[list[str]], top: float = 120.0) -> list[float]:
    """Where the rows begin, and where the last ends."""
    ys = [top]
    for cells in rows:
        ys.append(ys[-1] + max(cell.count("\n") + 1 for cell in cells) * LINE - 2 + 2 * PAD)
    return ys


def set_rows(rows: list[list[str]], ys: list[float], middle: bool = False) -> list[Word]:
    """The texts, from the top of their rows or in the middle, those of the first row bold."""
    made: list[Word] = []
    for i, cells in enumerate(rows):
        for x, cell in zip(XS, cells, strict=False):
            lines = cell.split("\n")
            high = len(lines) * LINE - 2
            y = (ys[i] + ys[i + 1] - high) / 2 if middle else ys[i] + PAD
            for n, line in enumerate(lines):
                made += words(line, x + 4, y + 7.4 + n * LINE, bold=i == 0)
    return made


def stripe(ys: list[float], i: int, x0: float = XS[0], x1: float = XS[-1]) -> Fill:
    return Fill(Box(x0, ys[i], x1, ys[i + 1]), PALE)


def found(drawn: Page) -> list[list[list[str]]]:
    return [[[cell.replace("\n", " ") for cell in row] for row in texts(grid)] for grid in find_grids(drawn)]


def flat(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in cells] for cells in rows]


def columns(ys: list[float]) -> list[Rule]:
    return [upright(x, ys[0], ys[-1]) for x in XS]


@pytest.mark.parametrize("frame", [True, False], ids=["framed", "columns ruled"])
def test_a_white_head_and_the_white_row_below_it_are_two(frame: bool) -> None:
    rows = [HEAD, *ROWS]
    ys = heights(rows)
    rules = lattice([XS[0], XS[-1]], [ys[0], ys[-1]]) if frame else columns(ys)
    fills = [Fill(Box(a, ys[i], b, ys[i + 1]), PALE) for i in (2, 4) for a, b in pairwise(XS)]
    assert found(page(set_rows(rows, ys), rules, fills)) == [rows]


def test_white_rows_between_a_coloured_head_and_a_coloured_total_are_rows() -> None:
    rows = [HEAD, *ROWS]
    ys = heights(rows)
    fills = [Fill(Box(a, ys[i], b, ys[i + 1]), PALE) for i in (0, 4) for a, b in pairwise(XS)]
    assert found(page(set_rows(rows, ys), (), fills)) == [rows]


def test_two_paragraphs_of_a_white_row_are_one_row() -> None:
    rows = [HEAD, ROWS[0], ["A2", "Paint the beacons\n\nMend their doors", *ROWS[1][2:]], *ROWS[2:]]
    ys = heights(rows)
    cells = list(pairwise(XS))
    fills = [Fill(Box(a, ys[i], b, ys[i + 1]), PALE) for i in (1, 3) for a, b in cells]
    assert found(page(set_rows(rows, ys), (), fills)) == [[[" ".join(c.split()) for c in r] for r in rows]]


def test_stripes_part_the_rows_between_the_rules_of_head_and_total() -> None:
    rows = [HEAD, *ROWS]
    ys = heights(rows)
    rules = [*columns(ys), *(level(ys[i], XS[0], XS[-1]) for i in (0, 1, 4, 5))]
    fills = [
        Fill(Box(XS[0], ys[1], XS[1], ys[4]), DARK),
        stripe(ys, 1, XS[1]),
        stripe(ys, 3, XS[1]),
    ]
    assert found(page(set_rows(rows, ys), rules, fills)) == [rows]


@pytest.mark.parametrize(
    ("last", "rows"),
    [
        (["Tender\nissued", "Draft with\npartners", "Survey\nhalf done", "None"], 5),
        (["Tender\nissued and a\nsecond one is\nwith our legal\nteam until May", "", "", ""], 2),
    ],
    ids=["a text for each row", "one text over the rows"],
)
def test_a_cell_beside_several_rows_is_parted_where_each_has_a_text(last: list[str], rows: int) -> None:
    body = [[*r[:1], r[1].replace(" the ", " the\n"), *r[2:4], ""] for r in ROWS]
    ys = heights([HEAD, *body])
    text = set_rows([HEAD, *body], ys)
    for n, cell in enumerate(last):
        for k, line in enumerate(cell.split("\n")):
            text += words(line, XS[4] + 4, ys[n + 1] + PAD + 7.4 + k * LINE)
    rules = [*columns(ys), level(ys[0], XS[0], XS[-1]), level(ys[1], XS[0], XS[-1])]
    rules += [level(y, XS[0], XS[4]) for y in ys[2:-1]] + [level(ys[-1], XS[0], XS[-1])]
    (grid,) = find_grids(page(text, rules))
    assert len({cell.row for cell in grid.cells if cell.column == 4 and cell.text}) == rows


@pytest.mark.parametrize("high", [True, False], ids=["higher than its rows", "as high"])
def test_texts_that_make_their_rows_high_are_a_cell_each_without_white_between(high: bool) -> None:
    """One text beside several rows is no higher than these; lines of both follow each other without a gap."""
    body = ["Mend the\nouter wall", "Paint the\nbeacons", "Count the\nmoorings", "Dredge the\nbasin"]
    text, rules, y = [], [], 120.0
    for n, cell in enumerate(body):
        beside = "Warden" if high else "Port\nWarden"
        for x, texts_ in ((50, f"A{n}"), (110, beside), (250, cell), (380, "31/03/2031")):
            text += [w for k, t in enumerate(texts_.split("\n")) for w in words(t, x + 4, y + 9 + 12 * k)]
        rules += [level(y, 50, 250), level(y, 380, 480)]
        y += 24
    rules += [upright(x, 120, y) for x in (50, 110, 250, 380, 480)] + [level(120, 50, 480), level(y, 50, 480)]
    (grid,) = find_grids(page(text, rules))
    assert len([c for c in grid.cells if c.column == 2]) == (4 if high else 1)


def test_beside_a_coloured_first_column_the_others_are_columns() -> None:
    body = [[r[0], r[1].replace(" the ", "\nthe "), *r[2:]] for r in ROWS]
    rows = [HEAD, *body]
    ys = heights(rows)
    fills = [stripe(ys, i, XS[0], XS[1]) for i in range(len(rows))]
    rules = [level(y, XS[0], XS[-1]) for y in ys[1:]]
    assert found(page(set_rows(rows, ys), rules, fills)) == [flat(rows)]


@pytest.mark.parametrize("middle", [True, False], ids=["middle", "top"])
@pytest.mark.parametrize("wrapped", [1, 2], ids=["one wraps", "two wrap"])
def test_cells_of_two_lines_beside_others_of_one_are_a_row_to_the_last(middle: bool, wrapped: int) -> None:
    """Not two tables beside each other, nor a list of numbers; the last label keeps its second line."""
    body = [[r[0].replace("A", "HW\n"), r[1].replace(" the ", " the\n"), r[2], *r[3:]] for r in ROWS[:-1]]
    body = [[*r[:2], r[2].replace(" ", "\n") if wrapped == 2 else r[2], *r[3:]] for r in body]
    rows = [HEAD, *body, ["HW\n4", "Dredge it", *ROWS[-1][2:]]]
    assert found(page(set_rows(rows, heights(rows), middle))) == [flat(rows)]


def test_a_note_below_single_labels_is_no_second_line() -> None:
    rows = [HEAD, *ROWS]
    ys = heights(rows)
    note = words("Source", 54, ys[-1] + 16)
    assert found(page([*set_rows(rows, ys), *note])) == [rows]


@pytest.mark.parametrize("lower", [False, True], ids=["begins", "goes on"])
def test_a_row_without_a_label_begins_where_texts_do_beside_a_new_one(lower: bool) -> None:
    row = ["", "Paint the masts", "Light Keeper", "", "With A2"]
    more = [cell.lower() if lower else cell for cell in row]
    pitch = [[*r[:4], ""] for r in ROWS[:2]]
    ys = [120 + 14.0 * n for n in range(6)]
    (grid,) = find_grids(page(set_rows([HEAD, *pitch, more, ROWS[3]], ys)))
    assert ("Paint the masts" in [cell.text for cell in grid.cells]) is not lower


def test_as_many_headings_as_columns_stand_over_one_each() -> None:
    """Set left over figures set right, one begins where the figures before it end."""
    ends = [314.0, 363.0, 412.0]
    text = [w for x, t in zip((50, 110, 285, 316, 365), ("Ref", "Task", "Aim", "Q1", "Q2"), strict=True)
            for w in words(t, x, 120, bold=True)]  # fmt: skip
    for n in range(5):
        text += words(f"A{n}", 50, 140 + 16 * n) + words("Moor the boats", 110, 140 + 16 * n)
        for end in ends:
            text += words(f"{20 + n}", end, 140 + 16 * n, right=True)
    (grid,) = find_grids(page(text))
    assert texts(grid)[0] == ["Ref", "Task", "Aim", "Q1", "Q2"]


@pytest.mark.parametrize(
    ("beside", "columns"), [(["(1)", "(2)", "(a)", "*", "(2)"], 3), (["12", "7", "98", "5", "41"], 4)]
)
def test_marks_of_notes_beside_figures_are_no_column_that_rules_hide(beside: list[str], columns: int) -> None:
    text, rules, y = [], [], 120.0
    for label, figure, other in zip(
        ["Oars", "Rope", "Tar", "Nets", "Sails"], range(1040, 1090, 10), beside, strict=True
    ):
        for x, cell in ((50, label), (170, str(figure)), (215, other), (300, "2031")):
            text += words(cell, x + 4, y + 10)
        rules.append(level(y, 50, 360))
        y += 14
    rules += [upright(x, 120, y) for x in (50, 160, 290, 360)] + [level(y, 50, 360)]
    (grid,) = find_grids(page(text, rules))
    assert max(c.column for c in grid.cells) + 1 == columns
