"""Both sides of the bounds by which a grid is a table, and words are lines, chunks and running text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from find.drawn import page, words
from sheets import grid

from agendapack.extract.find.accept.is_table import (
    _each_row_ruled_off,
    _even,
    _evenly_set,
    _is_contents,
    _is_list,
    is_aligned_table,
    is_banded_table,
    is_card,
    is_chart,
    is_legible,
    is_running_text,
    is_table,
)
from agendapack.extract.find.accept.repeated_headers import split_at_repeated_headers
from agendapack.extract.find.lattice.adjoining import together
from agendapack.extract.find.lattice.grid import _sides
from agendapack.extract.find.lattice.paced_rows import _limits
from agendapack.extract.find.lattice.rows_in_cell import _full, rows_shown
from agendapack.extract.find.lattice.stripes import by_cells, crossed, stripes
from agendapack.extract.find.page.chart_axes import without_axes
from agendapack.extract.find.page.edges import Edge, Lattice, joined, lattices, positions
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.find.page.justified_text import justified
from agendapack.extract.find.page.letters import mostly_letters
from agendapack.extract.find.page.lines import Line, chunk_of, printed_lines
from agendapack.extract.find.page.prose import is_prose
from agendapack.extract.find.page.row_line import RowLine, overlap
from agendapack.extract.find.page.row_rules import _is_heading, _is_rung, ladders
from agendapack.extract.find.page.shading import cell_areas, narrow_areas
from agendapack.extract.find.page.text_columns import flows
from agendapack.extract.find.stream.blocks import _alien, _pause
from agendapack.extract.find.stream.header_only_columns import _apart
from agendapack.extract.find.stream.left_aligned_columns import _heaps
from agendapack.extract.find.stream.side_by_side import _is_rowed, _white
from agendapack.extract.find.tiles import tile_grids
from agendapack.extract.model import Box, Fill, Grid, Page, Word


def of(*counts: int, columns: int, text: str = "Sweep") -> Grid:
    """A grid whose rows have so many filled cells each."""
    return grid(*(" | ".join([text] * n + [""] * (columns - n)) for n in counts))


# --- whether a grid is a table ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "table"),
    [
        (grid("Sweep | Mend"), True),
        (grid("Sweep"), False),
        (of(1, 1, 1, 0, 0, columns=2), True),
        (of(1, 1, 0, 0, 0, columns=2), False),
        (of(2, 1, 0, 0, 0, columns=4), True),
        (of(2, 1, 1, 0, 0, columns=4), False),
        (grid("Sweep | | ", top=200), True),
        (grid("Sweep | ", top=200), False),
        (grid("Sweep | ", top=160), True),
        (grid("Sweep | ", top=180), False),
    ],
    ids=[
        "two cells",
        "one cell",
        "three in ten filled",
        "two in ten",
        "half of the rows side by side",
        "a third",
        "the rest of a row of three",
        "of two",
        "at the top",
        "further down",
    ],
)
def test_ruled_grids(found: Grid, table: bool) -> None:
    assert is_table(found) is table


@pytest.mark.parametrize(
    ("found", "table"),
    [
        (of(2, 2, 2, 2, 1, columns=4), True),
        (of(2, 2, 2, 1, 1, columns=4), False),
        (of(2, 2, 2, 2, 1, columns=5), False),
    ],
    ids=["four rows of five side by side", "three", "no row half filled"],
)
def test_coloured_grids_that_are_mostly_empty(found: Grid, table: bool) -> None:
    assert is_banded_table(found) is table


@pytest.mark.parametrize(("rows", "words", "card"), [(3, 6, True), (2, 6, False), (3, 7, False)])
def test_boxes_of_labels_and_values(rows: int, words: int, card: bool) -> None:
    assert is_card(grid(*[f"{'of ' * words} | Jo Kerr"] * rows)) is card


def wordy(*counts: int, rows: int = 4) -> Grid:
    """Rows whose cells have so many words each."""
    return grid(*[" | ".join("mend " * n for n in counts)] * rows)


LONG = "mend " * 10


@pytest.mark.parametrize(
    ("found", "table"),
    [
        (of(2, 2, 2, columns=3), True),
        (of(2, 2, 1, columns=3), False),
        (of(3, 2, 1, 1, columns=3), True),
        (of(3, 2, 1, 1, 1, columns=3), False),
        (grid(*[f"{LONG} | 5 | {LONG} | {LONG}"] * 3), True),
        (grid(*[f"{LONG} | 5 | {LONG} | {LONG}"] * 2, f"{LONG} | {LONG} | {LONG} | {LONG}"), False),
        (wordy(6, 6, 6), True),
        (wordy(7, 7, 7), False),
        (wordy(1, 22, 22), True),
        (wordy(1, 22, 23), False),
        (wordy(1, 20, 20, rows=3), False),
        (
            grid(
                *["quay | " + "mend " * 20 + "| " + "mend " * 20] * 5, *["quay | " + "mend " * 20 + "| "] * 3
            ),
            True,
        ),
        (
            grid(
                *["quay | " + "mend " * 20 + "| " + "mend " * 20] * 4, *["quay | " + "mend " * 20 + "| "] * 4
            ),
            False,
        ),
    ],
    ids=[
        "six cells",
        "five cells",
        "half side by side",
        "fewer",
        "a quarter figures",
        "fewer figures",
        "six words",
        "seven words",
        "fifteen words beside labels",
        "more",
        "three rows with labels",
        "nearly all filled",
        "fewer filled",
    ],
)
def test_grids_without_rules(found: Grid, table: bool) -> None:
    assert is_aligned_table(found, ()) is table


@pytest.mark.parametrize(("count", "table"), [(30, True), (31, False)])
def test_texts_under_a_rule_may_be_longer(count: int, table: bool) -> None:
    assert is_aligned_table(wordy(count, count, count, rows=2), [50.0]) is table


@pytest.mark.parametrize(("rows", "table"), [(2, True), (1, False)])
def test_two_rows_ruled_off_are_a_table(rows: int, table: bool) -> None:
    found = grid(*["Sweep | Mend"] * rows)
    ends = [*sorted({cell.box.top for cell in found.cells}), found.box.bottom]
    assert _each_row_ruled_off(found, ends) is table


@pytest.mark.parametrize(("into", "clear"), [(0.5, True), (0.7, False)])
def test_a_rule_between_rows_hardly_touches_the_text(into: float, clear: bool) -> None:
    found = grid("Sweep | Mend", "Paint | Let")
    first = max(w.box.bottom for c in found.cells if c.row == 0 for w in c.words)
    assert _each_row_ruled_off(found, [found.box.top, first - into, found.box.bottom]) is clear


@pytest.mark.parametrize(("certainty", "legible"), [(0.91, True), (0.89, False)])
def test_words_in_a_picture_are_read_surely(certainty: float, legible: bool) -> None:
    found = grid("Sweep | Mend")
    cells = (replace(c, words=tuple(replace(w, certainty=certainty) for w in c.words)) for c in found.cells)
    printed = Page(1, 595, 842, tuple(words("Printed", 50, 50)))
    assert is_legible(replace(found, cells=tuple(cells)), printed) is legible


@pytest.mark.parametrize(
    ("rows", "contents"),
    [
        (["Minutes ..... | see"] * 2 + ["Budget | see"] * 2, True),
        (["Minutes ..... | see"] + ["Budget | see"] * 3, False),
        ([f"Budget | {n}" for n in range(5)], True),
        ([f"Budget | {n}" for n in range(4)], False),
        ([f"Budget | {n}" for n in range(5)] + ["Budget | see"], True),
        ([f"Budget | {n}" for n in range(5)] + ["Budget | see"] * 2, False),
    ],
    ids=["half led by dots", "a quarter", "five pages", "four", "five of six", "five of seven"],
)
def test_lists_of_contents(rows: Sequence[str], contents: bool) -> None:
    found = grid(*rows)
    assert _is_contents(found, found.cells) is contents


@pytest.mark.parametrize(("count", "listed"), [(9, True), (8, False)])
def test_numbered_paragraphs_are_a_list(count: int, listed: bool) -> None:
    found = grid(*(f"{n}. | {'mend ' * count}" for n in range(1, 4)))
    assert _is_list(found, found.cells) is listed


@pytest.mark.parametrize(
    ("values", "even"), [([*range(8), 9, 12, 16], True), ([*range(7), 8, 11, 15, 20], False)]
)
def test_most_steps_of_a_scale_are_alike(values: list[float], even: bool) -> None:
    assert _even(values) is even


def line_of(*texts: Sequence[Word]) -> RowLine:
    return RowLine(0, 10, 8, 10, {(n, n): [chunk_of(text)] for n, text in enumerate(texts) if text})


@pytest.mark.parametrize(("ticks", "chart"), [(4, True), (3, False)])
def test_a_scale_has_four_ticks(ticks: int, chart: bool) -> None:
    assert is_chart([line_of(words(str(10 * n), 50, 100)) for n in range(ticks)], 1) is chart


def spaced(*gaps: float, width: float = 20, size: float = 10) -> list[Word]:
    """Words with these gaps between them."""
    made, x = [], 50.0
    for gap in (*gaps, 0):
        made.append(Word("word", Box(x, 92.6, x + width, 102.1), size))
        x += width + gap
    return made


@pytest.mark.parametrize(
    ("gaps", "even"),
    [
        ((8, 10.3), True),
        ((8, 10.5), False),
        ((2, 3.4), True),
        ((2, 3.6), False),
        ((14.9,), True),
        ((15.1,), False),
    ],
)
def test_gaps_of_running_text_are_even(gaps: tuple[float, ...], even: bool) -> None:
    assert _evenly_set(spaced(*gaps)) is even


@pytest.mark.parametrize(
    ("lines", "running"),
    [
        ([(5, 5, 5)] * 4, True),
        ([(5, 5)] * 4, False),
        ([(5, 5, 5)] * 3 + [(5, 30, 5)] * 2, True),
        ([(5, 5, 5)] * 2 + [(5, 30, 5)] * 3, False),
    ],
    ids=["four words", "three words", "three lines of five", "two"],
)
def test_running_text_set_to_both_margins(lines: Sequence[tuple[float, ...]], running: bool) -> None:
    parts = [(set_[:1], set_[1:]) for set_ in (spaced(*gaps) for gaps in lines)]
    assert is_running_text([line_of(*part) for part in parts]) is running


@pytest.mark.parametrize(("heads", "tables"), [("Area | No | Area | No", 2), ("Area | Area", 1)])
def test_tables_side_by_side_have_two_columns(heads: str, tables: int) -> None:
    below = " | ".join(["Quay"] * (heads.count("|") + 1))
    assert len(split_at_repeated_headers(grid(heads, below))) == tables


# --- rules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "lines"),
    [(Edge(2.9, 0, 50), 1), (Edge(3.1, 0, 50), 2), (Edge(0, 53.9, 90), 1), (Edge(0, 54.1, 90), 2)],
    ids=["near", "apart", "going on", "after a gap"],
)
def test_rules_that_are_one(second: Edge, lines: int) -> None:
    assert len(joined([Edge(0, 0, 50), second])) == lines


@pytest.mark.parametrize(("value", "clusters"), [(2.9, 1), (3.1, 2)])
def test_places_that_are_one(value: float, clusters: int) -> None:
    assert len(positions([0, value])) == clusters


@pytest.mark.parametrize(("x", "found"), [(53.9, 1), (54.1, 2)])
def test_rules_that_meet(x: float, found: int) -> None:
    assert len(lattices([Edge(10, 0, 50)], [Edge(x, 0, 50)])) == found


# --- words and lines -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gaps", "width", "spaces"),
    [
        ((6.1,) * 4, 16, 4),
        ((5.9,) * 4, 16, 0),
        ((7, 7, 7, 8.2), 16, 4),
        ((7, 7, 7, 8.3), 16, 0),
        ((7,) * 3, 16, 0),
        ((7,) * 4, 15.9, 0),
    ],
    ids=["stretched", "usual", "alike", "unlike", "three", "words of one length"],
)
def test_justified_text(gaps: tuple[float, ...], width: float, spaces: int) -> None:
    made = spaced(*gaps)
    first = replace(made[0], box=replace(made[0].box, x0=made[0].box.x1 - width))
    rest = [replace(w, box=replace(w.box, x0=w.box.x1 - 10)) for w in made[1:]]
    shifted, x = [first], first.box.x1
    for gap, w in zip(gaps, rest, strict=True):
        shifted.append(replace(w, box=replace(w.box, x0=x + gap, x1=x + gap + 10)))
        x += gap + 10
    assert len(justified(shifted)) == spaces


@pytest.mark.parametrize(("text", "letters"), [("abcdefg123", True), ("abcdef1234", False)])
def test_text_of_letters(text: str, letters: bool) -> None:
    assert mostly_letters(text) is letters


@pytest.mark.parametrize(("count", "prose"), [(8, True), (7, False)])
def test_eight_words_are_running_text(count: int, prose: bool) -> None:
    assert is_prose(chunk_of(words("mend " * count, 50, 100))) is prose


@pytest.mark.parametrize(("top", "beside"), [(6.4, True), (6.6, False)])
def test_lines_that_stand_beside_each_other(top: float, beside: bool) -> None:
    assert overlap(RowLine(0, 10, 8, 10), RowLine(top, top + 10, top + 8, 10)) is beside


@pytest.mark.parametrize(
    ("base", "size", "count", "lines"),
    [
        (102.9, 10, 1, 1),
        (103.1, 10, 1, 2),
        (95, 7.9, 1, 1),
        (95, 8.1, 1, 2),
        (94.1, 6, 1, 1),
        (93.9, 6, 1, 2),
        (95, 6, 4, 1),
        (95, 6, 5, 2),
    ],
    ids=["level", "lower", "small", "as large", "raised", "above", "four marks", "five"],
)
def test_words_of_one_line(base: float, size: float, count: int, lines: int) -> None:
    others = words("1 " * count, 200, base, size)
    assert len(printed_lines([*words("Berths let", 50, 100), *others])) == lines


@pytest.mark.parametrize(
    ("gaps", "chunks"),
    [
        ((9.4,), 1),
        ((9.6,), 2),
        ((2.5, 7.1, 2.5, 7.1, 2.5), 3),
        ((2.5, 6.9, 2.5, 6.9, 2.5), 1),
        ((3.5, 7.8, 3.5, 7.8, 3.5), 3),
        ((3.5, 7.6, 3.5, 7.6, 3.5), 1),
        ((2.5, 7.1, 2.5), 1),
        ((*[2.5] * 4, 7.1, 2.5, 7.1), 3),
        ((*[2.5] * 5, 7.1, 2.5, 7.1), 1),
        ((1.1, 4, 8, 4, 8, 4), 3),
        ((0.9, 4, 8, 4, 8, 4), 1),
    ],
    ids=[
        "a space",
        "a column",
        "steps",
        "spaces",
        "clear steps",
        "unclear",
        "one step",
        "five words between",
        "six",
        "a narrow space",
        "parts of a word",
    ],
)
def test_texts_side_by_side(gaps: tuple[float, ...], chunks: int) -> None:
    (line,) = printed_lines(spaced(*gaps))
    assert len(line.chunks) == chunks


@pytest.mark.parametrize(
    ("first", "second", "gap", "chunks"),
    [
        ("12", "34", 4.9, 1),
        ("12", "34", 5.1, 2),
        ("£", "34", 99, 1),
        ("£", "34", 101, 2),
        ("•", "Mend", 29, 1),
        ("•", "Mend", 31, 2),
    ],
)
def test_gaps_behind_figures_and_signs(first: str, second: str, gap: float, chunks: int) -> None:
    left = words(first, 50, 100)
    (line,) = printed_lines([*left, *words(second, left[0].box.x1 + gap, 100)])
    assert len(line.chunks) == chunks


# --- tiles, charts, ladders and colours ------------------------------------------------------------


BLUE = (200, 220, 240)
SAID = ("Berths let", "Latest: 97", "Target: 95")


def tiles(
    *sizes: tuple[float, float], said: Sequence[str] = SAID, title: tuple[float, float] | None = None
) -> int:
    """How many tiles are found among boxes side by side; a title may stand above each, or in it."""
    text: list[Word] = []
    fills = []
    for n, (width, height) in enumerate(sizes):
        x = 5 + n * (max(w for w, _ in sizes) + 4)
        fills.append(Fill(Box(x, 100, x + width, 100 + height), BLUE))
        if title:
            text += words("Berths let", x + title[0], 100 - title[1] - 2.1)
        text += [w for i, line in enumerate(said) for w in words(line, x + 3, 114 + 14 * i)]
    return sum(len(found.cells) for found in tile_grids(evidence(page(text, fills=fills))))


TILE = (120, 190)


@pytest.mark.parametrize(
    ("made", "count"),
    [
        (lambda: tiles(TILE, TILE), 2),
        (lambda: tiles(TILE), 0),
        (lambda: tiles(TILE, TILE, said=("Berths let", "Latest: 97", "in summer")), 0),
        (lambda: tiles(TILE, TILE, said=(*SAID, *["let"] * 7)), 2),
        (lambda: tiles(TILE, TILE, said=(*SAID, *["let"] * 8)), 0),
        (lambda: tiles((280, 190), (280, 190), said=(*SAID, *["a b c d e f g h i j k"] * 4)), 2),
        (lambda: tiles((280, 190), (280, 190), said=(*SAID, *["a b c d e f g h i j k"] * 4, "l")), 0),
        (lambda: tiles((290, 430), (290, 430)), 2),
        (lambda: tiles((290, 435), (290, 435)), 0),
        (lambda: tiles(TILE, (122.9, 190)), 2),
        (lambda: tiles(TILE, (123.1, 190)), 0),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(3, 11.9)), 2),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(3, 12.1)), 0),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(-5.9, 3)), 2),
        (lambda: tiles(TILE, TILE, said=SAID[1:], title=(-6.1, 3)), 0),
    ],
)
def test_boxes_of_one_size_with_labelled_figures(made: Callable[[], int], count: int) -> None:
    assert made() == count


def axis(count: int = 5, off: float = 0, uneven: float = 0, beside: int = 0) -> list[Word]:
    """Numbers up an axis, the last a little aside or lower, and texts beside some."""
    made: list[Word] = []
    for n in range(count):
        last = n == count - 1
        made += words(str(10 * (count - n)), 80 + off * last, 100 + 20 * n + uneven * last, right=True)
        if n < beside:
            made += words("Mend", 200, 100 + 20 * n)
    return made


@pytest.mark.parametrize(
    ("drawn", "left"),
    [
        (axis(4), 0),
        (axis(3), 3),
        (axis(4, off=1.9), 0),
        (axis(4, off=2.1), 4),
        (axis(uneven=1.4), 0),
        (axis(uneven=1.6), 5),
        (axis(beside=2), 2),
        (axis(beside=3), 8),
        ([*axis(4), *(w for x in (100, 200, 300) for w in words("May", x, 189))], 0),
        ([*axis(4), *(w for x in (100, 200, 300) for w in words("May", x, 191))], 3),
        ([*axis(4), *(w for x in (100, 200) for w in words("May", x, 189))], 2),
    ],
    ids=[
        "four ticks",
        "three",
        "aligned",
        "aside",
        "even",
        "uneven",
        "three of five alone",
        "two",
        "names at the foot",
        "further down",
        "two names",
    ],
)
def test_axes_of_charts(drawn: list[Word], left: int) -> None:
    assert sum(len(line.chunks) for line in without_axes(printed_lines(drawn))) == left


@pytest.mark.parametrize(
    ("rules", "count"),
    [
        ([Edge(y, 0, 151) for y in (0, 20, 40)], 1),
        ([Edge(y, 0, 149) for y in (0, 20, 40)], 0),
        ([Edge(0, 0, 200), Edge(20, 5.9, 200), Edge(40, 0, 200)], 1),
        ([Edge(0, 0, 200), Edge(20, 6.1, 200), Edge(40, 0, 200)], 0),
        ([Edge(y, 0, 200) for y in (0, 2.6, 40)], 1),
        ([Edge(y, 0, 200) for y in (0, 2.4, 40)], 0),
        ([Edge(y, 0, 200) for y in (0, 20)], 0),
    ],
    ids=["long", "short", "of one extent", "of another", "apart", "beside each other", "two"],
)
def test_rules_that_part_rows(rules: list[Edge], count: int) -> None:
    assert len(ladders(rules)) == count


@pytest.mark.parametrize(
    ("width", "start", "row"), [(259, 50, True), (261, 50, False), (270, 81, False), (270, 83, True)]
)
def test_running_text_between_rules_is_no_row(width: float, start: float, row: bool) -> None:
    text = spaced(*[2.5] * 7, width=(width - 17.5) / 8)
    moved = [replace(w, box=replace(w.box, x0=w.box.x0 + start - 50, x1=w.box.x1 + start - 50)) for w in text]
    assert _is_rung(printed_lines([*moved, *words("9", 430, 100)]), 50, 450) is row


@pytest.mark.parametrize(("count", "size", "heading"), [(2, 11.1, True), (3, 11.1, False), (2, 11.3, False)])
def test_headings_between_rows(count: int, size: float, heading: bool) -> None:
    over = [w for n in range(count) for w in words("Harbours", 50, 100 + 20 * n, size)]
    assert _is_heading(printed_lines(over), printed_lines(words("Quay", 50, 200))) is heading


@pytest.mark.parametrize(
    ("fills", "count"),
    [
        ([Fill(Box(50, 100, 90, 105.1), BLUE)], 1),
        ([Fill(Box(50, 100, 90, 104.9), BLUE)], 0),
        ([Fill(Box(50, 100, 90, 120), (244, 244, 244))], 1),
        ([Fill(Box(50, 100, 90, 120), (245, 245, 245))], 0),
        ([Fill(Box(0, 0, 595, 420), BLUE)], 1),
        ([Fill(Box(0, 0, 595, 422), BLUE)], 0),
        ([Fill(Box(50, 100, 90, 110), BLUE), Fill(Box(50, 111.4, 90, 121), BLUE)], 1),
        ([Fill(Box(50, 100, 90, 110), BLUE), Fill(Box(50, 111.6, 90, 121), BLUE)], 2),
    ],
    ids=["high", "a bar", "grey", "white", "half a page", "the ground", "touching", "apart"],
)
def test_coloured_areas(fills: list[Fill], count: int) -> None:
    assert len(cell_areas(page([], fills=fills))) == count


@pytest.mark.parametrize(
    ("width", "height", "lines"), [(100, 5.9, 1), (100, 6.1, 0), (15.1, 5, 1), (14.9, 5, 0)]
)
def test_narrow_areas_are_lines(width: float, height: float, lines: int) -> None:
    assert (
        len(narrow_areas(page([], fills=[Fill(Box(50, 100, 50 + width, 100 + height), BLUE)]), True)) == lines
    )


@pytest.mark.parametrize(
    ("rows", "text", "parts"), [(5, "mend " * 4, 2), (4, "mend " * 4, 1), (6, "mend " * 3, 1)]
)
def test_columns_of_text(rows: int, text: str, parts: int) -> None:
    lines = printed_lines([w for n in range(rows) for x in (50, 300) for w in words(text, x, 100 + 14 * n)])
    assert len(flows(lines, [])) == parts


# --- lattices, stripes and runs of lines -----------------------------------------------------------


@pytest.mark.parametrize(
    ("edge", "ruled"),
    [(Edge(0, 0, 61), True), (Edge(0, 0, 59), False), (Edge(3.9, 0, 90), True), (Edge(4.1, 0, 90), False)],
)
def test_a_side_of_a_cell_is_ruled_for_most_of_its_length(edge: Edge, ruled: bool) -> None:
    assert _sides([edge], [0], [0, 100]) == [[ruled]]


@pytest.mark.parametrize(
    ("gap", "cells", "rows"), [(2.9, 3, 1), (3.1, 3, 0), (0, 2, 0)], ids=["meeting", "apart", "two"]
)
def test_rows_of_coloured_cells(gap: float, cells: int, rows: int) -> None:
    assert len(stripes([Box(n * (50 + gap), 100, n * (50 + gap) + 50, 120) for n in range(cells)])) == rows


@pytest.mark.parametrize(("gap", "across"), [(4.1, []), (3.9, [72.0])])
def test_a_text_with_white_on_a_border_does_not_cross_it(gap: float, across: list[float]) -> None:
    assert crossed(chunk_of(spaced(gap)), [72.0]) == across


@pytest.mark.parametrize(("gaps", "chunks"), [((20, 20, 4.5), 4), ((20, 4.5), 2)], ids=["three texts", "two"])
def test_a_row_of_three_texts_is_cut_at_borders(gaps: tuple[float, ...], chunks: int) -> None:
    (line,) = printed_lines(spaced(*gaps))
    last = line.chunks[-1].words
    assert len(by_cells(line, [(last[0].box.x1 + last[1].box.x0) / 2]).chunks) == chunks


def frame(x: float) -> Lattice:
    return Lattice((Edge(0, x, x + 50), Edge(40, x, x + 50)), (Edge(x, 0, 40), Edge(x + 50, 0, 40)))


@pytest.mark.parametrize(("gap", "count"), [(29, 1), (31, 2)])
def test_cards_beside_each_other_are_one_table(gap: float, count: int) -> None:
    assert len(together([frame(0), frame(50 + gap)], [])) == count


@pytest.mark.parametrize(("pitch", "limits"), [(13.6, 1), (13.4, 0)])
def test_rows_are_further_apart_than_lines(pitch: float, limits: int) -> None:
    assert len([*_limits([12, 12, pitch], 10)]) == limits


def rows_of(*texts: str) -> list[list[RowLine]]:
    """Rows of one line, each a word to a column; a dot stands for nothing."""
    return [
        [
            line_of(
                *(
                    () if text == "." else words(text, 50 + 60 * n, 100 + 14 * i)
                    for n, text in enumerate(row.split())
                )
            )
        ]
        for i, row in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (["Quay 3", "Mole 4", "Slip .", "Dock ."], True),
        (["Quay 3", "Mole .", "Slip .", "Dock ."], False),
        (["Quay 3", "Mole 4", "Slip 5", ". 6", ". 7"], True),
        (["Quay 3", "Mole 4", ". 5", ". 6", ". 7"], False),
        (["Quay 3", "Mole 4", "Slip 5"], True),
        (["Quay 3", "Mole 4"], False),
        (["Quay 3 4", "Mole 4 5"], True),
    ],
    ids=[
        "half with figures",
        "a quarter",
        "three of five labelled",
        "two",
        "three rows",
        "two rows",
        "of three columns",
    ],
)
def test_lines_in_a_cell_that_are_rows(texts: Sequence[str], rows: bool) -> None:
    columns = [(45.0 + 60 * n, 105.0 + 60 * n) for n in range(3)]
    assert rows_shown(rows_of(*texts), columns, False) is rows


@pytest.mark.parametrize(
    ("texts", "full"), [(["a b"] * 4 + ["a ."], True), (["a b"] * 3 + ["a ."] * 2, False)]
)
def test_nearly_every_place_holds_a_text(texts: Sequence[str], full: bool) -> None:
    assert _full(rows_of(*texts), [0, 1]) is full


@pytest.mark.parametrize(("gap", "apart"), [(12.1, True), (11.9, False)])
def test_headings_stand_apart(gap: float, apart: bool) -> None:
    one, other = spaced(gap)
    assert _apart([chunk_of([one]), chunk_of([other])]) is apart


def typed(*bases: float) -> list[Line]:
    return [
        line for base in bases for line in printed_lines([*words("Quay", 50, base), *words("9", 200, base)])
    ]


@pytest.mark.parametrize(
    ("lines", "pause"),
    [
        (typed(100, 141.4), False),
        (typed(100, 141.6), True),
        (typed(100, 111, 122, 133, 144, 181.3), False),
        (typed(100, 111, 122, 133, 144, 181.5), True),
    ],
    ids=["roomy", "apart", "three pitches", "four"],
)
def test_the_white_in_a_table(lines: list[Line], pause: bool) -> None:
    assert _pause(lines[:-1], [], lines[-1]) is pause


@pytest.mark.parametrize(("x", "alien"), [(194.9, False), (195.1, True)])
def test_lines_of_a_table_share_a_river(x: float, alien: bool) -> None:
    above = printed_lines([*words("Quay", 50, 100), *words("9", 200, 100)])
    (line,) = printed_lines([*words("x", x - 5, 120), *words("9", 260, 120)])
    assert _alien(above, line) is alien


@pytest.mark.parametrize(("gap", "white"), [(10.1, True), (9.9, False)])
def test_white_between_two_tables(gap: float, white: bool) -> None:
    left, right = (printed_lines(words("Quay", x, 100))[0] for x in (50, 70 + gap))
    assert (_white(left, right) is not None) is white


@pytest.mark.parametrize(
    ("parted", "single", "rowed"),
    [(3, 2, True), (2, 0, False), (3, 3, False)],
    ids=["three of five", "two", "half"],
)
def test_most_lines_of_a_table_have_cells_side_by_side(parted: int, single: int, rowed: bool) -> None:
    lines = typed(*(100 + 14 * n for n in range(parted)))
    lines += [line for n in range(single) for line in printed_lines(words("Quay", 50, 300 + 14 * n))]
    assert _is_rowed(lines) is rowed


@pytest.mark.parametrize(("second", "heaps"), [(50.6, 1), (50.8, 0)])
def test_texts_that_begin_at_one_place(second: float, heaps: int) -> None:
    assert len(_heaps([50, second])) == heaps
