"""Tables with level rules between their rows and none between their columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from find.drawn import level, page, texts, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.lattice.shaded_header import with_uprights_of_header
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box, Fill, Page, Word

LEFT, RIGHT, EDGE = 60.0, 180.0, 420.0
BODY = [
    (
        ["Harbour Trust and the", "northern landing board"],
        ["The quays must be dredged before the winter", "tides reach the inner basin again."],
    ),
    (
        ["Harbour Trust and the", "northern landing board"],
        ["Ferries are to be mended on the eastern slip", "which stays open for them all year."],
    ),
    (
        ["Market office and the", "southern landing board"],
        ["Stalls on the long pier are let by the month", "so that smaller traders can take one."],
    ),
]


def ruled(rows: list[tuple[list[str], list[str]]], top: float = 100.0, extra: int = 0) -> Page:
    """Rows of two wrapped texts with a rule above and below each; `extra` lines of white at their feet."""
    text: list[Word] = []
    rules = [level(top, LEFT - 4, EDGE)]
    at = top
    for left, right in rows:
        for i in range(max(len(left), len(right))):
            for x, lines in ((LEFT, left), (RIGHT, right)):
                if i < len(lines):
                    text += words(lines[i], x, at + 12 + 12 * i)
        at += 12 * (max(len(left), len(right)) + extra) + 8
        rules.append(level(at, LEFT - 4, EDGE))
    return page(text, rules)


def joined(rows: list[tuple[list[str], list[str]]]) -> list[list[str]]:
    return [[" ".join(left), " ".join(right)] for left, right in rows]


def test_two_columns_of_wrapped_text_with_rules_between_the_rows_are_a_table() -> None:
    (grid,) = find_grids(ruled(BODY))
    assert texts(grid) == joined(BODY)


def test_long_cells_between_rules_are_no_running_text() -> None:
    long = [*BODY[0][1], *BODY[1][1], *BODY[2][1]] * 3
    rows = [(left, long) for left, _ in BODY]
    (grid,) = find_grids(ruled(rows))
    assert texts(grid) == joined(rows)


def test_one_rule_parts_two_rows_whose_texts_wrap() -> None:
    head = (["Responsible body"], ["What must be done"])
    (grid,) = find_grids(ruled([head, *BODY[:2]]))
    assert texts(grid) == joined([head, *BODY[:2]])


def test_the_rest_of_a_row_over_the_first_rule_belongs_to_the_table() -> None:
    rows = [(["board"], [""]), *BODY]
    (grid,) = find_grids(ruled(rows, top=40))
    assert texts(grid) == joined(rows)


def test_rules_that_strike_out_or_underline_part_no_rows() -> None:
    lines = [
        "a) Let the berths by the year and not by the",
        "b) Mend the cranes on the quays before the spring",
    ]
    text = [w for i, line in enumerate(lines * 3) for w in words(line, 60, 100 + 14 * i)]
    rules = [level(97 + 14 * i, 56, 420) for i in range(6)]
    assert find_grids(page(text, rules)) == []


@pytest.mark.parametrize("gutter", [1.5, 30.0])
def test_a_column_begins_where_its_texts_do_even_behind_a_line_that_leaves_no_gutter(gutter: float) -> None:
    second = 240.0
    rows = [
        ("Berths are let by the season", "Income falls when ships stay out at sea"),
        ("The crane was last mended in 2019", "Cargo waits on the quay for a second crane"),
        ("Ferry fares rose", "Fewer people cross the bay in winter"),
        ("Stalls stand empty", "The market closes on three days a week"),
        ("The slip is too short for the boats", "Boats go to other towns to be mended"),
    ]
    text = words("Cause", 60, 95, bold=True) + words("Event", second, 95, bold=True)
    rules = [level(84, 56, 500), level(100, 56, 500)]
    for i, (cause, event) in enumerate(rows):
        base = 114 + 24 * i
        end = second - gutter if i in (1, 4) else second - 40
        placed = words(cause, 0, base)
        text += words(cause, end - placed[-1].box.x1, base) if i in (1, 4) else words(cause, 60, base)
        text += words(event, second, base)
        rules.append(level(base + 8, 56, 500))
    (grid,) = find_grids(page(text, rules))
    assert texts(grid) == [["Cause", "Event"], *([cause, event] for cause, event in rows)]


def test_a_headline_over_a_table_is_no_row_of_it() -> None:
    drawn = ruled([(["Body"], ["Task"]), *BODY], top=100)
    title = words("Harbour risks", 200, 92, size=18)
    (grid,) = find_grids(page([*title, *drawn.words], drawn.rules))
    assert texts(grid)[0] == ["Body", "Task"]


XS = [60.0, 150.0, 300.0, 380.0, 480.0]
GREY = (191, 191, 191)


def shaded(rows: list[list[str]], pitch: float = 20.0, skip: int | None = None) -> Page:
    """A head of coloured cells over rows that level rules part; each text begins at its column's edge.

    Before the row `skip` stands white between two rules.
    """
    text: list[Word] = []
    ys = [100.0]
    for i, row in enumerate(rows):
        if i == skip:
            ys.append(ys[-1] + pitch)
        text += [w for x, t in zip(XS, row, strict=False) for w in words(t, x + 1.5, ys[-1] + 13)]
        ys.append(ys[-1] + pitch)
    fills = [Fill(Box(a, 100, b, 100 + pitch), GREY) for a, b in pairwise(XS)]
    return page(text, [level(y, XS[0], XS[-1]) for y in ys], fills)


SHADED = [
    ["Ref", "Action", "Due", "Officer"],
    ["HB 01 to HB 09 X", "Dredge the inner basin by spring", "May 2031", "Ann Ward"],
    ["HB 10 to HB 19 X", "Mend the crane on the east quay", "June 2031", "Jo Kerr"],
    ["HB 20 to HB 29 X", "Let the berths by the season", "Ongoing", ""],
]


def test_the_coloured_cells_of_a_head_part_the_columns_of_rows_with_level_rules() -> None:
    (grid,) = find_grids(shaded(SHADED))
    assert texts(grid) == SHADED


def test_coloured_headings_over_two_columns_are_a_level_of_their_own() -> None:
    """Beside a heading as high as both; another table's coloured cells beside it are no part of it."""
    drawn = shaded([["", "", "", ""], *SHADED[1:]])
    heads = [Box(60, 100, 150, 120), Box(150, 100, 300, 120), Box(300, 100, 480, 110)]
    heads += [Box(300, 110, 380, 120), Box(380, 110, 480, 120)]
    beside = [Box(520, y, 560, y + 10) for y in (121, 131, 141)]
    titles = (("Ref", 61, 113), ("Action", 151, 113), ("When and who", 301, 108),
              ("Due", 301, 118), ("Officer", 381, 118))  # fmt: skip
    text = [*drawn.words, *(w for t, x, y in titles for w in words(t, x, y, size=8))]
    (grid,) = find_grids(page(text, drawn.rules, [Fill(box, GREY) for box in (*heads, *beside)]))
    assert texts(grid)[:2] == [["Ref", "Action", "When and who", ""], ["", "", "Due", "Officer"]]
    assert texts(grid)[2:] == SHADED[1:]


def test_a_heading_across_the_columns_is_a_row_of_the_table() -> None:
    rows = [*SHADED[:2], ["Outcome: quays that are safe for all who use them"], *SHADED[2:]]
    (grid,) = find_grids(shaded(rows))
    assert [row[0] for row in texts(grid)] == [row[0] for row in rows]
    assert [c.column_span for c in grid.cells if c.row == 2][0] > 1


def test_white_between_rules_parts_no_table_without_a_head_below_it() -> None:
    (grid,) = find_grids(shaded(SHADED, skip=3))
    assert texts(grid) == SHADED


def test_a_coloured_head_over_rows_without_rules_leaves_them_rows() -> None:
    printed = ["Town Open Fee Form", "Ash Yes No Yes", "Elm No No Yes", "Oak Yes Yes No", "Fir No Yes No"]
    rows = [line.split() for line in printed]
    text: list[Word] = []
    for base, row in zip((113, 134, 148, 162, 176), rows, strict=True):
        text += [w for x, t in zip(XS, row, strict=False) for w in words(t, x + 4, base)]
    fills = [Fill(Box(a, 100, b, 120), GREY) for a, b in pairwise(XS)]
    (grid,) = find_grids(page(text, [level(y, XS[0], XS[-1]) for y in (100, 120, 186)], fills))
    assert texts(grid) == rows


def test_coloured_bands_are_rows_and_a_head_below_them_begins_a_table_after_white() -> None:
    drawn = shaded([*SHADED[:2], ["Outcome: safe quays"], *SHADED[:2]], skip=2)
    band, head = 160.0, 180.0
    fills = [Fill(Box(XS[0], band, XS[-1], band + 20), (222, 222, 222))]
    fills += [Fill(Box(a, head, b, head + 20), GREY) for a, b in pairwise(XS)]
    one, two = find_grids(page(drawn.words, drawn.rules, [*drawn.fills, *fills]))
    assert texts(one) == SHADED[:2]
    assert [row[0] for row in texts(two)] == ["Outcome: safe quays", "Ref", SHADED[1][0]]


@pytest.mark.parametrize("end", [XS[2], XS[2] + 40], ids=["to a seam", "to somewhere"])
def test_a_shorter_rule_from_seam_to_seam_parts_rows_beside_a_cell_over_both(end: float) -> None:
    """A cell over two rows stands beside it; a rule that ends anywhere else underlines a text."""
    heights = (100.0, 120.0, 160.0, 180.0)
    cells = [
        ["Ref", "Action", "Due"],
        ["HB 01", "Dredge the inner basin", "May 2031"],
        ["HB 02", "Mend the crane", ""],
    ]
    cells.append(["HB 03", "Let the berths", "Ongoing"])
    text = [
        w
        for base, row in zip((113, 133, 153, 173), cells, strict=True)
        for x, t in zip(XS, row, strict=False)
        for w in words(t, x + 1.5, base)
    ]
    fills = [Fill(Box(a, 100, b, 120), GREY) for a, b in pairwise(XS[:4])]
    rules = [*(level(y, XS[0], XS[3]) for y in heights), level(140, XS[0], end)]
    (made,) = with_uprights_of_header(evidence(page(text, rules, fills)))
    assert (Edge(140, XS[0], XS[2]) in made.levels) is (end == XS[2])
    (grid,) = find_grids(page(text, rules, fills))
    assert texts(grid) == cells  # where no rule parts them, the labels do


def test_rows_may_all_be_coloured() -> None:
    drawn = shaded(SHADED)
    fills = [
        Fill(Box(a, y, b, y + 20), (240, 240, 240) if y % 40 else (225, 225, 225))
        for y in (120, 140, 160)
        for a, b in pairwise(XS)
    ]
    (grid,) = find_grids(page(drawn.words, drawn.rules, [*drawn.fills, *fills]))
    assert texts(grid) == SHADED


def test_a_title_over_a_head_parts_tables_of_one_width() -> None:
    drawn = shaded([*SHADED[:3], [""], *SHADED[:3]])
    title = words("Quays and berths of the outer harbour", XS[0] + 1.5, 174, size=13)
    head = [Fill(Box(a, 180, b, 200), GREY) for a, b in pairwise(XS)]
    one, two = find_grids(page([*drawn.words, *title], drawn.rules, [*drawn.fills, *head]))
    assert texts(one) == texts(two) == SHADED[:3]


def headed_again(xs: list[float], title: str = "Berths of the outer harbour") -> Page:
    """A table, a title in letters of its rows, and a head of coloured cells over rows with these edges."""
    below = [
        SHADED[0],
        ["HB 40", "Mend the slip", "May", "Jo Kerr"],
        ["HB 41", "Let the stalls", "June", "Jo"],
    ]
    drawn = shaded([*SHADED[:3], [title] if title else []])
    top = 180.0
    text = [
        w
        for n, row in enumerate(below)
        for x, t in zip(xs[:-1], row, strict=False)
        for w in words(t, x + 1.5, top + 20 * n + 13)
    ]
    fills = [Fill(Box(a, top, b, top + 20), GREY) for a, b in pairwise(xs)]
    rules = [level(top + 20 * n, XS[0], XS[-1]) for n in (1, 2, 3)]
    return page([*drawn.words, *text], [*drawn.rules, *rules], [*drawn.fills, *fills])


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        pytest.param(headed_again(XS), [3, 3], id="a title over the same head"),
        pytest.param(headed_again(XS, title=""), [3, 3], id="white over the same head"),
        pytest.param(headed_again([60, 260, 400, 480]), [3, 3], id="a title over other columns"),
        pytest.param(headed_again([60, 300, 480]), [7], id="columns of the first, a part of them"),
    ],
)
def test_a_title_over_a_coloured_head_ends_the_rows_above(drawn: Page, rows: list[int]) -> None:
    made = with_uprights_of_header(evidence(drawn))
    assert [len({e.at for e in lattice.levels}) - 1 for lattice in made] == rows


def test_a_title_over_the_first_head_is_a_row_of_its_table() -> None:
    """One in larger letters is none."""
    drawn = shaded([["Berths of the outer harbour"], *SHADED])
    head = [Fill(Box(a, 120, b, 140), GREY) for a, b in pairwise(XS)]
    assert [len(k.levels) for k in with_uprights_of_header(evidence(replace(drawn, fills=tuple(head))))] == [
        6
    ]
    large = [replace(w, size=13.0) if w.box.top < 120 else w for w in drawn.words]
    made = with_uprights_of_header(evidence(replace(drawn, fills=tuple(head), words=tuple(large))))
    assert [len(k.levels) for k in made] == [5]


def test_a_title_in_the_frame_of_a_table_is_a_row_of_it() -> None:
    drawn = headed_again(XS)
    framed = replace(drawn, rules=(*drawn.rules, upright(XS[0], 100, 240), upright(XS[-1], 100, 240)))
    (grid,) = find_grids(framed)
    assert [row[0] for row in texts(grid)].count("Ref") == 2


def test_coloured_headings_over_the_head_leave_a_row_its_columns() -> None:
    """Of two coloured rows with cells of their own, a head and one row, three have words over uprights."""
    rows = [
        ["Goals of the harbour in all of the coming years"],
        ["Plan: safe quays for all who use them"],
        *SHADED[:2],
    ]
    drawn = shaded(rows)
    fills = [Fill(Box(XS[0], 100, XS[-1], 120), GREY)]
    fills += [Fill(Box(a, 120, b, 140), GREY) for a, b in pairwise([XS[0], XS[2], XS[-1]])]
    fills += [Fill(Box(a, 140, b, 160), GREY) for a, b in pairwise(XS)]
    (grid,) = find_grids(replace(drawn, fills=tuple(fills)))
    assert texts(grid)[2:] == SHADED[:2]
    assert [c.column_span for c in grid.cells if c.row < 2 and c.text] == [4, 2]


def test_the_few_coloured_cells_of_a_total_are_no_columns_of_the_rows() -> None:
    xs = [60, 260, 320, 380, 440, 500]
    rows = [["Scheme", "Ward", "Office", "Kind", "State", "Cost"]]
    rows += [
        [f"Quay works {'abcde'[i]}", "Old Town", "Harbour", "Repair", "Open", f"{i}0.5"] for i in range(5)
    ]
    rows.append(["Total", "", "", "", "", "95.5"])
    text: list[Word] = []
    for i, row in enumerate(rows):
        text += [w for x, t in zip(xs, row, strict=True) for w in words(t, x, 113 + 20 * i)]
    fills = [Fill(Box(56, 220, 250, 240), GREY), Fill(Box(250, 220, 540, 240), GREY)]
    drawn = page(text, [level(100 + 20 * i, 56, 540) for i in range(8)], fills)
    (grid,) = find_grids(drawn)
    assert texts(grid) == rows
    assert with_uprights_of_header(evidence(drawn)) == []


@pytest.mark.parametrize("parted", [False, True], ids=["the head", "a row too"])
def test_the_uprights_of_a_ruled_head_go_on_through_rows_of_which_one_cell_is_coloured(parted: bool) -> None:
    """A head of ruled and coloured cells over level rules and ratings; rules that go on say it themselves."""
    drawn = shaded(SHADED)
    ys = [100.0 + 20 * n for n in range(len(SHADED) + 1)]
    rated = [Fill(Box(XS[3], top, XS[4], top + 20), (200, 30, 40)) for top in ys[1:-1]]
    rules = [*drawn.rules, *(upright(x, ys[0], ys[1 + parted]) for x in XS)]
    head = replace(drawn, fills=(*drawn.fills, *rated), rules=tuple(rules))
    assert bool(with_uprights_of_header(evidence(head))) is not parted
    if not parted:
        (grid,) = find_grids(head)
        assert texts(grid) == SHADED
