"""Both sides of the bounds by which a grid is a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from find.drawn import line_of, spaced, words
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
