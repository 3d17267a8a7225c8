"""Both sides of the bounds by which coloured areas are cells of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from find.drawn import line, page, row, ruled

from agendapack.extract.find.lattice.banded_columns import _is_column, _white_cells
from agendapack.extract.find.lattice.coloured_levels import _borders, _parts_rows
from agendapack.extract.find.lattice.shaded_header import (
    _holds_rows,
    _is_band,
    _is_row,
    _is_ruled,
    _is_title,
    _parts,
    _seams_of,
)
from agendapack.extract.find.lattice.white_rows import (
    _as_large,
    _row_below,
    _white_between,
    _with_rows_above,
    with_white_rows,
)
from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import Line
from agendapack.extract.find.page.row_rules import Ladder
from agendapack.extract.model import Box

TALL = ruled([50, 150, 250], [100, 200])


@pytest.mark.parametrize(
    ("area", "levels"),
    [
        pytest.param(Box(50, 100, 171, 150), 1, id="COVER"),
        pytest.param(Box(50, 100, 169, 150), 0, id="COVER less"),
        pytest.param(Box(50, 100, 250, 195.9), 1, id="NEAR_PT a level"),
        pytest.param(Box(50, 100, 250, 196.1), 0, id="NEAR_PT the rule"),
    ],
)
def test_borders_of_stripes(area: Box, levels: int) -> None:
    assert len(_borders(TALL, [area])) == levels


@pytest.mark.parametrize(("count", "levels"), [(2000, 1), (2001, 0)], ids=["MAX_AREAS", "MAX_AREAS more"])
def test_a_page_of_very_many_coloured_areas_is_a_drawing(count: int, levels: int) -> None:
    assert len(_borders(TALL, [Box(50, 100, 250, 150)] * count)) == levels


@pytest.mark.parametrize(
    ("texts", "rows"), [(("Mole", "4"), True), (("Mole",), False)], ids=["MIN_COLUMNS", "MIN_COLUMNS fewer"]
)
def test_a_level_between_rows_of_texts(texts: Sequence[str], rows: bool) -> None:
    lines = [line(y, *zip((60, 160), texts, strict=False)) for y in (120, 170)]
    assert _parts_rows(TALL, 150, lines) is rows


@pytest.mark.parametrize(("gap", "white"), [(3.1, 1), (2.9, 0)], ids=["NEAR_PT a cell", "NEAR_PT touching"])
def test_white_cells_between_coloured_ones(gap: float, white: int) -> None:
    assert len([*_white_cells([Box(50, 100, 100, 120), Box(100 + gap, 100, 200, 120)], [])]) == white


@pytest.mark.parametrize(("rows", "column"), [(2, True), (1, False)], ids=["MIN_ROWS", "MIN_ROWS fewer"])
def test_white_cells_on_each_other(rows: int, column: bool) -> None:
    white = [Box(50, 100 + 20 * n, 150, 120 + 20 * n) for n in range(rows)]
    assert _is_column(white, [row(114 + 20 * n, "Mole") for n in range(rows)]) is column


LADDER = Ladder(40, 340, (100, 120, 300))


def typed(*lines: Line, areas: Sequence[Box] = ()) -> Evidence:
    return Evidence(page([]), lines, (), (), (), (), (), tuple(areas))


def full(count: int, filled: int) -> list[Line]:
    return [row(134 + 14.0 * n, "Mole", "4" if n < filled else "") for n in range(count)]


def joint(gap: float) -> int:
    return len(_seams_of((100, 120), LADDER, [Box(40, 100, 150, 120), Box(150 + gap, 100, 340, 120)]))


def parted(rows: int, clear: int, texts: int = 2) -> bool:
    """Whether an upright parts the words of so many rows, clear in some, with so many texts side by side."""
    placed = [(50.0 + 280 / texts * n, "Mole") for n in range(texts)]
    lines = [line(134 + 20.0 * n, *(placed if n < clear else [(50, "x" * 40)])) for n in range(rows)]
    run = [(100.0, 120.0), *((120 + 20.0 * n, 140 + 20.0 * n) for n in range(rows))]
    coloured = [Box(40, 100, 190, 120), Box(190, 100, 340, 120)]
    return _parts(run, LADDER, [190], typed(*lines, areas=[Box(40, 100, 340, 120), *coloured]))


def title(lines: int = 1, size: float = 10.0, ended: bool = True) -> bool:
    """Whether texts alone over a head are a title."""
    texts = [row(130.0 + 14 * n, "Berths let", size=size) for n in range(lines)]
    return _is_title(texts, [190], [row(190, "Mole", "Let")], ended)


def band(x1: float) -> bool:
    return _is_band((100, 120), [190], [Box(40, 100, x1, 120)])


def ruled_off(share: float) -> bool:
    return _is_ruled(LADDER, [Edge(y, 40, 40 + 300 * share) for y in LADDER.ys])


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(lambda: ruled_off(0.91), True, id="WIDE"),
        pytest.param(lambda: ruled_off(0.89), False, id="WIDE less"),
        pytest.param(lambda: joint(2.9), 1, id="NEAR_PT meeting"),
        pytest.param(lambda: joint(3.1), 0, id="NEAR_PT apart"),
        pytest.param(lambda: _holds_rows(LADDER, [190], typed(*full(3, 3))), True, id="MIN_ROWS"),
        pytest.param(lambda: _holds_rows(LADDER, [190], typed(*full(2, 2))), False, id="MIN_ROWS fewer"),
        pytest.param(lambda: _holds_rows(LADDER, [190], typed(*full(10, 9))), True, id="FULL"),
        pytest.param(lambda: _holds_rows(LADDER, [190], typed(*full(9, 8))), False, id="FULL less"),
        pytest.param(lambda: _is_row([row(130, "x" * 40)] * 2, [190]), True, id="MAX_HEADING_LINES"),
        pytest.param(lambda: _is_row([row(130, "x" * 40)] * 3, [190]), False, id="MAX_HEADING_LINES no"),
        pytest.param(lambda: title(lines=2), True, id="MAX_HEADING_LINES title"),
        pytest.param(lambda: title(lines=3), False, id="MAX_HEADING_LINES title more"),
        pytest.param(lambda: title(size=11.3, ended=False), True, id="LARGER title"),
        pytest.param(lambda: title(size=11.1, ended=False), False, id="LARGER title less"),
        pytest.param(lambda: band(186.9), False, id="NEAR_PT to a seam"),
        pytest.param(lambda: band(193.1), True, id="NEAR_PT over a seam"),
        pytest.param(lambda: parted(3, 3, texts=3), True, id="MORE three columns for two"),
        pytest.param(lambda: parted(3, 3, texts=4), False, id="MORE four"),
        pytest.param(lambda: parted(4, 3), True, id="CLEAR three of four"),
        pytest.param(lambda: parted(3, 2), False, id="CLEAR two of three"),
    ],
)
def test_a_header_of_coloured_cells(found: Callable[[], object], expected: object) -> None:
    assert found() == expected


STRIPE = (Box(50, 100, 350, 120), [50.0, 150.0, 250.0, 350.0])
STRIPED = ruled([50, 150, 250, 350], [100, 120])


def under(*bases: float, white: float = 0) -> int:
    """Lines of the row under the last coloured one."""
    return len(_row_below(STRIPED, [row(base, "Mole", "let") for base in bases], white))


def over(rows: int) -> int:
    lines = [line(95 - 20.0 * n, (60, "Mole"), (160, "let"), (260, "4")) for n in range(rows)][::-1]
    inside = [row(112, "Slip", "let", "5")]
    return _with_rows_above(STRIPED, [*lines, *inside], [STRIPE]).rows - 1


def larger(size: float) -> int:
    return len(_as_large(STRIPED, [row(114, "Mole"), row(60, "Title", size=size)]))


def reaching(x1: float) -> int:
    """Rows of a table under a stripe that may reach out of it."""
    areas = [Box(50, 100, 150, 120), Box(150, 100, 250, 120), Box(250, 100, x1, 120)]
    areas += [Box(50, 140, 150, 160), Box(150, 140, 250, 160), Box(250, 140, x1, 160)]
    lines = [line(base, *((x, "let") for x in (60, 160, 260))) for base in (114, 134, 154, 172)]
    grid = ruled([50, 150, 250, 350], [100, 120, 140, 160])
    return with_white_rows(grid, typed(*lines, areas=areas)).rows


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(lambda: under(142.3), 1, id="PAD_EM"),
        pytest.param(lambda: under(142.5), 0, id="PAD_EM more"),
        pytest.param(lambda: under(130, 146.4), 2, id="CLOSE_EM"),
        pytest.param(lambda: under(130, 146.6), 1, id="CLOSE_EM more"),
        pytest.param(lambda: under(130, 144.5, white=2.9), 2, id="TIGHT_EM"),
        pytest.param(lambda: under(130, 144.5, white=3.1), 1, id="TIGHT_EM more"),
        pytest.param(lambda: over(2), 2, id="MAX_ABOVE"),
        pytest.param(lambda: over(3), 2, id="MAX_ABOVE no more"),
        pytest.param(lambda: larger(12.4), 2, id="LARGER"),
        pytest.param(lambda: larger(12.6), 1, id="LARGER a title"),
        pytest.param(lambda: reaching(384), 4, id="INSIDE"),
        pytest.param(lambda: reaching(386), 3, id="INSIDE less"),
        pytest.param(lambda: round(_white_between([STRIPE], [row(112, "let")]), 2), 6.9, id="PADDED_ABOVE"),
        pytest.param(lambda: round(_white_between([STRIPE], [row(115, "let")]), 2), 9.45, id="PADDED"),
    ],
)
def test_white_rows_of_a_striped_table(found: Callable[[], object], expected: object) -> None:
    assert found() == expected
