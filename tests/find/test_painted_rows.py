"""Rows told by the coloured cells of one column; cells over several rows tell none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.painted_rows import painted_rows
from agendapack.extract.model import Box, Colour, Fill, Word

XS = (50.0, 90.0, 250.0, 350.0, 450.0)
COLOURS: Sequence[Colour] = ((146, 208, 80), (255, 192, 0), (255, 192, 0), (255, 80, 80))
PITCH = 12.0
TEXT = ("Write the guidance", "anew with partners,", "in words of schools", "and launch it twice")
HEIGHTS = (4, 2, 3, 1)
"""Lines of each row; a row begins as far below the one above as a line."""


def rows(heights: Sequence[int] = HEIGHTS, top: float = 100.0) -> list[Word]:
    made: list[Word] = []
    base = top
    for n, height in enumerate(heights):
        first = (f"A{n}", TEXT[0], "Head of MASH", "1 May 2025", "Green")
        made += [w for x, cell in zip(XS, first, strict=True) for w in words(cell, x, base)]
        for i in range(1, height):
            made += words(TEXT[i], XS[1], base + PITCH * i)
        base += PITCH * height
    return made


def painted(heights: Sequence[int] = HEIGHTS, apart: float = 0.0) -> list[Fill]:
    top, made = 90.5, []
    for height, colour in zip(heights, COLOURS, strict=False):
        made.append(Fill(Box(446, top, 500, top + PITCH * height - apart), colour))
        top += PITCH * height
    return made


def test_coloured_cells_that_touch_are_a_row_each() -> None:
    (grid,) = find_grids(page(rows(), fills=painted()))
    found = texts(grid)
    assert [row[0] for row in found] == ["A0", "A1", "A2", "A3"]
    assert [row[1] for row in found] == [" ".join(TEXT[:n]) for n in HEIGHTS]


@pytest.mark.parametrize(
    ("text", "cells", "borders"),
    [
        (rows(), painted(), 3),
        (rows((4, 2, 3)), painted((4, 2, 3)), 2),
        (rows((4, 2)), painted((4, 2)), 0),
        (rows(), painted(apart=4), 0),
        (rows((1, 1, 1, 1, 1, 1)), painted((2, 2, 2)), 0),
        (rows((4, 2, 3, 1, 2)), painted(), 0),
        (rows((4, 1, 4, 1)), painted(), 0),
    ],
    ids=["four", "three", "two", "white between", "over two rows", "not to the foot", "across lines"],
)
def test_only_cells_of_one_row_each_show_borders(text: list[Word], cells: list[Fill], borders: int) -> None:
    block = Block(printed_lines(text), areas=[fill.box for fill in cells])
    assert len(painted_rows(block)) == borders


@pytest.mark.parametrize(("down", "borders"), [(1.85, 3), (1.95, 0)], ids=["SLACK_PT", "further"])
def test_text_may_touch_the_border_of_a_cell(down: float, borders: int) -> None:
    block = Block(printed_lines(rows(top=100 + down)), areas=[fill.box for fill in painted()])
    assert len(painted_rows(block)) == borders
