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
    found = drawings([seen], [], "pack")
    assert [f.kind for f in found] == ["unread_text"] * named
    assert all("85% homes let" in f.detail for f in found)


def test_figures_that_a_table_holds_are_read() -> None:
    seen = boxes(("85%", 24.0), ("412", 24.0))
    held = replace(grid("a | b"), box=Box(30, 90, 320, 190))
    assert drawings([seen], [held], "pack") == ()


TABLE = grid("*Ref | *Progress", "AB 1 |", "AB 2 |", "AB 3 |")


def bars(*lengths: float) -> Page:
    """A page on which the cells below the head hold bars of these lengths."""
    cells = [c for c in TABLE.cells if c.column == 1 and c.row]
    boxes = [
        Box(c.box.x0 + 2, c.box.top + 4, c.box.x0 + 2 + n, c.box.top + 10)
        for c, n in zip(cells, lengths, strict=False)
    ]
    return replace(page([], []), fills=tuple(Fill(box, GREEN) for box in boxes))


@pytest.mark.parametrize(
    ("lengths", "cells"),
    [((20, 60, 40), 3), ((20, 60), 2), ((20, 20, 20), 0), ((20,), 0), ((), 0), ((99, 98, 97), 0)],
)
def test_bars_in_cells(lengths: tuple[float, ...], cells: int) -> None:
    found = drawings([bars(*lengths)], [TABLE], "pack")
    assert [len(f.places) for f in found] == ([cells] if cells else [])
    assert all("the column 'Progress'" in f.detail for f in found)


def test_bars_beside_the_value_they_show_are_not_missed() -> None:
    def told(cell: Cell) -> Cell:
        return replace(cell, text="40%") if cell.column and cell.row else cell

    printed = replace(TABLE, cells=tuple(map(told, TABLE.cells)))
    assert drawings([bars(20, 60, 40)], [printed], "pack") == ()
