"""Grids of a pack become tables: what goes on over a page, what is printed again, what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from outline.typeset import put
from sheets import COLOURS, grid, texts

from agendapack.extract.model import Box, Fill, Grid, Page, Table
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.stitch import stitch

HEAD = "*Ref | *Action | *Due"
THEME, AIM = "Theme: Safe harbours | < | <", "Aim: Deep water at every tide | < | <"
WIDE = (100, 250, 100)
A1, A2, A3 = (
    "A 1 | Dredge the basin | Mar 2032",
    "A 2 | Paint the crane | May 2032",
    "A 3 | Mend the roof | Jun 2032",
)


def line(page: int, top: float, text: str, style: str = "", x: float = 60.0) -> TextLine:
    return make_line(page, put(x, top, text, style))


def joined(
    *grids: Grid, between: Sequence[TextLine] = (), fills: Sequence[Fill] = (), width: float = 595.0
) -> list[Table]:
    """The tables of a pack with these grids and lines of text."""
    last = max(g.page for g in grids)
    pages = [Page(n, width, 842.0, fills=tuple(fills)) for n in range(1, last + 1)]
    return stitch(pages, grids, {n: [one for one in between if one.page == n] for n in range(1, last + 1)})


OVER_A_PAGE = [
    ("the head is not printed again", [HEAD, A1], [A2, A3], [HEAD, A1, A2, A3]),
    ("the head is printed again", [HEAD, A1], [HEAD, A2, A3], [HEAD, A1, A2, A3]),
    (
        "with words broken otherwise",
        ["*Ref | *Action | *Time scale", A1],
        ["*Ref | *Action | *Timesc ale", A2],
        ["*Ref | *Action | *Time scale", A1, A2],
    ),
    ("bands go on over the page", [HEAD, THEME, A1], [A2], [HEAD, THEME, A1, A2]),
    ("a new band at the top of the page", [HEAD, THEME, A1], [AIM, A2], [HEAD, THEME, A1, AIM, A2]),
    ("the head after its bands, both again", [THEME, HEAD, A1], [THEME, HEAD, A2], [THEME, HEAD, A1, A2]),
    ("other bands, then the head again", [THEME, HEAD, A1], [AIM, HEAD, A2], [THEME, HEAD, A1, AIM, A2]),
    (
        "a row cut by the break",
        [HEAD, A1, A2, "A 3 | Mend the roof and | Jun 2032"],
        [" | the gutters | ", A1],
        [HEAD, A1, A2, "A 3 | Mend the roof and / the gutters | Jun 2032", A1],
    ),
]


def written(printed: Sequence[str]) -> list[str]:
    """How `texts` prints these rows."""
    return [row.replace("*", "").replace("| <", "| ") for row in printed]


@pytest.mark.parametrize(
    ("one", "two", "rows"), [c[1:] for c in OVER_A_PAGE], ids=[c[0] for c in OVER_A_PAGE]
)
def test_one_table_over_two_pages(one: list[str], two: list[str], rows: list[str]) -> None:
    (table,) = joined(grid(*one, page=1, top=700), grid(*two, page=2, top=60))
    assert texts(table.rows, 3) == written(rows)
    assert (table.page, table.last_page, len(table.parts)) == (1, 2, 2)
    assert table.header_rows == 1


@pytest.mark.parametrize(
    ("again", "heads"),
    [("Ref | Action | By", 1), ("Ref | Action | Due", 0), ("12 | 14 | Skua", 0)],
    ids=["the same titles", "others", "figures"],
)
def test_titles_printed_again_are_a_head_though_plain(again: str, heads: int) -> None:
    first = again if again.startswith("12") else "Ref | Action | By"
    (table,) = joined(grid(first, A1, A2, page=1, top=700), grid(again, A3, page=2, top=60))
    assert table.header_rows == heads
    assert len(table.rows) == 5 - heads


def test_a_head_printed_again_after_each_band_stands_once() -> None:
    (table,) = joined(grid(THEME, HEAD, A1, AIM, HEAD, A2))
    assert texts(table.rows, 3) == written([THEME, HEAD, A1, AIM, A2])


def test_three_pages() -> None:
    (table,) = joined(*(grid(HEAD, row, page=n, top=60) for n, row in enumerate((A1, A2, A3), 1)))
    assert texts(table.rows, 3) == written([HEAD, A1, A2, A3])
    assert [part.page for part in table.parts] == [1, 2, 3]


TWO_TABLES = [
    ("another head", grid(HEAD, A1), grid("*No | *Risk | *Owner", "7 | The gates fail | Voss", page=2)),
    ("other columns", grid(HEAD, A1), grid(A2, page=2, widths=(30, 60, 210))),
    ("more columns", grid(HEAD, A1), grid("A 2 | Paint | Kerr | May", page=2)),
    ("a page between", grid(HEAD, A1), grid(A2, page=3)),
    ("another size of page", grid(HEAD, A1), grid(A2, page=2, page_size=(842.0, 595.0))),
    ("its own head on the same page", grid(HEAD, A1), grid(HEAD, A2, top=200)),
    ("far below on the same page", grid(HEAD, A1), grid(A2, top=500)),
]


@pytest.mark.parametrize(("one", "two"), [c[1:] for c in TWO_TABLES], ids=[c[0] for c in TWO_TABLES])
def test_two_tables(one: Grid, two: Grid) -> None:
    first, second = joined(one, two)
    assert (first.table_id, second.table_id) == ("t001", "t002")
    assert (first.parts, second.parts) == ((one,), (two,))


def test_text_between_two_pages_ends_a_table() -> None:
    prose = line(1, 745, "The committee noted the actions above, and asked for a report on the gates in May.")
    assert len(joined(grid(HEAD, A1, top=700), grid(A2, page=2, top=60), between=[prose])) == 2


@pytest.mark.parametrize("text", ["12", "Page 12", "- 12 -", "12 of 40"])
def test_page_numbers_between_two_pages_do_not(text: str) -> None:
    assert len(joined(grid(HEAD, A1, top=700), grid(A2, page=2, top=60), between=[line(1, 770, text)])) == 1


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Theme: Clean quays", ""),
        ("Theme: A quay that is clean and safe for all who work and walk on it", "b"),
        ("Theme: A quay that is clean and safe for all who work and walk on it", "i"),
    ],
)
def test_headings_between_grids_become_bands(text: str, style: str) -> None:
    upper = grid(HEAD, A1, widths=WIDE)
    lower = grid(A2, top=upper.box.bottom + 30, widths=WIDE)
    (table,) = joined(upper, lower, between=[line(1, upper.box.bottom + 10, text, style)])
    assert [row.kind for row in table.rows] == ["header", "body", "band", "body"]
    assert table.rows[2].cells[0].text == text
    assert table.rows[2].cells[0].column_span == 3


@pytest.mark.parametrize(("size", "columns", "tables"), [(12.4, 2, 1), (12.5, 2, 2), (12.5, 3, 1)])
def test_a_larger_heading_over_fewer_columns_begins_another_table(
    size: float, columns: int, tables: int
) -> None:
    upper = grid(HEAD, A1, widths=WIDE)
    row = " | ".join(A2.split(" | ")[:columns])
    lower = grid(row, top=upper.box.bottom + 30, widths=WIDE[:columns])
    heading = make_line(1, put(60.0, upper.box.bottom + 10, "The quays", size=size))
    assert len(joined(upper, lower, between=[heading])) == tables


@pytest.mark.parametrize("bold", ["", "*"])
def test_a_head_of_fewer_columns_on_the_same_page_begins_another_table(bold: str) -> None:
    upper = grid(HEAD, A1, widths=WIDE)
    rows = (f"{bold}Quay | {bold}Depth", "North | 4 m", "South | 5 m")
    lower = grid(*rows, top=upper.box.bottom + 30, widths=WIDE[:2])
    heading = line(1, upper.box.bottom + 10, "The quays")
    assert len(joined(upper, lower, between=[heading])) == (2 if bold else 1)


def test_a_coloured_strip_makes_a_heading_of_a_long_text() -> None:
    upper = grid(HEAD, A1, widths=WIDE)
    lower = grid(A2, top=upper.box.bottom + 30, widths=WIDE)
    text = line(
        1, upper.box.bottom + 10, "Quays that are clean, lit and safe for all who work on them.", x=55
    )
    strip = Fill(Box(50, upper.box.bottom + 5, 500, upper.box.bottom + 25), COLOURS["blue"])
    assert len(joined(upper, lower, between=[text])) == 2
    (table,) = joined(upper, lower, between=[text], fills=[strip])
    assert table.rows[2].cells[0].fill == COLOURS["blue"]


def test_a_heading_left_of_the_table_is_no_band() -> None:
    upper = grid(HEAD, A1)
    outside = line(1, upper.box.bottom + 10, "7. Report on quays", "b", x=20)
    assert len(joined(upper, grid(A2, top=upper.box.bottom + 30), between=[outside])) == 2


def test_tables_side_by_side_stay_apart() -> None:
    left = grid("Ref | Due", "A 1 | May")
    right = grid("Ref | Due", "A 2 | Jun")
    moved = Grid(1, Box(300, right.box.top, 500, right.box.bottom), 2, 2, right.cells, "ruled")
    assert len(joined(left, moved)) == 2


def test_a_table_is_as_sure_as_its_rows() -> None:
    (table,) = joined(grid(HEAD, A1, confidence=0.9), grid(A2, page=2, confidence=0.6))
    assert table.confidence == pytest.approx((2 * 0.9 + 0.6) / 3)


def test_no_cell_is_lost_and_none_comes_twice() -> None:
    parts = [grid(HEAD, A1, THEME, A2), grid(HEAD, A3, AIM, A1, page=2), grid(A2, page=3)]
    (table,) = joined(*parts)
    printed = [c.text for part in parts for c in part.cells if c.text and not c.bold]
    assert [c.text for row in table.rows if row.kind != "header" for c in row.cells if c.text] == printed


@pytest.mark.parametrize(("count", "parts"), [(2, 1), (3, 1), (4, 2)])
def test_a_few_headings_in_a_grid_of_their_own_are_bands(count: int, parts: int) -> None:
    upper = grid(HEAD, A1)
    alone = grid(*[f"*Theme {n}" for n in range(count)], top=upper.box.bottom + 20, widths=(300,))
    assert len(joined(upper, alone)) == parts


@pytest.mark.parametrize(("method", "tables"), [("tiles", 2), ("ruled", 1)])
def test_boxes_of_labelled_figures_do_not_go_on(method: str, tables: int) -> None:
    above, below = grid(HEAD, A1, page=1), grid(A2, A3, page=2)
    assert len(joined(replace(above, method=method), replace(below, method="ruled"))) == tables


@pytest.mark.parametrize(
    ("widths", "page", "method", "tables"),
    [
        ((150, 200, 100), 1, "ruled", 2),
        ((104, 250, 96), 1, "ruled", 1),
        ((150, 200, 100), 2, "ruled", 1),
        ((150, 200, 100), 1, "aligned", 1),
    ],
    ids=["other rules", "SAME_RULE_PT", "on the next page", "without rules"],
)
def test_rules_that_stand_elsewhere_on_a_page_are_those_of_another_table(
    widths: tuple[int, ...], page: int, method: str, tables: int
) -> None:
    list_of = grid(HEAD, A1, A2, widths=WIDE)
    sheet = replace(grid("AP 1 | < | <", A3, page=page, top=170, widths=widths), method=method)
    assert len(joined(list_of, sheet)) == tables
