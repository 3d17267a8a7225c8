"""Both sides of what sets the confidence of a grid, and of what tells labels around a chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from find.drawn import page, words
from sheets import grid

from agendapack.extract.find.accept.chart_labels import labels_chart
from agendapack.extract.find.accept.confidence import (
    aligned_confidence,
    as_parts,
    ruled_confidence,
    tiles_confidence,
)
from agendapack.extract.find.page.evidence import Evidence
from agendapack.extract.find.page.lines import printed_lines
from agendapack.extract.model import Box, Fill, Grid


def ruled(*rows: str) -> float:
    found = grid(*rows)
    return ruled_confidence(found.cells, sum(len(c.words) for c in found.cells), 0)


def aligned(*rows: str) -> float:
    found = grid(*rows)
    return aligned_confidence(found.cells, found.columns, 0)


@pytest.mark.parametrize(
    ("rows", "belief"),
    [
        pytest.param(["Berth | 4"], 0.714, id="LONE_ROW one row beside two fifths of doubt"),
        pytest.param(["Berth | 4"] * 4, 0.909, id="LONE_ROW four"),
        pytest.param(["Berth | 4"] * 19, 0.979, id="MOST nineteen rows are not quite so sure"),
        pytest.param(["Berth | 4"] * 20, 0.98, id="MOST twenty are"),
        pytest.param(["Berth | 4"] * 99, 0.98, id="MOST more than twenty are no surer"),
        pytest.param(["Berth | 4", *["Berths |"] * 2], 0.714, id="ENOUGH_BESIDE one row of three"),
        pytest.param(["Berth | 4", *["Berths |"] * 3], 0.541, id="ENOUGH_BESIDE one of four"),
        pytest.param(["Berth | 4 | | | |"], 0.714, id="ENOUGH_FILLED two cells of six"),
        pytest.param(["Berth | 4 | | | | | |"], 0.541, id="ENOUGH_FILLED two of eight"),
        pytest.param(["| 4 | "], 0.6, id="CUT_ROW one filled cell in one row"),
        pytest.param(["| 4 | ", "Berth | |"], 0.2, id="LEAST a filled cell in each of two"),
    ],
)
def test_belief_in_a_grid_of_rules(rows: Sequence[str], belief: float) -> None:
    assert ruled(*rows) == belief


@pytest.mark.parametrize(
    ("row", "belief"),
    [
        pytest.param("a | b | c | d | e | f | g | | |", 0.714, id="ENOUGH_ACROSS seven columns of ten"),
        pytest.param("a | b | c | d | e | f | | | |", 0.257, id="ENOUGH_ACROSS six"),
    ],
)
def test_belief_in_an_aligned_grid(row: str, belief: float) -> None:
    assert aligned(row) == belief


def test_belief_in_tiles_and_the_share_of_words_in_no_cell() -> None:
    found = grid("4 | 7 | 9 | 1")
    assert (tiles_confidence(found.cells, 0), tiles_confidence(found.cells, 4)) == (0.909, 0.455)


def halves(gap: float, aside: float) -> tuple[Grid, Grid]:
    """A ruled grid 200 points wide, and an aligned one some points below it and to the right."""
    upper = grid("Berth | 4", "Quay | 7", confidence=0.8)
    lower = grid("Crane | 2", "Slip | 3", top=upper.box.bottom + gap, confidence=0.8, method="aligned")
    left, right = lower.box.x0 + aside, lower.box.x1 + aside
    return upper, replace(lower, box=replace(lower.box, x0=left, x1=right))


LINE = max(cell.words[0].box.height for cell in grid("Berth | 4").cells)


@pytest.mark.parametrize(
    ("gap", "aside", "belief"),
    [
        pytest.param(1.4 * LINE, 0, 0.4, id="TOUCHING_LINES near"),
        pytest.param(1.6 * LINE, 0, 0.8, id="TOUCHING_LINES apart"),
        pytest.param(5, 39, 0.4, id="SAME_WIDTH four fifths stand below"),
        pytest.param(5, 41, 0.8, id="SAME_WIDTH less"),
    ],
)
def test_halves_of_a_table_touch(gap: float, aside: float, belief: float) -> None:
    assert [found.confidence for found in as_parts(halves(gap, aside))] == [belief, belief]


def around(rows: int, height: float, *others: str) -> bool:
    """Whether a grid of rows is labels in a painted box of a height that holds other texts too."""
    labels = grid(*["Berths | Cranes"] * rows)
    box = Box(labels.box.x0 - 5, labels.box.top - 5, labels.box.x1 + 5, labels.box.top - 5 + height)
    texts = [words(text, box.x0 + 2, labels.box.bottom + 20 + 15 * n) for n, text in enumerate(others)]
    printed = [w for text in [*texts, [w for c in labels.cells for w in c.words]] for w in text]
    painted = page(printed, fills=[Fill(box, (200, 220, 240))])
    return labels_chart(labels, Evidence(painted, printed_lines(printed), (), (), (), (), (), ()))


TALL = 300.0
FOUR_ROWS = grid(*["Berths | Cranes"] * 4).box.height


@pytest.mark.parametrize(
    ("rows", "height", "others", "chart"),
    [
        pytest.param(4, TALL, ["Slips", "Quays"], True, id="MAX_ROWS four"),
        pytest.param(5, TALL, ["Slips", "Quays"], False, id="MAX_ROWS five"),
        pytest.param(4, FOUR_ROWS / 0.39, ["Slips", "Quays"], True, id="MAX_PART two fifths"),
        pytest.param(4, FOUR_ROWS / 0.41, ["Slips", "Quays"], False, id="MAX_PART more"),
        pytest.param(4, TALL, ["Slips", "Quays let since May"], True, id="MAX_WORDS four"),
        pytest.param(4, TALL, ["Slips", "Quays let out since May"], False, id="MAX_WORDS five"),
        pytest.param(4, TALL, ["Slips"], False, id="MIN_OTHERS one"),
    ],
)
def test_labels_around_a_chart(rows: int, height: float, others: Sequence[str], chart: bool) -> None:
    assert around(rows, height, *others) is chart
