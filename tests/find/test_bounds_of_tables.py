"""Both sides of the bounds by which a grid is a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from find.drawn import line_of, spaced, words
from sheets import grid

from agendapack.extract.find.accept.is_table import (
    _even,
    _evenly_set,
    is_banded_table,
    is_card,
    is_chart,
    is_legible,
    is_running_text,
    is_table,
)
from agendapack.extract.find.accept.repeated_headers import split_at_repeated_headers
from agendapack.extract.model import Grid, Page


def of(*counts: int, columns: int, text: str = "Sweep") -> Grid:
    """A grid whose rows have so many filled cells each."""
    return grid(*(" | ".join([text] * n + [""] * (columns - n)) for n in counts))


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


@pytest.mark.parametrize(("certainty", "legible"), [(0.91, True), (0.89, False)])
def test_words_in_a_picture_are_read_surely(certainty: float, legible: bool) -> None:
    found = grid("Sweep | Mend")
    cells = (replace(c, words=tuple(replace(w, certainty=certainty) for w in c.words)) for c in found.cells)
    printed = Page(1, 595, 842, tuple(words("Printed", 50, 50)))
    assert is_legible(replace(found, cells=tuple(cells)), printed) is legible


@pytest.mark.parametrize(
    ("values", "even"), [([*range(8), 9, 12, 16], True), ([*range(7), 8, 11, 15, 20], False)]
)
def test_most_steps_of_a_scale_are_alike(values: list[float], even: bool) -> None:
    assert _even(values) is even


@pytest.mark.parametrize(("ticks", "chart"), [(4, True), (3, False)])
def test_a_scale_has_four_ticks(ticks: int, chart: bool) -> None:
    assert is_chart([line_of(words(str(10 * n), 50, 100)) for n in range(ticks)], 1) is chart


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
