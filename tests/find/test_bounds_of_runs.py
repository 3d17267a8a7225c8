"""Both sides of the bounds by which lines and cells make rows and columns."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import line_of, spaced, words

from agendapack.extract.find.lattice.adjoining import together
from agendapack.extract.find.lattice.grid import _sides
from agendapack.extract.find.lattice.paced_rows import _limits
from agendapack.extract.find.lattice.rows_in_cell import _full, rows_shown
from agendapack.extract.find.lattice.stripes import by_cells, crossed, stripes
from agendapack.extract.find.page.edges import Edge, Lattice
from agendapack.extract.find.page.lines import Line, chunk_of, printed_lines
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.blocks import _alien, _pause
from agendapack.extract.find.stream.header_only_columns import _apart
from agendapack.extract.find.stream.left_aligned_columns import _heaps
from agendapack.extract.find.stream.side_by_side import _is_rowed, _white
from agendapack.extract.model import Box


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
        (["Q1 High 3 4", "Q2 Low 4 5"], True),
        (["Q1 High 3 .", "Q2 Low 4 5"], False),
        (["Quay High 3 4", "Mole Low 4 5"], False),
        (["Q1 High 3 Wet", "Q2 Low 4 Dry"], False),
    ],
    ids=[
        "half with figures",
        "a quarter",
        "three of five labelled",
        "two",
        "three rows",
        "two rows",
        "of three columns",
        "of two numbered",
        "one not full",
        "without numbers",
        "MIN_FIGURES",
    ],
)
def test_lines_in_a_cell_that_are_rows(texts: Sequence[str], rows: bool) -> None:
    columns = [(45.0 + 60 * n, 105.0 + 60 * n) for n in range(4)]
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
