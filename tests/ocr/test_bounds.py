"""A picture with more lines than are read says so."""

from __future__ import annotations

import numpy as np
import pytest

from agendapack.extract.ocr import scan
from agendapack.extract.ocr.scan import PageScan, reading_of


@pytest.mark.parametrize(("most", "told"), [(1_000, False), (5, True)])
def test_lines_beyond_the_bound_are_told(most: int, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "MAX_LINES", most)
    monkeypatch.setattr(scan, "letters_of", lambda _part: ())
    rgb = np.full((900, 700, 3), 255, np.uint8)
    for row in range(6):
        for letter in range(12):
            rgb[100 + 100 * row : 124 + 100 * row, 60 + 30 * letter : 78 + 30 * letter : 4] = 0
            rgb[100 + 100 * row : 104 + 100 * row, 60 + 30 * letter : 78 + 30 * letter] = 0
    notes = [note.detail for note in reading_of(PageScan(rgb, 2.0), 1).notes]
    assert any("further down" in detail for detail in notes) is told
