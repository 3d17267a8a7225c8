"""Tables without rules whose cells stand in the middle of the height of their rows."""

from __future__ import annotations

import pytest
from find.drawn import page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Word

XS = (260.0, 330.0, 400.0)
LEADING = 10.4


def row(lines: list[str], figures: list[str], middle: float) -> list[Word]:
    """A label of one or two lines about the middle of its row, and figures in the middle."""
    first = middle - LEADING / 2 * (len(lines) - 1)
    label = [w for n, line in enumerate(lines) for w in words(line, 60, first + LEADING * n, 9.0)]
    return label + [w for text, x in zip(figures, XS, strict=True) for w in words(text, x, middle, 9.0)]


@pytest.mark.parametrize("below", [0.0, 40.0], ids=["end of the page", "text below"])
def test_the_last_label_keeps_its_second_line(below: float) -> None:
    printed = [
        *row(["Measure"], ["Baseline", "Target", "Goal"], 100),
        *row(["Berths let to ships", "of other harbours"], ["12", "11", "50"], 127),
        *row(["Cranes in use"], ["14", "86", "300"], 154),
        *row(["Porters who have been", "trained as pilots"], ["0", "212", "600"], 181),
        *(words("Figures are those of the harbour office.", 60, 181 + below, 9.0) if below else []),
    ]
    (grid,) = find_grids(page(printed, []))
    assert texts(grid)[-1] == ["Porters who have been trained as pilots", "0", "212", "600"]
