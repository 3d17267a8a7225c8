"""Figures in boxes and bars in cells are named where no table holds them, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import page, words
from sheets import grid

from agendapack.extract.model import Box, Cell, Fill, Page
from agendapack.extract.records.drawings import drawings

GREEN = (0, 176, 80)


def boxes(*texts: tuple[str, float]) -> Page:
    """A page with boxes side by side: a label in each, and over it a text in some size."""
    drawn, fills = [], []
    for n, (text, size) in enumerate(texts):
        left = 40.0 + 130 * n
        drawn += [*words(text, left + 10, 110, size), *words("homes let", left + 10, 150, 9.0)]
        fills.append(Fill(Box(left, 100, left + 120, 180), GREEN))
    return replace(page(drawn, []), fills=tuple(fills))


@pytest.mark.parametrize(
    ("seen", "named"),
    [
        (boxes(("85%", 24.0), ("£1.2m", 24.0)), 1),
        (boxes(("85%", 24.0), ("412", 24.0), ("7", 24.0)), 1),
        (boxes(("85%", 24.0)), 0),  # one alone
        (boxes(("85%", 9.0), ("412", 9.0)), 0),  # figures in running text
        (boxes(("Homes", 24.0), ("Roads", 24.0)), 0),
        (replace(boxes(("85%", 24.0), ("412", 24.0)), fills=()), 0),
    ],
)
def test_figures_in_boxes(seen: Page, named: int) -> None:
    found = drawings([seen], [])
    assert [f.kind for f in found] == ["unread_text"] * named
    assert all("85% homes let" in f.detail for f in found)


def large_box(width: float, height: float, words_inside: int = 2) -> Page:
    """A page with two such boxes under one another, in each a figure over many words."""
    drawn, fills = [], []
    for top in (10.0, 420.0):
        drawn += words("85%", 50, top + 10, 24.0)
        drawn += [
            w for n in range(words_inside - 1) for w in words("neighbourhood", 50, top + 30 + 10 * n, 9.0)
        ]
        fills.append(Fill(Box(40, top, 40 + width, top + height), GREEN))
    return replace(page(drawn, []), fills=tuple(fills))


@pytest.mark.parametrize(
    ("seen", "named"),
    [
        (large_box(300, 330), 1),
        (large_box(400, 400), 0),
        (large_box(300, 330, 28), 1),
        (large_box(300, 390, 33), 0),
    ],
)
def test_a_box_is_a_part_of_the_page_and_holds_few_words(seen: Page, named: int) -> None:
    found = drawings([seen], [])
    assert len(found) == named
    assert all(len(place.quote) <= 200 for one in found for place in one.places)


def test_a_long_box_is_quoted_in_part() -> None:
    (found,) = drawings([large_box(300, 330, 28)], [])
    assert [len(place.quote) for place in found.places] == [200, 200]


def test_figures_that_a_table_holds_are_read() -> None:
    seen = boxes(("85%", 24.0), ("412", 24.0))
    held = replace(grid("a | b"), box=Box(30, 90, 320, 190))
    assert drawings([seen], [held]) == ()


TABLE = grid("*Ref | *Progress", "AB 1 |", "AB 2 |", "AB 3 |")


def bars(*lengths: float, high: float = 6.0) -> Page:
    """A page on which the cells below the head hold bars of these lengths."""
    cells = [c for c in TABLE.cells if c.column == 1 and c.row]
    boxes = [
        Box(c.box.x0 + 2, c.box.top + 4, c.box.x0 + 2 + n, c.box.top + 4 + high)
        for c, n in zip(cells, lengths, strict=False)
    ]
    return replace(page([], []), fills=tuple(Fill(box, GREEN) for box in boxes))


@pytest.mark.parametrize(
    ("lengths", "cells"),
    [((20, 60, 40), 3), ((20, 60), 2), ((20, 20, 20), 0), ((20,), 0), ((), 0), ((99, 95.5), 0)]
    + [((20, 21.5), 0), ((20, 22.5), 2)],
)
def test_bars_in_cells(lengths: tuple[float, ...], cells: int) -> None:
    found = drawings([bars(*lengths)], [TABLE])
    assert [len(f.places) for f in found] == ([cells] if cells else [])
    assert all("the column 'Progress'" in f.detail for f in found)


@pytest.mark.parametrize(("high", "named"), [(1.5, 0), (2.5, 1), (13.0, 1), (15.5, 0)])
def test_a_bar_is_no_line_and_no_ground(high: float, named: int) -> None:
    assert len(drawings([bars(20, 60, high=high)], [TABLE])) == named


def test_bars_beside_the_value_they_show_are_not_missed() -> None:
    def told(cell: Cell) -> Cell:
        return replace(cell, text="40%") if cell.column and cell.row else cell

    printed = replace(TABLE, cells=tuple(map(told, TABLE.cells)))
    assert drawings([bars(20, 60, 40)], [printed]) == ()
