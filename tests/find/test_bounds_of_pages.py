"""Both sides of the bounds by which texts of a page are columns, an axis or cells on a colour."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import lattice, level, line, page, words
from sheets import grid

from agendapack.extract.find.boxes.tiles import _frames
from agendapack.extract.find.cell_text import text_lines
from agendapack.extract.find.lattice.cells import filled_grid
from agendapack.extract.find.lattice.finder import _lattices
from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.page.chart_axes import without_axes
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.page.lines import Line, printed_lines
from agendapack.extract.find.page.row_rules import ladders
from agendapack.extract.find.page.shading import narrow_areas
from agendapack.extract.find.page.text_columns import _apart, _runs_of, stretches
from agendapack.extract.model import Box, Fill

BLUE = (200, 220, 240)
TEXT = "let by the season"
SAID = ("Berths let", "Latest: 97", "Target: 95")


@pytest.mark.parametrize(
    ("beside", "left"), [(3, 3), (4, 12)], ids=["NAMED_ALONE two of five ticks", "NAMED_ALONE one"]
)
def test_ticks_over_names_stand_alone(beside: int, left: int) -> None:
    ticks = [w for n in range(5) for w in words(str(50 - 10 * n), 80, 100 + 20 * n, right=True)]
    others = [w for n in range(beside) for w in words("Mend", 200, 100 + 20 * n)]
    names = [w for x in (100, 200, 300) for w in words("May", x, 200)]
    found = without_axes(printed_lines([*ticks, *others, *names]))
    assert sum(len(k.chunks) for k in found) == left


@pytest.mark.parametrize(("off", "left"), [(1.9, 0), (2.1, 1)], ids=["INSIDE_PT", "INSIDE_PT outside"])
def test_rules_at_the_border_of_a_table_are_its_own(off: float, left: int) -> None:
    found = grid("Sweep | Mend")
    rule = level(found.box.bottom + off, found.box.x0, found.box.x1)
    assert len(evidence(page([], [rule])).without([found]).levels) == left


@pytest.mark.parametrize(("gap", "uprights"), [(29.9, 2), (30.1, 4)], ids=["BAND_JOIN_PT", "more"])
def test_borders_of_coloured_rows_go_on_through_a_white_one(gap: float, uprights: int) -> None:
    fills = [Fill(Box(50, y, 150, y + 20), BLUE) for y in (100, 120 + gap)]
    assert len(evidence(page([], fills=fills)).with_bands()[1]) == uprights


@pytest.mark.parametrize(("share", "colour"), [(0.51, BLUE), (0.49, None)], ids=["BEHIND", "BEHIND less"])
def test_a_colour_behind_half_of_a_cell(share: float, colour: object) -> None:
    edges = tuple(Edge(at, 100, 200) for at in (100, 200))
    fill = Fill(Box(100, 100, 100 + 100 * share, 200), BLUE)
    found = filled_grid(
        page(words("Mole", 110, 150), fills=[fill]), RuledGrid(Lattice(edges, edges)), "ruled", ""
    )
    assert found is not None
    assert found.cells[0].fill == colour


def side_of(x: float, texts: int, others: int = 0, first: float = 100) -> list[Line]:
    """Lines of running text, and others, one below the other."""
    said = [TEXT] * texts + ["9"] * others
    return [line(first + 14 * n, (x, text)) for n, text in enumerate(said)]


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        pytest.param(side_of(50, 8), side_of(300, 0, 1, 107), True, id="MIN_LONE_LINES"),
        pytest.param(side_of(50, 7), side_of(300, 0, 1, 107), False, id="MIN_LONE_LINES fewer"),
        pytest.param(side_of(50, 10), [*side_of(300, 0, 6), *side_of(300, 0, 4, 303)], True, id="OWN_LINES"),
        pytest.param(side_of(50, 10), [*side_of(300, 0, 7), *side_of(300, 0, 3, 303)], False, id="fewer"),
        pytest.param(side_of(50, 7, 3), side_of(300, 0, 1, 107), True, id="MOSTLY seven of ten"),
        pytest.param(side_of(50, 6, 4), side_of(300, 0, 1, 107), False, id="MOSTLY six of ten"),
    ],
)
def test_text_beside_something_else(left: Sequence[Line], right: Sequence[Line], apart: bool) -> None:
    assert _apart(left, right) is apart


@pytest.mark.parametrize(("into", "count"), [(1.9, 1), (2.1, 2)], ids=["CROSS_PT", "CROSS_PT across"])
def test_print_over_a_gutter(into: float, count: int) -> None:
    over = line(114, (200 - into, "x" * 10))
    assert len(stretches([line(100, (50, TEXT)), over], 200)) == count


@pytest.mark.parametrize(
    ("rows", "texts", "runs"),
    [
        pytest.param(3, 3, 2, id="MIN_ROWS"),
        pytest.param(2, 3, 1, id="MIN_ROWS fewer"),
        pytest.param(3, 2, 1, id="MIN_ROW_CELLS fewer"),
    ],
)
def test_a_table_across_columns_of_text(rows: int, texts: int, runs: int) -> None:
    across = [line(100 + 14 * n, *((x, "9") for x in (50, 100, 300)[3 - texts :])) for n in range(rows)]
    below = [line(200 + 14 * n, (50, TEXT), (300, TEXT)) for n in range(5)]
    assert len(_runs_of([*across, *below], 200)) == runs


@pytest.mark.parametrize(("lower", "lines"), [(4.9, 1), (5.1, 2)], ids=["SAME_LINE_EM", "SAME_LINE_EM more"])
def test_words_of_a_cell_on_one_line(lower: float, lines: int) -> None:
    assert len(text_lines([*words("Berths", 50, 100), *words("let", 90, 100 + lower)])) == lines


# --- work on one page ------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "found"), [(1000, 1), (1001, 0)], ids=["MAX_LONG", "MAX_LONG more"])
def test_a_page_of_very_many_long_rules_is_a_drawing(count: int, found: int) -> None:
    assert len(ladders([Edge(3.0 * n, 0, 200) for n in range(count)])) == found


@pytest.mark.parametrize(("count", "found"), [(3000, 3000), (3001, 0)], ids=["MAX_EDGES", "MAX_EDGES more"])
def test_a_page_of_very_many_rules_is_a_drawing(count: int, found: int) -> None:
    assert len(_lattices([Edge(10.0 * n, 0, 200) for n in range(count)], [])) == found


@pytest.mark.parametrize(("others", "tiles"), [(396, 2), (397, 0)], ids=["MAX_EDGES", "MAX_EDGES more"])
def test_a_page_of_very_many_rules_has_no_tiles(others: int, tiles: int) -> None:
    """Beside the two rules above and below each of two tiles."""
    text = [w for x in (55, 205) for n, t in enumerate(SAID) for w in words(t, x, 114 + 14 * n)]
    rules = [rule for x in (50, 200) for rule in lattice([x, x + 120], [100, 200])]
    rules += [level(300 + 4.0 * n, 50, 90) for n in range(others)]
    assert len(_frames(evidence(page(text, rules, height=2000)))) == tiles


@pytest.mark.parametrize(("count", "found"), [(12, 12), (13, 12)], ids=["MAX_LADDERS", "MAX_LADDERS more"])
def test_only_the_longest_ladders_are_looked_at(count: int, found: int) -> None:
    rules = [Edge(20.0 * y, 10.0 * n, 200 + 10.0 * n) for n in range(count) for y in range(3)]
    assert len(ladders(rules)) == found


@pytest.mark.parametrize(
    ("count", "found"), [(4000, 4000), (4001, 4000)], ids=["MAX_FILLS", "MAX_FILLS more"]
)
def test_only_so_many_coloured_areas_are_looked_at(count: int, found: int) -> None:
    fills = [Fill(Box(0, 3 * n, 100, 3 * n + 1), BLUE) for n in range(count)]
    assert len(narrow_areas(page([], fills=fills), True)) == found
