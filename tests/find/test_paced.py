"""Rows that white parts as rules would, and texts of which no row ends before the next begins."""

from __future__ import annotations

import pytest
from find.drawn import words

from agendapack.extract.find.accept.paced import is_paced
from agendapack.extract.model import Box, Cell, Grid

SIZE, PITCH = 10.0, 12.0
LINE = SIZE * 0.95
"""Height of a line as `words` draws it."""


def grid(lines: list[int], whites: list[float]) -> Grid:
    """Rows of two cells, the first of so many lines, with so much white above each but the first."""
    cells, base = [], 100.0
    for n, count in enumerate(lines):
        base += whites[n - 1] + LINE if n else 0.0
        text = [w for i in range(count) for w in words(f"line {i}", 50, base + PITCH * i, SIZE)]
        cells += [
            Cell(n, c, "x", 1, Box(50, 90, 90, 99), words=tuple(some))
            for c, some in enumerate((text, words("12", 200, base, SIZE)))
        ]
        base += PITCH * (count - 1)
    return Grid(1, Box(50, 90, 300, 400), len(lines), 2, tuple(cells), "aligned")


BETWEEN = PITCH - LINE
"""White between the lines of a cell."""


@pytest.mark.parametrize(("more", "paced"), [(1.0, False), (2.0, True)])
def test_more_white_parts_rows_than_lines(more: float, paced: bool) -> None:
    assert is_paced(grid([3, 2, 1, 2], [BETWEEN + more] * 3)) is paced


@pytest.mark.parametrize(("lines", "paced"), [([2, 2, 2, 1], False), ([2, 2, 2, 2], True)])
def test_four_wrapped_lines_tell_how_near_they_stand(lines: list[int], paced: bool) -> None:
    assert is_paced(grid(lines, [9.0] * 3)) is paced


def test_all_rows_are_parted() -> None:
    assert not is_paced(grid([2] * 6, [BETWEEN, *[9.0] * 4]))


def test_no_row_is_without_words() -> None:
    whole = grid([2] * 6, [9.0] * 5)
    assert is_paced(whole)
    assert not is_paced(Grid(1, whole.box, 7, 2, whole.cells, "aligned"))
