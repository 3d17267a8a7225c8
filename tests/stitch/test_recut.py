"""A column that the page before or after shows to be two is cut in the white between its texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import words

from agendapack.extract.find.cell_text import cell_text
from agendapack.extract.model import Box, Cell, Grid, Page, Word, union
from agendapack.extract.stitch import stitch

APART, CLOSE = 400.0, 364.0
"""Where the notes begin: clear of the figures, or right behind them."""


def row(n: int, note: float) -> list[list[Word]]:
    label, figure = (
        words(f"Boats of kind {n}", 50, 100 + 20 * n),
        words(f"{n}1", 360, 100 + 20 * n, right=True),
    )
    return [label, figure, words(f"as counted at noon {n}", note, 100 + 20 * n)]


def made(page: int, rows: Sequence[Sequence[Sequence[Word]]], top: float = 90.0) -> Grid:
    """A grid of the words of each cell."""
    width = len(rows[0])
    xs = [min(w.box.x0 for r in rows for w in r[j]) - 2 for j in range(width)] + [500.0]
    cells = tuple(
        Cell(
            i,
            j,
            cell_text(some)[0],
            page,
            Box(xs[j], top + 20 * i, xs[j + 1], top + 20 * i + 20),
            words=tuple(some),
        )
        for i, r in enumerate(rows)
        for j, some in enumerate(r)
    )
    box = union(c.box for c in cells)
    return Grid(page, box, len(rows), width, cells, "aligned", page_size=(595.0, 842.0))


def whole(numbers: Sequence[int], note: float = APART) -> list[list[list[Word]]]:
    return [row(n, note) for n in numbers]


def run_together(numbers: Sequence[int], note: float = CLOSE) -> list[list[list[Word]]]:
    return [[label, [*figure, *text]] for label, figure, text in whole(numbers, note)]


def table_of(first: Grid, second: Grid) -> list[list[str]] | None:
    """The rows of the one table that both are; None when they are two."""
    tables = stitch([Page(1, 595.0, 842.0), Page(2, 595.0, 842.0)], [first, second], {1: [], 2: []})
    if len(tables) > 1:
        return None
    return [[c.flat for c in r.cells] for r in tables[0].rows]


SAID = [[f"Boats of kind {n}", f"{n}1", f"as counted at noon {n}"] for n in range(1, 7)]


@pytest.mark.parametrize("first", [True, False], ids=["on the first page", "on the second"])
def test_texts_run_together_on_one_page_are_cut_as_on_the_other(first: bool) -> None:
    a, b = (1, 2, 3), (4, 5, 6)
    left = made(1, run_together(a) if first else whole(a, CLOSE))
    right = made(2, whole(b, CLOSE) if first else run_together(b), top=40)
    assert table_of(left, right) == SAID


def test_a_text_over_the_border_is_cut_nowhere() -> None:
    over = [
        [words(f"Boats of kind {n}", 50, 100), words("as counted at noon each day", 340, 100)]
        for n in (4, 5, 6)
    ]
    assert table_of(made(1, whole((1, 2, 3), CLOSE)), made(2, over, top=40)) is None


@pytest.mark.parametrize(("rows", "found"), [(1, False), (2, True)])
def test_white_in_one_cell_alone_is_a_word_space(rows: int, found: bool) -> None:
    lower = made(2, run_together(range(4, 4 + rows)), top=40)
    assert (table_of(made(1, whole((1, 2, 3), CLOSE)), lower) is not None) is found
