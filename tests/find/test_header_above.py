"""Headers above the first rule, or the first coloured cell, of a table without upright rules."""

from __future__ import annotations

import pytest
from find.drawn import level, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.lattice.header_above import header_lines_above
from agendapack.extract.find.page.evidence import evidence
from agendapack.extract.model import Box

XS = [60.0, 110.0, 300.0, 360.0]
HEAD = ["Ref", "Indicator", "Actual", "RAG"]
ROWS = [["Q1", "Berths let by the season", "81%", "Red"], ["Q2", "Ferries that left on time", "95%", "Green"]]


def _line(cells: list[str], base: float):
    return [w for text, x in zip(cells, XS, strict=True) if text for w in words(text, x, base)]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ([(HEAD, 112)], 1),
        ([(["", "", "Actual", ""], 102), (["Ref", "Indicator", "score", "RAG"], 112)], 1),
        ([(HEAD, 102), (["", "", "so far", ""], 112)], 2),
        ([(HEAD, 80)], 0),  # too far above
        ([(["1", "Sails", "70%", "90%"], 112)], 0),  # figures
        ([(["The harbour let more berths this season than ever", "", "", ""], 112)], 0),
    ],
)
def test_headings_over_the_columns_of_the_rows_below(
    above: list[tuple[list[str], float]], found: int
) -> None:
    drawn = page([w for cells, base in [*above, (ROWS[0], 130), (ROWS[1], 148)] for w in _line(cells, base)])
    lines = evidence(drawn).lines
    rows, others = lines[-2:], lines[:-2]
    assert len(header_lines_above(rows, Box(56, 118, 420, 154), others)) == found


def test_a_heading_over_several_columns_with_a_rule_under_it_is_of_the_header() -> None:
    text = words("Indicator", 60, 100) + words("2031/32", 240, 100)
    text += [w for t, x in (("Harbour", 240), ("England", 310), ("Coast", 380)) for w in words(t, x, 116)]
    for i, row in enumerate((["Berths let", "81%", "79%", "75%"], ["Boats mended", "71%", "70%", "66%"])):
        text += [w for t, x in zip(row, (60, 240, 310, 380), strict=True) for w in words(t, x, 132 + 16 * i)]
    rules = [level(104, 236, 430), *(level(y, 56, 430) for y in (120, 136, 152))]
    (grid,) = find_grids(page(text, rules))
    printed = texts(grid)
    assert printed[0][0] == "Indicator" and "2031/32" in printed[0]
    assert printed[1] == ["", "Harbour", "England", "Coast"]
    assert printed[3] == ["Boats mended", "71%", "70%", "66%"]
