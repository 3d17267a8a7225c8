"""Both sides of the bounds by which rules are cells, and text shows those that are missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from find.drawn import cells, line, page, row, ruled, words

from agendapack.extract.find.lattice.cells import filled_grid
from agendapack.extract.find.lattice.framed_entries import _entries
from agendapack.extract.find.lattice.grid import RuledGrid
from agendapack.extract.find.lattice.header_above import (
    _band_top,
    _text_top,
)
from agendapack.extract.find.lattice.label_value import label_value_grid
from agendapack.extract.find.lattice.missing_rules import (
    _column_cuts,
    completed,
)
from agendapack.extract.find.lattice.paced_rows import _parted
from agendapack.extract.find.lattice.parted_cells import _cuts
from agendapack.extract.find.lattice.parted_tables import parted_tables
from agendapack.extract.find.lattice.rows_below import _body, with_rows_below
from agendapack.extract.find.lattice.rows_in_cell import _mostly_stop
from agendapack.extract.find.lattice.stepped_cells import _a_line_each, stepped_cells
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.evidence import Evidence, evidence
from agendapack.extract.find.page.lines import Line
from agendapack.extract.model import Box, Fill, Word

BLUE, RED = (200, 220, 240), (200, 30, 40)


def seen(lines: Sequence[Line] = (), areas: Sequence[Box] = ()) -> Evidence:
    text = [w for k in lines for c in k.chunks for w in c.words]
    return evidence(page(text, fills=[Fill(area, BLUE) for area in areas]))


# --- cells -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("x", "columns"), [(107.9, 2), (108.1, 3)], ids=["SPACER_PT a double rule", "SPACER_PT a column"]
)
def test_an_empty_column_is_wide(x: float, columns: int) -> None:
    text = [*words("Mole", 55, 115), *words("4", 150, 115)]
    found = filled_grid(page(text), ruled([50, 100, x, 200], [100, 120]), "ruled", "")
    assert found is not None
    assert found.columns == columns


@pytest.mark.parametrize(("text", "colour"), [("8 4", RED), ("8 4 2", None)], ids=["MAX_BESIDE", "more"])
def test_a_light_beside_few_words_is_the_colour_of_its_cell(text: str, colour: object) -> None:
    light = Fill(Box(60, 105, 66, 111), RED)
    found = filled_grid(
        page(words(text, 80, 115), signals=[light]), ruled([50, 150], [100, 120]), "ruled", ""
    )
    assert found is not None
    assert found.cells[0].fill == colour


@pytest.mark.parametrize(("out", "left"), [(3.9, 0), (4.1, 1)], ids=["ACROSS_PT", "ACROSS_PT out"])
def test_a_stamp_across_the_table_is_in_no_cell(out: float, left: int) -> None:
    stamp = Word("DRAFT", Box(60, 102, 70, 120 + out), 10, turn=90)
    grid = ruled([50, 100, 200], [100, 120, 140])
    found = filled_grid(page([stamp, *words("Mole", 110, 115)]), grid, "ruled", "")
    assert found is not None
    assert len(found.left_over) == left


@pytest.mark.parametrize(
    ("pairs", "labels", "card"),
    [
        pytest.param(3, 0, True, id="three pairs"),
        pytest.param(2, 1, False, id="two"),
        pytest.param(3, 2, True, id="PAIRED three of five"),
        pytest.param(3, 3, False, id="PAIRED three of six"),
    ],
)
def test_boxes_of_labels_and_values(pairs: int, labels: int, card: bool) -> None:
    lines = [row(120.0 + 20 * n, "Berths", "40" if n < pairs else "") for n in range(pairs + labels)]
    assert (label_value_grid(seen(lines), lines) is not None) is card


@pytest.mark.parametrize(("off", "rows"), [(2.9, 3), (3.1, 4)], ids=["FLUSH_EM", "FLUSH_EM out"])
def test_a_value_goes_on_flush_below_itself(off: float, rows: int) -> None:
    pairs = [row(120.0 + 20 * n, "Berths", "forty in all") for n in range(3)]
    below = line(172.0, (200.0 + off, "and four more"))
    found = label_value_grid(seen([*pairs, below]), [*pairs, below])
    assert found is not None
    assert found.rows == rows


@pytest.mark.parametrize(
    ("mark", "gap", "entries"),
    [
        pytest.param("Partly done now", 3.6, 2, id="MIN_GAP_EM white"),
        pytest.param("Partly done now", 3.4, 1, id="MIN_GAP_EM less"),
        pytest.param("Partly done by now", 5, 1, id="MAX_MARK_WORDS more"),
        pytest.param("partly done now", 5, 1, id="a small letter"),
    ],
)
def test_entries_in_a_frame(mark: str, gap: float, entries: int) -> None:
    lines = [row(100, "Done"), row(112, "The mole is let"), row(121.5 + gap, mark), row(140, "It is let too")]
    assert len(_entries(lines)) == entries


# --- headers and bodies without rules --------------------------------------------------------------

THREE = ruled([40, 190, 340, 490], [100, 120])
FRAME = THREE.frame


def heading_top(base: float, *texts: str) -> bool:
    return _text_top(THREE, seen([row(base, *texts)])) is not None


def band(bottom: float, width: float) -> bool:
    tall = ruled([40, 190, 340, 490], [100, 140])
    return _band_top(tall, seen([row(95, "Mole", "Let")], [Box(40, 80, 40 + width, bottom)])) is not None


HEADS = ("Quay", "Let", "Sold")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(lambda: heading_top(91, *HEADS), True, id="CLOSE_EM near"),
        pytest.param(lambda: heading_top(90.8, *HEADS), False, id="CLOSE_EM apart"),
        pytest.param(lambda: heading_top(95, *HEADS[:2]), False, id="MIN_COLUMNS two headings"),
        pytest.param(lambda: band(100, 406), True, id="BAND_COVER"),
        pytest.param(lambda: band(100, 404), False, id="BAND_COVER less"),
        pytest.param(lambda: band(97.1, 450), True, id="TOUCH_PT on the table"),
        pytest.param(lambda: band(96.9, 450), False, id="TOUCH_PT above it"),
    ],
)
def test_a_header_above_a_table(found: Callable[[], object], expected: object) -> None:
    assert found() == expected


def below(*lines: Line, heights: Sequence[float] = (100, 120), columns: int = 3) -> int:
    """How many rows are added under a boxed header."""
    head = ruled([40 + 150 * n for n in range(columns + 1)], heights)
    return with_rows_below(head, seen(lines)).rows - head.rows


def body(*lines: Line) -> int:
    return len(_body(THREE, seen(lines)))


BODY = [row(135, "Mole", "4", "5"), row(155, "Slip", "6", "7")]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(lambda: below(*BODY, heights=(60, 75, 90, 105, 120)), 2, id="MAX_HEAD_ROWS"),
        pytest.param(lambda: below(*BODY, heights=(60, 72, 84, 96, 108, 120)), 0, id="MAX_HEAD_ROWS more"),
        pytest.param(lambda: below(*BODY), 2, id="MIN_COLUMNS"),
        pytest.param(lambda: below(*BODY, columns=2), 0, id="MIN_COLUMNS fewer"),
        pytest.param(lambda: below(*BODY[:1]), 0, id="MIN_ROWS fewer"),
        pytest.param(lambda: body(row(157.3, "Mole", "4")), 1, id="ROOMY_EM"),
        pytest.param(lambda: body(row(157.5, "Mole", "4")), 0, id="ROOMY_EM more white"),
        pytest.param(lambda: body(*BODY[:1], row(152.4, "let"), row(170, "Slip", "6")), 3, id="CLOSE_EM"),
        pytest.param(lambda: body(*BODY[:1], row(152.6, "let"), row(170, "Slip", "6")), 1, id="CLOSE_EM no"),
    ],
)
def test_rows_under_a_boxed_header(found: Callable[[], int], expected: int) -> None:
    assert found() == expected


# --- missing rules ---------------------------------------------------------------------------------


def figures(both: int, one: int) -> list[Line]:
    """Lines of a ruled column, so many with two figures side by side."""
    return [row(100 + 20.0 * n, "4" if n < both else "", "5") for n in range(both + one)]


@pytest.mark.parametrize(
    ("lines", "cuts"),
    [
        pytest.param(figures(3, 0), 1, id="MIN_PARTS"),
        pytest.param(figures(2, 0), 0, id="MIN_PARTS fewer"),
        pytest.param(figures(3, 2), 1, id="SHARE three of five"),
        pytest.param(figures(3, 3), 0, id="SHARE three of six"),
    ],
)
def test_columns_in_a_ruled_column(lines: Sequence[Line], cuts: int) -> None:
    assert len(_column_cuts(lines)) == cuts


def filled(*heights: int, words_only: bool = False) -> int:
    """Rows of a table whose ruled rows have so many lines each."""
    ys, lines = [100.0], list[Line]()
    for n, count in enumerate(heights):
        plain = words_only and n > 0
        texts = ("Mole", "Let", "Sold") if plain or count == 1 or words_only else ("Mole", "4", "5")
        lines += [row(ys[-1] + 14.0 * (k + 1), *texts) for k in range(count)]
        ys.append(ys[-1] + 14.0 * count + 6)
    return completed(ruled([40, 190, 340, 490], ys), lines).rows


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(lambda: filled(1, 1, 4), 6, id="MOSTLY four rows for two"),
        pytest.param(lambda: filled(1, 1, 1, 4), 4, id="MOSTLY four for three"),
        pytest.param(lambda: filled(3, 8, words_only=True), 9, id="MAX_HEADING"),
        pytest.param(lambda: filled(4, 8, words_only=True), 2, id="MAX_HEADING more lines"),
    ],
)
def test_rows_in_a_ruled_row(rows: Callable[[], int], expected: int) -> None:
    assert rows() == expected


def each(height: int, mine: int, level: int) -> bool:
    """Whether a cell beside so many rows has lines, so many of them level with a text beside it."""
    grid = ruled([40, 190, 340], [100 + 20.0 * n for n in range(height + 1)])
    lines = [row(114 + 20.0 * n * (height - 0.5) / mine, "Mole") for n in range(mine)]
    return _a_line_each(grid, lines, [row(114 + 20.0 * n, "Mole") for n in range(level)], height)


@pytest.mark.parametrize(
    ("height", "mine", "level", "rows"),
    [
        pytest.param(4, 4, 4, True, id="MIN_STEPS"),
        pytest.param(3, 3, 3, False, id="MIN_STEPS fewer"),
        pytest.param(4, 6, 4, True, id="LINES_A_ROW three for two rows"),
        pytest.param(6, 10, 6, False, id="LINES_A_ROW more"),
        pytest.param(5, 5, 4, True, id="LEVEL four of five"),
        pytest.param(5, 5, 3, False, id="LEVEL three"),
    ],
)
def test_a_cell_with_a_line_for_each_row_beside_it(height: int, mine: int, level: int, rows: bool) -> None:
    assert each(height, mine, level) is rows


def beside(rows: int, pitch: float = 20) -> int:
    """Levels carried on through a cell that has a text for each of the rows beside it."""
    ys = [100 + pitch * n for n in range(rows + 1)]
    levels = [Edge(ys[0], 40, 340), *(Edge(y, 190, 340) for y in ys[1:-1]), Edge(ys[-1], 40, 340)]
    grid = RuledGrid(Lattice(tuple(levels), tuple(Edge(x, ys[0], ys[-1]) for x in (40, 190, 340))))
    return len(stepped_cells(grid, [row(y + 11, "Mole", "4") for y in ys[:-1]]))


@pytest.mark.parametrize(
    ("rows", "pitch", "levels"),
    [
        pytest.param(3, 20, 2, id="MIN_TEXTS"),
        pytest.param(2, 20, 0, id="MIN_TEXTS fewer"),
        pytest.param(3, 14.6, 2, id="LINE_EM and APART_EM"),
        pytest.param(3, 14.4, 0, id="LINE_EM and APART_EM less"),
    ],
)
def test_a_cell_with_a_text_for_each_row_beside_it(rows: int, pitch: float, levels: int) -> None:
    assert beside(rows, pitch) == levels


@pytest.mark.parametrize(
    ("whole", "levels"), [(0, 3), (1, 0)], ids=["alone", "as many cells of one text as of a line each"]
)
def test_cells_of_a_column_are_all_one_text_or_none(whole: int, levels: int) -> None:
    """Beside one text of seven lines over four rows, four lines that stand level by chance are one text."""
    ys = [100 + 20.0 * n for n in range(4 * (1 + whole) + 1)]
    rules = [Edge(y, 40 if n % 4 == 0 else 190, 340) for n, y in enumerate(ys)]
    grid = RuledGrid(Lattice(tuple(rules), tuple(Edge(x, ys[0], ys[-1]) for x in (40, 190, 340))))
    text = [row(y + 11, "Mole", "4") for y in ys[:4]]
    text += [row(ys[4] + 11 + 11 * n, "Mole") for n in range(7)] if whole else []
    assert len(stepped_cells(grid, text)) == levels


@pytest.mark.parametrize(("columns", "rows"), [(3, 2), (2, 0)], ids=["FEW", "FEW fewer"])
def test_two_rows_that_white_parts(columns: int, rows: int) -> None:
    lines = [cells(100, "Mole", "let"), cells(112, "", "out"), cells(140, *["Slip", "4", "5"][:columns])]
    assert len(_parted(lines, 20, 0) or ()) == rows


@pytest.mark.parametrize(("x", "cuts"), [(149.1, 1), (148.9, 0)], ids=["CROSS_PT", "CROSS_PT across"])
def test_an_upright_that_a_row_leaves_out(x: float, cuts: int) -> None:
    grid = ruled([40, 150, 340], [100, 120])
    assert len(_cuts(grid, (0, 0, 1, 2), [line(115, (50, "Mole"), (x, "let"))])) == cuts


def twofold(first: int, second: int) -> int:
    """Tables of a lattice whose uprights change after so many rows, each part under a bold head."""
    ys = [100 + 20.0 * n for n in range(first + second + 1)]
    middle = ys[first]
    levels = tuple(Edge(y, 40, 340) for y in ys)
    inner = (Edge(150, ys[0], middle), Edge(230, middle, ys[-1]))
    text = [
        word
        for n, y in enumerate(ys[:-1])
        for x in (50, 240)
        for word in words("Mole", x, y + 14, bold=n in (0, first))
    ]
    lattice = Lattice(levels, (Edge(40, ys[0], ys[-1]), *inner, Edge(340, ys[0], ys[-1])))
    return len(parted_tables(lattice, evidence(page(text))))


@pytest.mark.parametrize(
    ("first", "second", "tables"),
    [
        pytest.param(2, 3, 2, id="LISTED"),
        pytest.param(1, 4, 1, id="a head alone"),
        pytest.param(3, 2, 1, id="LISTED fewer"),
    ],
)
def test_two_tables_in_one_lattice(first: int, second: int, tables: int) -> None:
    assert twofold(first, second) == tables


@pytest.mark.parametrize(("stops", "rows"), [(4, True), (3, False)], ids=["BROKEN_OFF", "BROKEN_OFF fewer"])
def test_texts_stop_at_the_ends_of_rows(stops: int, rows: bool) -> None:
    groups = [[cells(100 + 14 * n, "Mole" if n < stops else "Moles let")] for n in range(6)]
    assert _mostly_stop(groups, {0: 50}) is rows
