"""What stands right above a table, no wider than it."""

from __future__ import annotations

import pytest
from outline.typeset import put
from sheets import grid

from agendapack.extract.outline.lines import make_line
from agendapack.extract.stitch.caption import caption


@pytest.mark.parametrize(
    ("gap", "left", "found"),
    [
        (4.0, 0.0, True),
        (15.0, 0.0, True),
        (25.0, 0.0, False),
        (-1.5, 0.0, True),
        (-2.5, 0.0, False),
        (4.0, 4.5, True),
        (4.0, 7.5, False),
    ],
)
def test_caption(gap: float, left: float, found: bool) -> None:
    line = make_line(1, put(50.0 - left, 80.0, "Berths let by quarter"))
    below = grid("Berth | Let", "Basin | 4", top=line.box.bottom + gap)
    cell = caption(below, [line])
    assert (cell.text if cell else "") == ("Berths let by quarter" if found else "")
