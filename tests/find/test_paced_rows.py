"""Rows that no rule parts inside a ruled row: their labels stand further below than the lines of a text."""

from __future__ import annotations

import pytest
from find.drawn import lattice, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.lattice.paced_rows import paced_rows
from agendapack.extract.find.page.lines import chunk_of
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.model import Rule, Word

XS = [60.0, 110.0, 330.0, 420.0, 540.0]
HEAD = ["Ref", "Step", "Due", "Led by"]
ROWS = [
    ["HB1", "Dredge the basin\nbefore the gales\nset in", "May 2031", "Pilot"],
    ["HB2", "Paint the lights", "June 2031", "Clerk\nPilot\nSmith"],
    ["HB3", "Mend the long quay\nand its fenders", "Ongoing", "Smith"],
]


def drawn(rows: list[list[str]], line: float, gap: float) -> tuple[list[Word], list[Rule]]:
    """A head and the rows, so far apart, in one ruled row below it."""
    text = [w for x, cell in zip(XS, HEAD, strict=False) for w in words(cell, x + 4, 112, bold=True)]
    y = 133.0
    for cells in rows:
        for x, cell in zip(XS, cells, strict=False):
            for n, part in enumerate(cell.split("\n")):
                text += words(part, x + 4, y + n * line)
        y += (max(c.count("\n") for c in cells)) * line + gap
    return text, lattice(XS, [100, 118, y - gap + 6])


@pytest.mark.parametrize(("line", "gap"), [(12.0, 15.0), (12.0, 20.0), (13.5, 17.0)])
@pytest.mark.parametrize("rows", [ROWS, ROWS[::-1], [["", "and the slip", "", "Smith"], *ROWS], ROWS[:2]])
def test_rows_in_one_ruled_row_are_told_by_their_pitch(
    rows: list[list[str]], line: float, gap: float
) -> None:
    (grid,) = find_grids(page(*drawn(rows, line, gap)))
    assert texts(grid) == [HEAD, *([c.replace("\n", " ") for c in row] for row in rows)]


def test_paragraphs_of_one_cell_are_no_rows() -> None:
    row = ["HB1", "Dredge the basin\n\nbefore the gales\nset in", "May 2031", "Pilot"]
    (grid,) = find_grids(page(*drawn([row], 12.0, 12.0)))
    assert grid.rows == 2


def strips(*lines: tuple[float, str]) -> list[RowLine]:
    """Lines at their baselines, their texts a column each; `-` for none."""
    made = []
    for base, line in lines:
        cells = {(c, c): [chunk_of(words(t, 100 * c, base))] for c, t in enumerate(line.split()) if t != "-"}
        made.append(RowLine(base - 7.4, base + 2.1, base, 10.0, cells))
    return made


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ([(100, "a b c"), (112, "- b -"), (128, "d e f"), (140, "- e -")], 2),
        ([(100, "a b c"), (112, "- b -"), (124, "d e f"), (136, "- e -")], 0),
        ([(100, "a b c"), (112, "- b -"), (113.4, "d e f")], 0),
        ([(100, "a b c"), (112, "- b -"), (128, "- e f"), (140, "- e -")], 0),
        ([(100, "a b"), (112, "- b"), (128, "d e"), (140, "- e")], 0),
        ([(100, "a b"), (112, "- b"), (128, "d e"), (144, "f g")], 3),
        ([(100, "- b c"), (112, "- b -"), (128, "d e f")], 0),
        ([(100, "a 1 2"), (112, "b 3 4"), (128, "d 5 6"), (140, "e 7 8")], 0),
        ([(100, "a b c"), (104, "- b -"), (128, "d e f")], 0),
        ([(100, "a b c")], 0),
        ([], 0),
    ],
    ids=[
        "two rows", "one pitch", "hardly more", "no label", "two of two columns", "three of two columns",
        "a label in the middle", "figures in groups", "on uneven baselines", "a line", "nothing",
    ],
)  # fmt: skip
def test_rows_need_labels_and_two_pitches(lines: list[tuple[float, str]], rows: int) -> None:
    (found,) = paced_rows([strips(*lines)])
    assert len(found) == max(rows, 1)


def test_rows_of_a_line_each_are_told_by_the_lines_of_other_rows() -> None:
    wrapped, single = strips((100, "a b c"), (112, "- b -")), strips((128, "d e f"), (144, "g h i"))
    assert [len(rows) for rows in paced_rows([wrapped, single])] == [1, 2]
    assert [len(rows) for rows in paced_rows([single])] == [1]


def test_a_head_of_two_lines_is_one_row_where_lines_of_cells_are_closer() -> None:
    head = [
        w
        for x, cell in zip(XS, ["Q1", "Q2", "Yearly", "Remark"], strict=False)
        for w in words(cell, x + 4, 112, bold=True)
    ]
    head += [
        w
        for x, cell in zip(XS, ["2031", "2032", "target", "made"], strict=False)
        for w in words(cell, x + 4, 127, bold=True)
    ]
    rows = [
        ["12%", "14%", "15%", "Told in\nSeptember"],
        ["3.1", "3.3", "3.5", ""],
        ["80", "82", "90", "Late\nfigures"],
    ]
    body, tops = [], [105.0]
    for n, cells in enumerate(rows):
        top = 140.0 + 30 * n
        tops.append(top)
        for x, cell in zip(XS, cells, strict=False):
            for k, part in enumerate(cell.split("\n")):
                body += words(part, x + 4, top + 10 + 11 * k)
    (grid,) = find_grids(page([*head, *body], lattice(XS, [*tops, 230.0])))
    assert texts(grid)[0] == ["Q1 2031", "Q2 2032", "Yearly target", "Remark made"]
    assert grid.rows == 4
