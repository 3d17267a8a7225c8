"""Columns coloured by turns, cell by cell: the rows go on through the white columns."""

from __future__ import annotations

import pytest
from find.drawn import level, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.lattice.banded_columns import across_columns
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box, Fill, Page

XS = [50.0, 90.0, 300.0, 380.0, 470.0, 545.0]
HEAD = ["Ref", "Step", "Due", "Led by", "State"]
ROWS = [
    ["Q1", "dredge the inner basin\nand tell the board", "May 2031", "A. Tern", "Red"],
    ["Q2", "mend the slip", "June 2031", "B. Skua", "Green"],
    ["Q3", "moor\nall the\nboats", "July 2031", "A. Tern", "Amber"],
    ["Q4", "paint the lights", "May 2032", "C. Gull", "Red"],
]
SHADE = (225, 235, 245)
FIRST, PAD, PITCH = 120.0, 4.0, 12.0


def banded(rows: list[list[str]], coloured: set[int], shift: float = 0.0) -> Page:
    """A head over a rule and the rows under it, the cells of some columns coloured; texts moved down."""
    text = [w for x, t in zip(XS, HEAD, strict=False) for w in words(t, x + 3, FIRST - 6)]
    fills: list[Fill] = []
    y = FIRST
    for row in rows:
        high = max(cell.count("\n") + 1 for cell in row) * PITCH - 2 + 2 * PAD
        fills += [Fill(Box(XS[c], y, XS[c + 1], y + high), SHADE) for c in sorted(coloured)]
        for c, cell in enumerate(row):
            for n, line in enumerate(cell.split("\n")):
                text += words(line, XS[c] + 3, y + PAD + 7.4 + n * PITCH + (0 if c in coloured else shift))
        y += high
    return page(text, [level(FIRST, XS[0], XS[-1])], fills)


@pytest.mark.parametrize("coloured", [{0, 2, 4}, {1, 3}], ids=["odd", "even"])
def test_rows_go_on_through_white_columns(coloured: set[int]) -> None:
    (grid,) = find_grids(banded(ROWS, coloured))
    assert texts(grid) == [HEAD, *([cell.replace("\n", " ") for cell in row] for row in ROWS)]


@pytest.mark.parametrize(
    ("rows", "shift"),
    [(ROWS, 7.0), (ROWS[:1], 0.0), ([[a, "", b, "", c] for a, _, b, _, c in ROWS], 0.0)],
    ids=["texts over the borders", "one row", "cards side by side"],
)
def test_nothing_is_carried_over(rows: list[list[str]], shift: float) -> None:
    assert not across_columns(evidence(banded(rows, {0, 2, 4}, shift)))
